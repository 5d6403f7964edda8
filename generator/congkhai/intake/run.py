"""From a foreign file to all files that it makes or changes, in memory; the command writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from congkhai.intake.draft import Draft
from congkhai.intake.memory import path_of, recall, remember
from congkhai.intake.placing import Placed, place
from congkhai.model.finding import Finding, Severity
from congkhai.source.repository import Repository

T = TypeVar("T")
R = TypeVar("R")
Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of one import.

    `files` are contents by path relative to the root; `aside` those of records that are not fit to publish, by name;
    `records` counts what the input held, `kind` is what it holds.
    """

    kind: str
    records: int
    placed: tuple[Placed, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    aside: Mapping[str, bytes]

    @property
    def broken(self) -> bool:
        """Whether something of the input could not be read at all."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def gather(root: Path, kind: str, records: int, placed: Iterable[Placed], findings: Iterable[Finding]) -> Imported:
    """Put an import together: the files, what is set aside, and what to remember of the kind imported."""
    all_placed = tuple(placed)
    files = {p.path: p.data for p in all_placed if p.fit and p.data is not None}
    aside = {f"{p.id}.yml": p.data for p in all_placed if not p.fit and p.data is not None}
    told = (*findings, *(finding for p in all_placed for finding in p.findings))
    known = recall(root, kind)
    for p in all_placed:
        if p.kind == kind and p.fit and p.facts:
            known[p.id] = p.facts
    if files or any(p.kind == kind and not p.new for p in all_placed):
        files[path_of(kind)] = remember(known)
    return Imported(kind, records, all_placed, tuple(sorted(told, key=_order)), files, aside)


def _order(finding: Finding) -> tuple[str, int, str, str]:
    return finding.path, finding.mark.line, str(finding.params.get("item", "")), finding.code


def place_new(root: Path, drafts: Iterable[Draft], repository: Repository, day: date) -> list[Placed]:
    """Place records that are made only where they are missing."""
    fresh = (draft for draft in drafts if not repository.knows(draft.kind, draft.id))
    return [place(root, draft, None, None, day) for draft in fresh]


def spread(work: Callable[[T], R], tasks: list[T], executor: Executor | None, stage: str, step: Step) -> list[R]:
    """Do all tasks in order, on the executor if there is one, and say how far it is."""
    results: list[R] = []
    done = map(work, tasks) if executor is None else executor.map(work, tasks)
    for result in done:
        results.append(result)
        step(stage, len(results), len(tasks))
    return results
