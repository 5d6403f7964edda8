"""What may stand in a store beside the office's files."""

from __future__ import annotations

from pathlib import Path

from congkhai.source.load import load
from congkhai.source.secrecy import may_be_kept
from tests.offices import lay_out

OFFICIAL = "content/officials/chu-tich.yml"


def test_a_record_with_a_filled_private_field_is_not_kept(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "office")
    assert all(may_be_kept(source.record) for source in load(root).repository if not source.shipped)
    with (root / OFFICIAL).open("a", encoding="utf-8") as stream:
        stream.write('private_phone: "0912 345 678"\n')
    kept = {source.path: may_be_kept(source.record) for source in load(root).repository if not source.shipped}
    assert [path for path, may in kept.items() if not may] == [OFFICIAL]


def test_neither_disclosures_nor_what_could_not_be_read_are_kept(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    found = load(root).repository.all("disclosure")
    assert found
    assert not any(may_be_kept(source.record) for source in found)
    assert not may_be_kept(None)
