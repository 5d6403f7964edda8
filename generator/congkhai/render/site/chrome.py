"""What MkDocs is given to render the chrome, and what is kept of its answer.

The engine is a function from a tree of files to a tree of files, so that another one (ProperDocs, Zensical) can take
its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from congkhai.catalogue import labels
from congkhai.derive.opening import opening_lines
from congkhai.model.site import Site
from congkhai.render.headers.policy import Inline, inline, policy
from congkhai.render.site.page import Page
from congkhai.render.site.shells import OFFICE, OFFICE_SHELLS, POLICY, SHELLS, Shell
from congkhai.render.site.stamp import Stamp, take_apart
from congkhai.render.site.tidy import tidy

#: What the theme ships and no page of ours loads: scripts, colours, its own search, source maps, its map of the site.
_UNUSED = re.compile(
    r"assets/javascripts/|assets/stylesheets/(?:\w+/)?palette\.|search\.json$|objects\.inv$|.*\.map$|sitemap\.xml"
)

#: Hand-written pages that the footer leads to when the office has them, with the word for each in the catalogue.
_GUIDES = (("gioi-thieu", "about"), ("huong-dan/can-bo", "guide"))


@dataclass(frozen=True, slots=True)
class Chrome:
    """The shells taken apart, every other file (assets, guides, 404) by path, and what stands inline in all of them."""

    stamps: Mapping[str, Stamp]
    files: Mapping[str, bytes]
    inline: Inline

    def fill(self, page: Page) -> str:
        """The whole HTML of a page, in the shell of its collection at its own depth."""
        stamp = self.stamps[page.shell]
        if page.address.count("/") > stamp.shell.address.count("/"):
            stamp = self.stamps[OFFICE_SHELLS[page.shell].name]
        return stamp.fill(page)


def engine_input(
    site: Site, config: bytes, docs: Mapping[str, bytes], theme: Mapping[str, bytes], *, offices: bool = False
) -> Mapping[str, bytes]:
    """The tree that the engine builds: `config` is the office's own `mkdocs.yml`.

    `docs` are the hand-written pages and `theme` the override files, by path; `offices` says whether records of
    offices with a folder of their own are published too.
    """
    tree = {"office.yml": config, "mkdocs.yml": _config(site, docs)}
    tree |= {f"docs/{shell.markdown_path}": shell.markdown.encode() for shell in _wanted(offices)}
    tree |= {f"docs/{path}": data for path, data in docs.items()}
    tree |= {f"theme/{path}": data for path, data in theme.items()}
    return tree


def take(files: Mapping[str, bytes]) -> Chrome:
    """Sort and tidy what the engine rendered. Raises ShellError when a shell cannot be taken apart."""
    seen = inline(data.decode() for path, data in files.items() if path.endswith(".html"))
    told = str(escape(policy(seen, served=False)))

    def finished(html: str) -> str:
        return tidy(html).replace(POLICY, told)

    files = {path: finished(data.decode()).encode() if path.endswith(".html") else data for path, data in files.items()}
    offices = any(path.startswith(f"{OFFICE}/") for path in files)
    shells = {shell.html_path: shell for shell in _wanted(offices)}
    stamps = {shell.name: take_apart(shell, files[path].decode()) for path, shell in shells.items()}
    return Chrome(stamps, {p: data for p, data in files.items() if p not in shells and not _UNUSED.match(p)}, seen)


def _wanted(offices: bool) -> Iterator[Shell]:
    yield from SHELLS.values()
    if offices:
        yield from OFFICE_SHELLS.values()


def _config(site: Site, docs: Mapping[str, bytes]) -> bytes:
    """A configuration on top of the office's `mkdocs.yml`; JSON is YAML."""
    office = {
        "address": site.address,
        "hotline": site.hotline,
        "email": site.email,
        "sample": site.sample,
        "emblem": {"path": site.emblem.published, "alt": site.emblem.alt} if site.emblem else None,
        "hours": [{"days": line.days, "hours": line.hours} for line in opening_lines(site.hours)],
    }
    words = labels("chrome")
    links = [{"path": f"{page}/", "title": words[word]} for page, word in _GUIDES if f"{page}.md" in docs]
    config = {
        "INHERIT": "office.yml",
        "site_name": site.name,
        "site_url": site.url,
        "site_description": site.description,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": "theme", "variant": "classic"},  # Zensical's name for the look of Material
        "extra": {"generator": False, "office": office, "words": dict(words), "links": links},
    }
    return json.dumps(config, ensure_ascii=False, indent=1).encode()
