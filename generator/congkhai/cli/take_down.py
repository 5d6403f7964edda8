"""`congkhai take-down`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from congkhai.cli.desk import day_option, desk, options
from congkhai.cli.settings import Settings
from congkhai.derive.boards import hanging
from congkhai.intake.postings.changes import taken_down
from congkhai.intake.postings.lookup import find_official, find_posting
from congkhai.model.calendar import short_date


@click.command("take-down", short_help="Ghi ngày gỡ một lần niêm yết.")
@click.argument("posting")
@click.option("--by", required=True, help="Người gỡ (mã hoặc họ tên).")
@day_option("--on", "day", "Ngày gỡ")
@click.option("--early", is_flag=True, help="Vẫn ghi dù chưa đủ thời gian.")
@click.option("--minutes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Biên bản đã quét.")
@options
def command(  # noqa: PLR0913 - what the register asks of each entry
    settings: Settings, posting: str, by: str, day: date, early: bool, minutes: Path | None, at: str, dry_run: bool
) -> None:
    """Ghi ngày gỡ lần niêm yết POSTING (mã như 2026-007, hoặc số như 7/2026)."""
    with desk(settings, day, at) as entry:
        source = find_posting(entry.repository, posting, at)
        last = hanging(entry.office, source).window.last
        remover = find_official(entry.repository, by, at)
        changed = taken_down(source.record, day, remover.id, last, early=early)
        if minutes:
            changed = replace(changed, end_minutes=entry.attach(minutes, f"{source.id}-ket-thuc"))
        entry.change(source, changed)
        entry.say("down", number=changed.number, year=changed.year, day=short_date(day))
        entry.close(dry_run=dry_run)
