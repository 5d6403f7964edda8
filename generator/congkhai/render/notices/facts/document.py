"""Notices, decisions and minutes as documents laid out by Decree 30/2020/NĐ-CP, Annex I."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from congkhai.catalogue import phrase
from congkhai.derive.numbering import Numbered, numbered, roman
from congkhai.derive.office import Office
from congkhai.model.calendar import long_date
from congkhai.model.document import Appendix, Document, DocumentType, Meeting, Rank
from congkhai.model.plan import Signatory
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.formal import FormalFacts, Prose, bases, head
from congkhai.render.notices.facts.tables import TableFact, table_facts
from congkhai.render.notices.text import paragraphs
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class PassageFact:
    """A passage with its number; `rank` says how it is set, `level` is that of its heading in the outline, or 0."""

    rank: str
    mark: str
    title: str
    text: Prose
    level: int


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """The lines that open minutes, and the one that ends them."""

    start: str
    place: str
    attending: tuple[str, ...]
    chair: str
    secretary: str
    end: str


@dataclass(frozen=True, slots=True)
class SignerFact:
    """Who signs, in what capacity."""

    capacity: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class AppendixFact:
    """An appendix: its name, its title, and what it belongs to."""

    name: str
    title: str
    reference: str
    text: Prose
    tables: tuple[TableFact, ...]


@dataclass(frozen=True, slots=True)
class DocumentFacts(FormalFacts):
    """What the document says.

    `orders` stands between the bases of a decision and its articles; `meeting` has one entry in minutes, else none.
    """

    kind: str
    title: str
    authority: str
    basis: tuple[str, ...]
    orders: str
    meeting: tuple[MeetingFact, ...]
    preamble: Prose
    passages: tuple[PassageFact, ...]
    recipients: tuple[str, ...]
    signers: tuple[SignerFact, ...]
    appendices: tuple[AppendixFact, ...]


def draft(office: Office, source: Source, form: DocumentType) -> Draft | None:
    """The document of a record, if it is of that form and of no later day."""
    document: Document = source.record
    if document.type is not form or document.date > office.day:
        return None
    title = f"{form.label} {document.number} {document.title}"
    return of_record(source, title, f"VB {source.id}", partial(facts, office, source), dated=document.date)


def facts(office: Office, source: Source) -> DocumentFacts:
    """Gather the document."""
    document: Document = source.record
    at = source.key.office
    lines = numbered(document.passages)
    titled = {line.path for line in lines if line.passage.title}
    return DocumentFacts(
        *head(office, source),
        kind=document.type.label,
        title=document.title,
        authority=document.authority or "",
        basis=(
            *(phrase("notice_document.basis", act=act) for act in bases(office, document.basis, at)),
            *(ground.rstrip(";.") for ground in document.grounds),
        ),
        orders=phrase("notice_document.orders") if document.type is DocumentType.DECISION else "",
        meeting=(_meeting(document.meeting),) if document.meeting else (),
        preamble=paragraphs(document.preamble),
        passages=tuple(_passage(line, titled) for line in lines),
        recipients=document.recipients,
        signers=tuple(_signer(signatory) for signatory in document.signatories),
        appendices=tuple(_appendix(document, appendix, place) for place, appendix in enumerate(document.appendices, 1)),
    )


def _passage(line: Numbered, titled: set[str]) -> PassageFact:
    passage = line.passage
    above = sum(line.path.startswith(f"{path}.") for path in titled)
    heading = passage.title is not None or passage.rank in {Rank.PART, Rank.CHAPTER, Rank.SECTION}
    return PassageFact(
        rank=passage.rank.value,
        mark=line.mark,
        title=passage.title or "",
        text=paragraphs(passage.text),
        level=min(above + 1, 6) if heading else 0,
    )


def _meeting(meeting: Meeting) -> MeetingFact:
    start = phrase("notice_document.moment", time=meeting.start.spoken, day=long_date(meeting.date))
    end = phrase("notice_document.moment", time=meeting.end.spoken, day=long_date(meeting.date)) if meeting.end else ""
    return MeetingFact(start, meeting.place, meeting.attending, meeting.chair, meeting.secretary, end)


def _signer(signatory: Signatory) -> SignerFact:
    return SignerFact(signatory.capacity, signatory.name)


def _appendix(document: Document, appendix: Appendix, place: int) -> AppendixFact:
    alone = len(document.appendices) == 1
    return AppendixFact(
        name=phrase("notice_document.appendix") if alone else phrase("notice_document.appendix_of", n=roman(place)),
        title=appendix.title,
        reference=phrase(
            "notice_document.reference",
            kind=document.type.label,
            number=document.number,
            day=long_date(document.date),
        ),
        text=paragraphs(appendix.text),
        tables=table_facts(appendix.tables),
    )
