"""One record of the national database to a draft of a procedure, with everything that it did not say or say clearly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congkhai.intake.acts import ActRow, KnownActs, Mention, cite
from congkhai.intake.cleaning import line, parted, prose
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.fields import KnownFields
from congkhai.intake.nothing import denied, said, unsaid
from congkhai.intake.procedures.channels import read_channels
from congkhai.intake.procedures.foreign import Foreign
from congkhai.intake.procedures.papers import read_papers
from congkhai.intake.procedures.parsed import is_parsed, read_parsed
from congkhai.intake.procedures.people import read_agencies, read_audience, read_levels
from congkhai.intake.procedures.raw import is_raw, read_raw
from congkhai.intake.procedures.steps import read_steps
from congkhai.intake.procedures.values import as_text, odd_fields
from congkhai.intake.symbols import symbols
from congkhai.intake.wording import Wording
from congkhai.model.citation import Citation
from congkhai.model.finding import Finding
from congkhai.model.procedure import Case, Paper, Procedure

_LONGEST_LINE = 500
_LONGEST_NAME = 600
_LONGEST_RESULT = 1000
_LONGEST_CONDITIONS = 20000
_LONGEST_NOTE = 50000


@dataclass(frozen=True, slots=True)
class Known:
    """What the office has already and new records are tied to."""

    acts: KnownActs
    fields: KnownFields


@dataclass(frozen=True, slots=True)
class ReadProcedure:
    """A draft, the acts it cites, and the name of its field."""

    draft: Draft
    mentions: tuple[Mention, ...]
    field_name: str


def code_of(record: Mapping[str, Any]) -> object:
    """The code that a record states, whatever type it has there; None for a record of neither shape."""
    if is_raw(record):
        return record["ma_thu_tuc"] if record["ma_thu_tuc"] is not None else ""
    if is_parsed(record):
        return record["metadata"].get("mã_thủ_tục") or record.get("thu_tuc_id") or ""
    return None


def read_procedure(record: Mapping[str, Any], known: Known, origin: Origin, wording: Wording) -> ReadProcedure:
    """Read a record of either shape. The caller has made sure of its code."""
    foreign = read_parsed(record) if is_parsed(record) else read_raw(_texts(record))
    read = _Reader(foreign, known, origin, wording)
    odd = dict.fromkeys(key for key in odd_fields(record) if key != "ma_thu_tuc")
    read.findings += [origin.warning("NK163", "", value=key) for key in odd]
    return read.finish()


def _texts(record: Mapping[str, Any]) -> dict[str, str]:
    return {key: as_text(value) for key, value in record.items()}


class _Reader:
    """One pass over one record; findings and notes gather on the way."""

    def __init__(self, foreign: Foreign, known: Known, origin: Origin, wording: Wording) -> None:
        self.foreign = foreign
        self.known = known
        self.origin = origin
        self.wording = wording
        self.findings: list[Finding] = []
        self.notes: list[str] = []
        self.mentions: list[Mention] = []

    def finish(self) -> ReadProcedure:
        """Put the record together."""
        f = self.foreign
        channels = read_channels(f.channels, self.origin, self.wording)
        papers = read_papers(f.cases, self.origin)
        self.findings += [*channels.findings, *papers.findings]
        for label, texts in (("channels", channels.rest), ("cases", papers.rest)):
            self.notes += [self._note(label, text) for text in texts]
        self.notes += [
            self._note("form", self.wording("form", paper=parted(name, 80)[0], file=file))
            for name, file in (*papers.forms, *channels.files)
        ]
        audience, strangers = read_audience(f.audience)
        levels, foreign_levels = read_levels(f.levels)
        for part, values in (("audience", strangers), ("levels", foreign_levels)):
            for value in values:
                self.findings.append(self.origin.warning("NK160", part, value=value))
                self.notes.append(self._note(part, value))
        record = Procedure(
            code=self.origin.name,
            name=self._line("name", f.name, _LONGEST_NAME),
            field=self.known.fields.id(f.field),
            levels=levels,
            audience=audience,
            search_terms=tuple(
                line(term) for term in f.keywords.split(",") if said(term) and len(line(term)) <= _LONGEST_LINE
            ),
            steps=self._several("steps", read_steps(f.steps)),
            channels=channels.channels,
            cases=papers.cases or self._no_papers(),
            executing=self._several("executing", read_agencies(f.executing)),
            deciding=self._said_line("deciding", f.deciding),
            authorised=self._line("authorised", said(f.authorised), _LONGEST_LINE) or None,
            coordinating=tuple(
                self._line("coordinating", agency, _LONGEST_LINE) for agency in read_agencies(f.coordinating)
            ),
            result=self._several("result", tuple(self._line("result", r, _LONGEST_RESULT) for r in f.results)),
            conditions=self._conditions(),
            basis=self._basis(),
            announced_note=self._line("announced_note", line(f.announced).replace(" /", "/"), _LONGEST_LINE) or None,
            import_notes=(),
        )
        draft = Draft(
            "procedure",
            self.origin.name,
            self._with_notes(record),
            self.origin,
            tuple(self.findings),
            record.field,
        )
        return ReadProcedure(draft, tuple(self.mentions), line(f.field))

    def _note(self, part: str, text: str) -> str:
        return self.wording("note", label=self.wording(f"part_{part}"), text=text)

    def _line(self, part: str, text: str, limit: int) -> str:
        head, over = parted(line(text), limit)
        if over:
            self.findings.append(self.origin.warning("NK162", part, limit=limit))
            self.notes.append(self._note(part, over))
        return head

    def _said_line(self, part: str, text: str) -> str:
        return self._line(part, text, _LONGEST_LINE) if not unsaid(text) else self._missing(part)

    def _several(self, part: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return texts or (self._missing(part),)

    def _missing(self, part: str) -> str:
        self.findings.append(self.origin.warning("NK161", part))
        return self.wording("nothing_said")

    def _no_papers(self) -> tuple[Case, ...]:
        return (Case(papers=(Paper(name=self._missing("cases")),)),)

    def _conditions(self) -> str | None:
        text = prose(self.foreign.conditions)
        if unsaid(text) or denied(text):
            return None
        head, over = parted(text, _LONGEST_CONDITIONS)
        if over:
            self.findings.append(self.origin.warning("NK162", "conditions", limit=_LONGEST_CONDITIONS))
            self.notes.append(self._note("conditions", over))
        return head

    def _basis(self) -> tuple[Citation, ...]:
        cited: dict[str, Citation] = {}
        for place, row in enumerate(self.foreign.acts):
            citation, mention, findings = cite(row, self.known.acts, self.origin, f"basis[{len(cited)}]")
            self.findings += findings
            if citation and mention:
                cited.setdefault(citation.act, citation)
                self.mentions.append(mention)
                self.notes += [self._note("basis", f"{mention.symbol}: {text}") for text in mention.rest]
            else:
                self.notes.append(self._note("basis", f"{place + 1}. {line(row.name)} {line(row.code)}"))
        return tuple(cited.values()) or self._announcing()

    def _announcing(self) -> tuple[Citation, ...]:
        """The announcing decision in place of a basis that the source does not give; it says so itself."""
        row = ActRow(self.wording("announcing", code=self.foreign.code), self.foreign.announced)
        citation, mention, _ = cite(row, self.known.acts, self.origin, "basis")
        if not self.foreign.announced or not citation or not mention or not next(symbols(self.foreign.announced), None):
            return ()
        self.findings.append(self.origin.warning("NK153", "basis", value=mention.symbol))
        self.mentions.append(mention)
        return (Citation(act=citation.act, note=self.wording("announcing_note")),)

    def _with_notes(self, record: Procedure) -> Procedure:
        f = self.foreign
        for part, text in f.leftovers:
            self.findings.append(self.origin.warning("NK164", part, value=line(text)[:120]))
            self.notes.append(self._note(part, text))
        for key, text in f.strangers:
            self.findings.append(self.origin.warning("NK165", "", key=key, value=line(text)[:120]))
            self.notes.append(self.wording("note", label=key, text=text))
        self.notes += [self._note(label, text) for label, text in f.extras if said(text)]
        if said(f.related):
            self.notes.append(self._note("related", f.related))
        notes = tuple(dict.fromkeys(prose(note)[:_LONGEST_NOTE] for note in self.notes))
        values = {name: getattr(record, name) for name in record.__dataclass_fields__}
        return Procedure(**(values | {"import_notes": notes}))
