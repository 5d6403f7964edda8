"""Nothing is orphaned: no heading at the foot of a page or column, no row parted, no page almost bare."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from pypdf.generic import Destination

from congkhai.derive.office import Office
from congkhai.model.disclosure import Disclosure
from congkhai.model.table import Table, TableRow
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.source.repository import Repository
from tests.notices.decree30 import POINT, Run
from tests.notices.samples import DAY, Sheet, each, reader, squeezed, words


def _headings(data: bytes) -> list[tuple[int, float, str]]:
    """Page, height from the top in millimetres, and words of each heading of the outline."""
    file = reader(data)
    found: list[tuple[int, float, str]] = []

    def walk(items: list[Any]) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            elif isinstance(item, Destination):
                page = file.get_destination_page_number(item)
                assert page is not None
                height = float(file.pages[page].mediabox.height)
                found.append((page, (height - float(item.top or height)) * POINT, str(item.title)))

    walk(file.outline)
    return found


def test_no_heading_stands_at_the_foot(share: tuple[Sheet, ...]):
    """Something that is not in the line at the foot follows each heading, in its column, on its page."""

    def lonely(sheet: Sheet) -> list[str]:
        runs, _, sizes = sheet.measured
        feet = {
            page: min((r.y for r in runs if r.page == page and sheet.notice.code in r.text), default=sizes[page][1])
            for page in range(len(sizes))
        }
        return [
            f"{page + 1}: {title}"
            for page, top, title in _headings(sheet.data)
            if not any(_follows(run, page, top, feet[page], title) for run in runs)
        ]

    assert each(lonely, share) == {}


def _follows(run: Run, page: int, top: float, foot: float, title: str) -> bool:
    below = run.page == page and top + 2 < run.y < foot - 2
    return below and squeezed(run.text) not in squeezed(title)


def test_no_page_after_the_first_is_almost_bare(share: tuple[Sheet, ...]):
    """A page holds three lines of its own at least, beside its head and its foot."""

    def bare(sheet: Sheet) -> list[str]:
        runs, _, sizes = sheet.measured
        out = []
        for page in range(1, len(sizes)):
            lines = {round(r.y) for r in runs if r.page == page and 20 < r.y < sizes[page][1] - 20}
            if len(lines) < 3:
                out.append(f"page {page + 1}: {len(lines)} lines")
        return out

    assert each(bare, share) == {}


@pytest.mark.parametrize("rows", [12, 25, 38, 60])
def test_rows_are_never_parted_and_heads_repeat(sample: Office, press: Press, tmp_path: Path, rows: int):
    source = sample.get("disclosure", "quy-va-dong-gop-2026")
    record: Disclosure = source.record
    cell = "một nội dung dài phải xuống nhiều dòng trong ô của nó để hàng cao hơn một dòng chữ"
    table = Table(
        caption="Danh mục dài",
        columns=("Thứ tự", "Nội dung", "Ghi chú"),
        rows=tuple(TableRow(cells=(f"h{n:03d}", f"{n:03d} {cell} hết{n:03d}", cell)) for n in range(rows)),
    )
    changed = dataclasses.replace(source, record=dataclasses.replace(record, tables=(table,)))
    office = Office(Repository({**sample.repository.sources, source.key: changed}), DAY)
    (notice,) = notices(office, source.key.__eq__)
    assert isinstance(notice, Notice), notice
    made = press.print(notice)
    assert isinstance(made, bytes), made
    path = tmp_path / "rows.pdf"
    path.write_bytes(made)
    found, sizes = words(path)
    places = {w.text: w for w in found}
    for n in range(rows):
        begin, end = places[f"h{n:03d}"], places[f"hết{n:03d}"]
        assert begin.page == end.page, n
        assert begin.top <= end.top
    with_rows = sorted({places[f"h{n:03d}"].page for n in range(rows)})
    heads = sorted(w.page for w in found if w.text == "Thứ")
    assert heads == with_rows
    assert with_rows[-1] <= len(sizes) - 1


def test_the_caption_of_a_table_stays_with_its_first_row(sample: Office, press: Press):
    source = sample.get("disclosure", "quy-va-dong-gop-2026")
    for lines in range(4, 60, 6):
        summary = "\n\n".join(f"Dòng thứ {n} của phần tóm tắt." for n in range(lines))
        table = Table(caption="Bảng sau cùng", columns=("Cột",), rows=(TableRow(cells=("Ô đầu tiên",)),) * 3)
        record = dataclasses.replace(source.record, summary=summary, tables=(table,))
        changed = dataclasses.replace(source, record=record)
        office = Office(Repository({**sample.repository.sources, source.key: changed}), DAY)
        (notice,) = notices(office, source.key.__eq__)
        assert isinstance(notice, Notice)
        made = press.print(notice)
        assert isinstance(made, bytes)
        for page in reader(made).pages:
            text = squeezed(page.extract_text())
            if squeezed("Bảng sau cùng") in text:
                assert squeezed("Ô đầu tiên") in text, lines


def test_a_day_of_a_roster_is_never_parted(sheets: tuple[Sheet, ...]):
    """All who are on duty on a day stand on one page with the day."""
    rosters = [sheet for sheet in sheets if sheet.notice.name.kind == "roster"]
    assert rosters
    for sheet in rosters:
        for day in sheet.notice.facts["days"]:
            people = [p["name"] for shifts in day["posts"] for shift in shifts for p in shift["people"]]
            on = [page for page in sheet.pages if squeezed(day["day"]) in squeezed(page)]
            assert len(on) == 1, day["day"]
            assert all(squeezed(name) in squeezed(on[0]) for name in people), day["day"]


@pytest.mark.parametrize("fees", [1, 6, 11, 90])
def test_a_way_to_hand_in_stands_on_one_page_unless_it_fills_one(
    everything: tuple[Notice, ...], press: Press, tmp_path: Path, fees: int
):
    """What each of seven ways costs is read with its name; of what is longer than a page nothing is cut off."""
    sheet = next(notice for notice in everything if notice.name.kind == "procedure")
    facts: Any = sheet.facts
    ways = [
        facts["channels"][0]
        | {
            "kind": f"cách{way}",
            "fees": [{"name": f"phí{way}n{n}", "due": "1 đồng", "condition": ""} for n in range(fees)],
        }
        for way in range(7)
    ]
    made = press.print(dataclasses.replace(sheet, facts={**facts, "channels": ways}))
    assert isinstance(made, bytes), made
    path = tmp_path / "ways.pdf"
    path.write_bytes(made)
    found, sizes = words(path)
    for way in range(7):
        (name,) = (word for word in found if word.text == f"cách{way}")
        told = [word for word in found if word.text.startswith(f"phí{way}n")]
        assert len(told) == fees
        assert fees == 90 or {word.page for word in told} == {name.page}
        assert all(word.bottom < sizes[word.page][1] - 50 for word in told)
