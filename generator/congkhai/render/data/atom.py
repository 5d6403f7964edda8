"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from congkhai import __version__
from congkhai.derive.news.entry import Entry

#: The day from which tag addresses (RFC 4151) are ours. It never changes: with it every reader would take all for new.
_TAGGED = "2026-01-01"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `at` is its place relative to the site, `page` that of the page which it belongs to."""

    at: str
    page: str
    title: str
    about: str
    author: str
    site: str
    host: str
    day: date
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    return ("\n".join(_lines(feed)) + "\n").encode()


def tag(host: str, name: str) -> str:
    """The lasting name of a feed or an entry: `tag:xa.tinh.gov.vn,2026-01-01:plan/5-kh-ubnd`."""
    return f"tag:{host},{_TAGGED}:{name}"


def _lines(feed: Feed) -> Iterator[str]:
    updated = max((entry.updated for entry in feed.entries), default=feed.day)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">'
    yield _text("id", tag(feed.host, f"feed/{feed.at}"))
    yield _text("title", feed.title)
    yield _text("subtitle", feed.about)
    yield _text("updated", _moment(updated))
    yield Markup("<author><name>{}</name></author>").format(feed.author)
    yield Markup('<link rel="self" type="application/atom+xml" href="{}"/>').format(feed.site + feed.at)
    yield Markup('<link rel="alternate" type="text/html" href="{}"/>').format(feed.site + feed.page)
    yield Markup('<generator version="{}">congkhai</generator>').format(__version__)
    for entry in feed.entries:
        yield from _entry(feed, entry)
    yield "</feed>"


def _entry(feed: Feed, entry: Entry) -> Iterable[str]:
    yield "<entry>"
    yield _text("id", tag(feed.host, entry.name))
    yield _text("title", entry.title)
    yield _text("published", _moment(entry.published))
    yield _text("updated", _moment(entry.updated))
    yield Markup('<link rel="alternate" type="text/html" href="{}"/>').format(feed.site + entry.page)
    yield Markup('<category term="{}" label="{}"/>').format(entry.topic, entry.label)
    yield _text("summary", entry.summary or entry.label)
    yield "</entry>"


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _moment(day: date) -> str:
    """A day is all that is known: it begins at midnight in Vietnam."""
    return f"{day.isoformat()}T00:00:00+07:00"
