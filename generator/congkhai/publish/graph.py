"""What was derived and made in the last run, what it was made from, and which of it still holds.

A node is a fact or a result by name, with the numbers of its readings and the digest of its value. A node holds while
every one of its readings is as it was: a leaf by its state, another node because it holds itself, or because what it
gives now is what it gave then. So a change goes only as far as it makes a difference.
"""

from __future__ import annotations

import hashlib
import io
import marshal
import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from congkhai.source.fact import PART, Derived, Facts
from congkhai.source.repository import Key, Source
from congkhai.source.shelf import Shelf

_ROW = "graph"
#: The value that most checks give; it is not fetched.
_NOTHING: tuple[object, ...] = ()
#: From how many on the values of a family are fetched together.
_SEVERAL = 20
#: When fewer nodes than one in so many are new, all others keep their numbers.
_SMALL = 10


class World(Protocol):
    """What readings are held against. A state of None says that it was not looked at."""

    def state(self, reading: str) -> str | None:
        """How a leaf stands now."""

    def source(self, path: str) -> Source | None:
        """The record of a path."""

    def again(self, name: str) -> bool:
        """Derive a fact once more; say whether that could be done."""


@dataclass(slots=True)
class _Past:
    """The last run: names by number, the states of leaves, and of each node readings and digest."""

    names: list[str] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    nodes: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)


class Graph:
    """The nodes of the last run, if it was made under the same `conditions`, and what becomes of them in this one."""

    def __init__(self, shelf: Shelf, conditions: str) -> None:
        self._shelf = shelf
        self._conditions = conditions
        self._past = _read(shelf, conditions)
        self._numbers = {name: number for number, name in enumerate(self._past.names)}
        self._suspects: set[int] = set()
        self._verdicts: dict[int, bool] = {}
        self._bulk: dict[str, dict[str, bytes]] = {}
        self._wanted: Counter[str] = Counter()
        self._changed: set[int] = set()
        self._world: World | None = None
        self._unseen: Collection[int] = ()
        self.facts = Facts(self._recall)

    def hold_against(self, world: World) -> None:
        """Find out what changed since the last run; to be done again when the world has been looked at further."""
        past = self._past
        if world is not self._world:
            self._world, self._unseen = world, past.states.keys()
        now = {number: world.state(past.names[number]) for number in self._unseen}
        self._unseen = [number for number, state in now.items() if state is None]
        fresh = {number for number, state in now.items() if state is not None and state != past.states[number]}
        fresh -= self._changed
        self._changed |= fresh
        if fresh:
            self._suspect(fresh)

    def _suspect(self, suspects: set[int]) -> None:
        """Doubt whatever read any of these, or read what did."""
        past = self._past
        readings = [(number, array("I", packed)) for number, (packed, _) in past.nodes.items()]
        before = -1
        while suspects and before != len(suspects):
            before = len(suspects)
            suspects = suspects | {number for number, read in readings if not suspects.isdisjoint(read)}
            readings = [(number, read) for number, read in readings if number not in suspects]
        self._suspects |= suspects

    def holds(self, name: str) -> bool:
        """Say whether a node of the last run is as it would be made now."""
        number = self._numbers.get(name)
        return number is not None and number in self._past.nodes and self._holds(number)

    def save(self, about: Mapping[str, bytes]) -> None:
        """Keep what was made in this run, and of the last one what still holds."""
        past = self._past
        fresh = {name: derived for name, derived in self.facts.known.items() if derived.fresh}
        kept = past.nodes.copy()
        for name in fresh:
            kept.pop(self._numbers.get(name, -1), None)
        doubted = [n for n in self._suspects if n in kept and not self._verdicts.get(n)]
        for n in doubted:
            del kept[n]
        gone = [past.names[n] for n in doubted]
        now = self._renumbered(kept) if len(fresh) * _SMALL > len(kept) else self._patched(kept)
        numbers = {name: number for number, name in enumerate(now.names)}
        made: list[tuple[str, bytes]] = []
        for name, derived in fresh.items():
            value = dump(derived.value)
            readings = array("I", [_number(reading, numbers, now.names) for reading in derived.readings])
            now.nodes[_number(name, numbers, now.names)] = (readings.tobytes(), digest_of(value))
            if derived.value != _NOTHING:
                made.append((name, value))
            for reading, number in zip(derived.readings, readings, strict=True):
                if reading[0] != "=":
                    now.states[number] = self._state(reading)
        packed = marshal.dumps((self._conditions, now.names, now.states, now.nodes))
        self._shelf.keep({**about, _ROW: packed}, results=made, no_results=gone, anew=not past.names)

    def _patched(self, kept: dict[int, tuple[bytes, bytes]]) -> _Past:
        """What is kept, under the same numbers."""
        past = self._past
        states = {**past.states, **{n: self._state(past.names[n]) for n in self._changed}}
        return _Past(list(past.names), states, kept)

    def _renumbered(self, kept: Mapping[int, tuple[bytes, bytes]]) -> _Past:
        """What is kept, with names that nothing reads any more left out."""
        past, now, numbers = self._past, _Past(), dict[str, int]()
        for n, (packed, digest) in kept.items():
            readings = array("I", [_number(past.names[r], numbers, now.names) for r in array("I", packed)])
            now.nodes[_number(past.names[n], numbers, now.names)] = (readings.tobytes(), digest)
        now.states = {n: self._state(name) for n, name in enumerate(now.names) if name[0] != "="}
        return now

    def _state(self, reading: str) -> str:
        assert self._world is not None, "nothing was derived before the world was known"
        state = self._world.state(reading)
        return self._past.states[self._numbers[reading]] if state is None else state

    def _recall(self, name: str) -> Derived | None:
        number = self._numbers.get(name)
        if number is None or number not in self._past.nodes or not self._holds(number):
            return None
        _, digest = self._past.nodes[number]
        if digest == _NO_VALUE:
            return Derived(_NOTHING, frozenset(), fresh=False)
        data = self._value(name)
        if data is None or digest_of(data) != digest:
            return None
        assert self._world is not None, "nothing is recalled before the world is known"
        try:
            return Derived(load(data, self._world.source), frozenset(), fresh=False)
        except _GoneError:
            return None

    def _value(self, name: str) -> bytes | None:
        """The bytes of a value; where several of a family are wanted, all of them are fetched at once."""
        family = name[: name.rfind(PART) + 1] or name
        self._wanted[family] += 1
        if self._wanted[family] == _SEVERAL:
            self._bulk[family] = dict(self._shelf.results(family))
        return self._bulk[family].get(name) if family in self._bulk else self._shelf.result(name)

    def _holds(self, number: int) -> bool:
        verdict = self._verdicts.get(number)
        if verdict is None:
            verdict = number not in self._suspects or self._judge(number)
            self._verdicts[number] = verdict
        return verdict

    def _judge(self, number: int) -> bool:
        packed, _ = self._past.nodes[number]
        doubtful = [reading for reading in array("I", packed) if reading in self._suspects]
        if not self._changed.isdisjoint(doubtful):
            return False
        return all(self._same(reading) for reading in doubtful)

    def _same(self, number: int) -> bool:
        """Say whether a fact still has the value that it had."""
        if number not in self._past.nodes:
            return False
        if self._holds(number):
            return True
        name = self._past.names[number]
        derived = self.facts.known.get(name)
        if derived is None:
            assert self._world is not None, "nothing is judged before the world is known"
            try:
                if not self._world.again(name):
                    return False
            except Exception:  # noqa: BLE001 - whoever still needs the fact will meet the error again
                return False
            derived = self.facts.known[name]
        return digest_of(dump(derived.value)) == self._past.nodes[number][1]


