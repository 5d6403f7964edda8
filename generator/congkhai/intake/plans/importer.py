"""`import plan`: one plan as text or Word to one file of the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from congkhai.intake.acts import ActRow, KnownActs, Mention, act_drafts, cite
from congkhai.intake.container import Unreadable
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.memory import recall
from congkhai.intake.placing import place
from congkhai.intake.plans.body import Body
from congkhai.intake.plans.document import read_lines
from congkhai.intake.plans.mentions import Units
from congkhai.intake.plans.near import near_units
from congkhai.intake.plans.parts import Parts, take_apart
from congkhai.intake.plans.tokens import unit_key
from congkhai.intake.run import Imported, gather, place_new
from congkhai.intake.slugs import slug
from congkhai.intake.symbols import symbols
from congkhai.intake.wording import Wording
from congkhai.model.citation import Citation
from congkhai.model.finding import Finding
from congkhai.model.phrases import Anchor
from congkhai.model.plan import Deadline, Plan, Report, Section, Signatory
from congkhai.source.repository import Repository


def import_plan(
    path: Path, root: Path, repository: Repository, wording: Wording, day: date, unit: str | None
) -> Imported:
    """Read one plan. Never raises for what the file holds; what it does not say is asked for, not guessed."""
    try:
        parts = take_apart(read_lines(path))
    except Unreadable as problem:
        return gather(root, "plan", 0, (), (Origin(path.name).error("NK100", "", reason=f"intake_{problem.reason}"),))
    if parts is None or not parts.body:
        return gather(root, "plan", 0, (), (Origin(path.name).error("NK190", ""),))
    named = {unit_key(s.record.name): s.id for s in repository.all("unit")}
    issuer = unit or _issuer(parts, named)
    units = near_units(repository, issuer)
    draft, mentions = _draft(
        parts, units, issuer, KnownActs.of((s.id, s.record) for s in repository.all("legal_act")), path, wording
    )
    known = recall(root, "plan")
    existing = {source.id: source.path for source in repository.all("plan")}
    placed = [place(root, draft, existing.get(draft.id), known.get(draft.id), day)]
    if placed[0].fit:
        placed += place_new(root, act_drafts(mentions, draft.origin, wording), repository, day)
    return gather(root, "plan", 1, placed, ())


def _issuer(parts: Parts, named: Mapping[str, str]) -> str | None:
    """The unit whose name the head of the document prints, over several lines or on one."""
    lines = [unit_key(line) for line in parts.issuer_lines]
    place = lines[0].removeprefix("ubnd ") if lines else ""
    names = [" ".join(lines), *(name for line in reversed(lines) for name in (f"{line} {place}", line))]
    return next((named[name] for name in names if name in named), None)


def _draft(
    parts: Parts, units: Mapping[str, str], issuer: str | None, known: KnownActs, path: Path, wording: Wording
) -> tuple[Draft, list[Mention]]:
    origin = Origin(path.name, 1, 1, parts.number or parts.title[:40])
    findings: list[Finding] = []
    basis, mentions = _basis(parts, known, origin, findings)
    body = Body(Units.of(units), Anchor(issued=parts.issued, period=parts.period), issuer)
    words = {} if issuer else {"issuer": wording("fill_in")}
    sections = body.sections(parts.body)
    ends = [deadline.end for deadline in _deadlines(sections) if deadline.end]
    period = parts.period
    if period and period.end is None and ends:
        period = replace(period, end=max(ends))
    record = Plan(
        title=parts.title[:600],
        issuer=issuer or "can-dien",
        issuer_lines=parts.issuer_lines,
        number=parts.number,
        place=parts.place,
        date=parts.issued,
        period=period,
        basis=basis,
        preamble="\n\n".join(parts.preamble)[:3000] or None,
        sections=sections,
        reports=_together(body.reports),
        recipients=parts.recipients,
        signatory=Signatory(capacity=parts.capacity, name=parts.signer) if parts.capacity and parts.signer else None,
    )
    for name, value in (
        ("issuer", issuer),
        ("number", parts.number),
        ("date", parts.issued),
        ("signatory", record.signatory),
    ):
        if value is None:
            findings.append(origin.warning("NK191", name, field=wording(f"part_{name}")))
    if parts.beyond:
        findings.append(origin.warning("NK193", "", value=" | ".join(parts.beyond)[:200], count=len(parts.beyond)))
    findings += [origin.warning("NK192", "sections", value=text) for text in dict.fromkeys(body.unread)]
    id = slug(f"{parts.number or ''} {parts.issued.year if parts.issued else ''} {parts.title}")[:70].strip("-")
    return Draft("plan", id, record, origin, tuple(findings), "", words), mentions


def _deadlines(sections: tuple[Section, ...]) -> Iterator[Deadline]:
    for section in sections:
        yield from (deadline for task in section.tasks for deadline in task.deadlines)
        yield from _deadlines(section.sections)


def _together(reports: list[Report]) -> tuple[Report, ...]:
    """Reports of several units about the same thing are one."""
    found: dict[Report, list[str]] = {}
    for report in reports:
        found.setdefault(replace(report, from_units=()), []).extend(report.from_units)
    return tuple(replace(report, from_units=tuple(dict.fromkeys(units))) for report, units in found.items())


def _basis(
    parts: Parts, known: KnownActs, origin: Origin, findings: list[Finding]
) -> tuple[tuple[Citation, ...], list[Mention]]:
    """The acts that the preamble cites, each with the words before its number; the plan's own number is none."""
    text = " ".join(parts.preamble)
    cited: dict[str, Citation] = {}
    mentions: list[Mention] = []
    end = 0
    for symbol in symbols(text):
        if symbol.text == parts.number:
            continue
        before = text[end : symbol.start]
        kind = max((before.rfind(word) for word in _KINDS), default=-1)
        name = text[end + kind if kind >= 0 else symbol.start : _next_stop(text, symbol.end)]
        citation, mention, told = cite(ActRow(name, symbol.text), known, origin, "basis")
        findings += told
        end = symbol.end
        if citation and mention:
            cited.setdefault(citation.act, Citation(act=citation.act))
            mentions.append(mention)
    return tuple(cited.values()), mentions


_KINDS = (
    "Quyết định",
    "Nghị định",
    "Nghị quyết",
    "Thông tư",
    "Chỉ thị",
    "Kế hoạch",
    "Chương trình",
    "Kết luận",
    "Công văn",
    "công văn",
    "Luật",
)


def _next_stop(text: str, start: int) -> int:
    """Where the words about an act end: at the next mark, or before the next act."""
    following = next((s.start for s in symbols(text[start:])), len(text) - start)
    stops = [text.find(mark, start) for mark in (";", " và ", ". ")]
    return min([start + following, start + 300, *(stop for stop in stops if stop > 0)])
