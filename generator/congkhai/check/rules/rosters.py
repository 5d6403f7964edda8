"""Duty rosters: nobody at two posts at once, and no hour without somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.model.calendar import short_date
from congkhai.model.clock import TimeOfDay
from congkhai.model.official import Official
from congkhai.model.roster import Post, Roster, Shift
from congkhai.source.repository import Key, Source

_DAY = timedelta(days=1)
#: A roster is looked at for two months at most: longer is a slip of the keyboard in the period, told as such.
_LONGEST = 62


def _at_two_posts(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A person's shifts in all rosters, in the order of time: each that begins before another has ended."""
    found: dict[Key, list[tuple[datetime, datetime, Source, str, Shift]]] = {}
    for source in context.repository.all("roster"):
        for n, shift in enumerate(source.record.shifts):
            for p, id_ in enumerate(shift.people):
                person = context.repository.find("official", id_, source.key.office)
                if person:
                    place = (shift.start, shift.end, source, f"shifts[{n}].people[{p}]", shift)
                    found.setdefault(person.key, []).append(place)
    for key, places in found.items():
        places.sort(key=lambda place: (place[0], place[1], place[2].path, place[3]))
        official = context.repository.sources[key].record
        latest = places[0]
        for place in places[1:]:
            if place[0] < latest[1]:
                other = latest[4]
                told = {"name": official.name, "start": moment(place[0]), "other": other.post, "line": _line(latest)}
                yield place[2], place[3], told
            latest = max(latest, place, key=lambda one: one[1])


def _line(place: tuple[datetime, datetime, Source, str, Shift]) -> str:
    return f"{place[2].path}:{place[2].mark(place[3]).line}"


def _gaps(source: Source, _context: Context) -> Violations:
    """The first time at which a post is left alone, for each post."""
    roster: Roster = source.record
    for n, post in enumerate(roster.posts):
        shifts = sorted((s for s in roster.shifts if s.post == post.id), key=lambda s: s.start)
        for start, end in _wanted(roster, post):
            gap = _gap(start, end, shifts)
            if gap:
                yield f"posts[{n}].id", {"value": post.name, "start": moment(gap[0]), "end": moment(gap[1])}
                break


def _wanted(roster: Roster, post: Post) -> Iterator[tuple[datetime, datetime]]:
    """The times at which somebody must be there."""
    first, last = roster.period.start, roster.period.end
    if first is None or last is None or last < first or (last - first).days >= _LONGEST:
        return
    if not post.hours:
        yield _moment(first, roster.changeover), _moment(last + _DAY, roster.changeover)
        return
    for day in (first + _DAY * n for n in range((last - first).days + 1)):
        for hours in post.hours:
            yield _moment(day, hours.start), _moment(day, hours.end)


def _moment(day: date, hour: TimeOfDay) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=hour.minutes)


def _gap(start: datetime, end: datetime, shifts: list[Shift]) -> tuple[datetime, datetime] | None:
    for shift in shifts:
        if shift.start > start:
            break
        start = max(start, shift.end)
    if start >= end:
        return None
    return start, min([end, *(shift.start for shift in shifts if shift.start > start)])


def _strangers(source: Source, _context: Context) -> Violations:
    roster: Roster = source.record
    posts = {post.id for post in roster.posts}
    for n, shift in enumerate(roster.shifts):
        if shift.post not in posts:
            yield (
                f"shifts[{n}].post",
                {"value": shift.post, "reason": "no_such_post", "nearest": ", ".join(sorted(posts))},
            )
        if not roster.period.holds(shift.date):
            yield f"shifts[{n}].date", {"value": short_date(shift.date), "reason": "outside_roster", "nearest": ""}
    start, end = roster.period.start, roster.period.end
    if start is None or end is None:
        yield "period", {"value": "", "reason": "open_roster", "nearest": ""}
    elif (end - start).days >= _LONGEST:
        yield "period", {"value": f"{short_date(start)} – {short_date(end)}", "reason": "long_roster", "nearest": ""}


def _not_in_office(source: Source, context: Context) -> Violations:
    """Told at each shift: a roster has a few of one person, and each needs somebody else."""
    roster: Roster = source.record
    for n, shift in enumerate(roster.shifts):
        for p, id_ in enumerate(shift.people):
            found = context.repository.find("official", id_, source.key.office)
            official: Official | None = found.record if found else None
            if official and official.term and not official.term.holds(shift.date):
                yield f"shifts[{n}].people[{p}]", {"name": official.name, "day": short_date(shift.date)}


def moment(when: datetime) -> str:
    """`07:30 05/02/2027`."""
    return f"{when:%H:%M} {short_date(when.date())}"


RULES = (
    WholeRule("TR101", _at_two_posts),
    Rule("TR102", _gaps, ("roster",)),
    Rule("TR103", _strangers, ("roster",)),
    Rule("TR104", _not_in_office, ("roster",)),
)
