"""`congkhai withdraw`."""

from __future__ import annotations

from datetime import date

import click

from congkhai.cli.desk import day_option, desk, options
from congkhai.cli.settings import Settings
from congkhai.intake.postings.changes import withdrawn
from congkhai.intake.postings.lookup import find_official, find_posting
from congkhai.model.posting import Withdrawal


@click.command("withdraw", short_help="Rút một lần niêm yết, kèm lý do; sổ vẫn giữ và gạch ngang.")
@click.argument("posting")
@click.option("--reason", required=True, help="Lý do rút.")
@click.option("--by", required=True, help="Người quyết định rút (mã hoặc họ tên).")
@day_option("--on", "day", "Ngày rút")
@options
def command(  # noqa: PLR0913 - what the register asks of each entry
    settings: Settings, posting: str, reason: str, by: str, day: date, at: str, dry_run: bool
) -> None:
    """Rút lần niêm yết POSTING (mã như 2026-007, hoặc số như 7/2026)."""
    with desk(settings, day, at) as entry:
        source = find_posting(entry.repository, posting, at)
        decider = find_official(entry.repository, by, at)
        entry.change(source, withdrawn(source.record, Withdrawal(day=day, reason=reason, by=decider.id)))
        entry.say("withdrawn", number=source.record.number, year=source.record.year)
        entry.close(dry_run=dry_run)
