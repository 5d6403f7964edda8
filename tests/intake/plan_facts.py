"""The facts of a plan, and how many edits part two plans: what is left to do by hand after an import.

Sentences may differ in wording, for a plan in the repository is condensed: what counts is the outline, number, dates,
basis, who does how many things in which section, with whom, by when, whom it goes to and who signed.
One edit adds, removes or changes one value or one item.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from congkhai.intake.slugs import folded
from congkhai.model.plan import Deadline, Plan, Section

Facts = Counter[tuple[str, ...]]


def edits(made: Plan, wanted: Plan) -> list[str]:
    """Every edit that turns the facts of one plan into those of the other, in words."""
    mine, theirs = facts(made), facts(wanted)
    spare, missing = mine - theirs, theirs - mine
    found = []
    for key in sorted({fact[:-1] for fact in (*spare, *missing)}):
        out = sorted(fact[-1] for fact in spare.elements() if fact[:-1] == key)
        into = sorted(fact[-1] for fact in missing.elements() if fact[:-1] == key)
        for n in range(max(len(out), len(into))):
            old, new = (part[n] if n < len(part) else "–" for part in (out, into))
            found.append(f"{' '.join(key)}: {old} → {new}")
    return found


def facts(plan: Plan) -> Facts:
    """Facts as (place…, value), each once but for the lines of the outline."""
    found = Counter(_facts(plan))
    return Counter({fact: count if fact[0] == "outline" else 1 for fact, count in found.items()})


def _facts(plan: Plan) -> Iterator[tuple[str, ...]]:
    yield "title", _words(plan.title)
    yield "issuer", plan.issuer
    for name in ("number", "place", "date"):
        value = getattr(plan, name)
        if value is not None:
            yield name, str(value)
    if plan.period:
        yield "period start", str(plan.period.start)
        yield "period end", str(plan.period.end)
    for citation in plan.basis:
        yield "basis", citation.act
    for section in plan.sections:
        yield from _section(section, "", "")
    for report in plan.reports:
        yield "report", report.to
    for recipient in plan.recipients:
        yield "recipient", _words(recipient)
    if plan.signatory:
        yield "signer", plan.signatory.name
        for line in plan.signatory.capacity:
            yield "capacity", line


def _section(section: Section, above: str, numbered: str) -> Iterator[tuple[str, ...]]:
    """A section under its path; what it orders under the nearest number, for dashes come and go with the wording."""
    place = f"{above}.{section.number or '-'}".lstrip(".")
    numbered = place if section.number else numbered
    yield "outline", place
    for task in section.tasks:
        yield numbered, "orders", "work"
        if task.lead:
            yield numbered, "lead", task.lead
        for unit in task.cooperating:
            yield numbered, "with", unit
        yield from ((numbered, "by", said) for said in map(_deadline, task.deadlines) if said)
    for number, inner in enumerate(section.sections, 1):
        yield from _section(inner, place if inner.number else f"{place}.{number}", numbered)


def _deadline(deadline: Deadline) -> str:
    """Days and recurrence; a wording that fixes neither is no fact to compare."""
    return " ".join(str(part) for part in (deadline.start, deadline.end, deadline.recurrence) if part)


def _words(text: str) -> str:
    return re.sub(r"\W+", " ", folded(text)).strip()
