"""What differs between two versions of the facts of a notice, as Vietnamese sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from congkhai.catalogue import phrase
from congkhai.model.copy import Plain
from congkhai.render.copies.titles import FACTS, Shape, shape

Item: TypeAlias = "dict[str, Plain]"
Pair: TypeAlias = "tuple[Plain, Plain]"

#: How many words of an unchanged text stand on each side of what changed in it.
_AROUND = 6
#: A text up to this length is shown whole.
_SHORT = 90
#: The longest gist of an item that came or went.
_GIST = 200
#: How alike (of 100) two texts must be to count as two versions of one, and how much of them is compared.
_LIKE = 60
_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not as it was. `where` names it from the outside in.

    `old` is empty for what was added, `new` for what went away; both are empty where `note` says what happened.
    `basis` is the law that ordered it, where known.
    """

    where: tuple[str, ...]
    old: str
    new: str
    basis: str = ""
    note: str = ""

    @property
    def sentence(self) -> str:
        """`Nộp trực tiếp – Phí A: 50.000 đồng → 60.000 đồng, theo Nghị quyết …`."""
        key = "changed" if self.old and self.new else "added" if self.new else "removed"
        told = self.note or phrase(f"copies.{key}", old=self.old, new=self.new)
        basis = phrase("copies.basis", basis=self.basis) if self.basis else ""
        return f"{' – '.join(self.where)}: {told}{basis}" if self.where else f"{told}{basis}"


