"""The life of a posting: its days follow one another, its people hold their posts, its boards are the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from congkhai.check.minimum import Minimum, minimum
from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.model.calendar import is_working_day, short_date
from congkhai.model.duty_terms import PostingEnd
from congkhai.model.finding import Severity
from congkhai.model.official import Official
from congkhai.model.posting import Board, Posting
from congkhai.model.posting_clock import Span, full_on, last_day, lost, merged, outages
from congkhai.model.unit import Unit
from congkhai.source.repository import Key, Repository, Source

#: Days that a posting may be planned for: more is a slip of the keyboard.
_DAYS = range(1, 3661)
_DAY = timedelta(days=1)
_AGES = date.max.toordinal()


def _order_of_days(source: Source, _context: Context) -> Violations:
    posting: Posting = source.record
    yield from _extensions(posting)
    start, down = posting.start, posting.down
    if posting.taken_down and posting.taken_down < start:
        yield "taken_down", {"reason": "down_before_start", "day": short_date(start)}
    if posting.withdrawn and posting.taken_down and posting.taken_down < posting.withdrawn.day:
        yield "withdrawn.day", {"reason": "withdrawn_when_down", "day": short_date(posting.taken_down)}
    if posting.taken_down_by and not posting.taken_down:
        yield "taken_down_by", {"reason": "no_day_down", "day": short_date(start)}
    if posting.end_minutes and not down:
        yield "end_minutes", {"reason": "no_day_down", "day": short_date(start)}
    for n, one in enumerate(posting.interruptions):
        path = f"interruptions[{n}]"
        if one.end and one.end < one.start:
            yield f"{path}.end", {"reason": "interruption_backwards", "day": short_date(one.start)}
        if one.start < start:
            yield f"{path}.start", {"reason": "interruption_early", "day": short_date(start)}
        if down and one.start > down:
            yield f"{path}.start", {"reason": "interruption_late", "day": short_date(down)}
        for m, id in enumerate(one.boards):
            if id not in posting.boards:
                yield f"{path}.boards[{m}]", {"reason": "interruption_elsewhere", "day": short_date(one.start)}


def _extensions(posting: Posting) -> Violations:
    before = full_on(posting, ())
    for n, one in enumerate(posting.extensions):
        path = f"extensions[{n}]"
        if before is None:
            yield path, {"reason": "extends_standing", "day": short_date(posting.start)}
        elif one.until <= before:
            yield f"{path}.until", {"reason": "extends_nothing", "day": short_date(before)}
        else:
            before = one.until
        if one.decided > one.until:
            yield f"{path}.decided", {"reason": "decided_too_late", "day": short_date(one.until)}
        if posting.down and one.decided > posting.down:
            yield f"{path}.decided", {"reason": "decided_when_down", "day": short_date(posting.down)}


def _outages(source: Source, _context: Context) -> Violations:
    board: Board = source.record
    for n, one in enumerate(board.outages):
        if one.end and one.end < one.start:
            yield f"outages[{n}].end", {"start": short_date(one.start), "end": short_date(one.end)}


def _odd_length(source: Source, _context: Context) -> Violations:
    posting: Posting = source.record
    if posting.days is not None and posting.days not in _DAYS:
        yield "days", {"days": posting.days}


def _not_in_office(source: Source, context: Context) -> Violations:
    posting: Posting = source.record
    acts: list[tuple[str, str | None, date | None]] = [
        ("posted_by", posting.posted_by, posting.start),
        ("taken_down_by", posting.taken_down_by, posting.taken_down),
        *((f"extensions[{n}].decided_by", one.decided_by, one.decided) for n, one in enumerate(posting.extensions)),
    ]
    if posting.withdrawn:
        acts.append(("withdrawn.by", posting.withdrawn.by, posting.withdrawn.day))
    for path, id, day in acts:
        found = context.repository.find("official", id, source.key.office) if id and day else None
        official: Official | None = found.record if found else None
        if official and official.term and day and not official.term.holds(day):
            yield path, {"name": official.name, "day": short_date(day)}


def _foreign_boards(source: Source, context: Context) -> Violations:
    """An office posts on its own boards and on those of the units below it."""
    repository, at = context.repository, source.key.office
    own = _office(repository, at)
    posting: Posting = source.record
    places = [(f"boards[{n}]", id) for n, id in enumerate(posting.boards)]
    for path, id in places if own else ():
        board = repository.find("board", id, at)
        if board and own and own.id not in _above(repository, board.record.unit, at):
            unit = repository.find("unit", board.record.unit, at)
            yield path, {"board": board.record.name, "unit": unit.record.name if unit else board.record.unit}


def _office(repository: Repository, at: str) -> Source | None:
    sites = repository.all("site")
    id = at or (sites[0].record.office if sites else "")
    return repository.find("unit", id, at)


def _above(repository: Repository, unit: str, at: str) -> set[str]:
    """The unit and all that it is a part of; a unit that cannot be read ends the line."""
    found: set[str] = set()
    while unit and unit not in found:
        found.add(unit)
        source = repository.find("unit", unit, at)
        unit = (source.record.parent or "") if source else ""
    return found


def _too_short(source: Source, context: Context) -> Violations:
    """What the law in force on the first day asks of each board; what came down early is told elsewhere."""
    posting: Posting = source.record
    repository, at = context.repository, source.key.office
    item = repository.find(posting.item.kind, posting.item.id, at)
    office = _office(repository, at)
    if posting.days is None or posting.withdrawn or item is None or office is None:
        return
    unit: Unit = office.record
    boards = [repository.find("board", id, at) for id in posting.boards]
    told: set[str] = set()
    for kind in dict.fromkeys(board.record.kind for board in boards if board):
        least = minimum(repository, item, kind, unit, posting.start)
        if least and least.duty.source.id not in told and not _reaches(posting, least, context):
            told.add(least.duty.source.id)
            want, title = least.posting.until.value, least.duty.duty.title
            yield "days", {"days": posting.days, "want": want, "least": least.posting.days or 0, "duty": title}


def _reaches(posting: Posting, least: Minimum, context: Context) -> bool:
    end = last_day(posting, (), full_on(posting, ()))
    if end is None or least.posting.until not in {PostingEnd.DAYS, PostingEnd.WORKING_DAYS}:
        return True  # a paper for some days may hang beside the standing one
    wanted = least.posting.days or 0
    if least.posting.until is PostingEnd.DAYS:
        return (end - posting.start).days >= wanted
    day, counted = posting.start, 0
    while counted < wanted and day < end:
        day += _DAY
        counted += is_working_day(day, context.holidays, context.made_up)
    return counted >= wanted


def _overlaps(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """One record hangs on a board once at a time; a paper that replaces another may go up as that comes down."""
    hung: dict[tuple[str, str, Key], list[tuple[date, int, Source]]] = {}
    for source in context.repository.all("posting"):
        posting: Posting = source.record
        key = Key(posting.item.kind, posting.item.id, source.key.office)
        for board in dict.fromkeys(posting.boards):
            end = _ended(posting, board, context.repository.find("board", board, source.key.office))
            hung.setdefault((source.key.office, board, key), []).append((posting.start, end, source))
    told: set[Key] = set()
    for (_office_id, board, _item), list_ in hung.items():
        latest: tuple[int, Source] | None = None
        for start, end, source in sorted(list_, key=lambda one: (one[0], one[2].id)):
            if latest and start.toordinal() < latest[0] and source.key not in told:
                told.add(source.key)
                place = source.record.boards.index(board)
                yield source, f"boards[{place}]", {"board": board, "other": latest[1].id}
            if latest is None or end > latest[0]:
                latest = (end, source)


def _ended(posting: Posting, id: str, board: Source | None) -> int:
    """The day on which the paper stops hanging by the register, as a number; one that never does comes last."""
    if posting.down:
        return posting.down.toordinal()
    spans: tuple[Span, ...] = merged(
        span for span in lost(posting, id, outages(board.record) if board else ()) if span[1] < date.max
    )
    end = last_day(posting, spans, full_on(posting, spans))
    return end.toordinal() if end else _AGES


RULES = (
    Rule("NY106", _order_of_days, ("posting",)),
    Rule("NY115", _outages, ("board",)),
    Rule("NY107", _odd_length, ("posting",)),
    Rule("NY108", _not_in_office, ("posting",)),
    Rule("NY109", _foreign_boards, ("posting",)),
    Rule("NY110", _too_short, ("posting",), Severity.WARNING),
    WholeRule("NY111", _overlaps),
)
