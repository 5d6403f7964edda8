"""What was derived and made in the last run, what it was made from, and which of it still holds.

A node is a fact or a result by name, with its readings and the digest of its value. What a change reaches is looked at
in the order in which it was made: a fact of which a reading changed is derived once more, and only when it gives
something else are those looked at that read it. So a change costs as much as it makes a difference.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import islice
from sys import intern
from typing import Protocol

from congkhai.publish.edges import Edges, Read
from congkhai.publish.kept_values import NO_VALUE, NOTHING, GoneError, digest_of, dump, load
from congkhai.publish.seen import Seen, moved
from congkhai.source.chunks import changed_map, kept_map
from congkhai.source.fact import PART, Derived, Facts, Unopened
from congkhai.source.repository import Source
from congkhai.source.rows import Changes, Row
from congkhai.source.shelf import Shelf

#: From how many on the values of a family are fetched together.
_SEVERAL = 1500
#: What begins the name of a fact that can be derived by its name alone.
_DERIVED = "=congkhai."
#: Above all ranks: everything is settled.
_ALL = 1 << 16


#: What a copy of the process derived: its name, its readings, and its value unless that is nothing.
Adopted = tuple[str, tuple[str, ...], bytes | None]


class World(Protocol):
    """What readings are held against."""

    def seen(self, names: Iterable[str]) -> Seen:
        """How all of it stands; `names` are the readings that count."""

    def source(self, path: str) -> Source | None:
        """The record of a path."""

    def again(self, name: str) -> bool:
        """Derive a fact once more; say whether that could be done."""


class _DamagedError(Exception):
    """A node that is needed cannot be read: nothing of the last run is used then."""


@dataclass(slots=True)
class _Past:
    """The last run: the numbers of what it read by name, who read what, and how all of it stood."""

    leaves: dict[str, int] = field(default_factory=dict)
    edges: Edges = field(default_factory=Edges)
    seen: Seen = field(default_factory=Seen)


class Graph:
    """The nodes of a part of the last run, if it was made under the same `conditions`, and what becomes of them."""

    def __init__(self, shelf: Shelf, part: str, conditions: str) -> None:
        self._shelf = shelf
        self._part = part
        self._conditions = conditions
        self._rows = shelf.rows(part)
        self._past = _read(shelf, part, conditions)
        self._world: World | None = None
        self._moved: set[str] = set()
        self._rank = _ALL
        self._queue: list[tuple[int, int]] = []
        self._doubted: set[int] = set()
        self._sound: set[int] = set()
        self._bulk: dict[str, dict[str, Row]] = {}
        self._wanted: Counter[str] = Counter()
        self._lost: dict[int, str] = {}
        self._met: dict[str, int] = {}
        self._taken = 0
        self.facts = Facts(self._recall)

    @property
    def seen(self) -> Seen:
        """How everything stood in the last run."""
        return self._past.seen

    @property
    def lost(self) -> Collection[str]:
        """The names of the nodes of the last run that do not hold."""
        return self._lost.values()

    def hold_against(self, world: World) -> None:
        """Find out what changed since the last run; to be done again when the world has been looked at further."""
        self._world = world
        past = self._past
        if not len(self):
            return
        now = moved(past.seen, world.seen(past.leaves), past.leaves)
        found, self._moved = now - self._moved, now
        try:
            for reading in found:
                if reading in past.leaves:
                    self._doubt(past.edges.readers(past.leaves[reading]))
            self._settle()
        except _DamagedError:
            self._shelf.spoilt()
            self._forget()

    def holds(self, name: str) -> bool:
        """Say whether a node of the last run is as it would be made now."""
        row = self._rows.named(name) if len(self) else None
        return row is not None and row.number not in self._lost

    def lose(self, name: str) -> None:
        """Take a node for one that does not hold: what it gave was lost, though nothing changed that it read."""
        number = self.number(name)
        if number is not None:
            self._lost[number] = name
            self._doubted.add(number)

    def branch(self) -> None:
        """Begin to derive in a copy of the process, beside others; what it derives is theirs to adopt."""
        self._shelf.branch()
        self._taken = len(self.facts.known)

    def take(self) -> list[Adopted]:
        """What was derived in this copy since it was asked for the last time."""
        known = self.facts.known
        # From the end: to skip from the start what was told before takes longer with each time.
        names = [*islice(reversed(known), len(known) - self._taken)][::-1]
        fresh = ((name, known[name]) for name in names)
        found = [(name, tuple(one.readings), _packed(one)) for name, one in fresh]
        self._taken = len(known)
        return found

    def adopt(self, name: str, readings: Iterable[str], value: bytes | None) -> None:
        """Take over what a copy derived; several may have derived the same."""
        if name not in self.facts.known:
            self.facts.known[intern(name)] = Unopened(value, tuple(map(intern, readings)), self._opened)

    def save(self, world: World, about: Mapping[str, bytes]) -> None:
        """Keep what was made in this run, and of the last one what still holds.

        What is kept is let go of, one after the other: it is very much, and this comes last.
        """
        known = self.facts.known
        fresh = [name for name, derived in known.items() if derived.fresh]
        gone = [number for number, name in self._lost.items() if name not in known or not known[name].fresh]
        numbers, changed = _Numbers(self), Read()

        def rows() -> Iterator[Row]:
            for name in fresh:
                derived = known.pop(name)
                changed.add(number := numbers[name], map(numbers.__getitem__, derived.readings))
                yield _row(number, name, derived)
            for number in gone:
                changed.add(number, ())

        def rest() -> Mapping[str, bytes]:
            return {**about, **self._rest(world, changed, numbers)}

        self._shelf.keep(rest, nodes=[Changes(self._part, rows(), gone, not len(self))])

    def _rest(self, world: World, changed: Read, numbers: _Numbers) -> Mapping[str, bytes]:
        """What is kept beside the nodes: who read what, and how all of it stands."""
        past, anew = self._past, not len(self)
        leaves = {**past.leaves, **numbers.leaves}
        seen = world.seen(leaves).over(past.seen)
        kept: dict[str, bytes] = {}
        if len(changed) or anew:
            edges = past.edges.patched(changed, numbers.count)
            kept[f"{self._part} edges"] = marshal.dumps((self._conditions, edges.packed()))
        if numbers.leaves or anew:
            kept |= changed_map(f"{self._part} leaves", leaves, None if anew else past.leaves)
        for name, value in seen.plain().items():
            kept |= changed_map(f"{self._part} {name}", value, None if anew else getattr(past.seen, name))
        return kept

    def number(self, name: str) -> int | None:
        """The number that a name had in the last run."""
        if name[0] != "=":
            return self._past.leaves.get(name)
        return self._met.get(name) or (self._rows.number(name) if len(self) else None)

    def __len__(self) -> int:
        """How many numbers the last run gave out."""
        return len(self._past.edges)

    def _doubt(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if number not in self._doubted:
                self._doubted.add(number)
                heappush(self._queue, (self._past.edges.ranks[number], number))

    def _settle(self) -> None:
        while self._queue:
            self._rank, number = heappop(self._queue)
            if self._differs(number):
                self._doubt(self._past.edges.readers(number))
        self._rank = _ALL

    def _differs(self, number: int) -> bool:
        """Take a node as lost; say whether it is, or may become, another."""
        row = self._rows.of(number)
        if row is None:
            raise _DamagedError
        name = self._lost[number] = row.name
        known = self.facts.known.get(name)
        if known is not None and not known.fresh:
            del self.facts.known[name]
        if not name.startswith(_DERIVED):
            return True
        if name not in self.facts.known:
            assert self._world is not None, "nothing is derived before the world is known"
            try:
                if not self._world.again(name):
                    return True
            except _DamagedError:
                raise
            except Exception:  # noqa: BLE001 - whoever still needs the fact will meet the error again
                return True
        return _row(number, name, self.facts.known[name]).digest != row.digest

    def _recall(self, name: str) -> Derived | None:
        if not len(self):
            return None
        row = self._row(name)
        if row is None or not self._is_sound(row.number):
            return None
        self._met[name] = row.number  # whoever asked has read it, and its number will be wanted
        try:
            value = NOTHING if row.value is None else self._opened(row.value)
            return Derived(value, frozenset(), fresh=False)
        except GoneError:
            return None

    def _opened(self, data: bytes) -> object:
        assert self._world is not None, "nothing is kept before the world is known"
        return load(data, self._world.source)

    def _row(self, name: str) -> Row | None:
        """The row of a name; where several of a family are wanted, all of them are fetched at once."""
        family = name[: name.rfind(PART) + 1] or name
        self._wanted[family] += 1
        if self._wanted[family] == _SEVERAL:
            self._bulk[family] = {row.name: row for row in self._rows.family(family)}
        return self._bulk[family].get(name) if family in self._bulk else self._rows.named(name)

    def _is_sound(self, number: int) -> bool:
        """Say whether a node holds, also while what was made after it has not been looked at yet."""
        if number in self._doubted:
            return False
        edges = self._past.edges
        if edges.ranks[number] <= self._rank or number in self._sound:
            return True
        if all(map(self._is_sound, edges.readings(number))):
            self._sound.add(number)
            return True
        return False

    def _forget(self) -> None:
        """Begin anew, as without a last run."""
        self._past = _Past()
        self._rank, self._queue = _ALL, []
        self._doubted, self._sound, self._lost = set(), set(), {}
        for name in [name for name, derived in self.facts.known.items() if not derived.fresh]:
            del self.facts.known[name]


class _Numbers(dict[str, int]):
    """The numbers of names; those that have none get one. `leaves` are the new ones of readings that are no nodes."""

    def __init__(self, past: Graph) -> None:
        super().__init__()
        self._past = past
        self._anew = not len(past)
        self.count = len(past)
        self.leaves: dict[str, int] = {}

    def __missing__(self, name: str) -> int:
        number = None if self._anew else self._past.number(name)
        if number is None:
            number = self.count
            self.count += 1
            if name[0] != "=":
                self.leaves[name] = number
        self[name] = number
        return number


def _packed(derived: Derived) -> bytes | None:
    """A value as it is kept; None for the one that most give."""
    if isinstance(derived, Unopened):
        return derived.data
    return None if derived.value == NOTHING else dump(derived.value)


def _row(number: int, name: str, derived: Derived) -> Row:
    value = _packed(derived)
    return Row(number, name, NO_VALUE if value is None else digest_of(value), value)


def _read(shelf: Shelf, part: str, conditions: str) -> _Past:
    kept = shelf.about(f"{part} edges")
    then, edges = marshal.loads(kept) if kept else ("", ())  # noqa: S302 - written by ourselves
    if then != conditions:
        return _Past()
    leaves, *seen = (kept_map(shelf, f"{part} {name}") for name in ("leaves", *Seen().plain()))
    if leaves is None or None in seen:
        return _Past()
    return _Past(leaves, Edges.unpacked(*edges), Seen(*seen))
