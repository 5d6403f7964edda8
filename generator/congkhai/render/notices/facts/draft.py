"""A notice that the records call for, before its facts are gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.model.kinds import KINDS
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


def of_record(
    source: Source,
    title: str,
    number: str,
    facts: Callable[[], object],
    also: tuple[Source, ...] = (),
    dated: date | None = None,
    ends: tuple[date | None, ...] = (),
) -> Draft:
    """The notice of a record, whose file stands where its page does; `also` are the other records that it prints."""
    page = address(source)
    return Draft(source.key, page, page, title, number, (source, *also), facts, dated, ends)


def of_collection(
    kind: str,
    at: str,
    file: str,
    title: str,
    number: str,
    sources: tuple[Source, ...],
    facts: Callable[[], object],
    dated: date | None = None,
    ends: tuple[date | None, ...] = (),
) -> Draft:
    """The notice of what an office has of a kind of record; its file stands below the page of them all."""
    page = f"{KINDS[kind].slug}/"
    below = f"{at}/" * bool(at) + page
    return Draft(Key(kind, "", at), page, below + file, title, number, sources, facts, dated, ends)


def offices_with(office: Office, kind: str) -> tuple[str, ...]:
    """The offices that have records of a kind of their own, that of the site (an empty name) first."""
    return tuple(sorted({source.key.office for source in office.repository.all(kind)}))
