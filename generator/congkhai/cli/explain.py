"""`congkhai explain`."""

from __future__ import annotations

import click

from congkhai.catalogue import codes, message
from congkhai.cli.settings import Settings


@click.command("explain", short_help="Giải thích một mã lỗi.")
@click.argument("code", required=False)
@click.pass_obj
def command(settings: Settings, code: str | None) -> None:
    """Giải thích mã lỗi CODE, ví dụ TT103; không có mã thì liệt kê tất cả."""
    if code is None:
        for known in codes(settings.language):
            click.echo(f"{known}  {message(known, settings.language).title}")
        return
    if code.upper() not in codes(settings.language):
        raise click.UsageError(f"không có mã {code}; chạy “congkhai explain” để xem tất cả")
    text = message(code.upper(), settings.language)
    click.echo(f"{code.upper()} – {text.title}\n\n{text.explain}")
