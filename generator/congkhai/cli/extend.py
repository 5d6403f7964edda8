"""`congkhai extend`."""

from __future__ import annotations

from datetime import date, timedelta

import click

from congkhai.catalogue import phrase
from congkhai.cli.desk import day_option, desk, options
from congkhai.cli.settings import DateType, Settings
from congkhai.derive.boards import hanging
from congkhai.intake.postings.changes import extended
from congkhai.intake.postings.lookup import find_official, find_posting
from congkhai.model.calendar import short_date
from congkhai.model.posting import Extension


@click.command("extend", short_help="Gia hạn một lần niêm yết.")
@click.argument("posting")
@click.option("--until", type=DateType(), help="Treo đến hết ngày này.")
@click.option("--days", type=click.IntRange(1, 3660), help="Treo thêm bấy nhiêu ngày nữa.")
@click.option("--reason", required=True, help="Lý do gia hạn.")
@click.option("--by", required=True, help="Người quyết định gia hạn (mã hoặc họ tên).")
@day_option("--on", "day", "Ngày quyết định")
@options
def command(  # noqa: PLR0913 - what the register asks of each entry
    settings: Settings,
    posting: str,
    until: date | None,
    days: int | None,
    reason: str,
    by: str,
    day: date,
    at: str,
    dry_run: bool,
) -> None:
    """Gia hạn lần niêm yết POSTING (mã như 2026-007, hoặc số như 7/2026) đến một ngày, hoặc thêm một số ngày."""
    if (until is None) is (days is None):
        raise click.UsageError(phrase("register.until_or_days", settings.language))
    with desk(settings, day, at) as entry:
        source = find_posting(entry.repository, posting, at)
        last = hanging(entry.office, source).window.last
        end = until or (last or day) + timedelta(days=days or 0)
        decider = find_official(entry.repository, by, at)
        longer = Extension(until=end, reason=reason, decided=day, decided_by=decider.id)
        entry.change(source, extended(source.record, longer, last))
        was = short_date(last) if last else ""
        entry.say("extended", number=source.record.number, year=source.record.year, was=was, until=short_date(end))
        entry.close(dry_run=dry_run)
