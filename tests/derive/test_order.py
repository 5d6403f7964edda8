"""Orders that people expect: Vietnamese words, units below units, officials by rank, postings by register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from congkhai.derive.alphabet import order
from congkhai.derive.boards import by_board, by_item, postings
from congkhai.derive.roster import officials_by_unit, workload
from congkhai.derive.structure import exists, own_tree, predecessors, units_of, walk
from congkhai.derive.sums import sums
from congkhai.derive.windows import PostingState
from tests.site.full import RECORDS
from tests.site.records import office


def test_vietnamese_words_stand_in_the_order_of_the_dictionary():
    words = ["an", "án", "ăn", "ấp 2", "ấp 10", "bà", "da", "đa", "em", "ê", "ơn", "ủy ban", "ưng", "ý"]
    assert sorted(reversed(words), key=order) == words


def test_the_tree_holds_the_units_of_today(tmp_path: Path):
    made = office(tmp_path / "office", RECORDS)
    tree = own_tree(made)
    assert [branch.unit.id for branch in walk(tree)] == ["ubnd-xa", "phong-tu-phap"]
    former = made.get("unit", "phong-cu")
    assert not exists(former, made)
    assert former.key not in units_of(tree)
    assert predecessors(made) == {made.get("unit", "phong-tu-phap").key: (former,)}


def test_a_unit_that_is_its_own_superior_ends_the_tree(tmp_path: Path):
    circle = {
        "content/units/ubnd-xa.yml": RECORDS["content/units/ubnd-xa.yml"] | {"parent": "phong-tu-phap"},
    }
    made = office(tmp_path / "office", RECORDS | circle)
    assert {branch.unit.id for branch in walk(own_tree(made))} == {"ubnd-xa", "phong-tu-phap"}


def test_officials_stand_by_rank_and_only_while_in_office(tmp_path: Path):
    deputy = {"name": "Lê Thị Phó", "title": "Phó Chủ tịch", "unit": "ubnd-xa", "role": "vice_chair"}
    gone = {
        "name": "Cụ Đã Nghỉ",
        "title": "Chủ tịch",
        "unit": "ubnd-xa",
        "role": "chair",
        "term": {"end": "2025-06-30"},
    }
    people = {"content/officials/a-pho.yml": deputy, "content/officials/a-cu.yml": gone}
    made = office(tmp_path / "office", RECORDS | people)
    found = officials_by_unit(made)
    assert [s.id for s in found[made.get("unit", "ubnd-xa").key]] == ["chu-tich", "a-pho"]
    assert [s.id for s in found[made.get("unit", "phong-tu-phap").key]] == ["can-bo"]


def test_the_work_of_people_comes_from_local_facts(tmp_path: Path):
    made = office(tmp_path / "office", RECORDS)
    work = workload(made)
    assert work.received[made.get("official", "can-bo").key][0].id == "1.001193"
    assert work.complaints[made.get("official", "chu-tich").key][0].id == "1.001193"


def test_a_board_holds_what_is_on_the_wall(tmp_path: Path):
    posting = RECORDS["content/postings/2026-001.yml"]
    more = {
        "content/postings/2026-002.yml": posting | {"number": "2", "start": "2026-12-01"},
        "content/postings/2026-003.yml": posting | {"number": "3", "days": "5", "taken_down": "2026-11-20"},
    }
    forgotten = {key: value for key, value in posting.items() if not key.startswith("taken_down")}
    more["content/postings/2026-004.yml"] = forgotten | {"number": "4", "days": "10"}
    made = office(tmp_path / "office", RECORDS | more)
    register = postings(made)
    assert [(h.posting.id, h.window.state) for h in register] == [
        ("2026-004", PostingState.DUE_DOWN),
        ("2026-003", PostingState.TAKEN_DOWN),
        ("2026-002", PostingState.PLANNED),
        ("2026-001", PostingState.HANGING),
    ]
    board = made.get("board", "tru-so").key
    assert [h.posting.id for h in by_board(register)[board]] == ["2026-004", "2026-001"]
    assert len(by_item(register)[made.get("disclosure", "ke-hoach-dat").key]) == 4


def test_rows_add_up_or_are_named(tmp_path: Path):
    made = office(tmp_path / "office", RECORDS, date(2026, 11, 22))
    budget = made.get("budget", "thu").record
    assert [(s.column.id, s.stated, s.added, s.agrees) for s in sums(budget)] == [
        ("a", 1500, 1500, True),
        ("b", 900, 900, True),
    ]
