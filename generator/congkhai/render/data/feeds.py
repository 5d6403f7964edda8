"""The feeds of a site: of all that changes, of each kind of record, of what became late, of each unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.news.entry import Entry, newest
from congkhai.derive.news.lateness import late_tasks, missed_duties
from congkhai.derive.news.records import record_news
from congkhai.derive.office import Office
from congkhai.model.kinds import KINDS
from congkhai.render.data.atom import Feed, atom
from congkhai.source.repository import Key

#: The name of a page's feed, beside the page, and that of what became late, beside the list of plans.
FEED = "cap-nhat.atom"
LATE = "ke-hoach/qua-han.atom"
#: How many entries a feed holds: what is older stands on the pages.
_MOST = 50


def files(office: Office) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files) of every feed."""
    records = list(record_news(office))
    late, missed = list(late_tasks(office)), list(missed_duties(office))
    every = [*records, *late, *missed]
    name = office.site.name
    yield _made(office, FEED, "", phrase("site.feed_all", office=name), every)
    for kind in KINDS.values():
        if kind.slug:
            mine = [entry for entry in records if entry.topic == kind.name]
            mine += missed if kind.name == "duty" else []
            title = phrase("site.feed_kind", kind=kind.title, office=name)
            yield _made(office, f"{kind.slug}/{FEED}", f"{kind.slug}/", title, mine)
    yield _made(office, LATE, "ke-hoach/", phrase("site.feed_late", office=name), late)
    by_unit: dict[Key, list[Entry]] = {}
    for entry in every:
        for key in entry.units:
            by_unit.setdefault(key, []).append(entry)
    for unit in office.repository.all("unit"):
        at = address(unit)
        title = phrase("site.feed_unit", unit=unit.record.short_name or unit.record.name)
        yield _made(office, f"{at}{FEED}", at, title, by_unit.get(unit.key, []))


def _made(
    office: Office, at: str, page: str, title: str, entries: Iterable[Entry]
) -> tuple[str, bytes, tuple[str, ...]]:
    shown = newest(list(entries), _MOST)
    site = office.site.url.rstrip("/") + "/"
    feed = Feed(
        at=at,
        page=page,
        title=title,
        about=phrase("site.feed_about"),
        author=office.unit(office.site.office).name,
        site=site,
        host=urlsplit(site).hostname or "localhost",
        day=office.day,
        entries=shown,
    )
    return at, atom(feed), tuple(dict.fromkeys(path for entry in shown for path in entry.sources))
