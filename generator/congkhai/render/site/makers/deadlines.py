"""Deadlines as the document words them, and as they are understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.model.calendar import Period, short_date
from congkhai.model.plan import Deadline, Precision
from congkhai.render.site.makers.recurrence import spoken

_WORDED = {
    Precision.CONTINUOUS: "site.time_continuous",
    Precision.PROMPT: "site.time_prompt",
    Precision.OPEN: "site.time_open",
    Precision.EVENT: "site.time_event",
    Precision.UNREAD: "site.time_unread",
}


#: How many days of what comes again are named: as many as a month has, in a year.
_MOST = 12


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """`text` is the document's own wording, `meaning` what it comes to; `days` are its dated occurrences."""

    text: str
    meaning: str
    days: tuple[date, ...]


def deadline_views(deadlines: Iterable[Deadline]) -> tuple[DeadlineView, ...]:
    """All deadlines of a task or a report, in the order of the document."""
    return tuple(DeadlineView(d.text, meaning(d), d.occurrences) for d in deadlines)


def meaning(deadline: Deadline) -> str:
    """A sentence part that says when: `chậm nhất hết ngày 31/10/2015`, `sáng thứ Sáu hằng tuần, từ … đến …`."""
    parts = [text for text in (_rule(deadline), _span(deadline), _after(deadline), _moved(deadline)) if text]
    if not parts and deadline.occurrences:
        return _opened(deadline, phrase("site.time_days", days=_days(deadline)))
    if not parts:
        return phrase(_WORDED.get(deadline.precision, "site.time_open"))
    return _opened(deadline, ", ".join([parts[0], *(p[0].lower() + p[1:] for p in parts[1:])]))


def span_text(period: Period | None) -> str | None:
    """`từ 01/01/2014 đến 31/12/2015` with a capital; None for no period."""
    if period is None:
        return None
    return _between(period.start, period.end)


def standing(period: Period, day: date) -> str:
    """`now`, `ahead` or `over`: how a day stands to a period."""
    if period.holds(day):
        return "now"
    return "ahead" if period.start and day < period.start else "over"


def _rule(deadline: Deadline) -> str | None:
    if deadline.precision is Precision.CONTINUOUS:
        return phrase("site.time_continuous")
    said = spoken(deadline.recurrence, deadline.part) if deadline.recurrence else None
    if said and deadline.occurrences:
        return f"{said} ({_days(deadline)})"
    return said


def _span(deadline: Deadline) -> str | None:
    if deadline.start and deadline.start == deadline.end and deadline.precision is Precision.DAY:
        return phrase("site.time_on", day=short_date(deadline.end))
    return _between(deadline.start, deadline.end)


def _between(start: date | None, end: date | None) -> str | None:
    if start and end:
        return phrase("site.time_between", start=short_date(start), end=short_date(end))
    if end:
        return phrase("site.time_by", end=short_date(end))
    return phrase("site.time_from", start=short_date(start)) if start else None


def _after(deadline: Deadline) -> str | None:
    return phrase("site.time_after", event=deadline.after) if deadline.after else None


def _moved(deadline: Deadline) -> str | None:
    if deadline.moved_to is None:
        return deadline.moved_reason
    return phrase("site.time_moved", day=short_date(deadline.moved_to), reason=deadline.moved_reason or "")


def _days(deadline: Deadline) -> str:
    """All the days when they are few, else the first and how many there are."""
    days = deadline.occurrences
    shown = ", ".join(short_date(day) for day in days[:_MOST])
    return shown if len(days) <= _MOST else phrase("site.time_more", days=shown, n=len(days))


def _opened(deadline: Deadline, text: str) -> str:
    """The text, said to be foreseen or estimated where the document only foresees or estimates."""
    key = "site.time_expected" if deadline.expected else None
    if deadline.precision is Precision.FUZZY and not deadline.expected:
        key = "site.time_estimated"
    return phrase(key, time=text[0].lower() + text[1:]) if key else text
