"""New and changed records, and new postings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congkhai.check.walk import values
from congkhai.derive.address import address, heading
from congkhai.derive.news.entry import Entry
from congkhai.derive.office import Office
from congkhai.derive.publication import as_published, has_page
from congkhai.model.posting import Posting
from congkhai.model.reception import Reception
from congkhai.model.spec import Member
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

#: The field that tells on which day a record was made public, by kind.
_DAYS = {
    "plan": "date",
    "reception": "announced",
    "roster": "announced",
    "budget": "published",
    "disclosure": "published",
    "answer": "answered",
    "posting": "start",
    "legal_act": "issued",
}


def record_news(office: Office) -> Iterator[Entry]:
    """One entry for each record with a page of its own whose day is known, from git or from the record itself.

    Nothing is told that the web may not show on the day: a hidden disclosure has no entry, and of the others only
    the title stands in it.
    """
    for source in office.repository:
        if told_of(source):
            entry = entry_of(office, source)
            if entry:
                yield entry


def told_of(source: Source) -> bool:
    """Say whether anything can be told of a record: whether it is the office's own, with a page of its own."""
    return not source.shipped and source.kind.slug is not None


@fact
def entry_of(office: Office, source: Source) -> Entry | None:
    """What is told of one record; None when nothing is."""
    if not has_page(source, office.day) or as_published(source, office.day) is None:
        return None
    own = _own_day(source)
    changed = office.changed(source)
    if own and own > office.day:
        return None
    first, last = own or changed, max((day for day in (own, changed) if day), default=None)
    if first is None or last is None:
        return None
    return Entry(
        name=f"{_name(source)}",
        topic=source.key.kind,
        label=source.kind.title,
        title=_title(office, source),
        summary=_summary(office, source),
        page=address(source),
        published=min(first, last),
        updated=min(last, office.day),
        units=units_of(office, source),
        sources=source.files,
    )


def _name(source: Source) -> str:
    prefix = f"{source.key.office}/" if source.key.office else ""
    return f"{prefix}{source.key.kind}/{source.id}"


def _own_day(source: Source) -> date | None:
    found = getattr(source.record, _DAYS.get(source.key.kind, ""), None)
    if isinstance(source.record, Reception):  # a change that was announced makes the calendar new
        announced = [one.announced for one in source.record.exceptions if one.announced]
        found = max([source.record.announced, *announced])
    return found if isinstance(found, date) else None


def _title(office: Office, source: Source) -> str:
    record = source.record
    if not isinstance(record, Posting):
        return heading(source)
    item = office.repository.find(record.item.kind, record.item.id, source.key.office)
    shown = item is not None and has_page(item, office.day)
    return f"{source.kind.title}: {heading(item)}" if item and shown else f"{source.kind.title} {source.id}"


def _summary(office: Office, source: Source) -> str:
    """Where a posting hangs; the number of a plan; nothing of what a document holds."""
    record = source.record
    if isinstance(record, Posting):
        boards = (office.repository.find("board", id_, source.key.office) for id_ in record.boards)
        return "; ".join(heading(board) for board in boards if board)
    number = getattr(record, "number", None)
    return str(number) if isinstance(number, str) else ""


def _names_a_unit(member: Member) -> bool:
    return member.ref is not None and member.ref.kind == "unit"


def units_of(office: Office, source: Source) -> tuple[Key, ...]:
    """The units that a record names, each once."""
    found: dict[Key, None] = {}
    for _, _, value in values(source.record, _names_a_unit):
        unit = office.repository.find("unit", str(value), source.key.office)
        if unit:
            found.setdefault(unit.key)
    return tuple(found)
