"""`congkhai boards`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.opened import open_office
from congkhai.cli.settings import Settings, date_option
from congkhai.derive.office import Office
from congkhai.derive.round import BoardRound, concerned, rounds
from congkhai.intake.postings.lookup import Refused, find_boards
from congkhai.model.calendar import short_date
from congkhai.model.posting import Board
from congkhai.publish.round import print_list, print_stack
from congkhai.render.data.round import document
from congkhai.render.notices.round import round_notice, sheets
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.wall import Drawn, draw, wall
from congkhai.render.round_words import chore_text, number_text, title_text, why_text
from congkhai.report.text import shown
from congkhai.source.ledger import read_ledger

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("boards", short_help="Vòng kiểm tra bảng tin: gỡ, thay, dán lại, gia hạn, dán mới.")
@click.option("--board", "wanted", multiple=True, help="Chỉ bảng này; ghi nhiều lần cho nhiều bảng.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng báo cáo."
)
@click.option("--pdf", type=_FILE, help="Ghi danh sách việc thành tệp PDF để cầm đi.")
@click.option("--reprint", type=_FILE, help="Ghi một tệp PDF gồm đúng các bản phải in để dán, theo thứ tự bảng.")
@click.option("--office", "at", default="", help="Cơ quan có thư mục riêng trong content/offices.")
@date_option
@click.pass_obj
def command(  # noqa: PLR0913 - one option per thing to take along
    settings: Settings, wanted: tuple[str, ...], form: str, pdf: Path | None, reprint: Path | None, at: str, day: date
) -> None:
    """Cho biết tại từng bảng phải gỡ gì, thay gì, dán lại gì, gia hạn gì và dán thêm gì vào một ngày."""
    language = settings.language
    office = open_office(settings, day)
    drawn = draw(office, concerned(office, at).__contains__)
    found = rounds(office, wall(office, drawn, read_ledger(settings.root).copies).standings(), at)
    found = _chosen(office, found, wanted, at, language)
    if form == "json":
        click.echo(json.dumps(document(office, found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(office, found, at, language):
            click.echo(shown(line))
    if pdf or reprint:
        sys.exit(_paper(settings, office, drawn, found, at, pdf, reprint))


def _chosen(
    office: Office, found: tuple[BoardRound, ...], wanted: tuple[str, ...], at: str, language: str
) -> tuple[BoardRound, ...]:
    try:
        keys = {board.key for board in find_boards(office.repository, wanted, at)}
    except Refused as refused:
        raise click.UsageError(phrase(f"register.{refused.reason}", language, **refused.params)) from None
    return tuple(one for one in found if one.board.key in keys) if wanted else found


def _lines(office: Office, found: tuple[BoardRound, ...], at: str, language: str) -> Iterator[str]:
    name = office.unit(at or office.site.office, at).name
    yield phrase("round.heading", language, day=short_date(office.day), office=name)
    idle: list[str] = []
    for one in found:
        board: Board = one.board.record
        if not one.errands:
            idle.append(board.name)
            continue
        yield ""
        yield f"{board.name} ({one.board.id}) – {board.address}"
        chore = None
        for errand in one.errands:
            if errand.chore is not chore:
                chore = errand.chore
                yield f"  {chore_text(chore, language)}:"
            number = number_text(errand)
            title = title_text(errand, office, language)
            yield f"    [ ] {number + ' ' if number else ''}{title}"
            yield f"        {why_text(errand, language)}"
    if idle:
        yield ""
        yield phrase("round.idle", language, boards="; ".join(idle))


def _paper(  # noqa: PLR0913 - a day's round and where its papers go
    settings: Settings,
    office: Office,
    drawn: Drawn,
    found: tuple[BoardRound, ...],
    at: str,
    pdf: Path | None,
    reprint: Path | None,
) -> int:
    """Write the files that were asked for; the exit status."""
    language, status = settings.language, 0
    templates = Templates.read(settings.root / "site_config/notices")
    if pdf:
        refused = print_list(round_notice(office, found, at), templates, pdf)
        status = 1 if refused else 0
        told = phrase("cli.refused", language, address=pdf, reason=refused.reason) if refused else str(pdf)
        click.echo(told if refused else phrase("round.list_made", language, file=told), err=True)
    if reprint:
        title = phrase("round.stack_title", day=short_date(office.day))
        stack = print_stack(sheets(drawn, found), templates, reprint, title, office.day)
        for sheet in stack.missing:
            title = title_text(sheet.errand, office, language)
            click.echo(shown(phrase("round.no_paper", language, board=sheet.board, title=title)), err=True)
        for refusal in stack.refusals:
            click.echo(phrase("cli.refused", language, address=refusal.name.address, reason=refusal.reason), err=True)
        if stack.error:
            reason = phrase(f"merge.{stack.error.reason.value}", language, detail=stack.error.detail)
            click.echo(f"{stack.error.name}: {reason}", err=True)
        made = phrase("round.stack_made", language, count=stack.count, file=reprint)
        click.echo(made if stack.count else phrase("round.stack_empty", language), err=True)
        status = 1 if stack.refusals or stack.error else status
    return status