def differences(kind: str, old: Plain, new: Plain, cited: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """Every fact of a kind of notice that differs, in the order of the notice; empty when nothing printed does.

    `cited` names the law behind an item by the item's name, such as that of a fee. A fact that one of the versions
    cannot know, because it was printed before notices had it, is no difference.
    """
    facts = FACTS.get(kind)
    if facts is None or not isinstance(old, dict) or not isinstance(new, dict):
        return ()
    return tuple(_Teller(cited or {}).record(shape(facts), old, new, ()))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Walks both versions side by side."""

    cited: Mapping[str, str]

    def record(self, known: Shape, old: Item, new: Item, where: tuple[str, ...]) -> Iterator[Change]:
        for name, title in known.titles.items():
            if name not in old or name not in new or old[name] == new[name]:
                continue
            inner = (*where, title) if title else where
            part = known.parts.get(name)
            yield from self.values(shape(part) if part else None, old[name], new[name], inner)

    def values(self, known: Shape | None, old: Plain, new: Plain, where: tuple[str, ...]) -> Iterator[Change]:
        if isinstance(old, list) and isinstance(new, list):
            yield from self.lists(known, old, new, where)
        elif known and isinstance(old, dict) and isinstance(new, dict):
            yield from self.record(known, old, new, where)
        else:
            yield from _texts(_text(old), _text(new), where)

    def lists(
        self, known: Shape | None, old: Sequence[Plain], new: Sequence[Plain], where: tuple[str, ...]
    ) -> Iterator[Change]:
        """Items that stayed are passed over; the others are paired by name, then by place."""
        gone, come = _without(old, new), _without(new, old)
        if not gone and not come:
            yield Change(where, "", "", note=phrase("copies.order"))
            return
        pairs = _paired(known.names if known else (), gone, come)
        for before, after in sorted(pairs, key=lambda pair: _place(old, new, pair)):
            if known and isinstance(before, dict) and isinstance(after, dict):
                name = _name(known, before, after)
                told = self.record(known, before, after, (*where, name) if name else where)
                yield from (self._cite(change, known, before, after) for change in told)
            else:
                for change in _texts(_gist(known, before), _gist(known, after), where):
                    yield self._cite(change, known, before, after)

    def _cite(self, change: Change, known: Shape | None, before: Plain, after: Plain) -> Change:
        """The law behind a change: what the item itself cites, or what is known of the item's name."""
        item = after if isinstance(after, dict) else before
        if change.basis or known is None or not isinstance(item, dict):
            return change
        name = item.get("name")
        basis = self.cited.get(name, "") if isinstance(name, str) and "due" in item else ""
        if not basis and known.cites and change.where and change.where[-1] != known.titles["basis"]:
            basis = _text(item.get("basis", ""))
        return replace(change, basis=basis)


def _without(items: Sequence[Plain], others: Sequence[Plain]) -> list[Plain]:
    """The items that others lack, each counted."""
    left, found = list(others), []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _paired(names: tuple[tuple[str, ...], ...], gone: list[Plain], come: list[Plain]) -> list[Pair]:
    """Pairs of an item before and after; None where there is no other."""
    pairs: list[Pair] = []
    gone, come = list(gone), list(come)
    for keys in names:
        named = _unique(come, _by(keys))
        for before in list(gone):
            found = named.pop(_by(keys)(before), None)
            if found is not None and _unique(gone, _by(keys)).get(_by(keys)(before)) is before:
                pairs.append((before, found))
                gone = [item for item in gone if item is not before]
                come = [item for item in come if item is not found]
    if not names and len(gone) == len(come):
        return pairs + list(zip(gone, come, strict=True))
    return pairs + _alike(gone, come)


def _alike(gone: list[Plain], come: list[Plain]) -> list[Pair]:
    """What is left, paired where most of the text is the same; all others stand alone."""
    from rapidfuzz import fuzz  # slow to load, and seldom needed

    texts = [_text(item)[:_COMPARED] for item in come]
    free = set(range(len(come)))
    pairs: list[Pair] = []
    for before in gone:
        text = _text(before)[:_COMPARED]
        ranked = max(((fuzz.ratio(text, texts[n]), -n) for n in free), default=(0.0, 0))
        if ranked[0] >= _LIKE:
            free.remove(-ranked[1])
            pairs.append((before, come[-ranked[1]]))
        else:
            pairs.append((before, None))
    return pairs + [(None, come[n]) for n in sorted(free)]


def _by(keys: tuple[str, ...]) -> Callable[[Plain], str]:
    def name(item: Plain) -> str:
        return repr([item.get(key) for key in keys]) if isinstance(item, dict) else repr(item)

    return name


def _unique(items: Sequence[Plain], name: Callable[[Plain], str]) -> dict[str, Plain]:
    """Items by a name that no other of them has."""
    names = [name(item) for item in items]
    return {known: item for known, item in zip(names, items, strict=True) if names.count(known) == 1}


def _place(old: Sequence[Plain], new: Sequence[Plain], pair: Pair) -> tuple[int, int]:
    before, after = pair
    if after is not None:
        return (next(n for n, item in enumerate(new) if item is after), 1)
    return (next(n for n, item in enumerate(old) if item is before), 0)


def _name(known: Shape, before: Item, after: Item) -> str:
    """What an item of a list is called: by its best name that both versions of it share."""
    for keys in known.names:
        if known.naming and all(before.get(key) == after.get(key) for key in keys):
            name = ", ".join(part for key in keys if (part := _text(after.get(key, ""))))
            if name:
                return known.naming.format(name=_shortened(_lowered(name, known.naming), _SHORT))
    return ""


def _lowered(name: str, naming: str) -> str:
    """A name within a phrase begins small, unless it is in capitals."""
    return name[:1].lower() + name[1:] if not naming.startswith("{") and name[1:2].islower() else name


def _gist(known: Shape | None, item: Plain) -> str:
    """An item that came or went, in one line."""
    if known is None or not isinstance(item, dict):
        return _shortened(_text(item), _GIST)
    parts = [_text(item[name]) for name in known.titles if name in item and not isinstance(item[name], bool | int)]
    return _shortened(" · ".join(part for part in parts if part), _GIST)


def _text(value: Plain) -> str:
    """A value in one line."""
    match value:
        case None:
            return ""
        case bool():
            return phrase("copies.yes" if value else "copies.no")
        case list():
            return "; ".join(part for item in value if (part := _text(item)))
        case dict():
            return ", ".join(part for item in value.values() if (part := _text(item)))
        case _:
            return str(value)


def _texts(old: str, new: str, where: tuple[str, ...]) -> Iterator[Change]:
    if old != new:
        yield Change(where, *_excerpts(old, new))


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Of two long texts only the words around what differs."""
    if max(len(old), len(new)) <= _SHORT or not old or not new:
        return _shortened(old, _GIST), _shortened(new, _GIST)
    before, after = old.split(" "), new.split(" ")
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    return _window(before, head, tail), _window(after, head, tail)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _window(words: Sequence[str], head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    text = _shortened(" ".join(words[start:end]), 2 * _GIST)
    return f"{'… ' if start else ''}{text}{' …' if end < len(words) else ''}"


def _shortened(text: str, length: int) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"
