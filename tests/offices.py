"""Small offices for tests: the base, what a case lays over it, and what checking it finds."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.check.rule import Context
from congkhai.check.run import check
from congkhai.model.finding import Finding
from congkhai.source.attachments import posted_digests, read_attachments
from congkhai.source.emblems import read_emblems
from congkhai.source.files import attached_files
from congkhai.source.ledger import read_ledger
from congkhai.source.load import load
from tests.made import MADE, MADE_GOOD

TESTS = Path(__file__).parent
TODAY = date(2026, 11, 22)
_NOTES = frozenset({"expected.txt"})


@dataclass(frozen=True)
class Case:
    """A folder that lies over the base office. `expected.txt` names what must be found.

    Lines such as `TT103 content/fees/thu.yml:5:13`; before them `# without: path` takes a file of the base away and
    `# date: 2026-06-30` sets the day.
    """

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def lines(self) -> list[str]:
        path = self.folder / "expected.txt"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    @property
    def expected(self) -> list[str]:
        return [line for line in self.lines if line and not line.startswith("#")]

    @property
    def day(self) -> date:
        return next((date.fromisoformat(line[8:]) for line in self.lines if line.startswith("# date: ")), TODAY)

    def lay_out(self, root: Path) -> Path:
        lay_out(root)
        shutil.copytree(self.folder, root, dirs_exist_ok=True, ignore=lambda _, names: _NOTES & set(names))
        for line in self.lines:
            if line.startswith("# without: "):
                (root / line[11:]).unlink()
        if make := (MADE if self.folder.parent.name == "bad" else MADE_GOOD).get(self.name):
            make(root)
        return root


def lay_out(root: Path) -> Path:
    """Copy the base office to a folder."""
    shutil.copytree(TESTS / "base", root)
    return root


def cases(folder: str) -> list[Case]:
    """All cases of a folder of tests: adding a case is adding a folder."""
    return [Case(path) for path in sorted((TESTS / folder).iterdir()) if path.is_dir()]


def findings(root: Path, day: date = TODAY) -> list[Finding]:
    """What `congkhai check` finds."""
    loaded = load(root)
    context = Context(
        loaded.repository,
        day,
        attached_files(root),
        attachments=read_attachments(root),
        digests=posted_digests(root, loaded.repository),
        ledger=read_ledger(root),
        emblems=read_emblems(root),
    )
    return check(loaded, context)


def brief(found: list[Finding]) -> list[str]:
    """Findings as `expected.txt` writes them."""
    return [f"{f.code} {f.path}:{f.mark.line}:{f.mark.column}" for f in found]
