"""How much of a disclosure the open web may show on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum, unique

from congkhai.check.walk import is_file, values
from congkhai.derive.office import Office
from congkhai.model.disclosure import Disclosure, PersonalData, Readers
from congkhai.model.posting import Posting
from congkhai.source.fact import fact
from congkhai.source.repository import Source


@unique
class Visibility(Enum):
    """FULL: everything. NOTICE: that it exists and where to read it. ENDED: that it was public. HIDDEN: nothing."""

    FULL = "full"
    NOTICE = "notice"
    ENDED = "ended"
    HIDDEN = "hidden"


def visibility(disclosure: Disclosure, day: date) -> Visibility:
    """What a page, a list or a data file may show.

    An item for staff never reaches the web; one for the people of a village is read in the village. One with data
    of persons leaves the web on the day after its last (Law 91/2025/QH15, Articles 3 and 14); what remains says
    that it is given on request (Law 01/2026/QH16, Article 23). Without such data an item stays as a record of
    the past. An item whose first day has not come is hidden.
    """
    if disclosure.readers is Readers.STAFF or day < disclosure.published:
        return Visibility.HIDDEN
    personal = disclosure.personal_data in {PersonalData.BASIC, PersonalData.SENSITIVE}
    if personal and disclosure.until and disclosure.until < day:
        return Visibility.ENDED
    return Visibility.NOTICE if disclosure.readers is Readers.VILLAGE else Visibility.FULL


def as_published(source: Source, day: date) -> object:
    """The record with only what the web may show of it on the day; None when not even its name may be told."""
    record: object = source.record
    if not isinstance(record, Disclosure):
        return record
    match visibility(record, day):
        case Visibility.FULL:
            return record
        case Visibility.NOTICE:
            return replace(record, summary="", tables=(), files=())
        case Visibility.ENDED:
            return replace(record, summary="", tables=(), files=(), document="", persons=None, list=None)
        case Visibility.HIDDEN:
            return None


def is_told(source: Source, day: date) -> bool:
    """Say whether the name of a record may be told on the day."""
    return source.key.kind != "disclosure" or visibility(source.record, day) is not Visibility.HIDDEN


def withheld_files(office: Office) -> frozenset[str]:
    """Attached files that only disclosures name which the web may not show whole, and the minutes of their postings.

    They are not published either.
    """
    whole: set[str] = set()
    withheld: set[str] = set()
    for source in office.repository:
        for path, full in files_of(office, source):
            (whole if full else withheld).add(path)
    return frozenset(withheld - whole)


@fact
def files_of(office: Office, source: Source) -> tuple[tuple[str, bool], ...]:
    """The files that a record names, and whether the web may show them for its sake."""
    what = _what(office, source)
    full = as_published(what, office.day) is what.record
    return tuple((str(value), full) for _path, _member, value in values(source.record, is_file))


def _what(office: Office, source: Source) -> Source:
    """The record whose publication decides on the files of a record: for a posting, that of what was posted."""
    if not isinstance(source.record, Posting):
        return source
    item = source.record.item
    return office.repository.find(item.kind, item.id, source.key.office) or source


def has_page(source: Source, day: date) -> bool:
    """Say whether a record has a page of its own on the day."""
    if source.key.kind == "disclosure" and visibility(source.record, day) is Visibility.HIDDEN:
        return False
    return source.kind.slug is not None
