"""The office's own look: a colour that can be read, an emblem that is whole and harmless."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.rules.references import nearest
from congkhai.model.colour import contrast, darkened
from congkhai.model.emblem import EMBLEMS
from congkhai.model.finding import Severity
from congkhai.model.site import Site
from congkhai.source.repository import Source

#: WCAG 2.2, 1.4.3: text against its ground.
_READABLE = 4.5


def _pale(source: Source, _context: Context) -> Violations:
    """Pages and notices darken the colour for their texts; large areas keep it, and white letters stand on them."""
    site: Site = source.record
    found = contrast(site.primary_color)
    if found < _READABLE:
        shown = f"{found:.1f}".replace(".", ",")
        yield (
            "primary_color",
            {"value": site.primary_color, "found": shown, "darker": darkened(site.primary_color, 4.5)},
        )


def _emblem(source: Source, context: Context) -> Violations:
    site: Site = source.record
    if site.emblem is None:
        return
    found = context.emblems.get(site.emblem.file)
    if found is None:
        known = nearest(site.emblem.file, list(context.emblems))
        yield "emblem.file", {"value": site.emblem.file, "folder": EMBLEMS, "nearest": known}


def _unfit_emblem(source: Source, context: Context) -> Violations:
    site: Site = source.record
    found = context.emblems.get(site.emblem.file) if site.emblem else None
    if site.emblem and found and found.fault:
        yield "emblem.file", {"value": site.emblem.file, "reason": found.fault, "detail": found.detail}


RULES = (
    Rule("TW101", _pale, ("site",), Severity.WARNING),
    Rule("TW102", _emblem, ("site",)),
    Rule("TW103", _unfit_emblem, ("site",)),
)
