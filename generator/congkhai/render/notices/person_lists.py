"""A list of persons joined with its rows, just before it is printed."""

from __future__ import annotations

from dataclasses import replace

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.disclosure import Disclosure
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.text import CannotPrint, printable
from congkhai.source.person_lists import PersonRows

#: The longest list on one notice.
_MOST = 5000
_CELL = 200


def joined(office: Office, notice: Notice, found: PersonRows) -> Notice | Refusal:
    """The notice with the rows of its list, or why it is refused: another file, another count, a column too few.

    No reason repeats anything of a row.
    """
    item: Disclosure = office.repository.sources[notice.name.key].record
    listed = item.list
    if listed is None:
        return refused(notice, "list", phrase("refusals.list_missing"))
    if found.digest != listed.digest:
        return refused(notice, "list.digest", phrase("refusals.list_digest", digest=found.digest))
    if len(found.rows) != item.persons or len(found.rows) > _MOST:
        told = phrase("refusals.list_count", count=len(found.rows), persons=item.persons or 0)
        return refused(notice, "persons", told)
    missing = [column for column in listed.columns if column not in found.columns]
    if missing:
        return refused(notice, "list.columns", phrase("refusals.list_column", column=missing[0]))
    places = [found.columns.index(column) for column in listed.columns]
    try:
        rows = tuple(
            tuple(printable(row[place], f"list[{number}]", _CELL) for place in places)
            for number, row in enumerate(found.rows, 1)
        )
    except CannotPrint as error:
        return refused(notice, error.field, phrase("refusals.list_cell"))
    return replace(notice, rows=rows)


def refused(notice: Notice, field: str, reason: str) -> Refusal:
    """The refusal of a list."""
    return Refusal(notice.name, field, reason, notice.sources)
