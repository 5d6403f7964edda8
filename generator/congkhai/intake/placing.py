"""One draft to one file: new, merged into the one that is there, or set aside because it is not fit to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.intake.draft import Draft
from congkhai.intake.fitness import unfit
from congkhai.intake.writer.emit import to_yaml
from congkhai.intake.writer.facts import digests
from congkhai.intake.writer.merge import Change, merge
from congkhai.model.finding import Finding
from congkhai.model.kinds import KINDS
from congkhai.source.load import read_file


@dataclass(frozen=True, slots=True)
class Placed:
    """What becomes of a draft.

    `data` is None when nothing is to be written; `fit` is false for a record set aside, whose text is then a start
    for work by hand. `facts` is what to remember of this import.
    """

    kind: str
    id: str
    path: str
    data: bytes | None
    fit: bool
    new: bool
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    facts: Mapping[str, str]


def place(root: Path, draft: Draft, existing: str | None, base: Mapping[str, str] | None, day: date) -> Placed:
    """Decide about one draft; `existing` is the path of the file that has its id, if there is one."""
    if existing:
        return _merged(root, draft, existing, base, day)
    folder = "/".join(part for part in (KINDS[draft.kind].folder, draft.folder) if part)
    path = f"{folder}/{draft.id}.yml"
    text = to_yaml(draft.record, draft.words)
    errors, _ = unfit(draft.kind, draft.id, path, text, day)
    findings = (*draft.findings, *_set_aside(draft, errors))
    return Placed(draft.kind, draft.id, path, text.encode(), not errors, True, (), findings, digests(draft.record))


def _merged(root: Path, draft: Draft, path: str, base: Mapping[str, str] | None, day: date) -> Placed:
    def left(*findings: Finding) -> Placed:
        return Placed(draft.kind, draft.id, path, None, True, False, (), (*draft.findings, *findings), base or {})

    facts = digests(draft.record)
    if draft.once or (base is not None and dict(base) == facts):
        return left()
    now = read_file(root, path, KINDS[draft.kind], "")
    if now.source is None:
        return left(draft.origin.error("NK108", "", path=path))
    errors, _ = unfit(draft.kind, draft.id, path, to_yaml(draft.record, draft.words), day)
    if errors:
        return left(*_set_aside(draft, errors))
    text = (root / path).read_text("utf-8-sig")
    merged = merge(text, now.source.record, draft.record, base)
    told = tuple(
        draft.origin.warning(
            "NK171" if base is None else "NK170", "", place=c.place, old=c.old or "–", new=c.new or "–", path=path
        )
        for c in merged.changes
        if not c.taken
    )
    taken = tuple(change for change in merged.changes if change.taken)
    if taken:
        errors, _ = unfit(draft.kind, draft.id, path, merged.text, day)
        if errors:
            return left(*_set_aside(draft, errors))
    data = merged.text.encode() if taken else None
    return Placed(draft.kind, draft.id, path, data, True, False, taken, (*draft.findings, *told), facts)


def _set_aside(draft: Draft, errors: list[Finding]) -> list[Finding]:
    """One finding per thing that keeps a record from being published."""
    if not errors:
        return []
    fields = ", ".join(dict.fromkeys(error.field or error.code for error in errors))
    codes = ", ".join(sorted({error.code for error in errors}))
    return [draft.origin.warning("NK110", errors[0].field, fields=fields, codes=codes)]
