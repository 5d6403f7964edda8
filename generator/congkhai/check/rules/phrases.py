"""The words of deadlines, against the calendar and against the meaning that the file gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import parts
from congkhai.model.calendar import short_date
from congkhai.model.finding import Severity
from congkhai.model.plan import Deadline, Plan, Precision
from congkhai.source.repository import Source

if TYPE_CHECKING:  # what reads phrases is slow to load, and only plans have any: each rule loads what it needs
    from congkhai.model.phrases import Reading

#: Precisions whose last day the words themselves give.
_EXACT = frozenset(
    {Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.HALF_YEAR, Precision.YEAR, Precision.SPAN}
)


def _stated(source: Source) -> Iterator[tuple[str, Deadline]]:
    """The deadlines that stand in the file, without those that the reader added from the phrase of another."""
    for path, deadline in parts(source.record, Deadline):
        if source.states(path):
            yield path, deadline


def _readings(source: Source) -> Iterator[tuple[str, Deadline, Reading]]:
    """Each stated deadline with what its whole phrase says."""
    from congkhai.model.phrases.planned import anchor_of, read_alone

    anchor = anchor_of(source.record)
    for path, deadline in _stated(source):
        yield path, deadline, read_alone(_phrase(source, path, deadline), anchor)


def _phrase(source: Source, path: str, deadline: Deadline) -> str:
    """The phrase as it stands in the file: of one with several times the record keeps only the first part."""
    return source.text(f"{path}.text") or source.text(path) or deadline.text


def _alone(source: Source, path: str) -> bool:
    return not source.states(f"{path}.precision")


def _impossible(source: Source, _context: Context) -> Violations:
    for path, _, reading in _readings(source):
        for stretch in reading.unread:
            if stretch.reason.impossible:
                yield f"{path}.text", {"text": reading.text, "value": stretch.wording, "reason": stretch.reason.value}


def _understood(source: Source, _context: Context) -> Violations:
    from congkhai.model.phrases.meaning import meaning_of
    from congkhai.model.phrases.planned import deadlines_in

    for path, deadline, reading in _readings(source):
        found = deadlines_in(reading)
        if _alone(source, path) and deadline.precision is not Precision.UNREAD:
            yield f"{path}.text", {"text": reading.text, "value": "; ".join(meaning_of(one) for one in found)}


def _unread(source: Source, _context: Context) -> Violations:
    from congkhai.model.phrases.planned import says_words_alone

    for path, deadline, reading in _readings(source):
        if not says_words_alone(deadline):
            continue
        reasons = [stretch.reason for stretch in reading.unread]
        if not any(reason.impossible for reason in reasons):
            yield f"{path}.text", {"text": reading.text, "reason": reasons[0].value if reasons else "no_time"}


def _half_given(source: Source, _context: Context) -> Violations:
    from congkhai.model.phrases.planned import says_words_alone

    for path, deadline in _stated(source):
        if deadline.precision is Precision.UNREAD and not says_words_alone(deadline):
            yield path, {"text": deadline.text}


def _other_meaning(source: Source, _context: Context) -> Violations:
    """Without the plan's period: what it adds to the words is open to correction. KH102 and KH105 tell other slips."""
    from congkhai.model.phrases import Anchor
    from congkhai.model.phrases.planned import deadlines_in, read_alone

    plan: Plan = source.record
    without = Anchor(issued=plan.date)
    for path, deadline in _stated(source):
        if _alone(source, path) or deadline.precision not in _EXACT or not deadline.inclusive:
            continue
        if deadline.end is None or (deadline.start and deadline.end < deadline.start):
            continue
        said = {one.end for one in deadlines_in(read_alone(deadline.text, without)) if one.precision in _EXACT}
        if len(said) == 1 and (day := said.pop()) and day != deadline.end:
            days = {"end": short_date(deadline.end), "value": short_date(day)}
            yield f"{path}.end", {"text": deadline.text, **days}


def _moved_without_reason(source: Source, _context: Context) -> Violations:
    for path, deadline in _stated(source):
        if (deadline.moved_to is None) is not (deadline.moved_reason is None):
            yield path, {"text": deadline.text}


RULES = (
    Rule("KH109", _impossible, ("plan",)),
    Rule("KH110", _understood, ("plan",), Severity.INFO),
    Rule("KH111", _unread, ("plan",), Severity.WARNING),
    Rule("KH112", _half_given, ("plan",)),
    Rule("KH113", _other_meaning, ("plan",), Severity.WARNING),
    Rule("KH115", _moved_without_reason, ("plan",)),
)
