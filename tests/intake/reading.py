"""Reading the shared records the way the importer does, for tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from congkhai.catalogue import labels
from congkhai.intake.acts import KnownActs
from congkhai.intake.draft import Origin
from congkhai.intake.fields import KnownFields
from congkhai.intake.procedures.read import Known, ReadProcedure, code_of, read_procedure
from congkhai.intake.wording import Wording

DATA = Path(__file__).parents[3] / "shared" / "data" / "procedures"
RAW = DATA / "dvcqg-2026-cap-xa-40-raw.json"
PARSED = DATA / "bqp-chitiet-extracted_fixed-207.jsonl.gz"
WORDING = Wording(labels("intake", "vi"))
NOTHING_KNOWN = Known(KnownActs({}), KnownFields({}))


def shared(path: Path) -> Path:
    """A file of the shared data; the test is skipped where it is not there, in CI too: others have no copy of it."""
    if not path.is_file():
        pytest.skip(f"cần {path.name}: thư mục shared/data đặt cạnh kho mã nguồn")
    return path


def raw_records() -> list[dict[str, Any]]:
    return json.loads(shared(RAW).read_text("utf-8"))


def parsed_records() -> list[dict[str, Any]]:
    with gzip.open(shared(PARSED), "rt", encoding="utf-8") as stream:
        return [json.loads(row) for row in stream]


def read(record: dict[str, Any]) -> ReadProcedure:
    return read_procedure(record, NOTHING_KNOWN, Origin("tep.json", 1, 1, str(code_of(record))), WORDING)
