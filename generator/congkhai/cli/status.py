"""`congkhai status`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.opened import open_office
from congkhai.cli.settings import Settings, date_option
from congkhai.derive.duties.status import DutyState, DutyStatus, statuses
from congkhai.derive.duties.steps import steps
from congkhai.derive.office import Office
from congkhai.model.calendar import short_date
from congkhai.render.data.duties import document
from congkhai.render.duty_words import days_text, reason_text, state_text, step_text, term_text
from congkhai.report.text import shown

#: What staff see first, and what they see only when they ask for everything.
_ALWAYS = (DutyState.LATE, DutyState.DUE_SOON, DutyState.MET)
_ASKED = (DutyState.NOT_DUE, DutyState.UNKNOWN, DutyState.NOT_APPLICABLE)


@click.command("status", short_help="Nghĩa vụ công khai: đã làm, sắp đến hạn, còn chậm, việc cần làm tiếp.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng báo cáo."
)
@click.option(
    "--all", "everything", is_flag=True, help="Liệt kê cả nghĩa vụ không phải thực hiện và chưa xác định được."
)
@click.option("--office", "at", default="", help="Cơ quan có thư mục riêng trong content/offices.")
@date_option
@click.pass_obj
def command(settings: Settings, form: str, everything: bool, at: str, day: date) -> None:
    """Cho biết từng nghĩa vụ công khai đang thế nào, tính từ dữ liệu; chậm hạn không làm lệnh này báo lỗi."""
    language = settings.language
    office = open_office(settings, day)
    if at and office.repository.find("unit", at, at) is None:
        raise click.UsageError(phrase("duties.no_office", language, value=at))
    if form == "json":
        click.echo(json.dumps(document(office, at), ensure_ascii=False, indent=2))
        return
    for line in _lines(office, at, everything, language):
        click.echo(line)


def _lines(office: Office, at: str, everything: bool, language: str) -> Iterator[str]:
    found = statuses(office, at)
    name, day = office.unit(at or office.site.office, at).name, short_date(office.day)
    yield phrase("duties.heading", language, office=shown(name), day=day)
    for state in (*_ALWAYS, *_ASKED) if everything else _ALWAYS:
        some = [status for status in found if status.state is state]
        yield ""
        yield phrase("duties.group", language, state=state_text(state, language).upper(), count=len(some))
        for status in some:
            yield from _told(status, language)
    rest = sum(status.state in _ASKED for status in found)
    if rest and not everything:
        yield ""
        yield phrase("duties.more", language, count=rest)


def _told(status: DutyStatus, language: str) -> Iterator[str]:
    one = status.decisive
    told = [days_text(status, language), reason_text(status, language)]
    told.insert(0, term_text(one.term, language) if one and one.term else "")
    told.append("" if status.whole.verified else phrase("duties.unverified", language))
    facts = "; ".join(part for part in told if part)
    yield f"  {status.source.id}: {shown(status.duty.title)}"
    if facts:
        yield f"      {facts}"
    for step in steps(status):
        yield f"    → {shown(step_text(step, language))}"
