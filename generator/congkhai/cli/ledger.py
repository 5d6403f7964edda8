"""`congkhai ledger`."""

from __future__ import annotations

from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.opened import open_office
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.ledger import record
from congkhai.render.notices.wall import draw, wall
from congkhai.source.ledger import read_ledger


@click.command("ledger", short_help="Ghi phiên bản của các bản in vào sổ, để mã trên giấy luôn tra được.")
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết những gì sẽ ghi.")
@date_option
@click.pass_obj
def command(settings: Settings, dry_run: bool, day: date) -> None:
    """Ghi vào site_config/copies mỗi phiên bản đang in mà sổ chưa có; không sửa, không xóa mục nào đã ghi."""
    root, language = settings.root, settings.language
    office = open_office(settings, day)
    recorded = read_ledger(root).copies
    new = wall(office, draw(office), recorded).unrecorded()
    try:
        if not dry_run:
            record(root, new)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(phrase("cli.not_written", language, reason=reason)) from error
    for copy in new:
        click.echo(f"  {copy.code}  {copy.number}: {copy.title}")
    told = "ledger.would_record" if dry_run else "ledger.recorded"
    click.echo(phrase(told, language, count=len(new), known=len(recorded)))
