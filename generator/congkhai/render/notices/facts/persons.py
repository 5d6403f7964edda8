"""The list of persons of a disclosure, as far as the repository knows it: the rows are joined when it is printed.

Its version code stands for these facts, the digest of the list among them, so that a page can say whether the paper on
the wall is current without anybody's name (Law 91/2025/QH15, Article 3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.publication import Visibility, visibility
from congkhai.model.calendar import short_date
from congkhai.model.disclosure import Disclosure
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.facts.wording import citations
from congkhai.render.notices.text import UpTo
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class PersonsFacts:
    """What the list says besides its rows."""

    office: Identity
    unit: str
    title: str
    document: str
    period: str
    count: str
    columns: Annotated[tuple[str, ...], UpTo(items=12)]
    places: tuple[str, ...]
    contact: str
    hotline: str
    basis: tuple[str, ...]
    digest: str


def draft(office: Office, source: Source) -> Draft | None:
    """The list of a disclosure that has one and whose time is not over; it hangs for those of the village too."""
    item: Disclosure = source.record
    shown = visibility(item, office.day) in {Visibility.FULL, Visibility.NOTICE}
    if item.list is None or not shown or (item.until and item.until < office.day):
        return None
    title, found = phrase("notice_persons.title", title=item.title), partial(facts, office, source)
    made = of_record(source, title, f"DS {source.id}", found, dated=item.published, ends=(item.until,))
    return replace(made, file=f"{made.page.rstrip('/')}-danh-sach")


def facts(office: Office, source: Source) -> PersonsFacts:
    """Gather the facts. The disclosure has a list."""
    item: Disclosure = source.record
    at = source.key.office
    listed = item.list
    places = listed.places if listed else ()
    start, end = short_date(item.published), short_date(item.until) if item.until else ""
    return PersonsFacts(
        office=identity(office, at),
        unit=office.unit(item.unit, at).name,
        title=item.title,
        document=item.document,
        period=phrase("notice_persons.period", start=start, end=end),
        count=str(item.persons or ""),
        columns=listed.columns if listed else (),
        places=tuple(office.get("board", board, at).record.name for board in places),
        contact=item.contact or "",
        hotline=hotline(office, at),
        basis=citations(office, item.basis, at),
        digest=listed.digest if listed else "",
    )
