"""What search knows of a page."""

from __future__ import annotations

from dataclasses import dataclass

#: The weight of a page that leads to procedures: who asks in its words wants one of them, unless they name the page.
LEADING = 80


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """The searchable text of one page.

    `kind`, `fields`, `units`, `audience` and `levels` are the Vietnamese labels that filters show. `names` are
    everyday names and hidden terms: they find the page and are never shown. `facts` are short texts that a hit shows,
    such as the fee and the time limit. `text` is the body, plain; a page that only lists others has none, as those
    have their own. `weight` is how likely people look for this page and not for another with the same words, in
    hundredths.
    """

    kind: str
    text: str = ""
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    weight: int = 100
