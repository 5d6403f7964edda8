"""What a change reaches, and how far: random facts over random readings, held against deriving all of them anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.publish.graph import Graph
from congkhai.publish.seen import Seen
from congkhai.source.fact import Facts
from congkhai.source.shelf import Shelf
from congkhai.source.trace import note


@dataclass
class _World:
    """Leaves with values, and facts that add up some of what they name, cut off so that many changes make none.

    Which facts a fact reads depends on a leaf as well, as with records that name one another.
    """

    values: Mapping[str, int]
    facts: Facts = field(default_factory=Facts)
    derived: list[str] = field(default_factory=list)

    def seen(self, _names: Iterable[str]) -> Seen:
        return Seen(None, None, None, {name: str(value) for name, value in self.values.items()}, None)

    def source(self, _path: str) -> None:
        return None

    def again(self, name: str) -> bool:
        self.fact(int(name.rpartition(".")[2]))
        return True

    def leaf(self, number: int) -> int:
        note(f"%{number}")
        return self.values.get(f"%{number}", 0)

    def fact(self, number: int) -> int:
        def derive() -> int:
            self.derived.append(name)
            order = sorted(range(_FACTS), key=lambda n: (self.values["%order"] * n) % _FACTS)
            note("%order")
            before = order[: order.index(number)]
            read = [n for n in before if (n + self.leaf(number)) % 3 == 0]
            return (self.leaf(number) + sum(map(self.fact, read))) // 2

        name = f"=congkhai.{number}"
        return self.facts.get(name, derive)


_FACTS = 7
_VALUES = st.fixed_dictionaries(
    {"%order": st.sampled_from([1, 2, 3]), **{f"%{n}": st.integers(0, 5) for n in range(_FACTS)}}
)


def _run(shelf: Shelf, values: Mapping[str, int], asked: Iterable[int]) -> tuple[list[int], list[str]]:
    graph = Graph(shelf, "site", "same")
    world = _World(values, graph.facts)
    graph.hold_against(world)
    found = [world.fact(number) for number in asked]
    graph.save(world, {})
    return found, world.derived


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_VALUES, st.sets(st.integers(0, _FACTS - 1), min_size=1)), min_size=2, max_size=5))
def test_facts_are_those_of_a_run_without_a_past(runs: list[tuple[dict[str, int], set[int]]]) -> None:
    with Shelf(None, "program") as shelf:
        for values, asked in runs:
            fresh = _World(values)
            assert _run(shelf, values, asked)[0] == [fresh.fact(number) for number in asked]


def _values(**changed: int) -> dict[str, int]:
    return {"%order": 1, **{f"%{n}": changed.get(f"leaf_{n}", 2 * n) for n in range(_FACTS)}}


def test_nothing_is_derived_when_nothing_changed() -> None:
    with Shelf(None, "program") as shelf:
        _run(shelf, _values(), range(_FACTS))
        assert _run(shelf, _values(), range(_FACTS))[1] == []


def test_a_change_that_makes_no_difference_goes_no_further() -> None:
    with Shelf(None, "program") as shelf:
        _run(shelf, _values(leaf_3=0), range(_FACTS))
        halves_are_cut_off = _values(leaf_3=0, leaf_0=1)
        assert _run(shelf, halves_are_cut_off, range(_FACTS))[1] == ["=congkhai.0"]


def test_under_other_conditions_nothing_is_believed() -> None:
    with Shelf(None, "program") as shelf:
        _run(shelf, _values(), range(_FACTS))
        assert not len(Graph(shelf, "site", "another day"))
