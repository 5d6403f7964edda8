"""The papers of a dossier, case by case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from congkhai.intake.cleaning import line, parted
from congkhai.intake.draft import Origin
from congkhai.intake.procedures.foreign import CaseRow, PaperRow
from congkhai.intake.slugs import folded
from congkhai.model.finding import Finding
from congkhai.model.procedure import Case, Paper

_LONGEST_NAME = 1500
_LONGEST_NOTE = 1000
_LONGEST_CASE = 600
_BULLET = re.compile(r"^(?:[-+*•–]+\s*)+")
#: Headings under which papers are only shown; one that also speaks of sending them in is none.
_SHOWN = re.compile(r"(?:cac )?(?:loai )?(?:giay to|ho so)?\s*(?:phai|can)?\s*xuat trinh(?: \([^)]*\))?")


@dataclass(frozen=True, slots=True)
class ReadPapers:
    """Cases, findings, what did not fit into a name and its note, and files of forms by paper."""

    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    rest: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]


def read_papers(rows: tuple[CaseRow, ...], origin: Origin) -> ReadPapers:
    """Papers with their counts; a heading without papers is no case."""
    cases: list[Case] = []
    findings: list[Finding] = []
    rest: list[str] = []
    forms: list[tuple[str, str]] = []
    for row in rows:
        name, over = parted(_bare(row.name), _LONGEST_CASE)
        rest += [over] if over else []
        shown = bool(_SHOWN.fullmatch(folded(name).strip(" :.*")))
        papers: list[Paper] = []
        for paper in row.papers:
            path = f"cases[{len(cases)}].papers[{len(papers)}]"
            read, over = _paper(paper, shown)
            papers.append(read)
            if over:
                rest.append(over)
                findings.append(origin.warning("NK141", path, value=read.name[:80], length=len(line(paper.name))))
            if paper.originals is None and paper.copies is None:
                findings.append(origin.warning("NK140", path, value=read.name[:80]))
            forms += [(read.name, file) for file in paper.form.split("\n") if file.strip()]
        if papers:
            cases.append(Case(name=name or None, papers=tuple(papers)))
    return ReadPapers(tuple(cases), tuple(findings), tuple(rest), tuple(forms))


def _paper(row: PaperRow, shown: bool) -> tuple[Paper, str]:
    name, more = parted(_bare(row.name), _LONGEST_NAME)
    note, over = parted(more, _LONGEST_NOTE)
    paper = Paper(name=name, originals=row.originals or 0, copies=row.copies or 0, show_only=shown, note=note or None)
    return paper, over


def _bare(text: str) -> str:
    """A name without the bullet before it and the mark after it."""
    return _BULLET.sub("", line(text)).rstrip(" ;:,").strip() or line(text)
