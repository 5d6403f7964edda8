"""`import table`: the tables of a workbook to the files of an office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from congkhai.intake.container import Unreadable
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.memory import recall
from congkhai.intake.placing import place
from congkhai.intake.run import Imported, Step, gather
from congkhai.intake.slugs import folded
from congkhai.intake.tables.budget import Given, read_budget
from congkhai.intake.tables.grid import Sheet, read_sheets
from congkhai.intake.tables.lists import read_fees, read_officials
from congkhai.intake.wording import Wording
from congkhai.model.finding import Finding
from congkhai.source.repository import Repository

#: What a table may be read as, with the kind of record it makes.
KINDS = {"budget": "budget", "fees": "fee", "officials": "official"}


def import_table(  # noqa: PLR0913 - each is a thing that the outcome depends on
    path: Path,
    root: Path,
    repository: Repository,
    wording: Wording,
    day: date,
    meant: str,
    given: Given,
    step: Step = lambda stage, done, total: None,
) -> Imported:
    """Read every sheet of a workbook as what it is meant to be. Never raises for what the file holds."""
    kind = KINDS[meant]
    try:
        sheets = read_sheets(path)
    except Unreadable as problem:
        return gather(root, kind, 0, (), (Origin(path.name).error("NK100", "", reason=f"intake_{problem.reason}"),))
    base = recall(root, kind)
    paths = {source.id: source.path for source in repository.all(kind) if not source.key.office}
    placed, findings = [], []
    for number, sheet in enumerate(sheets, 1):
        origin = Origin(path.name, 1, number, sheet.name)
        drafts, told = _drafts(sheet, meant, given, repository, origin, wording)
        findings += told
        placed += [place(root, draft, paths.get(draft.id), base.get(draft.id), day) for draft in drafts]
        step("import", number, len(sheets))
    return gather(root, kind, len(sheets), placed, findings)


def _drafts(
    sheet: Sheet, meant: str, given: Given, repository: Repository, origin: Origin, wording: Wording
) -> tuple[list[Draft], list[Finding]]:
    if meant == "budget":
        draft, told = read_budget(sheet, given, origin, wording)
        return [draft] if draft else [], told
    if meant == "fees":
        return read_fees(sheet, origin, wording)
    units = {folded(source.record.name): source.id for source in repository.all("unit")}
    units |= {folded(s.record.short_name): s.id for s in repository.all("unit") if s.record.short_name}
    return read_officials(sheet, given.unit, units, origin, wording)
