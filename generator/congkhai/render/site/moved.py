"""What stands at an address that a record has left."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from congkhai.catalogue import labels
from congkhai.derive.office import Office
from congkhai.model.address_book import AddressBook, Move
from congkhai.model.calendar import short_date
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.shells import MANY, SHELLS

_REDIRECT = Markup(
    '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={to}">\n'
    '<link rel="canonical" href="{canonical}">\n</head>\n<body>\n<p>{reason} <a href="{to}">{title}</a></p>\n'
    "</body>\n</html>\n"
)


def moves(office: Office) -> tuple[Move, ...]:
    """Every address that was left."""
    books: list[AddressBook] = [source.record for source in office.repository.all("address_book")]
    return tuple(move for book in books for move in book.moves)


def redirects(office: Office) -> Iterator[tuple[str, bytes]]:
    """Yield (path, HTML) for each record that went to another address."""
    words = labels("site")
    for move in moves(office):
        if move.new:
            to = "../" * move.old.count("/") + move.new
            canonical = office.site.url.rstrip("/") + "/" + move.new
            html = _REDIRECT.format(title=words["moved_title"], to=to, canonical=canonical, reason=move.reason)
            yield f"{move.old}index.html", html.encode()


def pages(context: SiteContext) -> Iterator[Page]:
    """The pages that stand at addresses which lead nowhere any more."""
    yield from stones(context.office)


def stones(office: Office) -> Iterator[Page]:
    """A page for each record that is gone for good: since when, and why."""
    words = labels("site")
    for move in moves(office):
        if move.new is None:
            lead = Markup('<p class="ck-note">{} ({}).</p>').format(move.reason, short_date(move.day))
            sources = ("site_config/moved.yml",)
            yield Page(
                move.old, _shell(move.old), words["gone_title"], move.reason, lead, sources=sources, listed=False
            )


def _shell(address: str) -> str:
    first, depth = address.split("/")[0], address.count("/")
    name = first + "/*" * (depth - 1)
    if name in SHELLS:
        return name
    at_depth = (s.name for s in SHELLS.values() if s.address.count("/") == depth and (depth == 1 or MANY in s.address))
    return next(at_depth, "tim-kiem")
