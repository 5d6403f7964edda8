"""A plan's picture along time: places in an SVG, whose words a table repeats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.tasks import TaskView
from congkhai.derive.timeline import Line, Tick, Timeline, timeline
from congkhai.model.calendar import short_date
from congkhai.model.plan import Plan
from congkhai.render.site.makers.figures import shortened
from congkhai.render.site.makers.task_rows import TONES

_ROMAN = ("I", "II", "III", "IV")
#: Sizes in the units of the picture, which is as wide as `WIDTH` and scales with its page.
WIDTH, _TOP, _ROW = 720, 34, 40
_LABEL = 72
#: States that stand in words beside the label too, for who cannot tell the colours.
_SAID = frozenset({"ok", "late", "warn"})


@dataclass(frozen=True, slots=True)
class TickView:
    """A line across the picture and its name."""

    x: float
    label: str
    width: float


@dataclass(frozen=True, slots=True)
class LineView:
    """A task: `x` and `width` of its bar (0: none), the middle of its last day, the middles of its dots."""

    field: str
    anchor: str
    y: int
    label: str
    text: str
    x: float
    width: float
    end: float
    dots: tuple[float, ...]
    tone: str
    state: str
    told: str
    start: date | None
    due: date


@dataclass(frozen=True, slots=True)
class PictureView:
    """The whole picture; `today` is None when the day lies outside; `about` says in a sentence what it shows."""

    width: int
    height: int
    top: int
    ticks: tuple[TickView, ...]
    lines: tuple[LineView, ...]
    today: float | None
    day: date
    about: str
    undated: int


def picture(plan: Plan, views: tuple[TaskView, ...], day: date) -> PictureView | None:
    """The picture of a plan's tasks on a day; None when there is nothing to draw."""
    found = timeline(plan, views)
    if found is None:
        return None
    lines = tuple(_line(found, line, number) for number, line in enumerate(found.lines))
    ends = [*(_x(found, tick.day) for tick in found.ticks[1:]), float(WIDTH)]
    starts = [_x(found, tick.day) for tick in found.ticks]
    places = zip(found.ticks, starts, ends, strict=True)
    ticks = [TickView(start, _named(tick), round(end - start, 1)) for tick, start, end in places]
    about = phrase("site.timeline_about", n=len(lines), start=short_date(found.first), end=short_date(found.last))
    return PictureView(
        width=WIDTH,
        height=_TOP + _ROW * len(lines) + 6,
        top=_TOP,
        ticks=tuple(ticks),
        lines=lines,
        today=_x(found, day) if found.first <= day <= found.last else None,
        day=day,
        about=about,
        undated=len(found.undated),
    )


def _line(found: Timeline, line: Line, number: int) -> LineView:
    task, state = line.view.task, line.view.state
    one_day = WIDTH / ((found.last - found.first).days + 1)
    start = _x(found, line.start) if line.start else 0.0
    width = round(max(_x(found, line.end) + one_day - start, 3.0), 1) if line.start else 0.0
    name = f"{line.view.place}. {task.text}" if line.view.place else task.text
    label = shortened(name, _LABEL)
    return LineView(
        field=line.view.field,
        anchor=f"viec-{task.id}",
        y=_TOP + _ROW * number,
        label=f"{label} – {state.label.lower()}" if TONES[state] in _SAID else label,
        text=task.text,
        x=start,
        width=width,
        end=round(_x(found, line.end) + one_day / 2, 1),
        dots=tuple(round(_x(found, dot) + one_day / 2, 1) for dot in line.dots),
        tone=TONES[state] or "plain",
        state=state.label,
        told=_told(line),
        start=line.start,
        due=line.end,
    )


def _told(line: Line) -> str:
    due = short_date(line.end)
    span = phrase("site.timeline_span", start=short_date(line.start), end=due) if line.start else due
    return f"{line.view.task.text} ({span}; {line.view.state.label.lower()})"


def _x(found: Timeline, day: date) -> float:
    return round(found.share(day) * WIDTH, 1)


def _named(tick: Tick) -> str:
    if tick.months == 12:
        return str(tick.day.year)
    if tick.months == 3:
        return f"{_ROMAN[tick.quarter - 1]}/{tick.day.year}"
    return f"{tick.day.month}/{tick.day.year}" if tick.day.month == 1 else str(tick.day.month)
