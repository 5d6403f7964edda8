"""`congkhai import`: bring in what an office already has."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import click

from congkhai.catalogue import labels, message, phrase
from congkhai.cli.progress import Bars
from congkhai.cli.settings import DateType, Settings, date_option
from congkhai.intake.run import Imported
from congkhai.intake.wording import Wording
from congkhai.model.finding import Finding, Severity
from congkhai.publish.place import place
from congkhai.report.machine import FORMATS
from congkhai.report.text import sentence
from congkhai.source.load import load
from congkhai.source.repository import Repository

_FILE = click.argument("file", type=click.Path(path_type=Path))
_OPTIONS = (
    click.option("--dry-run", is_flag=True, help="In ra những gì sẽ ghi, không ghi gì."),
    click.option("--keep-going", is_flag=True, help="Bỏ qua bản ghi không đọc được, nhập các bản ghi còn lại."),
    click.option(
        "--drafts",
        type=click.Path(path_type=Path, file_okay=False),
        help="Thư mục ghi bản nháp của các bản ghi cần bổ sung tay.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        default=lambda: min(os.cpu_count() or 1, 8),
        help="Số tiến trình chạy song song; mặc định là số nhân của máy.",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", *FORMATS]),
        default="text",
        show_default=True,
        help="Dạng báo cáo.",
    ),
    click.option("--quiet", is_flag=True, help="Chỉ in dòng tổng kết."),
    date_option,
    click.pass_obj,
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all imports have."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group("import", short_help="Nhập dữ liệu có sẵn: thủ tục, bảng số liệu, lịch, kế hoạch.")
def command() -> None:
    """Nhập dữ liệu có sẵn thành các tệp YAML. Chạy lại với nguồn mới thì chỉ phần nguồn thay đổi được cập nhật."""


@command.command("procedures", short_help="Nhập thủ tục từ cơ sở dữ liệu quốc gia (JSON, JSONL, .gz).")
@_FILE
@options
def procedures(settings: Settings, file: Path, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Nhập các thủ tục trong TỆP: bản quét từ Cổng Dịch vụ công quốc gia, hoặc bản xuất đã tách bảng."""
    with extra(settings):
        from congkhai.intake.procedures.importer import import_procedures

    def work(executor: Executor | None, bars: Bars) -> Imported:
        repository = _known(settings, bars)
        return import_procedures(file, settings.root, repository, wording(), given["day"], executor, bars.step)

    run(settings, work, **given)


@command.command("table", short_help="Nhập bảng số liệu, biểu phí, danh sách cán bộ (Excel, CSV).")
@_FILE
@click.option(
    "--as",
    "meant",
    type=click.Choice(["budget", "fees", "officials"]),
    required=True,
    help="Bảng là ngân sách, biểu phí hay danh sách cán bộ.",
)
@click.option("--unit", help="Mã cơ quan công khai; mặc định là cơ quan chủ quản trang.")
@click.option("--published", type=DateType(), help="Ngày công khai của bảng ngân sách.")
@click.option("--year", type=click.IntRange(2000, 2100), help="Năm ngân sách, nếu bảng không ghi.")
@options
def table(  # noqa: PLR0913 - what a sheet does not say
    settings: Settings,
    file: Path,
    meant: str,
    unit: str | None,
    published: date | None,
    year: int | None,
    **given: Any,  # noqa: ANN401
) -> None:
    """Nhập các bảng trong TỆP. Không số nào bị sửa: tổng không khớp thì được báo."""
    with extra(settings):
        from congkhai.intake.tables.budget import Given
        from congkhai.intake.tables.importer import import_table

    def work(_executor: Executor | None, bars: Bars) -> Imported:
        repository = _known(settings, bars)
        said = Given(unit or _office(repository), published, year)
        return import_table(file, settings.root, repository, wording(), given["day"], meant, said, bars.step)

    run(settings, work, **given)


