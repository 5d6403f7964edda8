"""A notice that the records call for, before its facts are gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    holds. `facts` gathers the facts and raises CannotPrint when one is missing. `parts` gives the sheets of procedures
    that a booklet is made of, `outline` tells them apart beside its facts, and `forms` are the files of forms that it
    holds.
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
    outline: tuple[str, ...] = ()
    parts: Callable[[], tuple[Draft, ...]] = tuple
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafts:
    """What finds the notices of a kind that an office has on its day.

    They are found by subject, so that those of one can be found without the others. A subject is a text that stays
    the same as long as what it names is there, such as the path of a record; it may have no notice.
    """

    subjects: Callable[[Office], Iterable[str]]
    of: Callable[[Office, str], Iterator[Draft]]

    def __call__(self, office: Office) -> Iterator[Draft]:
        """All of them, subject by subject."""
        for subject in self.subjects(office):
            yield from self.of(office, subject)


def of_each(kind: str, make: Callable[[Office, Source], Draft | None]) -> Drafts:
    """What finds at most one notice for each record of a kind."""

    def of(office: Office, path: str) -> Iterator[Draft]:
        source = office.repository.at(path)
        draft = make(office, source) if source else None
        if draft:
            yield draft

    return Drafts(lambda office: (source.path for source in office.repository.all(kind)), of)


def of_all(make: Callable[[Office], Iterator[Draft]]) -> Drafts:
    """What finds notices that are about the records of an office together."""
    return Drafts(lambda office: ("",), lambda office, _: make(office))


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
