"""`congkhai build`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.making import notices_option, quiet_option, search_option
from congkhai.cli.scheduler import scheduler_option
from congkhai.cli.settings import Settings, date_option
from congkhai.model.finding import Severity
from congkhai.publish.recent import Recent
from congkhai.publish.request import ChromeEngine, Request, Result
from congkhai.publish.standing import ahead
from congkhai.publish.still import sealed
from congkhai.report.text import render
from congkhai.source.survey import Survey, survey

#: How many codes one line names.
_CODES = 8
#: Folders of a repository that a site would mix with.
_DATA = ("content", "plans", "site_config", "docs", "generator", "tests", ".git", ".congkhai")


@click.command("build", short_help="Dựng trang thông tin và bản in.")
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="Thư mục kết quả; mặc định là site.")
@notices_option
@search_option
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in ChromeEngine]),
    default=ChromeEngine.MKDOCS.value,
    show_default=True,
    help="Chương trình dựng khung trang; hai chương trình sau cài thêm bằng pip.",
)
@scheduler_option
@click.option("--record", is_flag=True, help="Ghi các bản in mới vào sổ site_config/copies.")
@click.option("--profile", is_flag=True, help="In ra mỗi giai đoạn mất bao lâu.")
@quiet_option
@date_option
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter for each option
    settings: Settings,
    site: Path | None,
    with_notices: bool,
    with_search: bool,
    engine: str,
    scheduler: str,
    record: bool,
    profile: bool,
    quiet: bool,
    day: date,
) -> None:
    """Kiểm tra dữ liệu rồi dựng toàn bộ trang. Khi dữ liệu có lỗi thì không ghi gì, trang cũ giữ nguyên."""
    root = settings.root
    place, shell = (site or root / "site").resolve(), ChromeEngine(engine)
    if place == root or place in root.parents or any(place.is_relative_to(root / name) for name in _DATA):
        raise click.UsageError(phrase("cli.site_in_data", settings.language, place=place))
    request = Request(root, place, settings.state, day, with_notices, with_search, shell, record, scheduler)
    made: list[object] = []  # not taken apart before the end, and then at once
    sys.exit(attempt(request, settings, quiet, profile=profile, hold=made.append))


def attempt(  # noqa: PLR0913 - what is asked for, and what is known of it
    request: Request,
    settings: Settings,
    quiet: bool,
    *,
    profile: bool = False,
    seen: Survey | None = None,
    hold: Callable[[object], None] = lambda made: None,
    recent: Recent | None = None,
) -> int:
    """Build and tell, with `profile` also how long each stage took; return the exit status.

    `seen` is how the files stand, if that is known already; what a build was made with is given to `hold`. `recent` is
    what an earlier build in this process left.

    Raises click.ClickException where nothing could be written.
    """
    seen = seen or survey(request.root)
    result = sealed(request, seen)
    if result is None:
        recent = recent or Recent(ahead(request.site))
        from congkhai.cli.building import built  # what builds is loaded only when something has changed

        result = built(request, settings, quiet, seen, hold, recent)
    if profile:
        for stage, seconds in result.seconds.items():
            click.echo(f"{phrase(f'stages.{stage}', settings.language):<24}{seconds:8.3f} s")
    return tell(result, settings, quiet)


def tell(result: Result, settings: Settings, quiet: bool) -> int:
    """Print what came of a build; return the exit status."""
    language = settings.language
    stopped = result.committed is None
    if stopped or not quiet:
        told = [finding for finding in result.findings if finding.severity is not Severity.INFO]
        for line in render(told, settings.root, language):
            click.echo(line, err=stopped)
    if result.committed is None:
        click.echo(phrase("cli.stopped", language), err=True)
        return 1
    if result.healed:
        click.echo(phrase("cli.healed", language, folder=settings.state.name), err=True)
    if result.unkept:
        click.echo(phrase("cli.unkept", language, folder=settings.state.name), err=True)
    for refusal in result.refusals:
        click.echo(phrase("cli.refused", language, address=refusal.name.address, reason=refusal.reason), err=True)
    for address in result.vanished:
        click.echo(phrase("cli.vanished", language, address=address), err=True)
    if result.forgotten:
        codes = ", ".join(result.forgotten[:_CODES]) + (", …" if len(result.forgotten) > _CODES else "")
        click.echo(phrase("ledger.forgotten", language, count=len(result.forgotten), codes=codes), err=True)
    if result.unrecorded:
        click.echo(phrase("ledger.unrecorded", language, count=result.unrecorded), err=True)
    if not quiet:
        if result.recorded:
            click.echo(phrase("ledger.written", language, count=result.recorded))
        seconds = sum(result.seconds.values())
        done = result.committed
        click.echo(
            phrase(
                "cli.built",
                language,
                records=result.records,
                pages=result.pages,
                notices=result.notices,
                written=done.written,
                removed=done.removed,
                seconds=f"{seconds:.1f}".replace(".", ","),
            )
        )
    return 1 if result.refusals else 0
