"""Plans, tables and notices spoilt at random: whatever a file holds, the import ends and what it writes can be read."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from congkhai.intake.plans.importer import import_plan
from congkhai.intake.run import Imported
from congkhai.intake.schedules.importer import import_schedule
from congkhai.intake.tables.budget import Given
from congkhai.intake.tables.importer import import_table
from congkhai.source.load import load
from congkhai.source.reader import read
from congkhai.source.repository import Repository
from tests.intake.reading import WORDING
from tests.intake.test_mutations import MUTATIONS
from tests.intake.test_plans import ROOT
from tests.intake.test_schedules import LEADERS, NOTICE

DAY = date(2026, 11, 22)
PLANS = Path(__file__).parent / "plans"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Repository]:
    root = tmp_path_factory.mktemp("mau")
    for folder in ("content/units", "site_config"):
        shutil.copytree(ROOT / folder, root / folder)
    return root, load(root).repository


def sound(done: Imported) -> None:
    """Everything that would be written is YAML without an error of its own."""
    for name, data in (*done.files.items(), *done.aside.items()):
        if name.endswith(".yml"):
            tree, findings = read(name, data)
            assert tree is not None, (name, findings)


def spoilt(text: str, chance: Random) -> str:
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.5:
            lines = text.split("\n")
            start = chance.randrange(len(lines))
            end = min(len(lines), start + chance.randint(1, 20))
            piece = "\n".join(lines[start:end])
            piece = chance.choice(MUTATIONS)(piece, chance.random())
            lines[start:end] = [piece] * chance.randint(0, 2)
            text = "\n".join(lines)
        else:
            text = chance.choice(MUTATIONS)(text, chance.random())
    return text or "x"


@pytest.mark.parametrize("seed", range(60))
def test_plans(office: tuple[Path, Repository], tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    root, repository = office
    path = tmp_path / "ke-hoach.txt"
    path.write_text(spoilt(chance.choice([p.read_text("utf-8") for p in sorted(PLANS.glob("*.txt"))]), chance), "utf-8")
    sound(import_plan(path, root, repository, WORDING, DAY, chance.choice(["ubnd-xa", "khong-co", None])))


@pytest.mark.parametrize("seed", range(30))
def test_notices(office: tuple[Path, Repository], tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    root, repository = office
    path = tmp_path / "lich.txt"
    path.write_text(spoilt(chance.choice([NOTICE, LEADERS]), chance), "utf-8")
    sound(import_schedule(path, root, repository, WORDING, DAY, "ubnd-xa"))


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**12),
    st.floats(-1e9, 1e9),
    st.sampled_from(
        ["STT", "Nội dung", "Dự toán", "Thực hiện", "I", "1", "1.1", "A", "-", "0", "1.234,5", "1.23", "(1.200)", "12%"]
        + [
            "Đơn vị tính: triệu đồng",
            "TỔNG SỐ THU",
            "QUÝ I NĂM 2026",
            "Tên phí",
            "Mức thu",
            "Họ và tên",
            "Chức vụ",
            "x",
        ]
    ),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
)


@given(
    rows=st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=12),
    meant=st.sampled_from(["budget", "fees", "officials"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tables(office: tuple[Path, Repository], tmp_path: Path, rows: list[list[object]], meant: str) -> None:
    root, repository = office
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append([cell if not str(cell).startswith("=") else "x" for cell in row])  # type: ignore[union-attr]
    book.save(out)
    path = tmp_path / "bang.xlsx"
    path.write_bytes(out.getvalue())
    sound(import_table(path, root, repository, WORDING, DAY, meant, Given("ubnd-xa", DAY)))
