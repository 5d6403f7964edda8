"""What people read in thirty-five real records agrees with what the importer makes of them, fact by fact."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from congkhai.intake.draft import Draft
from congkhai.model.procedure import Channel, ChannelFee, Procedure
from tests.intake.reading import parsed_records, raw_records, read

EXPECTED = Path(__file__).parent / "expected"
TABLES = {name: tomllib.loads((EXPECTED / f"{name}.toml").read_text("utf-8")) for name in ("raw", "parsed")}


@pytest.fixture(scope="module")
def drafts() -> dict[str, tuple[Draft, tuple[Any, ...]]]:
    found = {}
    for record in (*raw_records(), *parsed_records()):
        done = read(record)
        found[done.draft.id] = (done.draft, done.mentions)
    return found


@pytest.mark.parametrize("code", [code for table in TABLES.values() for code in table])
def test_facts(code: str, drafts: dict[str, tuple[Draft, tuple[Any, ...]]]) -> None:
    expected = next(table[code] for table in TABLES.values() if code in table)
    draft, mentions = drafts[code]
    found = facts(draft, mentions)
    for name, value in expected.items():
        compared = found[name]
        if name in {"papers", "results"}:
            compared = [text[: len(wanted)] for text, wanted in zip(compared, value, strict=False)] + compared[
                len(value) :
            ]
        assert compared == value, name


def facts(draft: Draft, mentions: tuple[Any, ...]) -> dict[str, Any]:
    """The facts of a draft in the form of the tables."""
    record: Procedure = draft.record
    symbols = {mention.id: mention.symbol for mention in mentions}
    nothing = "Cơ sở dữ liệu quốc gia chưa ghi nội dung này."
    return {
        "levels": [level.label for level in record.levels],
        "audience": [member.label for member in record.audience],
        "channels": [channel(one) for one in record.channels],
        "papers": list(papers(record)),
        "acts": [symbols[citation.act] for citation in record.basis],
        "executing": list(record.executing),
        "deciding": record.deciding,
        "coordinating": list(record.coordinating),
        "results": [text for text in record.result if text != nothing],
        "steps": len(record.steps),
    }


def channel(one: Channel) -> str:
    limit = str(one.time_limit).lower().replace("–", "-")
    fees = ", ".join(map(fee, one.fees))
    return f"{one.kind.label} | {limit} | {fees or ('-' if one.fees_unknown else '0')}"


def fee(one: ChannelFee) -> str:
    if one.amount is None:
        return "lời"
    return str(one.amount.amount) if one.amount.currency == "VND" else f"{one.amount.amount} {one.amount.currency}"


def papers(record: Procedure) -> Iterator[str]:
    for case in record.cases:
        if case.name:
            yield f"# {case.name}"
        for paper in case.papers:
            yield f"{paper.originals}+{paper.copies} {paper.name}"
