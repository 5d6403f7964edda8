"""`congkhai check`."""

from __future__ import annotations

import sys
from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings, date_option
from congkhai.model.finding import Finding, Severity
from congkhai.publish.request import Request
from congkhai.publish.still import checked
from congkhai.report.machine import FORMATS
from congkhai.report.text import render
from congkhai.source.survey import survey

#: How many readings of phrases are told below the findings; `--format json` has them all.
_MOST = 60


@click.command("check", short_help="Kiểm tra dữ liệu, báo mọi lỗi cùng lúc.")
@click.option(
    "--format", "form", type=click.Choice(["text", *FORMATS]), default="text", show_default=True, help="Dạng báo cáo."
)
@date_option
@click.pass_obj
def command(settings: Settings, form: str, day: date) -> None:
    """Kiểm tra toàn bộ dữ liệu của cơ quan và báo mọi lỗi cùng lúc, kèm dòng, cột và cách sửa."""
    root, language = settings.root, settings.language
    findings, records = _found(Request(root, root / "site", settings.state, day))
    if form != "text":
        click.echo(FORMATS[form](findings, language))
    else:
        asked = [f for f in findings if f.severity is not Severity.INFO]
        told = [f for f in findings if f.severity is Severity.INFO]
        for line in render([*asked, *told[:_MOST]], root, language):
            click.echo(line)
        if len(told) > _MOST:
            click.echo(phrase("report.more", language, count=len(told) - _MOST))
        errors = sum(f.severity is Severity.ERROR for f in findings)
        files = len({f.path for f in asked})
        if asked:
            click.echo(
                phrase(
                    "report.count",
                    language,
                    errors=errors,
                    warnings=len(asked) - errors,
                    files=files,
                    records=records,
                )
            )
        else:
            click.echo(phrase("report.clean", language, records=records))
        if any(f.code == "YM103" for f in findings):
            click.echo(phrase("report.hidden", language))
    sys.exit(1 if any(f.severity is Severity.ERROR for f in findings) else 0)


def _found(request: Request) -> tuple[list[Finding], int]:
    """The findings and the number of records; the rules are loaded only when something has changed."""
    seen = survey(request.root)
    known = checked(request, seen)
    if known is None:
        from congkhai.publish.checking import check_again

        known = check_again(request, seen)
    return known
