"""`congkhai serve`."""

from __future__ import annotations

import sys
import threading
from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.build import attempt
from congkhai.cli.making import notices_option
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.recent import Recent
from congkhai.publish.request import Request
from congkhai.publish.serve import server, watch


@click.command("serve", short_help="Xem thử trang trên máy này, tự dựng lại khi dữ liệu thay đổi.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Cổng trên máy này.")
@notices_option
@date_option
@click.pass_obj
def command(settings: Settings, port: int, with_notices: bool, day: date) -> None:
    """Dựng trang rồi mở tại http://127.0.0.1:PORT/. Bấm Ctrl+C để dừng."""
    root = settings.root
    request = Request(root, root / "site", settings.state, day, with_notices)
    recent = Recent(lasting=True)
    attempt(request, settings, quiet=False, recent=recent)
    try:
        web = server(request.site, port, reload=True)
    except OSError:
        raise click.ClickException(phrase("cli.port_taken", settings.language, port=port)) from None
    stop = threading.Event()
    thread = threading.Thread(
        target=watch,
        args=(root, lambda seen: attempt(request, settings, quiet=False, seen=seen, recent=recent), stop),
        daemon=True,
    )
    thread.start()
    click.echo(phrase("cli.serving", settings.language, port=port))
    try:
        web.serve_forever()
    except KeyboardInterrupt:
        stop.set()
        web.server_close()
        sys.exit(0)
