"""The sections of a record's page."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.catalogue import phrase
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import PageSection


def parts(
    context: SiteContext, noun: str, wanted: Iterable[tuple[str, str, object]], **values: object
) -> tuple[PageSection, ...]:
    """A section for each (fragment, name, what it shows) that has something to show.

    The template is `<noun>/<name>.html.j2`, the heading `site.<noun>_<name>` of the catalogue.
    """
    return tuple(
        PageSection(id_, phrase(f"site.{noun}_{name}"), context.templates.render(f"{noun}/{name}.html.j2", **values))
        for id_, name, shown in wanted
        if shown
    )
