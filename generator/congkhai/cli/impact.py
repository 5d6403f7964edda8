"""`congkhai impact`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.check.rules.references import nearest
from congkhai.cli.opened import open_office
from congkhai.cli.settings import Settings, date_option
from congkhai.derive.address import heading
from congkhai.derive.impact import Impact, impact
from congkhai.derive.office import Office
from congkhai.model.calendar import short_date
from congkhai.model.kinds import KINDS
from congkhai.render.data.impact import affected_notices, document, notice_title, places
from congkhai.report.text import shown
from congkhai.source.repository import Repository, Source


@click.command("impact", short_help="Những gì dựa vào một văn bản pháp luật.")
@click.argument("legal_act")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng báo cáo."
)
@date_option
@click.pass_obj
def command(settings: Settings, legal_act: str, form: str, day: date) -> None:
    """Liệt kê mọi thủ tục, phí, kế hoạch, nghĩa vụ, bản in và bảng tin viện dẫn LEGAL_ACT (mã hoặc số, ký hiệu)."""
    language = settings.language
    office = open_office(settings, day)
    found = impact(office, _act(office.repository, legal_act, language))
    if form == "json":
        click.echo(json.dumps(document(office, found), ensure_ascii=False, indent=2))
        return
    for line in _lines(office, found, language):
        click.echo(shown(line))


def _act(repository: Repository, wanted: str, language: str) -> Source:
    acts = repository.all("legal_act")
    for source in acts:
        if wanted in {source.id, source.record.symbol}:
            return source
    near = nearest(wanted, [name for source in acts for name in (source.id, source.record.symbol)])
    raise click.UsageError(phrase("impact.unknown_act", language, value=wanted, nearest=near))


def _lines(office: Office, found: Impact, language: str) -> Iterator[str]:
    act = found.act.record
    state = phrase("impact.in_force", language)
    if found.ended and act.expires:
        state = phrase("impact.ended", language, day=short_date(act.expires))
    yield f"{phrase('impact.heading', language, act=act.name)} ({state})"
    if found.successors:
        acts = "; ".join(f"{source.record.name} ({source.id})" for source in found.successors)
        yield phrase("impact.successors", language, acts=acts)
    if not found.records:
        yield phrase("impact.none", language)
    for kind, group in found.records.items():
        yield phrase("impact.group", language, title=KINDS[kind].title, count=len(group))
        for source in group:
            where = "; ".join(places(source, found))
            yield f"  {source.id}: {heading(source)}" + (f" [{where}]" if where else "") + f" – {source.path}"
    printed = affected_notices(office, found)
    if printed:
        yield phrase("impact.group", language, title=phrase("impact.notices", language), count=len(printed))
        for name in printed:
            yield f"  {name.address}: {notice_title(office.repository, name)}"
    if found.boards:
        yield phrase("impact.group", language, title=phrase("impact.boards", language), count=len(found.boards))
        for one in found.boards:
            hung = ", ".join(
                f"{heading(h.item)} ({phrase('impact.posted', language, number=h.posting.id)})"
                for h in one.hangings
                if h.item
            )
            yield f"  {heading(one.board)}: {hung}"
