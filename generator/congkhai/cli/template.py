"""`congkhai template`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings, date_option
from congkhai.publish.place import place


@click.group("template", short_help="Lấy tệp mẫu: Excel để điền rồi nhập lại, hoặc mẫu in để sửa.")
def command() -> None:
    """Tạo tệp mẫu: biểu Excel để điền rồi nhập bằng congkhai import table, hoặc mẫu in để sửa theo ý cơ quan."""


@command.command("notice", short_help="Mẫu in của một loại bản in.")
@click.argument("kind")
@click.pass_obj
def notice(settings: Settings, kind: str) -> None:
    """Chép mẫu in của loại KIND vào site_config/notices để sửa. Tệp đã có thì giữ nguyên."""
    from congkhai.render.notices.kinds import KINDS
    from congkhai.render.notices.templates import Templates

    found = {one.name: f"{one.template}.typ" for one in KINDS}
    if kind not in found:
        raise click.UsageError(phrase("cli.notice_unknown", settings.language, kind=kind, kinds=", ".join(found)))
    target = settings.root / "site_config/notices" / found[kind]
    if target.exists():
        raise click.UsageError(phrase("cli.notice_there", settings.language, file=target))
    place(target, Templates.read().files[found[kind]])
    click.echo(phrase("cli.notice_copied", settings.language, file=target))


@command.command("budget", short_help="Biểu ngân sách.")
@click.argument("form")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp kết quả, .xlsx hoặc .csv; mặc định là bieu-SỐ.xlsx.",
)
@date_option
@click.pass_obj
def budget(settings: Settings, form: str, out: Path | None, day: date) -> None:
    """Tạo biểu ngân sách số FORM cho năm của ngày mốc.

    FORM là 103–120 (Thông tư 343/2016/TT-BTC), 73–76 (Thông tư 26/2026/TT-BTC), tt61-01 đến tt61-04 (Thông tư
    61/2017/TT-BTC), nsx-01 đến nsx-03 (biểu ngân sách xã do tỉnh quy định); “list” liệt kê tất cả.
    """
    from congkhai.intake.tables.forms import FORMS
    from congkhai.intake.tables.template import budget_csv, budget_template

    if form == "list":
        for found in FORMS.values():
            click.echo(f"{found.number:<8} {found.code}: {found.title}")
        return
    if form not in FORMS:
        raise click.UsageError(phrase("cli.template_unknown", settings.language, form=form, forms=", ".join(FORMS)))
    target = out or Path(f"bieu-{form}.xlsx")
    make = budget_csv if target.suffix.lower() == ".csv" else budget_template
    place(target, make(FORMS[form], day.year))
    click.echo(phrase("cli.template_made", settings.language, file=target))
