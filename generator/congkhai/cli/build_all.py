"""`congkhai build-all`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.building import PREVENTED, why
from congkhai.cli.making import notices_option, quiet_option, search_option
from congkhai.cli.progress import Bars
from congkhai.cli.scheduler import no_cluster, scheduler_option
from congkhai.cli.settings import Settings, date_option
from congkhai.model.finding import Severity
from congkhai.publish.request import Request
from congkhai.publish.shards import Built, OtherProgramError, build_shards, repositories
from congkhai.publish.workers import NoClusterError, cluster, processes


@click.command("build-all", short_help="Dựng mọi kho dữ liệu trong một thư mục, bằng nhiều nhân hoặc nhiều máy.")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Thư mục kết quả; trang của mỗi kho nằm trong thư mục con cùng tên.",
)
@notices_option
@search_option
@scheduler_option
@quiet_option
@date_option
@click.pass_obj
def command(
    settings: Settings,
    folder: Path,
    out: Path,
    with_notices: bool,
    with_search: bool,
    scheduler: str,
    quiet: bool,
    day: date,
) -> None:
    """Dựng mỗi kho dữ liệu (thư mục có mkdocs.yml) dưới FOLDER thành một trang; kho có lỗi không cản các kho khác."""
    top, language = folder.resolve(), settings.language
    requests = [
        Request(
            root,
            out.resolve() / root.relative_to(top),
            replace(settings, given_root=root).state,
            day,
            with_notices,
            with_search,
        )
        for root in repositories(top)
    ]
    if not requests:
        raise click.UsageError(phrase("cli.shards_none", language, folder=folder))
    workers = cluster(scheduler) if scheduler else processes
    done: list[Built] = []
    try:
        with workers(len(requests)) as executor, Bars(quiet, language) as bars:
            done = list(build_shards(requests, executor, partial(bars.step, "shards")))
    except NoClusterError as error:
        raise click.ClickException(no_cluster(error, language)) from error
    made = [one.result for one in done if one.result and one.result.committed]
    for one in done:
        _tell(one, one.request.root.relative_to(top).as_posix(), language)
    if not quiet:
        pages, notices = sum(result.pages for result in made), sum(result.notices for result in made)
        click.echo(phrase("cli.shards_built", language, built=len(made), count=len(done), pages=pages, notices=notices))
    sys.exit(0 if len(made) == len(done) and not any(result.refusals for result in made) else 1)


def _tell(one: Built, place: str, language: str) -> None:
    """Say what is wrong with a shard, if anything is."""
    if one.result is None:
        click.echo(phrase("cli.shard_failed", language, place=place, reason=_why(one.error, language)), err=True)
    elif one.result.committed is None:
        errors = sum(finding.severity is Severity.ERROR for finding in one.result.findings)
        root = one.request.root
        click.echo(phrase("cli.shard_stopped", language, place=place, errors=errors, root=root), err=True)
    else:
        for refusal in one.result.refusals:
            reason = phrase("cli.refused", language, address=refusal.name.address, reason=refusal.reason)
            click.echo(phrase("cli.shard_failed", language, place=place, reason=reason), err=True)


def _why(error: BaseException | None, language: str) -> str:
    if isinstance(error, OtherProgramError):
        return phrase("cli.shard_versions", language, versions=error)
    return why(error, language) if isinstance(error, PREVENTED) else f"{type(error).__name__}: {error}"
