"""Units and the units above them."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.rules.references import nearest
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


def _nameless_office(source: Source, context: Context) -> Violations:
    """A folder of an office that is named after no unit; told at each of its officials and units, where it shows."""
    office = source.key.office
    if office and not context.repository.knows("unit", office, office):
        known = context.repository.ids("unit", office)
        yield "", {"office": office, "nearest": nearest(office, known)}


RULES = (
    Rule("CQ102", _nameless_office, ("unit", "official")),
    Rule("CQ101", _own_ancestor, ("unit",)),
)
