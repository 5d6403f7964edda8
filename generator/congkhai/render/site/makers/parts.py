"""The sections of a record's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from congkhai.catalogue import phrase
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import PageSection

#: The lasting fragment of a section, its name, and what it shows.
Wanted: TypeAlias = tuple[str, str, object]


def parts(
    context: SiteContext, noun: str, wanted: Iterable[Wanted | PageSection], **values: object
) -> tuple[PageSection, ...]:
    """A section for each of those wanted that has something to show; one that is already made stays as it is.

    The template is `<noun>/<name>.html.j2`, the heading `site.<noun>_<name>` of the catalogue.
    """
    return tuple(
        part if isinstance(part, PageSection) else _part(context, noun, part, values)
        for part in wanted
        if isinstance(part, PageSection) or part[2]
    )


def _part(context: SiteContext, noun: str, wanted: Wanted, values: dict[str, object]) -> PageSection:
    id_, name, _ = wanted
    return PageSection(id_, phrase(f"site.{noun}_{name}"), context.templates.render(f"{noun}/{name}.html.j2", **values))
