"""Postings as lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.address import address, heading
from congkhai.derive.boards import Hanging
from congkhai.derive.publication import has_page
from congkhai.derive.windows import PostingState
from congkhai.model.disclosure import Disclosure
from congkhai.model.posting import Posting
from congkhai.render.site.makers.links import Link, link

#: How each state looks; see `ck-badge`.
TONES = {
    PostingState.PLANNED: "muted",
    PostingState.HANGING: "ok",
    PostingState.INTERRUPTED: "warn",
    PostingState.DUE_DOWN: "warn",
    PostingState.TAKEN_DOWN: "muted",
    PostingState.WITHDRAWN: "late",
}


@dataclass(frozen=True, slots=True)
class HangingRow:
    """A posting: what it shows, where, from when to when, and how it stands. `item` is None without a page.

    `last` is the day on which it came down, or until which it must hang; `earlier` are the boards on which it may come
    down before that, with their days. While an interruption goes on it is `open`, and the end moves on.
    """

    link: Link
    number: str
    title: str
    kind: str
    item: Link | None
    boards: tuple[Link, ...]
    posting: Posting
    first: date
    last: date | None
    state: PostingState
    tone: str
    extended: bool
    withdrawn: bool
    earlier: Mapping[str, date]
    open: bool


def hanging_row(hanging: Hanging, day: date) -> HangingRow:
    """One posting. An item that the web may not show on the day is not named."""
    posting: Posting = hanging.posting.record
    shown = hanging.item is not None and has_page(hanging.item, day)
    if hanging.item and not shown and isinstance(hanging.item.record, Disclosure):
        title = phrase("site.posting_unnamed")
    else:
        title = heading(hanging.item) if hanging.item else posting.item.id
    over = hanging.window.state in {PostingState.TAKEN_DOWN, PostingState.WITHDRAWN}
    ended = posting.down if over else None
    return HangingRow(
        link=Link(title, address(hanging.posting)),
        number=f"{posting.number}/{posting.year}",
        title=title,
        kind=hanging.item.kind.title if hanging.item else "",
        item=link(hanging.item) if hanging.item and shown else None,
        boards=tuple(link(board) for board in hanging.boards),
        posting=posting,
        first=hanging.window.first,
        last=ended or hanging.window.last,
        state=hanging.window.state,
        tone=TONES[hanging.window.state],
        extended=hanging.window.extended,
        withdrawn=hanging.window.state is PostingState.WITHDRAWN,
        open=any(place.state is PostingState.INTERRUPTED and place.last for place in hanging.window.boards),
        earlier={} if ended else _earlier(hanging),
    )


def _earlier(hanging: Hanging) -> Mapping[str, date]:
    """By the address of the board."""
    pairs = zip(hanging.boards, hanging.window.boards, strict=True)
    return {address(board): place.last for board, place in pairs if place.last and place.last != hanging.window.last}


def hanging_rows(hangings: Iterable[Hanging], day: date) -> tuple[HangingRow, ...]:
    """Postings in the given order."""
    return tuple(hanging_row(hanging, day) for hanging in hangings)
