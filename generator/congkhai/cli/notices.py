"""`congkhai notices`."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.making import quiet_option
from congkhai.cli.opened import open_office
from congkhai.cli.progress import Bars
from congkhai.cli.scheduler import no_cluster, scheduler_option
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.papers import print_some
from congkhai.publish.person_lists import print_lists
from congkhai.publish.store import Store
from congkhai.publish.workers import NoClusterError, workers


@click.command("notices", short_help="Chỉ tạo bản in PDF, của mọi hoặc vài bản ghi.")
@click.argument("wanted", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Thư mục kết quả; mặc định là in.")
@click.option(
    "--lists",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Chỉ in danh sách người, lấy từ thư mục này; phải nằm ngoài kho dữ liệu.",
)
@scheduler_option
@quiet_option
@date_option
@click.pass_obj
def command(
    settings: Settings,
    wanted: tuple[str, ...],
    out: Path | None,
    folder: Path | None,
    scheduler: str,
    quiet: bool,
    day: date,
) -> None:
    """In các bản của WANTED (mã bản ghi như 1.001193, hoặc loại bản in); bỏ trống là in tất cả."""
    root, language = settings.root, settings.language
    office = open_office(settings, day)
    own = root / "site_config/notices"
    if folder:
        out = out or folder / "in"
        _outside(settings, folder, out)
        done = print_lists(office, wanted, folder, own, out)
    else:
        out = out or Path("in")
        try:
            with Bars(quiet, language) as bars:
                step = partial(bars.step, "notices")
                done = print_some(office, wanted, own, Store(settings.state), out, step, workers(scheduler))
        except NoClusterError as error:
            raise click.ClickException(no_cluster(error, language)) from error
    for refusal in done.refusals:
        click.echo(phrase("cli.refused", language, address=refusal.name.address, reason=refusal.reason), err=True)
    if not done.count and not done.refusals:
        raise click.UsageError(
            phrase("cli.nothing_printed", language, wanted=" ".join(wanted), kinds=", ".join(done.kinds))
        )
    if not quiet:
        click.echo(phrase("cli.printed", language, count=done.count, folder=out))
    sys.exit(1 if done.refusals else 0)


def _outside(settings: Settings, *folders: Path) -> None:
    """Names of persons must not come near what is committed and published: end where a folder is inside the root."""
    root = settings.root.resolve()
    for folder in folders:
        if folder.resolve().is_relative_to(root):
            raise click.UsageError(phrase("cli.list_inside", settings.language, folder=folder))
