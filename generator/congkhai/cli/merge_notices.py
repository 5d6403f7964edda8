"""`congkhai merge-notices`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.merging import merge_files


@click.command("merge-notices", short_help="Ghép các bản in PDF đã có thành một tệp, giữ nguyên chuẩn.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Tệp kết quả.")
@click.option("--title", help="Tên của tập; mặc định là “Tập bản in”.")
@date_option
@click.pass_obj
def command(settings: Settings, files: tuple[Path, ...], out: Path, title: str | None, day: date) -> None:
    """Ghép FILES theo thứ tự đã ghi; giữ thẻ cấu trúc, dấu trang, liên kết, tệp đính kèm, chuẩn PDF/A và PDF/UA."""
    language = settings.language
    done = merge_files(files, out, title or phrase("merge.title"), "vi", day)
    for error in done.refused:
        reason = phrase(f"merge.{error.reason.value}", language, detail=error.detail)
        click.echo(f"{error.name}: {reason}", err=True)
    if done.refused:
        click.echo(phrase("merge.stopped", language, count=len(done.refused)), err=True)
        sys.exit(1)
    click.echo(phrase("merge.made", language, count=done.count, file=out))