@command.command("plan", short_help="Nhập kế hoạch từ tệp chữ hoặc Word (.txt, .docx).")
@_FILE
@click.option("--unit", help="Mã cơ quan ban hành, khi tên trong văn bản chưa có trong content/units.")
@options
def plan(settings: Settings, file: Path, unit: str | None, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Nhập kế hoạch trong TỆP: đề mục, số, ngày, căn cứ, việc, đơn vị, thời hạn, nơi nhận, người ký."""
    with extra(settings):
        from congkhai.intake.plans.importer import import_plan

    def work(_executor: Executor | None, bars: Bars) -> Imported:
        repository = _known(settings, bars)
        return import_plan(file, settings.root, repository, wording(), given["day"], unit)

    run(settings, work, **given)


@command.command("schedule", short_help="Nhập lịch tiếp công dân từ tệp chữ hoặc Word.")
@_FILE
@click.option("--unit", help="Mã cơ quan tổ chức tiếp công dân; mặc định là cơ quan chủ quản trang.")
@options
def schedule(settings: Settings, file: Path, unit: str | None, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Nhập thông báo lịch tiếp công dân trong TỆP. Điều thông báo không nói rõ thì để trống trong bản nháp."""
    with extra(settings):
        from congkhai.intake.schedules.importer import import_schedule

    def work(_executor: Executor | None, bars: Bars) -> Imported:
        repository = _known(settings, bars)
        return import_schedule(file, settings.root, repository, wording(), given["day"], unit or _office(repository))

    run(settings, work, **given)


def _known(settings: Settings, bars: Bars) -> Repository:
    """What the office has already: new records are compared with it."""
    return load(settings.root, lambda done, total: bars.step("read", done, total)).repository


def _office(repository: Repository) -> str:
    """Whose records these are when nobody says: the office of the site; a repository without one is a new commune's."""
    sites = repository.all("site")
    return sites[0].record.office if sites else "ubnd-xa"


def wording() -> Wording:
    """The words that importers put into records; content is Vietnamese whatever the language of the messages."""
    return Wording(labels("intake", "vi"))


def run(  # noqa: PLR0913 - the options that all imports have
    settings: Settings,
    work: Callable[[Executor | None, Bars], Imported],
    dry_run: bool,
    keep_going: bool,
    drafts: Path | None,
    jobs: int,
    form: str,
    quiet: bool,
    day: date,
) -> None:
    """Do the work of an import, write what came of it, and tell."""
    with Bars(quiet, settings.language) as bars, _executor(jobs) as executor:
        done = work(executor, bars)
    tell_findings(done.findings, form, settings.language, quiet)
    stopped = done.broken and not keep_going
    if dry_run:
        show(done)
    elif not stopped:
        write(settings, done, drafts, bars)
    summary(settings, done, dry_run, stopped, quiet or form != "text")
    sys.exit(1 if done.broken or done.aside else 0)


@contextmanager
def extra(settings: Settings) -> Iterator[None]:
    """Say which package is missing when the extra `import` is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("congkhai"):
            raise
        raise click.ClickException(phrase("cli.import_extra", settings.language, package=error.name)) from None


@contextmanager
def _executor(jobs: int) -> Iterator[Executor | None]:
    with ProcessPoolExecutor(jobs) if jobs > 1 else nullcontext() as executor:
        yield executor


def tell_findings(findings: tuple[Finding, ...], form: str, language: str, quiet: bool) -> None:
    """A line per finding, and its cure below; errors also when quiet."""
    if form != "text":
        click.echo(FORMATS[form](findings, language))
        return
    for finding in findings:
        if quiet and finding.severity is not Severity.ERROR:
            continue
        text, hint = sentence(finding, language)
        severity = phrase(f"severity.{finding.severity.value}", language)
        where = f" [{finding.field}]" if finding.field else ""
        click.echo(f"{finding.path}:{finding.mark.line}: {finding.code} {severity}: {text}{where}")
        if hint:
            click.echo(f"    {hint}")


def show(done: Imported) -> None:
    """Print every file that would be made; of files that would change the summary tells each change."""
    there = {placed.path for placed in done.placed if not placed.new}
    for path, data in sorted({**done.files, **{f"(drafts) {name}": data for name, data in done.aside.items()}}.items()):
        if not path.endswith(".jsonl") and path not in there:
            click.echo(f"--- {path}\n{data.decode()}")


def write(settings: Settings, done: Imported, drafts: Path | None, bars: Bars) -> None:
    """Write files and drafts, each whole or not at all."""
    root = settings.root
    for number, (path, data) in enumerate(sorted(done.files.items()), 1):
        place(root / path, data)
        bars.step("write", number, len(done.files))
    if drafts:
        for name, data in done.aside.items():
            place(drafts / name, data)
        if done.aside:
            click.echo(phrase("cli.import_drafts", settings.language, count=len(done.aside), folder=drafts))


def summary(settings: Settings, done: Imported, dry_run: bool, stopped: bool, short: bool) -> None:
    """What changed in words, the notes by kind, and the count of everything."""
    language = settings.language
    if not short:
        none = phrase("cli.import_none", language)
        for placed in done.placed:
            for change in placed.changes:
                click.echo(
                    phrase(
                        "cli.import_change",
                        language,
                        path=placed.path,
                        place=change.place,
                        old=change.old or none,
                        new=change.new or none,
                    )
                )
        counted = Counter(finding.code for finding in done.findings)
        if counted:
            click.echo(phrase("cli.import_kinds", language))
        for code, count in sorted(counted.items()):
            click.echo(phrase("cli.import_kind", language, code=code, count=count, title=message(code, language).title))
    if dry_run:
        click.echo(phrase("cli.import_dry", language), err=True)
    elif stopped:
        click.echo(phrase("cli.import_stopped", language), err=True)
    main = [placed for placed in done.placed if placed.path not in _made(done)]
    click.echo(
        phrase(
            "cli.import_summary",
            language,
            records=done.records,
            new=sum(p.new and p.fit for p in main),
            changed=sum(not p.new and p.data is not None for p in main),
            same=sum(not p.new and p.data is None for p in main),
            aside=len(done.aside),
            broken=sum(f.severity is Severity.ERROR for f in done.findings),
            made=len(_made(done)),
        ),
        err=short,
    )


def _made(done: Imported) -> set[str]:
    """Files that were only made because an imported record speaks of them."""
    return {p.path for p in done.placed if p.kind in {"legal_act", "field", "unit", "official"} and p.kind != done.kind}
