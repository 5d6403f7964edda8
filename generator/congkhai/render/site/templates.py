"""Jinja2 for pages: everything is escaped, nothing undefined passes, an office's own file comes first."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import BytecodeCache, ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from congkhai.catalogue import labels
from congkhai.model.calendar import long_date, short_date, weekday_name
from congkhai.model.grouping import grouped
from congkhai.render.site.label_words import NAME, LabelWords
from congkhai.render.site.lean import LeanEnvironment


class Templates:
    """Templates by name; an office replaces one by a file of the same name in `site_config/templates/`.

    `compiled` keeps them compiled, with the words of the catalogue in them: another program needs another one.
    """

    def __init__(self, own: Path, compiled: BytecodeCache | None = None) -> None:
        loader = ChoiceLoader([FileSystemLoader(own), PackageLoader("congkhai.render.site", "templates")])
        self._environment = LeanEnvironment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # else each rendering asks the disk whether the file is still the same
            cache_size=-1,
            bytecode_cache=compiled,
            extensions=[LabelWords],
        )
        self._environment.filters.update(
            short_date=short_date,
            long_date=long_date,
            weekday=weekday_name,
            paragraphs=paragraphs,
            breakable=breakable,
            grouped=grouped,
        )
        self._environment.globals[NAME] = labels("site")
        self._known: dict[str, Template] = {}

    def render(self, name: str, **values: object) -> Markup:
        """Render one template. Raises jinja2.TemplateError for a mistake in it."""
        template = self._known.get(name)
        if template is None:
            template = self._known[name] = self._environment.get_template(name)
        context = template.new_context({**self._environment.globals, **values}, shared=True)
        try:
            return Markup("".join(template.root_render_func(context)))  # noqa: S704 - everything is escaped
        except Exception:  # noqa: BLE001 - told with the line of the template, and raised again
            self._environment.handle_exception()


def paragraphs(text: str) -> Markup:
    """Text parted by empty lines as escaped paragraphs; single line breaks stay."""
    if "\n" not in text and "\r" not in text and not text[:1].isspace() and not text[-1:].isspace():
        return Markup(f"<p>{escape(text)}</p>" if text else "")  # noqa: S704 - escaped here
    parts = [part.strip() for part in text.replace("\r", "").split("\n\n")]
    made = (str(escape(part)).replace("\n", "<br>") for part in parts if part)
    return Markup("\n".join(f"<p>{part}</p>" for part in made))  # noqa: S704 - escaped above


def breakable(text: str) -> Markup:
    """An address on the net, escaped, that a narrow column may break before its `@`, dots and slashes."""
    pieces = re.split(r"(?<=[a-z0-9])(?=[@.]|/[a-z0-9])", text, flags=re.IGNORECASE)
    return Markup("<wbr>").join(pieces)
