"""Plans: tasks, their owners, and deadlines as written and as understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import parts
from congkhai.model.calendar import ALWAYS, short_date
from congkhai.model.finding import Severity
from congkhai.model.plan import Deadline, Plan, Precision, Quantity, Task
from congkhai.model.recurrence import Recurrence
from congkhai.model.unit import Unit
from congkhai.source.repository import Source
from congkhai.source.territories import territory_in

#: Precisions that name a time on the calendar; the others name an occasion or none.
_DATED = frozenset(
    {
        Precision.DAY,
        Precision.PERIOD_OF_MONTH,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.HALF_YEAR,
        Precision.YEAR,
        Precision.SPAN,
        Precision.FUZZY,
    }
)
_LONG_AGO = date(2000, 1, 1)


def _task_twice(source: Source, _context: Context) -> Violations:
    seen: dict[str, int] = {}
    for path, task in parts(source.record, Task):
        line = source.mark(f"{path}.id").line
        if task.id in seen:
            yield f"{path}.id", {"value": task.id, "first": seen[task.id]}
        seen.setdefault(task.id, line)


def _backward_deadlines(source: Source, _context: Context) -> Violations:
    for path, deadline in parts(source.record, Deadline):
        if deadline.start and deadline.end and deadline.end < deadline.start:
            yield f"{path}.end", {"start": short_date(deadline.start), "end": short_date(deadline.end)}


def _absent_units(source: Source, context: Context) -> Violations:
    day = _day_of(source.record)
    for path, id in _units(source.record) if day else ():
        found = context.repository.find("unit", id, source.key.office)
        unit: Unit | None = found.record if found else None
        if day and unit and unit.validity and not unit.validity.holds(day):
            others = _others(id, unit, day, context)
            yield path, {"unit": unit.name, "day": short_date(day), "nearest": others}


def _day_of(plan: Plan) -> date | None:
    """The day that tells which units existed: that of issue, else the first of the period."""
    return plan.date or (plan.period.start if plan.period else None)


def _other_territory(source: Source, context: Context) -> Violations:
    """A unit without an end, in a plan of another map: its name stands for another territory today."""
    day = _day_of(source.record)
    for path, id in _units(source.record) if day else ():
        found = context.repository.find("unit", id, source.key.office)
        unit: Unit | None = found.record if found else None
        territory = territory_in(unit.name) if unit else None
        if day is None or unit is None or territory is None:
            continue
        before = day < territory.since
        dated = unit.validity and (unit.validity.end if before else unit.validity.start)
        if not dated and (before or not territory.kept):
            facts = {"unit": unit.name, "day": short_date(day), "since": short_date(territory.since)}
            yield path, {**facts, "old": territory.old, "now": territory.now, "basis": territory.source}


def _units(plan: Plan) -> Iterator[tuple[str, str]]:
    yield "issuer", plan.issuer
    for path, task in parts(plan, Task):
        if task.lead:
            yield f"{path}.lead", task.lead
        for n, id in enumerate(task.cooperating):
            yield f"{path}.cooperating[{n}]", id
    for r, report in enumerate(plan.reports):
        yield f"reports[{r}].to", report.to
        for n, id in enumerate(report.from_units):
            yield f"reports[{r}].from_units[{n}]", id


def _others(id: str, unit: Unit, day: date, context: Context) -> str:  # noqa: A002 - the word of the domain
    """The units before and after this one that existed on the day."""
    kin = [s for s in context.repository.all("unit") if id in s.record.successors or s.id in unit.successors]
    return ", ".join(s.id for s in kin if s.record.validity is None or s.record.validity.holds(day))


def _outside_period(source: Source, _context: Context) -> Violations:
    """Tasks only: a report on a plan is rightly due after the plan has ended."""
    plan: Plan = source.record
    period = plan.period or ALWAYS
    for task_path, task in parts(plan, Task):
        for path, deadline in parts(task, Deadline):
            early = period.start and deadline.end and deadline.end < period.start
            late = period.end and deadline.start and deadline.start > period.end
            if early or late:
                yield f"{task_path}.{path}", {"text": deadline.text}


def _day_before(source: Source, _context: Context) -> Violations:
    for path, deadline in parts(source.record, Deadline):
        if deadline.inclusive:
            continue
        if deadline.named_day is None:
            yield f"{path}.inclusive", {"reason": "no_named_day"}
        elif deadline.end != deadline.named_day - timedelta(days=1):
            yield f"{path}.end", {"reason": "not_day_before"}


def _updates_out_of_order(source: Source, _context: Context) -> Violations:
    for path, task in parts(source.record, Task):
        for n, (earlier, later) in enumerate(zip(task.updates, task.updates[1:], strict=False), 1):
            if later.date < earlier.date:
                place = f"{path}.updates[{n}].date"
                yield place, {"day": short_date(later.date), "before": short_date(earlier.date)}


def _recurrences(source: Source, _context: Context) -> Violations:
    plan: Plan = source.record
    period = plan.period or ALWAYS
    for path, deadline in parts(plan, Deadline):
        if deadline.recurrence is None:
            continue
        first = deadline.start or period.start or plan.date or _LONG_AGO
        last = deadline.end or period.end
        if reason := slip_of_recurrence(deadline.recurrence, first, last):
            yield f"{path}.recurrence", {"value": deadline.recurrence, "reason": reason}


def slip_of_recurrence(text: str, first: date, last: date | None) -> str:
    """What is wrong with a rule: `no_rule`, `never`, or an empty text."""
    try:
        rule = Recurrence.parse(text)
    except ValueError:
        return "no_rule"
    return "" if rule.happens(first, last) else "never"


def _no_end(source: Source, _context: Context) -> Violations:
    for path, deadline in parts(source.record, Deadline):
        repeated = deadline.recurrence or deadline.occurrences
        if deadline.precision in _DATED and deadline.end is None and not repeated:
            yield path, {"text": deadline.text, "value": deadline.precision.value, "label": deadline.precision.label}


def _late_issue(source: Source, _context: Context) -> Violations:
    """A plan that was signed when its period was over: mostly the year before is still in one of the two."""
    plan: Plan = source.record
    if plan.date and plan.period and plan.period.end and plan.date > plan.period.end:
        yield "date", {"day": short_date(plan.date), "end": short_date(plan.period.end)}


def _backward_quantities(source: Source, _context: Context) -> Violations:
    for path, quantity in parts(source.record, Quantity):
        if quantity.high is not None and quantity.high < quantity.low:
            texts = {name: source.text(f"{path}.{name}") for name in ("low", "high")}
            yield f"{path}.high", {"what": quantity.what, **texts}


RULES = (
    Rule("KH101", _task_twice, ("plan",)),
    Rule("KH102", _backward_deadlines, ("plan",)),
    Rule("KH103", _absent_units, ("plan",)),
    Rule("KH104", _outside_period, ("plan",), Severity.WARNING),
    Rule("KH105", _day_before, ("plan",)),
    Rule("KH106", _updates_out_of_order, ("plan",)),
    Rule("KH107", _recurrences, ("plan",)),
    Rule("KH108", _no_end, ("plan",)),
    Rule("KH114", _other_territory, ("plan",)),
    Rule("KH116", _late_issue, ("plan",)),
    Rule("KH117", _backward_quantities, ("plan", "event")),
)
