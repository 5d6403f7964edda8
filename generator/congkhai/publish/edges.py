"""Which node read which, packed: the numbers of all readings in one row, and how many of them are each node's."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

#: How numbers and ranks are packed.
_NUMBER, _RANK = "I", "H"
_SIZE = array(_NUMBER).itemsize
#: From how many questions on a list of all readers costs less than looking through the row each time.
_MANY = 100


class Read:
    """What some nodes read, in the order in which they were made: packed, as they may be very many."""

    def __init__(self, nodes: Iterable[tuple[int, Iterable[int]]] = ()) -> None:
        self._row, self._numbers, self._ends = array(_NUMBER), array(_NUMBER), array(_NUMBER)
        for number, readings in nodes:
            self.add(number, readings)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self._numbers)

    def add(self, number: int, readings: Iterable[int]) -> None:
        """Put in a node that was made after all that it read."""
        self._row.extend(readings)
        self._numbers.append(number)
        self._ends.append(len(self._row))

    def __iter__(self) -> Iterator[tuple[int, array[int]]]:
        """The nodes with what they read, in the order in which they were made."""
        return map(self._at, range(len(self)))

    def by_number(self) -> Iterator[tuple[int, array[int]]]:
        """The same in the order of their numbers."""
        return map(self._at, sorted(range(len(self)), key=self._numbers.__getitem__))

    def _at(self, place: int) -> tuple[int, array[int]]:
        return self._numbers[place], self._row[self._ends[place - 1] if place else 0 : self._ends[place]]


@dataclass
class Edges:
    """Readings by node, one after the other. A name that reads nothing, such as a file's, has a number all the same.

    The rank of a node is greater than that of anything it read; what reads nothing has the rank 0. So nodes in the
    order of their ranks come after all that they were made from.
    """

    row: bytes = b""
    lengths: array[int] = field(default_factory=lambda: array(_NUMBER))
    ranks: array[int] = field(default_factory=lambda: array(_RANK))

    def __len__(self) -> int:
        """How many numbers there are."""
        return len(self.ranks)

    @classmethod
    def unpacked(cls, row: bytes, lengths: bytes, ranks: bytes) -> Edges:
        """What :meth:`packed` packed."""
        return cls(row, array(_NUMBER, lengths), array(_RANK, ranks))

    def packed(self) -> tuple[bytes, bytes, bytes]:
        """All of it as bytes."""
        return self.row, self.lengths.tobytes(), self.ranks.tobytes()

    def readings(self, number: int) -> array[int]:
        """What a node read."""
        return array(_NUMBER, self._between(number, number + 1))

    def readers(self, number: int) -> Iterable[int]:
        """The nodes that read a number."""
        self._questions += 1
        return self._found(number) if self._questions < _MANY else self._readers.get(number, ())

    def patched(self, changed: Read, count: int) -> Edges:
        """The same with other readings of some nodes; with `count` numbers."""
        old = len(self)
        row = bytearray()
        lengths = self.lengths + array(_NUMBER, bytes(_SIZE * (count - old)))
        done = 0
        for number, readings in changed.by_number():
            if done < old:
                row += self._between(done, min(number, old))
            row += readings.tobytes()
            lengths[number] = len(readings)
            done = number + 1
        row += self._between(min(done, old), old)
        made = Edges(bytes(row), lengths, self.ranks + array(_RANK, [0]) * (count - old))
        made._rank(changed, old)
        return made

    def _rank(self, changed: Read, old: int) -> None:
        """Give the changed nodes their ranks. Of the `old` ones, whatever read them may have to rise as well."""
        ranks = self.ranks
        risen: list[int] = []
        for number, readings in changed:
            rank = 1 + max(map(ranks.__getitem__, readings), default=-1)
            if rank > ranks[number]:
                ranks[number] = rank
                if number < old:
                    risen.append(number)
        while risen:
            number = risen.pop()
            for reader in self.readers(number):
                if ranks[reader] <= ranks[number]:
                    ranks[reader] = ranks[number] + 1
                    risen.append(reader)

    def _found(self, number: int) -> Iterator[int]:
        wanted = array(_NUMBER, [number]).tobytes()
        at = self.row.find(wanted)
        while at >= 0:
            if at % _SIZE == 0:
                yield bisect_right(self._starts, at // _SIZE) - 1
            at = self.row.find(wanted, at + 1)

    def _between(self, first: int, last: int) -> bytes:
        return self.row[self._starts[first] * _SIZE : self._starts[last] * _SIZE]

    _questions = 0

    @cached_property
    def _starts(self) -> array[int]:
        return array(_NUMBER, accumulate(self.lengths, initial=0))

    @cached_property
    def _readers(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = {}
        for reader, (start, end) in enumerate(pairwise(self._starts)):
            for reading in array(_NUMBER, self.row[start * _SIZE : end * _SIZE]):
                found.setdefault(reading, []).append(reader)
        return found
