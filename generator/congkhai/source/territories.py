"""Provinces whose names stood for another territory before 1 July 2025."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Territory:
    """What a name of a province stood for.

    `since` is the first day of the new map; `now` the province that the old one became a part of; `kept` says that
    the new province bears the old one's name.
    """

    old: str
    now: str
    kept: bool
    since: date
    source: str


def territory_in(name: str) -> Territory | None:
    """The changed province that the name of a unit ends with or mentions: `Sở Nội vụ tỉnh Kiên Giang`."""
    found = _mention().search(_plain(name))
    return _territories()[found["name"]] if found else None


@cache
def _mention() -> re.Pattern[str]:
    names = "|".join(map(re.escape, _territories()))
    return re.compile(rf"\b(?:tỉnh|thành phố|tỉnh ủy|thành ủy|tp\.?) (?P<name>{names})\b")


@cache
def _territories() -> Mapping[str, Territory]:
    """By the old name, longest first."""
    table = tomllib.loads(files("congkhai").joinpath("register/territories.toml").read_text("utf-8"))
    found = {
        _plain(old): Territory(old, entry["name"], entry["name"].endswith(f" {old}"), table["since"], table["source"])
        for entry in table["territory"]
        for old in entry["unites"]
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _plain(text: str) -> str:
    """Small letters, one way to put the tone mark, no spaces around dashes."""
    small = unicodedata.normalize("NFC", text).lower().replace("oà", "òa").replace("uỷ", "ủy")
    return re.sub(r"\s*[-–]\s*", "-", " ".join(small.split()))
