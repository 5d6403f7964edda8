"""Units and the units above them."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.unit import Unit
from congkhai.source.repository import Source


def _own_ancestor(source: Source, context: Context) -> Violations:
    unit: Unit = source.record
    chain, above = [source.id], unit.parent
    while above and above not in chain:
        chain.append(above)
        found = context.repository.find("unit", above, source.key.office)
        above = found.record.parent if found else None
    if above == source.id:
        yield "parent", {"chain": " → ".join([*chain, source.id])}


RULES = (Rule("CQ101", _own_ancestor, ("unit",)),)
