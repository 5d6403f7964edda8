"""`import table --as fees|officials`: a list with a heading, one record per row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congkhai.intake.cleaning import line
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.nothing import unsaid
from congkhai.intake.slugs import folded, slug
from congkhai.intake.tables.figures import figure
from congkhai.intake.tables.grid import Cell, Sheet
from congkhai.intake.tables.headers import Heading, find_heading
from congkhai.intake.wording import Wording
from congkhai.model.citation import Citation
from congkhai.model.fee import Fee, FeeKind, FeeRate, PaymentMethod
from congkhai.model.finding import Finding
from congkhai.model.money import Money
from congkhai.model.official import Official, Role
from congkhai.model.problem import ValueProblem
from congkhai.model.scalars import MARKED

#: Names of columns, folded, that mean a field.
_FEES: Mapping[str, tuple[str, ...]] = {
    "amount": ("muc thu", "so tien", "muc phi", "gia"),
    "condition": ("truong hop", "noi dung cong viec", "doi tuong ap dung", "ghi chu"),
    "per": ("don vi tinh", "dvt", "don vi"),
    "payer": ("nguoi nop", "doi tuong nop"),
    "basis": ("can cu", "van ban", "co so phap ly"),
}
_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "title": ("chuc vu", "chuc danh"),
    "unit": ("don vi", "phong", "co quan", "bo phan"),
    "phone": ("dien thoai", "so dien thoai", "sdt"),
    "email": ("email", "thu dien tu", "hop thu"),
    "duties": ("nhiem vu", "linh vuc", "cong viec"),
}
_ROLES = (
    ("pho chu tich", Role.VICE_CHAIR),
    ("chu tich", Role.CHAIR),
    ("pho ", Role.HEAD),
    ("truong", Role.HEAD),
    ("giam doc", Role.HEAD),
    ("chanh van phong", Role.HEAD),
)


def read_fees(sheet: Sheet, origin: Origin, wording: Wording) -> tuple[list[Draft], list[Finding]]:
    """A fee per name; rows of one name are its rates. The act that sets a fee must be filled in by hand."""
    heading = find_heading(
        sheet, ("ten phi", "ten le phi", "ten khoan thu", "loai phi", "noi dung thu", "phi, le phi", "ten phi, le phi")
    )
    if heading is None:
        return [], [origin.error("NK180", "")]
    columns = _columns(heading, _FEES)
    groups: dict[str, list[Mapping[str, Cell]]] = {}
    for name, row in _rows(sheet, heading, columns, carry=True):
        groups.setdefault(name, []).append(row)
    drafts = [_fee(name, rows, origin, wording) for name, rows in groups.items()]
    return drafts, []


def _fee(name: str, rows: list[Mapping[str, Cell]], origin: Origin, wording: Wording) -> Draft:
    words: dict[str, str] = {"basis[0].act": wording("fill_in")}
    findings = [origin.warning("NK181", "basis", field=line(_text(rows[0], "basis")) or wording("part_basis"))]
    rates = []
    for place, row in enumerate(rows):
        amount = _money(row.get("amount", Cell()))
        if amount is None:
            words[f"rates[{place}].amount"] = wording("fill_in")
            findings.append(origin.warning("NK184", f"rates[{place}].amount", value=_text(row, "amount"), name=name))
        condition = _text(row, "condition") or name
        rates.append(FeeRate(condition=condition, amount=amount or Money(0), per=_text(row, "per")[:80] or None))
    record = Fee(
        name=name,
        kind=FeeKind.CHARGE if folded(name).startswith("le phi") else FeeKind.FEE,
        rates=tuple(rates),
        payer=_text(rows[0], "payer") or wording("nothing_said"),
        methods=(PaymentMethod.CASH,),
        basis=(Citation(act="can-dien"),),
    )
    return Draft("fee", slug(name), record, origin, tuple(findings), "", words)


def read_officials(
    sheet: Sheet, unit: str, units: Mapping[str, str], origin: Origin, wording: Wording
) -> tuple[list[Draft], list[Finding]]:
    """An official per row. A phone number stays in the office: a list does not say whether it is an official one."""
    heading = find_heading(sheet, ("ho va ten", "ho ten", "ten can bo", "ho, ten"))
    if heading is None:
        return [], [origin.error("NK180", "")]
    columns = _columns(heading, _PEOPLE)
    drafts: list[Draft] = []
    taken: set[str] = set()
    for name, row in _rows(sheet, heading, columns, carry=False):
        title = _text(row, "title")
        id = slug(name)
        if id in taken:
            id = slug(f"{name} {title}")
        taken.add(id)
        words = {} if title else {"title": wording("fill_in")}
        findings: list[Finding] = []
        named = _text(row, "unit")
        where = units.get(folded(named), unit)
        if named and folded(named) not in units:
            findings.append(origin.warning("NK185", "unit", name=name, value=named, unit=unit))
        record = Official(
            name=name,
            title=title or wording("nothing_said"),
            unit=where,
            role=next((role for word, role in _ROLES if word in folded(title)), Role.STAFF),
            duties=tuple(part for part in (line(p) for p in _text(row, "duties").split(";")) if part),
            private_phone=_marked("phone", _text(row, "phone")),
            email=_marked("email", _text(row, "email")),
        )
        drafts.append(Draft("official", id, record, origin, tuple(findings), "", words))
    return drafts, []


def _columns(heading: Heading, names: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for column, (group, name) in heading.names.items():
        text = folded(f"{group} {name}")
        field = next(
            (f for f, words in names.items() if any(text.startswith(w) for w in words) and f not in found), None
        )
        if field:
            found[field] = column
    return found


def _rows(
    sheet: Sheet, heading: Heading, columns: Mapping[str, int], carry: bool
) -> Iterator[tuple[str, Mapping[str, Cell]]]:
    """Rows by the text of the label column; with `carry`, an empty label repeats the one above."""
    name = ""
    for cells in sheet.rows[heading.body :]:
        label = line(cells[heading.label].text)
        row = {field: cells[column] for field, column in columns.items()}
        if label:
            name = label
        elif not carry or not any(cell.text for cell in row.values()):
            continue
        if name and any(cell.text for cell in row.values()):
            yield name, row


def _text(row: Mapping[str, Cell], field: str) -> str:
    text = line(row.get(field, Cell()).text)
    return "" if unsaid(text) else text


def _money(cell: Cell) -> Money | None:
    found = figure(Cell(cell.text.lower().removesuffix("đồng").removesuffix("đ").strip(), cell.number))
    if found is None or not found or found == "-" or "," in found:
        return Money(0) if folded(cell.text) in {"khong", "mien phi", "khong thu"} else None
    return Money(int(found.replace(".", ""))) if not found.startswith("-") else None


def _marked(reader: str, text: str) -> str | None:
    try:
        return MARKED[reader](text) if text else None
    except ValueProblem:
        return None
