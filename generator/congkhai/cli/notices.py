"""`congkhai notices`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.opened import open_office
from congkhai.cli.progress import Bars
from congkhai.cli.settings import STATE, Settings, date_option
from congkhai.publish.papers import print_some
from congkhai.publish.store import Store


@click.command("notices", short_help="Chỉ tạo bản in PDF, của mọi hoặc vài bản ghi.")
@click.argument("wanted", nargs=-1)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default="in", show_default=True, help="Thư mục kết quả."
)
@click.option("--quiet", is_flag=True, help="Chỉ báo khi có lỗi.")
@date_option
@click.pass_obj
def command(settings: Settings, wanted: tuple[str, ...], out: Path, quiet: bool, day: date) -> None:
    """In các bản của WANTED (mã bản ghi như 1.001193, hoặc loại bản in); bỏ trống là in tất cả."""
    root, language = settings.root, settings.language
    office = open_office(settings, day)
    with Bars(quiet, language) as bars:
        done = print_some(
            office,
            wanted,
            root / "site_config/notices",
            Store(root / STATE),
            out,
            lambda made, total: bars.step("notices", made, total),
        )
    for refusal in done.refusals:
        click.echo(phrase("cli.refused", language, address=refusal.name.address, reason=refusal.reason), err=True)
    if not done.count and not done.refusals:
        raise click.UsageError(
            phrase("cli.nothing_printed", language, wanted=" ".join(wanted), kinds=", ".join(done.kinds))
        )
    if not quiet:
        click.echo(phrase("cli.printed", language, count=done.count, folder=out))
    sys.exit(1 if done.refusals else 0)
