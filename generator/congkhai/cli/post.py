"""`congkhai post`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.desk import Desk, day_option, desk, options
from congkhai.cli.settings import Settings
from congkhai.derive.address import heading
from congkhai.derive.boards import hanging
from congkhai.intake.postings.changes import taken_down
from congkhai.intake.postings.entry import Term, next_number, place_of, usual_term
from congkhai.intake.postings.lookup import Refused, find_boards, find_item, find_official, find_posting, titled
from congkhai.model.calendar import short_date
from congkhai.model.posting import ItemPointer, PostedFile, Posting
from congkhai.render.notices.kinds import papers_of
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.render import render
from congkhai.render.notices.templates import Templates
from congkhai.source.attachments import attached
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is hung up: the version code of the notice, if it is one, and the files with their digests."""

    version: str | None = None
    files: tuple[PostedFile, ...] = ()


@click.command("post", short_help="Ghi một lần niêm yết mới vào sổ.")
@click.argument("item")
@click.option("--board", "boards", multiple=True, help="Mã bảng tin; ghi nhiều lần cho nhiều bảng.")
@day_option("--from", "start", "Ngày dán")
@click.option("--days", type=click.IntRange(1, 3660), help="Số ngày liên tục; bỏ trống thì theo nghĩa vụ.")
@click.option("--standing", is_flag=True, help="Niêm yết thường xuyên, không có ngày hết.")
@click.option("--by", help="Người dán (mã hoặc họ tên); mặc định là người trông coi bảng đầu tiên.")
@click.option("--paper", default="a4", show_default=True, help="Khổ giấy của bản in được dán.")
@click.option("--replaces", help="Lần niêm yết cũ được thay; tờ cũ được ghi là gỡ cùng ngày.")
@click.option("--minutes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Bản quét biên bản.")
@click.option("--note", help="Điều cần lưu ý.")
@options
def command(  # noqa: PLR0913 - what the register asks of each entry
    settings: Settings,
    item: str,
    boards: tuple[str, ...],
    start: date,
    days: int | None,
    standing: bool,
    by: str | None,
    paper: str,
    replaces: str | None,
    minutes: Path | None,
    note: str | None,
    at: str,
    dry_run: bool,
) -> None:
    """Ghi lần niêm yết nội dung ITEM (loại/mã như fee/le-phi-ho-tich, hoặc chỉ mã) vào sổ của năm."""
    if days and standing:
        raise click.UsageError(phrase("register.days_and_standing", settings.language))
    with desk(settings, start, at) as entry:
        found = find_item(entry.repository, item, at)
        old = find_posting(entry.repository, replaces, at) if replaces else None
        places = find_boards(entry.repository, boards or (old.record.boards if old else ()), at)
        if not places:
            raise Refused("no_board", boards=", ".join(entry.repository.ids("board", at)))
        hanger = _hanger(entry, by, places)
        if old:
            _make_room(entry, old, places, start, hanger)
        term = Term(None) if standing else Term(days) if days else _usual(entry, found, places)
        hung = _paper(entry, found, paper)
        number = next_number(entry.repository, start.year, at)
        posting = Posting(
            number=number,
            year=start.year,
            item=ItemPointer(kind=found.key.kind, id=found.id),
            version=hung.version,
            files=hung.files,
            boards=tuple(place.id for place in places),
            start=start,
            days=term.days,
            posted_by=hanger.id,
            replaces=old.id if old else None,
            minutes=entry.attach(minutes, f"{start.year}-{number:03d}-bat-dau") if minutes else None,
            note=note,
        )
        key, path = place_of(entry.repository, posting, at)
        entry.add(key, path, posting)
        _tell(entry, found, key.id, term)
        entry.close(dry_run=dry_run)


def _hanger(entry: Desk, by: str | None, places: tuple[Source, ...]) -> Source:
    if by:
        return find_official(entry.repository, by, entry.at)
    keeper = places[0].record.keeper
    if not keeper:
        raise Refused("no_keeper", board=places[0].id)
    return find_official(entry.repository, keeper, entry.at)


def _make_room(entry: Desk, old: Source, places: tuple[Source, ...], start: date, hanger: Source) -> None:
    left = [board for board in old.record.boards if board not in {place.id for place in places}]
    if left:
        raise Refused("replaces_in_part", boards=", ".join(left))
    if not old.record.down:
        entry.change(old, taken_down(old.record, start, hanger.id, None, early=True))


def _usual(entry: Desk, item: Source, places: tuple[Source, ...]) -> Term:
    office = entry.office
    unit = office.unit(entry.at or office.site.office, entry.at)
    boards = [place.record for place in places]

    term = usual_term(entry.repository, item, boards, unit, entry.day, office.workdays.works)
    if term is None:
        raise Refused("no_duty", item=heading(item))
    return term


def _paper(entry: Desk, item: Source, paper: str) -> _Paper:
    """The notice of a record in its version of the day; without one the files that the record itself brings."""
    drawn = [one for one in papers_of(entry.office, item) if isinstance(one, Notice)]
    if drawn:
        chosen = next((one for one in drawn if one.name.paper.value == paper), drawn[0])
        made = render(chosen, Templates.read(entry.settings.root / "site_config/notices"))
        if not isinstance(made, bytes):
            raise Refused("cannot_print", address=chosen.address, why=made.reason)
        entry.record(chosen)
        return _Paper(chosen.code, (PostedFile(file=chosen.address, sha256=hashlib.sha256(made).hexdigest()),))
    return _Paper(files=tuple(_attached(entry, item)))


def _attached(entry: Desk, item: Source) -> Iterator[PostedFile]:
    for path in getattr(item.record, "files", ()):
        data = attached(entry.settings.root, path)
        if data is not None:
            yield PostedFile(file=f"tep/{path}", sha256=hashlib.sha256(data).hexdigest())


def _tell(entry: Desk, item: Source, id: str, term: Term) -> None:  # noqa: A002 - the word of the domain
    source = entry.repository.find("posting", id, entry.at)
    if source is None:
        return
    window = hanging(entry.office, source).window
    posting: Posting = source.record
    by = titled(find_official(entry.repository, posting.posted_by, entry.at))
    entry.say("number", number=posting.number, year=posting.year, item=heading(item), by=by)
    if window.last is None:
        entry.say("stands", start=short_date(posting.start))
    else:
        entry.say("hangs", start=short_date(posting.start), days=posting.days, last=short_date(window.last))
    if term.because:
        duty = term.because.duty
        basis = duty.rules[0].record if duty.posting and duty.posting.rule else duty.duty
        entry.say("because", duty=duty.duty.title, basis="; ".join(place.full for place in basis.basis))
    if posting.version:
        entry.say("version", version=posting.version, file=posting.files[0].file)
