"""Join a page with its shell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from congkhai.render.site import shells
from congkhai.render.site.page import Page
from congkhai.render.site.shells import Shell


class ShellError(ValueError):
    """The theme renders a shell in a way that cannot be taken apart; the text says what is missing."""


_HEADING = "\x00heading\x00"
_BODY = "\x00body\x00"
_CONTENTS = "\x00contents\x00"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A rendered shell, split once at its placeholders, to be filled any number of times.

    `parts` alternates chrome and the name of a placeholder, so a page's own text is never searched for one.
    `heading` and `entry` are what the theme makes of one section in the content and in the table of contents;
    `contents` is that table before, between and after its entries; a page without sections does not have it.
    """

    shell: Shell
    parts: tuple[str, ...]
    heading: str
    entry: str
    contents: tuple[str, str, str]

    def fill(self, page: Page) -> str:
        """The whole HTML of a page, equal to what MkDocs makes of the same content."""
        sections = "".join(
            f"\n\n{_name(self.heading, section.id, section.title)}\n{section.html}" for section in page.sections
        )
        values = {
            shells.TITLE: _attribute(page.title),
            shells.DESCRIPTION: _attribute(page.description),
            shells.ROBOTS: "all" if page.listed else "noindex",
            self.shell.address: page.address,
            _HEADING: _text(page.title),
            _CONTENTS: self._contents(page),
            _BODY: f"{page.lead}{sections}",
        }
        chrome, names = self.parts[::2], self.parts[1::2]
        pieces = [text for pair in zip(chrome, (values[name] for name in names), strict=False) for text in pair]
        return "".join([*pieces, chrome[-1]])

    def _contents(self, page: Page) -> str:
        if not page.sections:
            return ""
        before, between, after = self.contents
        entries = (_name(self.entry, section.id, section.title) for section in page.sections)
        return before + between.join(entries) + after


def take_apart(shell: Shell, html: str) -> Stamp:
    """Find the places of a rendered shell. Raises ShellError."""
    paragraph = f"<p>{shells.CONTENT}</p>"
    if html.count(paragraph) != 1:
        raise ShellError(f"{shell.name}: {paragraph}")
    title = f'<h1 id="{shells.TOP_ID}">{shells.TITLE}'
    if html.count(title) != 1:
        raise ShellError(f"{shell.name}: {title}")
    html = html.replace(title, title.replace(shells.TITLE, _HEADING))
    heading = entry = ""
    contents = ("", "", "")
    if shell.contents:
        heading = _only(rf'<h2 id="{shells.SECTION_ID}">.*?</h2>', html, shell)
        second = _only(rf'<h2 id="{shells.SECOND_ID}">.*?</h2>', html, shell)
        html = html.replace(f"{paragraph}\n{heading}\n{second}", paragraph)
        table = _only(r'<nav class="md-nav md-nav--secondary".*?</nav>', html, shell)
        entry, contents = _take_table_apart(table, shell)
        html = html.replace(table, _CONTENTS)
    html = html.replace(paragraph, _BODY)
    places = [shells.TITLE, shells.DESCRIPTION, shells.ROBOTS, _HEADING, _CONTENTS, _BODY]
    if shells.MANY in shell.address:
        places.append(shell.address)
    parts = tuple(re.split("(" + "|".join(map(re.escape, places)) + ")", html))
    return Stamp(shell, parts, heading, entry, contents)


def _take_table_apart(table: str, shell: Shell) -> tuple[str, tuple[str, str, str]]:
    """What the theme makes of an entry, and what stands before, between and after entries."""
    entry = _only(rf'<li class="md-nav__item">\s*<a href="#{shells.SECTION_ID}".*?</li>', table, shell)
    before, rest = table.split(entry)
    between, second, after = rest.partition(entry.replace(shells.SECTION_ID, shells.SECOND_ID))
    if not second:
        raise ShellError(f"{shell.name}: li a[href=#{shells.SECOND_ID}]")
    return entry, (before, between, after)


@lru_cache(maxsize=1000)  # pages of a kind have the same sections
def _name(template: str, id: str, title: str) -> str:  # noqa: A002 - the word of HTML
    return template.replace(shells.SECTION_ID, str(escape(id))).replace(shells.SECTION, _text(title))


def _only(pattern: str, html: str, shell: Shell) -> str:
    found = re.findall(pattern, html, re.S)
    if len(found) != 1:
        raise ShellError(f"{shell.name}: {pattern} × {len(found)}")
    return str(found[0])


def _text(text: str) -> str:
    """Text as Python-Markdown writes it between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    """Text that is safe in an attribute and between tags."""
    return str(escape(text))
