"""Booklets in volumes: whole fields, all procedures, ends that stay where they are, what each says of all."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.facts import volumes
from congkhai.render.notices.facts.volumes import MOST, Piece
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from congkhai.source.load import load
from congkhai.source.repository import Source
from tests.bench.records import code
from tests.notices import verapdf
from tests.notices.samples import reader, squeezed
from tests.offices import TODAY
from tests.publish.many import lay_out_many


class _Named:
    """Stands for a source: parting asks for no more than the id and the code."""

    def __init__(self, name: str) -> None:
        self.id = self.code = name
        self.record = self


def _field(name: str, numbers: range | list[int]) -> tuple[Source, tuple[Source, ...]]:
    return _Named(name), tuple(_Named(code(number)) for number in numbers)  # type: ignore[return-value]


def _ids(found: tuple[tuple[Piece, ...], ...]) -> list[list[tuple[str, str]]]:
    return [[(piece.field.id, one.id) for piece in pieces for one in piece.procedures] for pieces in found]


@pytest.mark.parametrize("sizes", [[1], [150], [100, 50], [100, 51, 20, 130], [151], [40, 2600, 7], [149, 2, 149], []])
def test_all_stand_once_in_their_order_and_no_volume_is_too_thick(sizes: list[int]) -> None:
    held = [_field(f"f{place}", range(place * 10_000, place * 10_000 + size)) for place, size in enumerate(sizes)]
    found = volumes.volumes(held)
    assert [one for ids in _ids(found) for one in ids] == [
        (field.id, one.id) for field, procedures in held for one in procedures
    ]
    assert all(0 < len(ids) <= MOST for ids in _ids(found))
    for field, procedures in held:
        pieces = [piece for one in found for piece in one if piece.field is field]
        assert [(piece.number, piece.of) for piece in pieces] == [
            (number, len(pieces)) for number in range(1, len(pieces) + 1)
        ]
        assert len(pieces) == 1 or len(procedures) > MOST
        assert [piece.first for piece in pieces] == ["", *(piece.procedures[0].id for piece in pieces[1:])]
    for one, after in pairwise(found):
        assert sum(len(p.procedures) for p in one) + len(after[0].procedures) > MOST, "the next had room"


def test_a_field_that_holds_nothing_is_in_no_volume() -> None:
    assert [[piece.field.id for piece in one] for one in volumes.volumes([_field("a", []), _field("b", [1])])] == [
        ["b"]
    ]


def test_one_procedure_more_leaves_most_volumes_as_they_are() -> None:
    """On the average it changes less than two of many, its own among them."""
    base = list(range(0, 4000, 2))
    before = _ids(volumes.volumes([_field("a", base)]))
    changed = []
    for new in range(1, 4000, 40):
        after = _ids(volumes.volumes([_field("a", sorted([*base, new]))]))
        changed.append(len([one for one in after if one not in before]))
    assert len(before) > 12
    assert sum(changed) / len(changed) < 2, changed


def test_volumes_of_other_fields_stay_when_one_field_grows() -> None:
    sizes = [90, 40, 70, 60, 120, 30, 80]
    held = [_field(f"f{place}", range(place * 1000, place * 1000 + size)) for place, size in enumerate(sizes)]
    before = _ids(volumes.volumes(held))
    held[1] = _field("f1", range(1000, 1041))
    after = _ids(volumes.volumes(held))
    assert len([one for one in after if one not in before]) == 1


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, press: Press) -> list[tuple[Notice, bytes]]:
    """The volumes of an office of five procedures, two in each."""
    root = tmp_path_factory.mktemp("volumes") / "office"
    lay_out_many(root, 5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volumes, "MOST", 2)
        office = Office(load(root).repository, TODAY)
        found = [n for n in notices(office) if n.name.kind == "booklet" and not n.name.key.id]
    made = []
    for notice in found:
        assert isinstance(notice, Notice)
        data = press.print(notice)
        assert isinstance(data, bytes), data
        made.append((notice, data))
    return made


def test_the_first_volume_stands_where_there_was_one_file(printed: list[tuple[Notice, bytes]]) -> None:
    addresses = [notice.address for notice, _ in printed]
    assert addresses == ["in/thu-tuc/so-tay.pdf", *(f"in/thu-tuc/so-tay-{n}.pdf" for n in range(2, len(printed) + 1))]
    assert len({notice.code for notice, _ in printed}) == len(printed) > 2


def test_each_volume_says_which_it_is_and_where_the_others_are(printed: list[tuple[Notice, bytes]]) -> None:
    for number, (notice, data) in enumerate(printed, 1):
        pages = [squeezed(page.extract_text()) for page in reader(data).pages]
        assert squeezed(f"Tập {number}/{len(printed)}") in pages[0]
        assert squeezed(f"ST tập {number}") in pages[-1]
        assert notice.imprint.title == f"Sổ tay thủ tục hành chính, tập {number}/{len(printed)}"
        for other in range(1, len(printed) + 1):
            assert squeezed(f"Tập {other}") in pages[1]
        begins = notice.facts["volume"]["holds"][number - 1]
        assert all(squeezed(name) in pages[0] and squeezed(name) in pages[1] for name in begins)
        for place, one in enumerate(notice.facts["fields"][0]["procedures"]):
            listed = re.search(re.escape(one["number"][3:] + squeezed(one["name"])) + r"\.*(\d)", pages[1])
            assert listed
            assert squeezed(one["name"]) in pages[int(listed[1]) - 1], (number, place)


def test_each_volume_conforms(printed: list[tuple[Notice, bytes]], tmp_path: Path) -> None:
    for number, (_, data) in enumerate(printed, 1):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(data)
        assert verapdf.judge(path, "a-3a") == ()


def test_what_fits_one_volume_knows_of_none(tmp_path: Path) -> None:
    root = tmp_path / "office"
    lay_out_many(root, 5)
    office = Office(load(root).repository, TODAY)
    (found,) = [n for n in notices(office) if n.name.address == "in/thu-tuc/so-tay.pdf"]
    assert isinstance(found, Notice)
    assert "volume" not in found.facts
    assert found.imprint.number == "ST"
