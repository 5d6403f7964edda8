"""The judged queries: what a citizen types, and the pages that answer it.

Two halves, parted by a fixed seed and the text of the query alone, so that a new query moves no other: search is tuned
on `TUNED` and reported on `HELD`. Misses of both have been looked at since.

Those of BLIND have not: they were written on 22 November 2026, in two goes, by somebody who looked at names of
procedures and at nothing that search answers, and on the 23rd by three who had seen those names and nothing else of
this project (the other halves of these were tuned on and are not kept). The stories and the everyday words, the last
two sets, avoid what names say on purpose. Nothing may be tuned on them, so no program tells which of them miss. Whoever
has read a miss takes the query out of there.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

FILE = Path(__file__).with_name("queries.tsv")
SEED = "congkhai-2026"
#: What search was never tuned on, over the office that :func:`tests.search.outside.office.write_mixed` makes.
_BLIND = ("blind", "blind_later", "blind_outside", "blind_stories", "blind_everyday")
BLIND = tuple(FILE.with_name(f"{name}.tsv") for name in _BLIND)


class Group(Enum):
    """How a query is written; the value is how `queries.tsv` names it."""

    EXACT = "exact"
    PLAIN = "plain"
    PARTLY = "partly"
    ABBREVIATION = "abbreviation"
    EVERYDAY = "everyday"
    TYPO = "typo"
    TONE = "tone"
    CODE = "code"
    SENTENCE = "sentence"
    SMS = "sms"
    PERSON = "person"
    BODY = "body"


class Half(Enum):
    TUNED = "tuned"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Query:
    """`expected` are addresses such as `thu-tuc/1.001193/`; each of them is a right first hit."""

    text: str
    group: Group
    expected: tuple[str, ...]

    @property
    def half(self) -> Half:
        first = hashlib.sha256(f"{SEED}\n{self.text}".encode()).digest()[0]
        return Half.HELD if first % 2 else Half.TUNED

    def rank(self, addresses: list[str]) -> int | None:
        """The place, from 1, of the first right hit; None when there is none."""
        return next((n for n, address in enumerate(addresses, 1) if address in self.expected), None)


def queries(path: Path = FILE) -> list[Query]:
    """All queries of a file, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Query(row["query"], Group(row["class"]), tuple(row["expected"].split("|"))) for row in rows]
