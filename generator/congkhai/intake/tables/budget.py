"""`import table --as budget`: one budget table per sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.check.rule import Context, Rule
from congkhai.check.rules.budgets import RULES
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.slugs import folded, slug
from congkhai.intake.tables.amount_units import amount_unit
from congkhai.intake.tables.figures import figure
from congkhai.intake.tables.grid import Cell, Sheet
from congkhai.intake.tables.headers import Heading, find_heading, one_above_the_other
from congkhai.intake.tables.outline import Outline
from congkhai.intake.wording import Wording
from congkhai.intake.writer.emit import to_yaml
from congkhai.model.budget import AmountUnit, Budget, Column, ColumnKind, Phase, Regime, Row
from congkhai.model.finding import Finding
from congkhai.source.reader import read
from congkhai.source.repository import Key, Repository, Source

_LABELS = ("noi dung", "chi tieu", "ten cong trinh", "danh muc", "ten don vi", "khoan muc")
_FORM = re.compile(r"Biểu\s+(?:số|mẫu)[^\n;]{1,45}|Mẫu\s+(?:biểu\s+)?số[^\n;]{1,45}", re.IGNORECASE)
_YEAR = re.compile(r"năm\s*(20\d\d)", re.IGNORECASE)
_DECISION = re.compile(
    r"\(?\s*Kèm theo ((?:Quyết định|Thông báo|Nghị quyết|Tờ trình|Báo cáo) số.+?)\)?$", re.IGNORECASE
)
_ENDS = ("tm uy ban", "tm. uy ban", "nguoi lap", "chu tich", "ke toan", "thu truong", "noi nhan", "ghi chu")
_PHASES = (
    (r"6 tháng|sáu tháng", Phase.HALF_YEAR),
    (r"9 tháng|chín tháng", Phase.NINE_MONTHS),
    (r"quý (?:i|1)\b", Phase.QUARTER_1),
    (r"quyết toán", Phase.SETTLED),
    (r"dự toán.*trình|trình.*dự toán", Phase.SUBMITTED),
    (r"thực hiện", Phase.YEAR),
    (r"dự toán", Phase.DECIDED),
)
_REGIMES = (
    ("343/2016", Regime.TT343),
    ("ck tc-nsnn", Regime.TT343),
    ("61/2017", Regime.TT61),
    ("90/2018", Regime.TT61),
    ("26/2026", Regime.TT26),
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who imports says, because a sheet does not."""

    unit: str
    published: date | None
    year: int | None = None
    phase: Phase | None = None


def read_budget(sheet: Sheet, given: Given, origin: Origin, wording: Wording) -> tuple[Draft | None, list[Finding]]:
    """The table of a sheet; None where no table begins on it. Nothing is corrected: sums that do not agree are told."""
    sheet = one_above_the_other(sheet, _LABELS)
    heading = find_heading(sheet, _LABELS)
    if heading is None or not heading.names:
        return None, [origin.error("NK180", "")]
    above = [" ".join(cell.text.split()) for row in sheet.rows[: heading.first] for cell in row if cell.text]
    findings: list[Finding] = []
    columns = tuple(_columns(heading, sheet))
    kinds = zip(heading.names, columns, strict=True)
    numeric = frozenset(place for place, column in kinds if column.kind is not ColumnKind.TEXT)
    rows = list(_rows(sheet, heading, numeric, origin, findings))
    words: dict[str, str] = {}
    unit = next((found for text in above if (found := amount_unit(text))), None)
    title = _title(above) or sheet.name
    everything = " ".join([title, *above])
    year = given.year or next((int(m[1]) for text in (title, *above) if (m := _YEAR.search(text))), None)
    phase = given.phase or next((phase for words_, phase in _PHASES if re.search(words_, title.lower())), None)
    for name, value in (("amount_unit", unit), ("fiscal_year", year), ("phase", phase), ("published", given.published)):
        if value is None:
            words[name] = wording("fill_in")
            findings.append(origin.warning("NK181", name, field=wording(f"part_{name}")))
    record = Budget(
        title=title,
        unit=given.unit,
        regime=next((regime for sign, regime in _REGIMES if sign in everything.lower()), Regime.PROVINCE),
        form=next((m[0].strip(" ().") for text in above if (m := _FORM.search(text))), None),
        fiscal_year=year or 2000,
        phase=phase or Phase.DECIDED,
        amount_unit=unit or AmountUnit.DONG,
        columns=columns,
        rows=tuple(rows),
        published=given.published or date(2000, 1, 1),
        decision=next((m[1].strip() for text in above if (m := _DECISION.search(text))), None),
    )
    findings += _gaps(record, origin)
    id = slug(f"{year or ''} {title}")
    return Draft("budget", id, record, origin, tuple(findings), str(year or ""), words), []


