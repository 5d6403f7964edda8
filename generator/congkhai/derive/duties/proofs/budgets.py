"""Budget tables by fiscal year and phase (Decree 73/2026/NĐ-CP, Articles 36 and 37)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from congkhai.check.filling import WholeDuty
from congkhai.derive.duties.coverage import Item, before_the_law, occasion
from congkhai.derive.duties.ledger import MEMORY, Ledger
from congkhai.derive.duties.occasion import Gap, Lack, Occasion
from congkhai.derive.duties.reckoning import phase_term
from congkhai.model.budget import Budget, Phase
from congkhai.model.calendar import Period
from congkhai.model.duty_terms import Timing
from congkhai.model.evidence import Evidence
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class _Round:
    """One phase of one budget year of one unit."""

    year: int
    phase: Phase
    unit: str


def read(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> tuple[Occasion, ...]:
    """The rounds of the budget that a duty is about, the latest first; the one to come is the first of all."""
    groups = _groups(ledger, evidence)
    rounds = set(groups)
    if not evidence.subordinate:
        rounds |= set(_expected(ledger, whole, evidence))
    made = [
        replace(_occasion(ledger, whole, evidence, one, groups.get(one, ())), term=phase_term(one.year, one.phase))
        for one in rounds
    ]
    kept = [o for o in made if o.moment >= ledger.day - MEMORY or any(_recent(ledger, s) for s in o.records)]
    kept.sort(key=lambda o: (o.term.last if o.term else date.min, o.moment), reverse=True)
    return tuple(_latest(kept, ledger.day))


def _groups(ledger: Ledger, evidence: Evidence) -> Mapping[_Round, tuple[Source, ...]]:
    groups: dict[_Round, list[Source]] = {}
    own = ledger.unit_id
    for source in ledger.own("budget"):
        budget: Budget = source.record
        if budget.phase in evidence.phases and (budget.unit != own) is evidence.subordinate:
            groups.setdefault(_Round(budget.fiscal_year, budget.phase, budget.unit), []).append(source)
    return {one: tuple(sources) for one, sources in groups.items()}


def _expected(ledger: Ledger, whole: WholeDuty, evidence: Evidence) -> Iterator[_Round]:
    """Rounds that must come whether or not anything was recorded: their time gives their deadline."""
    for year in range(ledger.day.year - 2, ledger.day.year + 2):
        for phase in evidence.phases:
            one = _Round(year, phase, ledger.unit_id)
            due = _due(ledger, whole, evidence, one, ())
            if due and ledger.begins <= due and phase_term(year, phase).last <= ledger.day + MEMORY / 4:
                yield one


def _occasion(
    ledger: Ledger, whole: WholeDuty, evidence: Evidence, one: _Round, sources: tuple[Source, ...]
) -> Occasion:
    due = _due(ledger, whole, evidence, one, sources)
    if not sources:
        return Occasion(due, None, gaps=(Gap(Lack.PUBLISH),))
    items = [Item(s, s.record.published if s.record.published <= ledger.day else None) for s in sources]
    validity = whole.duty.validity or Period()
    if due is None and not any(validity.holds(source.record.published) for source in sources):
        return before_the_law(items)
    return occasion(ledger, whole, items, due)


def _due(ledger: Ledger, whole: WholeDuty, evidence: Evidence, one: _Round, sources: tuple[Source, ...]) -> date | None:
    """The last day in time: from the end of the period, from the day of the decision, or the latest the law knows."""
    if whole.deadline is None:
        return None
    deadline, validity = whole.deadline.value, whole.duty.validity or Period()
    if deadline.timing is Timing.PERIOD:
        last = phase_term(one.year, one.phase).last
        return ledger.days.due(deadline, last) if validity.holds(last) else None
    decided = min((s.record.decided_on for s in sources if s.record.decided_on), default=None)
    if decided:
        return ledger.days.due(deadline, decided) if validity.holds(decided) else None
    if evidence.latest:
        latest = date.fromisoformat(f"{one.year + 1}-{evidence.latest}")
        return latest if validity.holds(latest) else None
    return None


def _recent(ledger: Ledger, source: Source) -> bool:
    published: date = source.record.published
    return published >= ledger.day - MEMORY


def _latest(occasions: list[Occasion], day: date) -> Iterator[Occasion]:
    """Mark what is history: of each unit's rounds only the last that has closed is still answered for."""
    seen: set[str] = set()
    for one in occasions:
        unit = one.records[0].record.unit if one.records else ""
        closed = bool(one.records) or (one.due is not None and one.due < day)
        yield replace(one, past="*" in seen or unit in seen)
        if closed:
            seen.add(unit or "*")