def _number(name: str, numbers: dict[str, int], names: list[str]) -> int:
    """The number of a name, which gets one if it has none."""
    number = numbers.get(name)
    if number is None:
        number = numbers[name] = len(names)
        names.append(name)
    return number


class _GoneError(LookupError):
    """A kept value names a record that is no more."""


class _Pickler(pickle.Pickler):
    """Records are named, not copied; equal values give equal bytes because nothing is remembered by identity."""

    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, protocol=5)
        self.fast = True

    def persistent_id(self, value: object) -> str | None:
        """The name of a source or key."""
        if isinstance(value, Source):
            return f"s{value.path}"
        return f"k{value.kind}/{value.office}/{value.id}" if isinstance(value, Key) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, source: Callable[[str], Source | None]) -> None:
        super().__init__(io.BytesIO(data))
        self._source = source

    def persistent_load(self, name: Any) -> object:  # noqa: ANN401 - as the base class has it
        """The source or key of a name."""
        if name[0] == "k":
            kind, office, id_ = name[1:].split("/")
            return Key(kind, id_, office)
        found = self._source(name[1:])
        if found is None:
            raise _GoneError(name)
        return found


def dump(value: object) -> bytes:
    """A value as bytes; equal values give equal bytes."""
    stream = io.BytesIO()
    _Pickler(stream).dump(value)
    return stream.getvalue()


def load(data: bytes, source: Callable[[str], Source | None]) -> object:
    """The value of bytes. Raises LookupError when it names a record that is no more."""
    return _Unpickler(data, source).load()


def digest_of(data: bytes) -> bytes:
    """Sixteen bytes that stand for a value."""
    return hashlib.blake2b(data, digest_size=16).digest()


_NO_VALUE = digest_of(dump(_NOTHING))


def _read(shelf: Shelf, conditions: str) -> _Past:
    packed = shelf.about(_ROW)
    if packed is None:
        return _Past()
    then, names, states, nodes = marshal.loads(packed)  # noqa: S302 - written by ourselves, its checksum is right
    return _Past(names, states, nodes) if then == conditions else _Past()
