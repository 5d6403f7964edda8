"""`congkhai parse-deadline`.

With `--format json` it prints one object, whose keys never change their meaning:

- `text`: the text as it was given; `date` and `period` (`{"start", "end"}`): the anchor, or null.
- `complete`: true when something was understood and nothing was left unread.
- `understood`: a list in the order of the text. Of each: `wording` and `at` (`[start, end)` in characters of `text`);
  `class` (deadline, window, recurrence, duration, period, event, continuous, prompt, open, by_rule, count, cited,
  issued); `precision`; `start` and `end` (the last day in time), `named_day` and `inclusive` (false with "trước ngày
  X", whose X is `named_day`); `rrule` as the words have it, `rrule_start` and `rrule_due` for the first and last days
  of what comes again, and `occurrences` inside the period; `month_day` (`--12-15`, `---15`, `---last`) of a day whose
  year or month depends on another one; `part_of_day` (morning, afternoon), `time_from`, `time_to` (`HH:MM`); `expected`
  ("dự kiến"); `estimated` (a convention for words such as "giữa năm"); `after`, the event or the year that it depends
  on, and `relation` (after, before), the side of that event; `amount` (`{"low", "high", "unit", "bound",
  "relation"}`); `count` (`{"low", "high", "bound"}`);
  `not_a_deadline` (the date of a cited document, the period of figures); `spoken`, the normal wording, or null.
- `unread`: stretches that speak of time and were not understood, each with `wording`, `at`, `reason`, `message`, and
  `impossible` (true when the text contradicts the calendar or itself).

What is not told is null, never left out. Exit status: 0 when `complete`, 1 when not, 2 on wrong usage.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import click

from congkhai.cli.settings import DateType
from congkhai.model.calendar import Period, parse_date, short_date
from congkhai.model.phrases import Anchor, Reading, Understood, Unread, read_deadline, spoken
from congkhai.model.problem import ValueProblem

_NOTHING = "Không thấy cụm từ chỉ thời gian."


class _Span(click.ParamType[Period]):
    """Two days with a slash between them."""

    name = "ngày/ngày"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """The period; a text that is none, or that ends before it starts, is wrong usage."""
        if isinstance(value, Period):
            return value
        start, _, end = str(value).partition("/")
        try:
            period = Period(start=parse_date(start), end=parse_date(end))
        except ValueProblem:
            self.fail(f"“{value}” không phải là một kỳ; viết 2026-01-01/2026-12-31", param, ctx)
        if period.start and period.end and period.end < period.start:
            self.fail(f"kỳ “{value}” kết thúc trước khi bắt đầu", param, ctx)
        return period


#: A text may begin with the dash of a list; only whole names of options are options here.
_DASHES = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@click.command(
    "parse-deadline", context_settings=_DASHES, short_help="Đọc một cụm từ chỉ thời hạn và cho biết hiểu thế nào."
)
@click.argument("text")
@click.option("--date", "issued", type=DateType(), help="Ngày ban hành văn bản, mốc của “từ nay”.")
@click.option("--period", type=_Span(), help="Kỳ kế hoạch, ví dụ 2026-01-01/2026-12-31.")
@click.option(
    *("--format", "form"),
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng in ra: cho người đọc hoặc cho máy đọc.",
)
def command(text: str, issued: date | None, period: Period | None, form: str) -> None:
    """Đọc CHỮ như một thời hạn trong kế hoạch; "-" đọc từ đầu vào chuẩn."""
    if text == "-":
        text = sys.stdin.read()
    anchor = Anchor(issued=issued, period=period)
    reading = read_deadline(text, anchor)
    if form == "json":
        click.echo(json.dumps(as_json(reading, anchor), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(reading):
            click.echo(line)
    sys.exit(0 if reading.complete else 1)


def as_json(reading: Reading, anchor: Anchor) -> dict[str, Any]:
    """The object that `--format json` prints."""
    period = anchor.period
    return {
        "text": reading.text,
        "date": _iso(anchor.issued),
        "period": {"start": _iso(period.start), "end": _iso(period.end)} if period else None,
        "complete": reading.complete,
        "understood": [_understood(time) for time in reading.times],
        "unread": [_unread(stretch) for stretch in reading.unread],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _understood(time: Understood) -> dict[str, Any]:
    amount, times = time.amount, time.times
    return {
        "wording": time.wording,
        "at": [time.at, time.to],
        "class": time.kind.value,
        "precision": time.precision.value,
        "start": _iso(time.start),
        "end": _iso(time.end),
        "named_day": _iso(time.named_day),
        "inclusive": time.inclusive,
        "rrule": time.rule,
        "rrule_start": time.start_rule,
        "rrule_due": time.due_rule,
        "occurrences": [day.isoformat() for day in time.occurrences],
        "month_day": time.month_day,
        "part_of_day": time.part.value if time.part else None,
        "time_from": str(time.from_time) if time.from_time else None,
        "time_to": str(time.to_time) if time.to_time else None,
        "expected": time.expected,
        "estimated": time.estimated,
        "after": time.after,
        "relation": time.relation.value if time.relation else None,
        "amount": {
            "low": str(amount.low),
            "high": str(amount.high),
            "unit": amount.unit.value,
            "bound": amount.bound.value,
            "relation": amount.relation.value if amount.relation else None,
        }
        if amount
        else None,
        "count": {"low": times.low, "high": times.high, "bound": times.bound.value} if times else None,
        "not_a_deadline": time.not_a_deadline,
        "spoken": spoken(time),
    }


def _unread(stretch: Unread) -> dict[str, Any]:
    return {
        "wording": stretch.wording,
        "at": [stretch.at, stretch.to],
        "reason": stretch.reason.value,
        "message": stretch.reason.label,
        "impossible": stretch.reason.impossible,
    }


def as_lines(reading: Reading) -> list[str]:
    """What `--format text` prints: each time with what was understood, then what was not."""
    lines = [line for time in reading.times for line in _told(time)]
    lines += [f"? “{_line(stretch.wording)}”: {stretch.reason.label}" for stretch in reading.unread]
    return lines or [_NOTHING]


def _line(text: str) -> str:
    return " ".join(text.split())


def _told(time: Understood) -> list[str]:
    lines = [f"“{_line(time.wording)}”: {time.kind.label}"]
    if time.kind.label != time.precision.label:
        lines[0] += f" ({time.precision.label})"
    facts = [
        ("từ ngày", short_date(time.start) if time.start else None),
        ("đến hết ngày", short_date(time.end) if time.end else None),
        ("ngày nêu trong văn bản (không tính)", _named(time)),
        ("quy tắc lặp lại", time.rule),
        ("ngày đầu", time.start_rule),
        ("ngày cuối", time.due_rule if time.due_rule != time.rule else None),
        ("các ngày trong kỳ", _days(time.occurrences)),
        ("ngày, tháng", time.month_day),
        ("buổi", time.part.label if time.part else None),
        ("từ giờ", time.from_time.spoken if time.from_time else None),
        ("đến giờ", time.to_time.spoken if time.to_time else None),
        ("phụ thuộc", _line(time.after) if time.after else None),
        ("thời lượng", _amount(time)),
        ("số lần", _times(time)),
    ]
    lines += [f"  {title}: {value}" for title, value in facts if value]
    signs = [
        word
        for word, holds in (
            ("dự kiến", time.expected),
            ("ước lượng", time.estimated),
            ("không phải thời hạn", time.not_a_deadline),
        )
        if holds
    ]
    return [*lines, *([f"  ({', '.join(signs)})"] if signs else [])]


def _named(time: Understood) -> str | None:
    return short_date(time.named_day) if time.named_day and not time.inclusive else None


def _days(days: tuple[date, ...]) -> str | None:
    if not days:
        return None
    shown = ", ".join(short_date(day) for day in days[:12])
    return shown if len(days) <= 12 else f"{shown}… ({len(days)} ngày)"


def _amount(time: Understood) -> str | None:
    amount = time.amount
    if amount is None:
        return None
    number = f"{amount.low:f}" if amount.low == amount.high else f"{amount.low:f} – {amount.high:f}"
    side = f", {amount.relation.label} sự kiện" if amount.relation else ""
    return f"{amount.bound.label} {number.replace('.', ',')} {amount.unit.label}{side}"


def _times(time: Understood) -> str | None:
    if time.times is None:
        return None
    low, high = time.times.low, time.times.high
    return f"{time.times.bound.label} {low if low == high else f'{low} – {high}'}"
