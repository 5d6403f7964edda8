"""An understood time as the deadline that a plan records."""

from __future__ import annotations

from congkhai.model.phrases.reading import Kind, Understood
from congkhai.model.plan import Deadline, Precision

_PRECISION = {
    Kind.EVENT: Precision.EVENT,
    Kind.CONTINUOUS: Precision.CONTINUOUS,
    Kind.PROMPT: Precision.PROMPT,
    Kind.OPEN: Precision.OPEN,
    Kind.BY_RULE: Precision.OPEN,
}
_NO_DEADLINE = frozenset({Kind.CITED, Kind.ISSUED, Kind.COUNT, Kind.PERIOD})


def as_deadline(time: Understood) -> Deadline | None:
    """The deadline that the time sets; None for a time that sets none, such as the date of a cited document.

    `recurrence` is the rule of the last days in time, so that a task can be late by it.
    """
    if time.not_a_deadline or time.kind in _NO_DEADLINE:
        return None
    return Deadline(
        text=time.wording,
        precision=_PRECISION.get(time.kind, time.precision),
        start=time.start,
        end=time.end,
        named_day=time.named_day if not time.inclusive else None,
        inclusive=time.inclusive or time.named_day is None,
        recurrence=time.due_rule or time.rule,
        part=time.part,
        occurrences=time.occurrences,
        expected=time.expected,
        after=time.after,
    )
