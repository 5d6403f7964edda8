"""What a deadline was taken to mean, in a short Vietnamese line for the person who wrote its words."""

from __future__ import annotations

from congkhai.model.calendar import short_date
from congkhai.model.phrases.reading import Kind, Understood
from congkhai.model.phrases.spoken import spoken
from congkhai.model.plan import Deadline

_MOST = 4


def meaning_of(deadline: Deadline) -> str:
    """`đến hết ngày 31/10/2015`, `thứ Sáu đầu tiên hằng tháng, buổi sáng`, `theo sự kiện: ngày nhận hồ sơ`."""
    facts = [fact for fact in (_span(deadline), _again(deadline), _after(deadline)) if fact]
    signs = [deadline.precision.label] if not facts else []
    if deadline.part:
        signs.append(deadline.part.label)
    if deadline.expected:
        signs.append("dự kiến")
    return ", ".join([*facts, *signs])


def _span(deadline: Deadline) -> str:
    start, end = deadline.start, deadline.end
    if start and end and start == end:
        return f"ngày {short_date(end)}"
    if start and end:
        return f"từ ngày {short_date(start)} đến hết ngày {short_date(end)}"
    if end:
        return f"đến hết ngày {short_date(end)}"
    return f"từ ngày {short_date(start)}" if start else ""


def _again(deadline: Deadline) -> str:
    if not deadline.recurrence:
        return ""
    rule = Understood(
        at=0, to=0, wording="", kind=Kind.RECURRENCE, precision=deadline.precision, rule=deadline.recurrence
    )
    said = spoken(rule) or deadline.recurrence
    days = [short_date(day) for day in deadline.occurrences[:_MOST]]
    more = "…" if len(deadline.occurrences) > _MOST else ""
    return f"{said} ({', '.join(days)}{more})" if days else said


def _after(deadline: Deadline) -> str:
    return f"{deadline.precision.label}: {deadline.after}" if deadline.after else ""
