"""The map of 1 July 2025 (Resolution 202/2025/QH15): 63 provinces became 34."""

from __future__ import annotations

import gzip
import json
import tomllib
import unicodedata
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from congkhai.source.territories import territory_in

#: Provinces that the resolution left as they were.
UNCHANGED = (
    *("Hà Nội", "Huế", "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh", "Sơn La"),
    "Thanh Hóa",
)
#: A province that became a city later, its territory the same.
RAISED = {"Thành phố Đồng Nai": "Tỉnh Đồng Nai"}
UNITS = Path(__file__).parents[3] / "shared/data/admin-units/thanglequoc-vn-only-2026-07-25.json.gz"


def table() -> list[dict[str, list[str]]]:
    text = files("congkhai").joinpath("register/territories.toml").read_text("utf-8")
    return tomllib.loads(text)["territory"]


def test_sixty_three_became_thirty_four() -> None:
    old = [name for entry in table() for name in entry["unites"]]
    assert len(old) == len(set(old))
    assert len(old) + len(UNCHANGED) == 63
    assert len(table()) + len(UNCHANGED) == 34
    assert not set(old) & set(UNCHANGED)


def test_six_cities_and_twenty_eight_provinces() -> None:
    cities = [entry["name"] for entry in table() if str(entry["name"]).startswith("Thành phố ")]
    assert len(cities) + 2 == 6


def test_every_new_province_keeps_the_name_of_one_of_the_old() -> None:
    for entry in table():
        assert sum(str(entry["name"]).endswith(f" {old}") for old in entry["unites"]) == 1


@pytest.mark.parametrize(
    ("name", "now", "kept"),
    [
        ("Sở Nội vụ tỉnh Kiên Giang", "Tỉnh An Giang", False),
        ("Ủy ban nhân dân tỉnh An Giang", "Tỉnh An Giang", True),
        ("Sở Tài chính thành phố Đồng Nai", "Tỉnh Đồng Nai", True),
        ("UBND tỉnh Bà Rịa – Vũng Tàu", "Thành phố Hồ Chí Minh", False),
    ],
)
def test_a_unit_tells_its_territory(name: str, now: str, kept: bool) -> None:
    found = territory_in(name)
    assert found is not None
    assert (found.now, found.kept, found.since) == (now, kept, date(2025, 7, 1))


@pytest.mark.parametrize("name", ["Sở Nội vụ thành phố Hà Nội", "UBND tỉnh Nghệ An", "Phòng Tư pháp"])
def test_a_unit_of_an_unchanged_province_tells_none(name: str) -> None:
    assert territory_in(name) is None


@pytest.mark.skipif(not UNITS.exists(), reason="the list of units is not beside the project")
def test_the_provinces_of_today_are_those_of_the_list_of_units() -> None:
    listed = json.loads(gzip.decompress(UNITS.read_bytes()))
    names = {unicodedata.normalize("NFC", one["FullName"]).replace("oà", "òa").replace("oá", "óa") for one in listed}
    ours = {str(entry["name"]) for entry in table()}
    assert ours <= {RAISED.get(name, name) for name in names}
    assert len(names) == 34
