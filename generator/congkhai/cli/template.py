"""`congkhai template`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.place import place


@click.group("template", short_help="Lấy tệp Excel mẫu để điền rồi nhập lại.")
def command() -> None:
    """Tạo tệp Excel mẫu. Điền xong thì dùng congkhai import table để nhập."""


@command.command("budget", short_help="Biểu ngân sách.")
@click.argument("form")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Tệp kết quả; mặc định là bieu-SỐ.xlsx.")
@date_option
@click.pass_obj
def budget(settings: Settings, form: str, out: Path | None, day: date) -> None:
    """Tạo biểu ngân sách số FORM (103–118) cho năm của ngày mốc."""
    from congkhai.intake.tables.template import FORMS, budget_template

    if form not in FORMS:
        raise click.UsageError(phrase("cli.template_unknown", settings.language, form=form, forms=", ".join(FORMS)))
    target = out or Path(f"bieu-{form}.xlsx")
    place(target, budget_template(FORMS[form], day.year))
    click.echo(phrase("cli.template_made", settings.language, file=target))
