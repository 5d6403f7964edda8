"""`congkhai headers`."""

from __future__ import annotations

from datetime import date

import click

from congkhai.cli.opened import open_office
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.engines import EngineError
from congkhai.publish.frame import draw_chrome
from congkhai.publish.request import Request
from congkhai.publish.store import Store
from congkhai.render.headers.servers import SERVERS, headers
from congkhai.render.site.stamp import ShellError


@click.command("headers", short_help="In cấu hình tiêu đề bảo mật cho máy chủ web.")
@click.argument("server", type=click.Choice(sorted(SERVERS)))
@date_option
@click.pass_obj
def command(settings: Settings, server: str, day: date) -> None:
    """In ra các tiêu đề bảo mật (Content-Security-Policy và các tiêu đề khác) theo cách viết của máy chủ SERVER."""
    root, state = settings.root, settings.state
    office = open_office(settings, day)
    try:
        frame, _ = draw_chrome(Request(root, root / "site", state, day), office, Store(state))
    except (EngineError, ShellError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(SERVERS[server](headers(office.site, frame.inline)), nl=False)
