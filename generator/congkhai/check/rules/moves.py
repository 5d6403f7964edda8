"""Addresses that records left: each leads to one page, and on to one that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congkhai.check.rule import Context, WholeRule
from congkhai.model.address_book import AddressBook
from congkhai.model.kinds import KINDS
from congkhai.source.address import address
from congkhai.source.fact import timeless
from congkhai.source.repository import Source


@timeless
def _live(context: Context) -> frozenset[str]:
    """The addresses of all records, and of the lists of each kind."""
    kinds = [kind for kind in KINDS.values() if kind.slug]
    records = {address(source) for kind in kinds for source in context.repository.all(kind.name)}
    return frozenset(records | {f"{kind.slug}/" for kind in kinds})


def _astray(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    books = [source for source in context.repository.all("address_book") if source.record.moves]
    live = _live(context) if books else frozenset()
    folders = {one.partition("/")[0] for one in live}
    for source in books:
        book: AddressBook = source.record
        after: dict[str, str | None] = {}
        for n, move in enumerate(book.moves):
            if move.old in live:
                yield source, f"moves[{n}].old", {"reason": "moved_is_live", "address": move.old}
            elif move.old in after:
                yield source, f"moves[{n}].old", {"reason": "moved_twice", "address": move.old}
            after.setdefault(move.old, move.new)
        for n, move in enumerate(book.moves):
            if move.new and _comes_back(move.old, after):
                yield source, f"moves[{n}].new", {"reason": "moved_in_a_circle", "address": move.new}
            elif move.new and move.new.partition("/")[0] in folders and not _leads(move.new, live, after):
                yield source, f"moves[{n}].new", {"reason": "moved_nowhere", "address": move.new}


def _leads(to: str, live: frozenset[str], after: Mapping[str, str | None]) -> bool:
    """Whether an address is that of a record, or lies below one, or was left in its turn."""
    parts = to.split("/")
    return to in after or any("/".join(parts[:size]) + "/" in live for size in range(2, len(parts))) or to in live


def _comes_back(start: str, after: Mapping[str, str | None]) -> bool:
    seen, at = {start}, after.get(start)
    while at:
        if at in seen:
            return True
        seen.add(at)
        at = after.get(at)
    return False


RULES = (WholeRule("DC101", _astray),)
