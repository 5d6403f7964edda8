"""The head of a document laid out by Decree 30/2020/NĐ-CP, Annex I, its prose, its legal bases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from congkhai.derive.office import Office
from congkhai.model.calendar import long_date
from congkhai.model.citation import Citation
from congkhai.model.document import Document
from congkhai.model.plan import Plan
from congkhai.render.notices.facts.identity import Identity, identity
from congkhai.render.notices.facts.wording import citation_in_full, issuer_lines
from congkhai.render.notices.text import UpTo
from congkhai.source.repository import Source

Prose = Annotated[tuple[str, ...], UpTo(5000)]


@dataclass(frozen=True, slots=True)
class FormalFacts:
    """Who issues a document, its number, place and day; what the source does not tell is empty."""

    office: Identity
    superior: str
    issuer: tuple[str, ...]
    number: str
    place: str
    day: str


def head(office: Office, source: Source) -> tuple[Identity, str, tuple[str, ...], str, str, str]:
    """The values of FormalFacts, in order, of a plan or a document."""
    record: Plan | Document = source.record
    at = source.key.office
    return (
        identity(office, at),
        record.superior or "",
        record.issuer_lines or issuer_lines(office.unit(record.issuer, at).name),
        record.number or "",
        record.place or "",
        long_date(record.date) if record.date else "",
    )


def bases(office: Office, cited: Iterable[Citation], at: str) -> Iterator[str]:
    """Each legal basis as the preamble of a document cites it."""
    return (citation_in_full(office, one, at) for one in cited)
