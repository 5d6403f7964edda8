"""`import procedures`: a file of records of the national database to the files of an office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from congkhai.intake.acts import KnownActs, Mention, act_drafts
from congkhai.intake.container import Unreadable, unpack
from congkhai.intake.draft import Origin
from congkhai.intake.fields import KnownFields, field_drafts
from congkhai.intake.json_records import RawRecord, records
from congkhai.intake.memory import recall
from congkhai.intake.placing import Placed, place
from congkhai.intake.procedures.read import Known, code_of, read_procedure
from congkhai.intake.run import Imported, Step, gather, place_new, spread
from congkhai.intake.wording import Wording
from congkhai.model.finding import Finding
from congkhai.source.repository import Repository

_CODE = re.compile(r"\d\.\d{6}")
#: Records that one task takes: few enough for an even bar, many enough to outweigh the sending.
_BATCH = 20


@dataclass(frozen=True, slots=True)
class _Task:
    root: Path
    records: tuple[tuple[Origin, Mapping[str, Any], str | None, Mapping[str, str] | None], ...]
    known: Known
    wording: Wording
    day: date


@dataclass(frozen=True, slots=True)
class _Done:
    placed: Placed
    mentions: tuple[Mention, ...]
    field: tuple[str, str]


def import_procedures(  # noqa: PLR0913 - each is a thing that the outcome depends on
    path: Path,
    root: Path,
    repository: Repository,
    wording: Wording,
    day: date,
    executor: Executor | None = None,
    step: Step = lambda stage, done, total: None,
) -> Imported:
    """Read a file of either shape and work out every file to write. Never raises for what the file holds."""
    shown = path.name
    try:
        encoding, raw = records(unpack(path))
    except Unreadable as problem:
        found = Origin(shown, problem.line).error("NK100", "", reason=f"intake_{problem.reason}")
        return gather(root, "procedure", 0, (), (found,))
    good, findings = _sorted_out(raw, shown)
    if encoding not in {"UTF-8"}:
        findings.insert(0, Origin(shown).warning("NK102", "", encoding=encoding))
    base = recall(root, "procedure")
    known = Known(
        KnownActs.of((source.id, source.record) for source in repository.all("legal_act")),
        KnownFields.of((source.id, source.record) for source in repository.all("field")),
    )
    paths = {source.id: source.path for source in repository.all("procedure") if not source.key.office}
    rows = []
    for origin, value in good:
        if repository.knows("procedure", origin.name) and origin.name not in paths:
            findings.append(origin.error("NK108", "", path=f"content/procedures/…/{origin.name}.yml"))
        else:
            rows.append((origin, value, paths.get(origin.name), base.get(origin.name)))
    tasks = [_Task(root, tuple(rows[n : n + _BATCH]), known, wording, day) for n in range(0, len(rows), _BATCH)]
    done = [one for batch in spread(_work, tasks, executor, "import", step) for one in batch]
    taken = [one for one in done if one.placed.fit]
    start = Origin(shown)
    names: dict[str, str] = {}
    for one in taken:
        names.setdefault(*one.field)
    names.pop("", None)
    drafts = [
        *field_drafts(names, start, wording),
        *act_drafts((m for one in taken for m in one.mentions), start, wording),
    ]
    placed = [*(one.placed for one in done), *place_new(root, drafts, repository, day)]
    return gather(root, "procedure", len(raw), placed, findings)


def _sorted_out(raw: list[RawRecord], path: str) -> tuple[list[tuple[Origin, Mapping[str, Any]]], list[Finding]]:
    """Records with a code of their own, and what is wrong with the others."""
    good: list[tuple[Origin, Mapping[str, Any]]] = []
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    for record in raw:
        origin = Origin(path, record.line, record.number)
        if record.value is None:
            findings.append(origin.error("NK103", "", reason=f"intake_{record.reason}"))
            continue
        code = code_of(record.value)
        if code is None:
            findings.append(origin.error("NK105", "", keys=", ".join(list(record.value)[:8])))
        elif not isinstance(code, str):
            findings.append(origin.error("NK109", "", value=str(code)))
        elif not _CODE.fullmatch(code.strip()):
            findings.append(origin.error("NK106", "", value=code))
        elif code.strip() in seen:
            findings.append(origin.error("NK107", "", value=code.strip(), first=seen[code.strip()]))
        else:
            seen[code.strip()] = record.number
            good.append((Origin(path, record.line, record.number, code.strip()), record.value))
    return good, findings


def _work(task: _Task) -> list[_Done]:
    """Read and place the records of a task; runs in a process of its own."""
    done = []
    for origin, value, existing, base in task.records:
        read = read_procedure(value, task.known, origin, task.wording)
        placed = place(task.root, read.draft, existing, base, task.day)
        done.append(_Done(placed, read.mentions, (read.draft.record.field, read.field_name)))
    return done
