"""A short notation for what the reader of phrases understood, and the files of cases that use it.

A file holds blocks. A line `@ 2026-01-10 2026-01-01/2026-12-31` sets the day of issue and the period of what follows
(`-` for none). A line that begins at the margin is a phrase; `⏎` in it is a line break. The indented lines below it
are the readings in their order, `=` for what was understood and `?` for what was left unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.model.calendar import Period
from congkhai.model.phrases import Anchor, Reading, Understood

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    phrase: str
    anchor: Anchor
    readings: tuple[str, ...]


def anchor(issued: str | None = None, period: str | None = None) -> Anchor:
    start, _, end = (period or "").partition("/")
    return Anchor(
        issued=date.fromisoformat(issued) if issued else None,
        period=Period(start=date.fromisoformat(start), end=date.fromisoformat(end)) if period else None,
    )


def cases(name: str) -> Iterator[Case]:
    here, phrase, readings = anchor(), "", []
    for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith((" ", "\t")):
            readings.append(line.strip())
            continue
        if phrase:
            yield Case(phrase, here, tuple(readings))
        phrase, readings = "", []
        if line.startswith("@"):
            here = anchor(*(None if word == "-" else word for word in line[1:].split()))
        elif line and not line.startswith("#"):
            phrase = line.replace("⏎", "\n")
    if phrase:
        yield Case(phrase, here, tuple(readings))


def short(reading: Reading) -> tuple[str, ...]:
    lines = [f"= {_flat(time.wording)}: {told(time)}" for time in reading.times]
    return (*lines, *(f"? {_flat(one.wording)}: {one.reason.value}" for one in reading.unread))


def _flat(text: str) -> str:
    return " ".join(text.split())


def told(time: Understood) -> str:
    words = [time.kind.value]
    if time.precision.value not in {time.kind.value, "event", "open"}:
        words[0] += f"/{time.precision.value}"
    if time.start or time.end:
        words.append(f"{time.start or ''}..{time.end or ''}")
    if not time.inclusive:
        words.append(f"not-on={time.named_day}" if time.named_day else "before")
    for name, value in (
        ("rule", time.rule),
        ("first", time.start_rule),
        ("last", time.due_rule if time.due_rule != time.rule else None),
        ("day", time.month_day),
        ("part", time.part.value if time.part else None),
        ("from", time.from_time),
        ("to", time.to_time),
    ):
        if value is not None:
            words.append(f"{name}={value}")
    if amount := time.amount:
        number = f"{amount.low}" if amount.low == amount.high else f"{amount.low}-{amount.high}"
        words.append(f"{amount.bound.value} {number} {amount.unit.value}")
    if times := time.times:
        number = f"{times.low}" if times.low == times.high else f"{times.low}-{times.high}"
        words.append(f"{times.bound.value} {number} times")
    if time.relation:
        words.append(time.relation.value)
    if time.after:
        words.append(f"“{_flat(time.after)}”")
    if time.occurrences:
        days = ",".join(day.isoformat() for day in time.occurrences[:4])
        words.append(f"on {days}" + (f"…{len(time.occurrences)}" if len(time.occurrences) > 4 else ""))
    words += [
        name
        for name, holds in (
            ("expected", time.expected),
            ("estimated", time.estimated),
            ("no-deadline", time.not_a_deadline),
        )
        if holds
    ]
    return " ".join(words)
