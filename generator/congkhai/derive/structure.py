"""How units hang together: the tree of today, and what became of the units of yesterday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.derive.alphabet import order
from congkhai.derive.office import Office
from congkhai.model.unit import Unit, UnitType
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with the units below it, in the order of their types, then of their files."""

    unit: Source
    children: tuple[Branch, ...]


def own_tree(office: Office) -> Branch:
    """The tree that the site's office stands in, from its topmost superior down, units of today only."""
    children = subordinates(office)
    top = office.get("unit", office.site.office)
    seen = {top.key}
    while (above := superior(office, top)) and above.key not in seen and exists(above, office):
        seen.add(above.key)
        top = above
    return _branch(top, children, frozenset())


def walk(branch: Branch) -> Iterator[Branch]:
    """Every branch of a tree, each before those below it."""
    yield branch
    for child in branch.children:
        yield from walk(child)


def units_of(tree: Branch) -> frozenset[Key]:
    """The keys of all units of a tree."""
    return frozenset(branch.unit.key for branch in walk(tree))


def subordinates(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """For each unit the units of today right below it."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("unit"):
        above = superior(office, source)
        if above and exists(source, office):
            found.setdefault(above.key, []).append(source)
    types = list(UnitType)
    return {key: tuple(sorted(units, key=lambda s: types.index(s.record.type))) for key, units in found.items()}


def superior(office: Office, source: Source) -> Source | None:
    """The unit right above."""
    unit: Unit = source.record
    return office.get("unit", unit.parent, source.key.office) if unit.parent else None


def exists(source: Source, office: Office) -> bool:
    """Say whether a unit exists on the day."""
    unit: Unit = source.record
    return unit.validity is None or unit.validity.holds(office.day)


def predecessors(office: Office) -> Mapping[Key, tuple[Source, ...]]:
    """For each unit the units whose work it took over."""
    found: dict[Key, list[Source]] = {}
    for source in office.repository.all("unit"):
        for successor in source.record.successors:
            found.setdefault(office.get("unit", successor, source.key.office).key, []).append(source)
    return {key: tuple(units) for key, units in found.items()}


def named_in_plans(office: Office) -> tuple[tuple[Source, tuple[Source, ...]], ...]:
    """Each plan with the units that it names, by name; a unit stands under every plan that names it."""
    named: dict[Key, list[Source]] = {}
    for unit in office.repository.all("unit"):
        for source in office.mentions.get(unit.key, ()):
            if source.key.kind == "plan":
                named.setdefault(source.key, []).append(unit)
    return tuple(
        (plan, tuple(sorted(named[plan.key], key=lambda s: order(s.record.short_name or s.record.name))))
        for plan in office.repository.all("plan")
        if plan.key in named
    )


def _branch(unit: Source, children: Mapping[Key, tuple[Source, ...]], above: frozenset[Key]) -> Branch:
    path = above | {unit.key}
    below = tuple(_branch(child, children, path) for child in children.get(unit.key, ()) if child.key not in path)
    return Branch(unit, below)
