"""Documents: number, outline, signature and recipients as Decree 30/2020/NĐ-CP, Annex I, wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.rule import Context, Rule, Violations, WholeRule
from congkhai.check.walk import parts
from congkhai.model.document import Document, DocumentType, Passage, Rank
from congkhai.model.finding import Severity
from congkhai.model.plan import Signatory
from congkhai.source.repository import Source

#: `05/TB-UBND`: two digits at least, the form's letters, then the issuer's.
_NUMBER = re.compile(r"(?!00+/)\d{2,}/(?P<form>[A-ZĐ]{2,3})-[A-ZĐ]+(?:[.-][A-ZĐ]+)*")
#: What is written before a post, and how it looks when mistyped.
_CAPACITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. \S.*")
_MISTYPED = re.compile(r"(?:t/m|k/t|t/l|t/u/q)\b.*|(?:tm|kt|tl|tuq)[\s./:].*|q[./]\S.*", re.IGNORECASE)
_POINTS = 23


def _odd_number(source: Source, _context: Context) -> Violations:
    document: Document = source.record
    found = _NUMBER.fullmatch(document.number)
    wanted = document.type.symbol
    if not found or found["form"] != wanted:
        yield "number", {"value": document.number, "label": document.type.label.lower(), "letters": wanted}


def _out_of_rank(source: Source, _context: Context) -> Violations:
    document: Document = source.record

    def below(passages: tuple[Passage, ...], where: str, above: Rank | None) -> Violations:
        for place, passage in enumerate(passages):
            path = f"{where}[{place}]"
            if above and passage.rank.depth <= above.depth and passage.rank is not Rank.DASH:
                yield f"{path}.rank", {"label": passage.rank.label, "above": above.label}
            yield from below(passage.passages, f"{path}.passages", passage.rank)

    yield from below(document.passages, "passages", None)


def _too_many_points(source: Source, _context: Context) -> Violations:
    """The alphabet has 23 letters for points; what would follow y has no letter."""
    for path, passage in parts(source.record, Passage):
        points = [place for place, one in enumerate(passage.passages) if one.rank is Rank.POINT]
        if len(points) > _POINTS:
            yield f"{path}.passages[{points[_POINTS]}].rank", {"count": len(points), "limit": _POINTS}


def _empty_passages(source: Source, _context: Context) -> Violations:
    for path, passage in parts(source.record, Passage):
        if not (passage.title or passage.text or passage.passages):
            yield path, {"label": passage.rank.label}


def _meeting(source: Source, _context: Context) -> Violations:
    document: Document = source.record
    minutes = document.type is DocumentType.MINUTES
    if minutes and document.meeting is None:
        yield "type", {"reason": "no_meeting"}
    if document.meeting and not minutes:
        yield "meeting", {"reason": "not_minutes"}


def _capacity(source: Source, _context: Context) -> Violations:
    """TM. stands before a body, KT., TL., TUQ. and Q. before the post that is signed for; the signer's follows."""
    for path, signatory in parts(source.record, Signatory):
        lines = [line.strip() for line in signatory.capacity]
        for place, line in enumerate(lines):
            marked = _CAPACITY.fullmatch(line) is not None
            if not marked and _MISTYPED.fullmatch(line):
                yield f"{path}.capacity[{place}]", {"value": line, "reason": "mistyped"}
            elif marked and place + 1 == len(lines) and not line.startswith("Q. "):
                yield f"{path}.capacity[{place}]", {"value": line, "reason": "no_post"}


def _not_filed(source: Source, _context: Context) -> Violations:
    document: Document = source.record
    if not re.match(r"(?:[-–]\s*)?Lưu:?\s", document.recipients[-1]):
        yield f"recipients[{len(document.recipients) - 1}]", {"value": document.recipients[-1]}


def _number_twice(context: Context) -> Iterator[tuple[Source, str, dict[str, object]]]:
    """A year has one sequence of numbers for each symbol (Decree 30/2020/NĐ-CP, Article 15)."""
    seen: dict[tuple[str, str, int, str], Source] = {}
    for source in context.repository.all("document"):
        document: Document = source.record
        key = (source.key.office, document.issuer, document.date.year, document.number)
        first = seen.setdefault(key, source)
        if first is not source:
            yield source, "number", {"value": document.number, "year": document.date.year, "other": first.path}


RULES = (
    Rule("VB101", _odd_number, ("document",)),
    Rule("VB102", _out_of_rank, ("document",)),
    Rule("VB103", _too_many_points, ("document",)),
    Rule("VB104", _empty_passages, ("document",)),
    Rule("VB105", _meeting, ("document",)),
    Rule("VB106", _capacity, ("document",)),
    Rule("VB107", _not_filed, ("document",), Severity.WARNING),
    WholeRule("VB108", _number_twice),
)
