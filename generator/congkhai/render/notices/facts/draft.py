"""A notice that the records call for, before its facts are gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Draft:
    """One notice to make.

    `page` is the address, relative to the site, of the page that the QR code opens, `file` that of the PDF without
    paper and suffix. `dated` is the record's own day, if it has one; `ends` are days after which some fact no longer
    holds. `facts` gathers the facts and raises CannotPrint when one is missing. `parts` are the sheets of procedures
    that a booklet is made of, `forms` the files of forms that it holds.
    """

    key: Key
    page: str
    file: str
    title: str
    number: str
    sources: tuple[Source, ...]
    facts: Callable[[], object]
    dated: date | None = None
    ends: tuple[date | None, ...] = ()
    parts: tuple[Draft, ...] = ()
    forms: tuple[str, ...] = ()
