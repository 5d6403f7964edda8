"""Who read what: the packed form finds what plain sets find, and nodes rank after all that they read."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from congkhai.publish import edges as module
from congkhai.publish.edges import Edges, Read

#: For each node, made one after the other, the numbers of earlier ones that it read.
_GRAPHS = st.lists(st.sets(st.integers(0, 40), max_size=6), min_size=1, max_size=40)


def _made(reads: list[set[int]]) -> dict[int, array[int]]:
    return {n: array("I", sorted(r for r in some if r < n)) for n, some in enumerate(reads)}


def _same(edges: Edges, reads: dict[int, array[int]]) -> None:
    for number, readings in reads.items():
        assert edges.readings(number) == readings
        assert all(edges.ranks[number] > edges.ranks[reading] for reading in readings)
        assert {n for n, some in reads.items() if number in some} == set(edges.readers(number))


@given(_GRAPHS)
def test_readers_are_those_that_read(reads: list[set[int]]) -> None:
    made = _made(reads)
    edges = Edges().patched(Read(made.items()), len(made))
    _same(Edges.unpacked(*edges.packed()), made)


@given(_GRAPHS, st.data())
def test_a_patch_gives_the_same_as_all_anew(reads: list[set[int]], data: st.DataObject) -> None:
    made = _made(reads)
    edges = Edges().patched(Read(made.items()), len(made))
    changed = {
        number: array("I", data.draw(st.sets(st.integers(0, number - 1), max_size=4)) if number else [])
        for number in sorted(data.draw(st.sets(st.integers(0, len(reads) + 3), max_size=5)))
    }
    count = max([len(reads), *(number + 1 for number in changed)])
    every = {**dict.fromkeys(range(count), array("I")), **made, **changed}
    _same(edges.patched(Read(changed.items()), count), every)


def test_a_node_that_reads_what_was_made_later_rises_with_all_that_read_it() -> None:
    edges = Edges().patched(Read([(0, []), (1, [0]), (2, [1]), (3, [])]), 4)
    edges = edges.patched(Read([(4, [3]), (5, [4]), (1, [0, 5])]), 6)
    assert edges.ranks[5] < edges.ranks[1] < edges.ranks[2]


def test_many_questions_are_answered_alike(monkeypatch) -> None:
    reads = {n: array("I", range(max(0, n - 3), n)) for n in range(300)}
    few = Edges().patched(Read(reads.items()), 300)
    monkeypatch.setattr(module, "_MANY", 0)
    many = Edges.unpacked(*few.packed())
    assert [list(many.readers(n)) for n in range(300)] == [
        [m for m in range(n + 1, min(n + 4, 300))] for n in range(300)
    ]
    _same(many, reads)
