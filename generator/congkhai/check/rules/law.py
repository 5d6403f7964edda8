"""Legal acts: what is cited must be in force on the day on which it has to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.check.walk import values
from congkhai.model.calendar import Period, clamp, short_date
from congkhai.model.finding import Severity
from congkhai.model.legal_act import LegalAct
from congkhai.model.spec import Member
from congkhai.source.fact import timeless
from congkhai.source.repository import Repository, Source


def _period(source: Source) -> Period | None:
    """The time for which what cites the law of each day applies; None for the whole."""
    period: Period | None = source.record.period if source.key.kind == "reception" else source.record.validity
    return period


def _applied(source: Source, context: Context) -> date | None:
    """The day of what applied once, or will: of what applies today that on which it began, as days that pass make no
    mistake of a record.
    """
    period = _period(source)
    nearest = clamp(context.day, period)
    return nearest if nearest != context.day else period.start if period else None


def _dated(name: str) -> Callable[[Source, Context], date | None]:
    """A document cites the law of its own day."""

    def day(source: Source, _context: Context) -> date | None:
        value: date | None = getattr(source.record, name)
        return value

    return day


#: `123/2015/NĐ-CP`, `60/2014/QH13`: the year in which it was numbered.
_NUMBERED = re.compile(r"\d+/(?P<year>(?:19|20)\d\d)/")
#: The day on which the acts that a record cites must be in force, by the kind of the record.
_DAYS: Mapping[str, Callable[[Source, Context], date | None]] = {
    "procedure": _applied,
    "fee": _applied,
    "reception": _applied,
    "plan": _dated("date"),
    "document": _dated("date"),
    "budget": _dated("published"),
    "disclosure": _dated("document_date"),
    "answer": _dated("answered"),
}


def _cites(member: Member) -> bool:
    return member.ref is not None and member.ref.kind == "legal_act"


def _citations(source: Source) -> Iterator[tuple[str, str]]:
    for path, _, value in values(source.record, _cites):
        yield path, str(value)


#: The kinds of records whose citations are looked at together.
CITING = ("procedure", "fee")


@timeless
def cited(context: Context, source: Source) -> tuple[str, ...]:
    """The acts that a record cites."""
    return tuple(dict.fromkeys(id for _, id in _citations(source)))


def _ended(source: Source, context: Context) -> Violations:
    """Law that had ended on a day that the record itself fixes."""
    day = _DAYS[source.key.kind](source, context)
    if day:
        yield from _ended_by(day, source, context)


def _ended_since(source: Source, context: Context) -> Violations:
    """Law that has ended under what applies today: only a warning, as an office that changed nothing must still be able
    to build, and to take down what is over.
    """
    day = _DAYS[source.key.kind](source, context)
    told = {path for path, _ in _ended_by(day, source, context)} if day else set()
    if clamp(context.day, _period(source)) == context.day:
        yield from (found for found in _ended_by(context.day, source, context) if found[0] not in told)


def _ended_by(day: date, source: Source, context: Context) -> Violations:
    for path, id in _citations(source):
        found = context.repository.find("legal_act", id, source.key.office)
        act: LegalAct | None = found.record if found else None
        if found and act and act.expires and act.expires <= day:
            yield (
                path,
                {
                    "act": act.name,
                    "ended": short_date(act.expires),
                    "day": short_date(day),
                    "successors": _successors(found, context.repository),
                },
            )


def _yet_to_begin(source: Source, context: Context) -> Violations:
    """Only of what applies: a plan, a document or an answer may well speak of law to come."""
    day = clamp(context.day, source.record.validity)
    for path, id in _citations(source):
        found = context.repository.find("legal_act", id, source.key.office)
        act: LegalAct | None = found.record if found else None
        if act and act.in_force and day < act.in_force:
            yield path, {"act": act.name, "begins": short_date(act.in_force), "day": short_date(day)}


def _successors(ended: Source, repository: Repository) -> str:
    acts = [source for source in repository.all("legal_act") if ended.id in source.record.replaces]
    return ", ".join(f"{act.record.name} ({act.id})" for act in acts)


def _impossible(source: Source, context: Context) -> Violations:
    act: LegalAct = source.record
    if act.in_force and act.expires and act.in_force >= act.expires:
        yield "expires", {"reason": "ends_before_it_begins"}
    elif act.issued and act.expires and act.issued > act.expires:
        yield "expires", {"reason": "ends_before_it_is_issued"}
    for n, replaced in enumerate(act.replaces):
        if source.id == replaced or source.id in _replaced_by(replaced, source, context.repository):
            yield f"replaces[{n}]", {"reason": "replaces_itself"}


def _unlikely(source: Source, _context: Context) -> Violations:
    """A few acts do reach back, or were numbered in another year than they were signed."""
    act: LegalAct = source.record
    if act.issued and act.in_force and act.in_force < act.issued:
        yield "in_force", {"reason": "in_force_before_issued", "day": short_date(act.issued)}
    numbered = _NUMBERED.match(act.symbol)
    if act.issued and numbered and int(numbered["year"]) != act.issued.year:
        yield "issued", {"reason": "issued_in_another_year", "day": short_date(act.issued)}


def _symbol_twice(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """An issuer numbers the acts of one kind and one year; offices of different places may share a symbol."""
    seen: dict[tuple[object, ...], Source] = {}
    for source in context.repository.all("legal_act"):
        act: LegalAct = source.record
        numbered = _NUMBERED.match(act.symbol)
        year = int(numbered["year"]) if numbered else act.issued.year if act.issued else None
        first = seen.setdefault((source.key.office, act.kind, act.issuer, act.symbol.casefold(), year), source)
        if year and first is not source:
            yield source, "symbol", {"value": act.symbol, "other": first.path}


def _replaced_by(id: str, source: Source, repository: Repository) -> set[str]:  # noqa: A002 - the word of the domain
    """The ids of all acts that an act replaces, directly or through another."""
    reached: set[str] = set()
    waiting = [id]
    while waiting:
        found = repository.find("legal_act", waiting.pop(), source.key.office)
        fresh = set(found.record.replaces) - reached if found else set()
        reached |= fresh
        waiting += fresh
    return reached


def _unverified(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """Told once at the act, however often it is cited: one look into the gazette cures all."""
    citing: dict[str, set[str]] = {}
    for kind in CITING:
        for source in context.repository.all(kind):
            for id in cited(context, source):
                citing.setdefault(id, set()).add(source.path)
    for act in context.repository.all("legal_act"):
        if not act.record.verified and act.id in citing:
            paths = sorted(citing[act.id])
            yield act, "verified", {"act": act.record.name, "count": len(paths), "first": paths[0]}


RULES = (
    Rule("PL101", _ended, tuple(_DAYS)),
    Rule("PL102", _impossible, ("legal_act",)),
    WholeRule("PL103", _unverified, Severity.WARNING),
    Rule("PL104", _yet_to_begin, CITING, Severity.WARNING),
    Rule("PL105", _unlikely, ("legal_act",), Severity.WARNING),
    WholeRule("PL106", _symbol_twice, Severity.WARNING),
    Rule("PL107", _ended_since, ("procedure", "fee", "reception"), Severity.WARNING),
)