def _title(above: list[str]) -> str:
    """The lines in capitals above the table, which together are its name."""
    wanted = ("dự toán", "quyết toán", "cân đối", "thực hiện", "thu ", "chi ", "công khai")
    lines = [text for text in above if text.isupper() and any(word in text.lower() for word in wanted)]
    title = " ".join(lines[:2])
    return title[:1] + title[1:].lower() if title else ""


def _columns(heading: Heading, sheet: Sheet) -> Iterator[Column]:
    taken: set[str] = set()
    for number, (column, (group, name)) in enumerate(heading.names.items(), 1):
        id = slug(name)[:40].strip("-") or f"cot-{number}"
        id = id if id not in taken else f"{id}-{number}"
        taken.add(id)
        texts = folded(f"{group} {name}")
        cells = [row[column] for row in sheet.rows[heading.body :] if row[heading.label].text]
        filled = [cell for cell in cells if cell.text]
        numeric = sum(figure(cell) is not None for cell in filled) * 2 >= len(filled)
        percent = "%" in texts or "ty le" in texts or "so sanh" in texts
        kind = ColumnKind.TEXT if not numeric else ColumnKind.PERCENT if percent else ColumnKind.AMOUNT
        yield Column(id=id, label=name[:120], kind=kind, group=group[:120] or None)


def _rows(
    sheet: Sheet, heading: Heading, numeric: frozenset[int], origin: Origin, findings: list[Finding]
) -> Iterator[Row]:
    outline = Outline()
    for place, cells in enumerate(sheet.rows[heading.body :], heading.body + 1):
        label = " ".join(cells[heading.label].text.split())
        number = cells[heading.number].text.strip() if heading.number is not None else ""
        if any(folded(cell.text).startswith(_ENDS) for cell in cells if cell.text):
            return
        if not label:
            continue
        level = outline.level(number, label)
        if level is None:
            findings.append(origin.error("NK183", "rows", value=number, row=place))
            continue
        values = tuple(_value(cells[column]) for column in heading.names)
        for (_group, name), column in ((name, column) for column, name in heading.names.items()):
            if column in numeric and figure(cells[column]) is None:
                value = " ".join(cells[column].text.split())
                findings.append(origin.warning("NK188", "rows", value=value, row=place, column=name))
        partial = "trong đó" in label.lower()
        yield Row(number=number or None, level=level, label=label, values=values, partial=partial)


def _value(cell: Cell) -> str:
    found = figure(cell)
    return " ".join(cell.text.split()) if found is None else found


def _gaps(record: Budget, origin: Origin) -> list[Finding]:
    """Rows that are not the sum of the rows below them, as the rule NS103 finds them."""
    rule = next(rule for rule in RULES if isinstance(rule, Rule) and rule.code == "NS103")
    tree, _ = read("bang.yml", to_yaml(record).encode())
    if tree is None:
        return []
    source = Source(Key("budget", "bang"), "bang.yml", record, tree, "")
    context = Context(Repository({source.key: source}), date(2000, 1, 1))
    found = rule.run(context)
    return [
        origin.warning(
            "NK182", f.field, label=record.rows[_row(f.field)].label, value=f.params["value"], sum=f.params["sum"]
        )
        for f in found
    ]


def _row(path: str) -> int:
    found = re.match(r"rows\[(\d+)\]", path)
    return int(found[1]) if found else 0
