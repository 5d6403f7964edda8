"""What search knows of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """The searchable text of one page.

    `kind`, `fields`, `units` and `audience` are the Vietnamese labels that filters show. `names` are everyday names
    and hidden terms: they find the page and are never shown. `facts` are short texts that a hit shows, such as the
    fee and the time limit. `text` is the body, plain.
    """

    kind: str
    text: str
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
