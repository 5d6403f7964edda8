"""Duties that an office adds or overrides: what is written can be counted, and rests on law that holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import parts
from congkhai.model.calendar import clamp, short_date
from congkhai.model.duty import DutyDeadline, MinimumPosting
from congkhai.model.duty_terms import PostingEnd, Timing
from congkhai.model.evidence import Evidence, Proof, Span
from congkhai.model.finding import Severity
from congkhai.model.kinds import KINDS
from congkhai.model.law_place import LawPlace
from congkhai.model.spec import members
from congkhai.source.repository import Source

_COUNTED = frozenset({Timing.AFTER, Timing.BEFORE, Timing.PERIOD})
_LASTING = frozenset({PostingEnd.DAYS, PostingEnd.WORKING_DAYS})
#: Days that a deadline or a posting may count: more is a slip of the keyboard.
_DAYS = range(1, 3661)
#: The fields that say what a sort of evidence looks for, and those without which it finds nothing.
_FIELDS: Mapping[Proof, tuple[str, ...]] = {
    Proof.DISCLOSURE: ("cites",),
    Proof.BUDGET: ("phases", "subordinate", "latest"),
    Proof.CALENDAR: (),
    Proof.SESSIONS: ("role", "least", "per"),
    Proof.EVENT: ("event",),
    Proof.ANSWER: (),
    Proof.RECORDS: ("records",),
}
_NEEDED: Mapping[Proof, tuple[str, ...]] = {
    Proof.DISCLOSURE: ("cites",),
    Proof.BUDGET: ("phases",),
    Proof.SESSIONS: ("least", "per"),
    Proof.EVENT: ("event",),
    Proof.RECORDS: ("records",),
}
_EVERYWHERE = ("kind", "level", "validity")


def _deadline(source: Source, _context: Context) -> Violations:
    for path, deadline in parts(source.record, DutyDeadline):
        counted = deadline.amount is not None and deadline.unit is not None
        if deadline.timing in _COUNTED and not counted:
            yield path, {"reason": "no_amount"}
        elif deadline.timing not in _COUNTED and (deadline.amount is not None or deadline.unit is not None):
            yield path, {"reason": "needless_amount"}
        elif deadline.amount is not None and deadline.amount not in _DAYS:
            yield f"{path}.amount", {"reason": "odd_amount"}
        if (deadline.timing is Timing.DAY) is (deadline.day is None):
            yield path, {"reason": "no_day" if deadline.day is None else "needless_day"}


def _posting(source: Source, _context: Context) -> Violations:
    for path, posting in parts(source.record, MinimumPosting):
        if (posting.until in _LASTING) is (posting.days is None):
            yield path, {"reason": "no_amount" if posting.days is None else "needless_amount"}
        elif posting.days is not None and posting.days not in _DAYS:
            yield f"{path}.days", {"reason": "odd_amount"}
    loudspeaker = getattr(source.record, "loudspeaker_days", None)
    if loudspeaker is not None and loudspeaker not in _DAYS:
        yield "loudspeaker_days", {"reason": "odd_amount"}


def _evidence(source: Source, _context: Context) -> Violations:
    for path, evidence in parts(source.record, Evidence):
        given = set(_given(evidence))
        for name in _NEEDED.get(evidence.kind, ()):
            if name not in given:
                yield path, {"kind_of_proof": evidence.kind.value, "key": name, "reason": "evidence_lacks"}
        for name in sorted(given - {*_FIELDS[evidence.kind], *_EVERYWHERE}):
            yield f"{path}.{name}", {"kind_of_proof": evidence.kind.value, "key": name, "reason": "evidence_ignores"}
        for name in _impossible(evidence):
            yield f"{path}.{name}", {"kind_of_proof": evidence.kind.value, "key": name, "reason": "evidence_never"}


def _given(evidence: Evidence) -> Iterator[str]:
    for name in members(Evidence):
        if getattr(evidence, name) not in (None, (), False):
            yield name


def _impossible(evidence: Evidence) -> Iterator[str]:
    """Fields whose value no record can ever meet."""
    if evidence.records and (evidence.records not in KINDS or KINDS[evidence.records].slug is None):
        yield "records"
    if evidence.least is not None and not 1 <= evidence.least <= (7 if evidence.per is Span.WEEK else 28):
        yield "least"
    if evidence.latest:
        try:
            date.fromisoformat(f"2001-{evidence.latest}")
        except ValueError:
            yield "latest"


def _ended_law(source: Source, context: Context) -> Violations:
    """Of what ships with the program the law is kept by the program; an office answers for its own duties."""
    if source.shipped:
        return
    day = clamp(context.day, source.record.validity)
    acts = {act.record.symbol: act for act in context.repository.all("legal_act")}
    for path, place in parts(source.record, LawPlace):
        act = acts.get(place.symbol)
        if act and act.record.expires and act.record.expires <= day:
            successors = [s.record.name for s in context.repository.all("legal_act") if act.id in s.record.replaces]
            ended = short_date(act.record.expires)
            yield f"{path}.symbol", {"act": act.record.name, "ended": ended, "successors": ", ".join(successors)}


_KINDS = ("duty", "general_rule")
RULES = (
    Rule("NV101", _deadline, _KINDS),
    Rule("NV102", _evidence, ("duty",)),
    Rule("NV103", _posting, _KINDS),
    Rule("NV104", _ended_law, _KINDS, Severity.WARNING),
)
