"""A version of a printed notice: what a paper on the wall says, under the code that stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from congkhai.model.version import ALPHABET, version_code

#: Facts as they stand in JSON.
Plain: TypeAlias = "str | int | bool | None | list[Plain] | dict[str, Plain]"

#: Where a site answers for a code.
COPIES = "in/"
_PAGE = re.compile(rf"{COPIES}([{ALPHABET}]{{5}}-[{ALPHABET}]{{5}})/index\.html")


def code_of(kind: str, number: str, facts: Plain) -> str:
    """The code of what a notice prints: its kind, the number on it, its facts."""
    return version_code({"facts": facts, "kind": kind, "number": number})


def copy_address(code: str) -> str:
    """The address of the page that says whether a copy is current, relative to the site."""
    return f"{COPIES}{code}/"


def code_at(path: str) -> str:
    """The code that a page of the site answers for, by the path of its file; empty for other files."""
    found = _PAGE.fullmatch(path)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One version of one notice.

    `series` names the notice, and is the address of its file without `in/`, paper and suffix, such as
    `thu-tuc/1.001193`. `page` is the address of the record's page. `day` is the first day of the version, `turn`
    counts the versions of the notice on that day, and `after` is the code that it replaced; empty for the first.
    """

    code: str
    kind: str
    series: str
    number: str
    title: str
    page: str
    day: date
    turn: int
    after: str
    facts: Plain

    @property
    def order(self) -> tuple[date, int, str]:
        """The order of the versions of a notice."""
        return (self.day, self.turn, self.code)

    @property
    def true(self) -> bool:
        """Say whether the code stands for the facts."""
        return self.code == code_of(self.kind, self.number, self.facts)


def by_series(copies: Iterable[Copy]) -> Mapping[str, tuple[Copy, ...]]:
    """The versions of each notice, the earliest first."""
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        found.setdefault(copy.series, []).append(copy)
    return {series: tuple(sorted(group, key=lambda c: c.order)) for series, group in found.items()}
