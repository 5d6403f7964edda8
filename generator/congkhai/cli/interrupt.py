"""`congkhai interrupt`."""

from __future__ import annotations

from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.desk import Desk, desk, options
from congkhai.cli.settings import DateType, Settings, today
from congkhai.derive.address import heading
from congkhai.derive.boards import ON_THE_WALL, postings
from congkhai.intake.postings.changes import in_order_again, interrupted, out_of_order, readable_again
from congkhai.intake.postings.lookup import Refused, find_boards, find_posting
from congkhai.model.calendar import short_date
from congkhai.model.posting import Interruption, Outage
from congkhai.source.repository import Source


@click.command("interrupt", short_help="Ghi những ngày không xem được bảng tin, hoặc riêng một tờ niêm yết.")
@click.argument("posting", required=False)
@click.option("--board", "boards", multiple=True, help="Mã bảng tin; ghi nhiều lần cho nhiều bảng.")
@click.option("--all-boards", is_flag=True, help="Mọi bảng của cơ quan, khi trụ sở đóng cửa.")
@click.option("--from", "start", type=DateType(), help="Ngày đầu tiên không xem được.")
@click.option("--to", "end", type=DateType(), help="Ngày cuối cùng không xem được; bỏ trống khi chưa khắc phục.")
@click.option("--reason", help="Lý do.")
@options
def command(  # noqa: PLR0913 - what the register asks of each entry
    settings: Settings,
    posting: str | None,
    boards: tuple[str, ...],
    all_boards: bool,
    start: date | None,
    end: date | None,
    reason: str | None,
    at: str,
    dry_run: bool,
) -> None:
    """Ghi gián đoạn của bảng tin, hoặc riêng của lần niêm yết POSTING. Chỉ ghi --to là khép lại lần gián đoạn đang mở.

    Mọi lần niêm yết đang chạy trên bảng được kéo dài thêm bằng số ngày gián đoạn.
    """
    if (start is None) is not (reason is None) or (start is None and end is None):
        raise click.UsageError(phrase("register.from_and_reason", settings.language))
    with desk(settings, end or start or today(), at) as entry:
        if posting:
            _one_paper(entry, find_posting(entry.repository, posting, at), boards, (start, end), reason)
        else:
            wanted = _every_board(entry) if all_boards else find_boards(entry.repository, boards, at)
            if not wanted:
                raise Refused("no_board", boards=", ".join(entry.repository.ids("board", at)))
            _whole_boards(entry, wanted, (start, end), reason)
        entry.close(dry_run=dry_run)


def _every_board(entry: Desk) -> tuple[Source, ...]:
    """All boards that somebody must go to: a site and loudspeakers go on when the house is closed."""
    every = entry.repository.all("board")
    return tuple(board for board in every if board.key.office == entry.at and board.record.kind.on_paper)


def _one_paper(
    entry: Desk, source: Source, boards: tuple[str, ...], span: tuple[date | None, date | None], reason: str | None
) -> None:
    start, end = span
    find_boards(entry.repository, boards, entry.at)
    if start and reason:
        one = Interruption(start=start, end=end, reason=reason, boards=boards)
        entry.change(source, interrupted(source.record, one))
    elif end:
        entry.change(source, readable_again(source.record, end, boards))
    _tell(entry, {source.id})


def _whole_boards(
    entry: Desk, boards: tuple[Source, ...], span: tuple[date | None, date | None], reason: str | None
) -> None:
    start, end = span
    for board in boards:
        if start and reason:
            entry.change(board, out_of_order(board.record, Outage(start=start, end=end, reason=reason)))
        elif end:
            entry.change(board, in_order_again(board.record, end))
    ids = {board.id for board in boards}
    running = {s.id for s in entry.repository.all("posting") if ids & set(s.record.boards)}
    _tell(entry, running)


def _tell(entry: Desk, ids: set[str]) -> None:
    """Every posting that runs and now ends later."""
    for one in postings(entry.office):
        posting = one.posting.record
        mine = one.posting.id in ids and one.posting.key.office == entry.at
        if mine and one.window.state in ON_THE_WALL and one.window.extended and one.window.last:
            title = heading(one.item) if one.item else posting.item.id
            last = short_date(one.window.last)
            entry.say("runs_longer", number=posting.number, year=posting.year, item=title, last=last)
