"""Pointers into the law as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.derive.address import address
from congkhai.model.citation import Citation
from congkhai.model.legal_act import LegalAct
from congkhai.render.site.context import SiteContext


@dataclass(frozen=True, slots=True)
class CitationView:
    """`name` is short (`Nghị định 123/2015/NĐ-CP`), `title` what the act is about, `place` the article in it."""

    name: str
    title: str
    place: str
    note: str | None
    address: str
    verified: bool
    ended: bool


def cite(context: SiteContext, citation: Citation, at: str = "") -> CitationView:
    """One citation; `ended` says that the act is no longer in force on the day of the site."""
    source = context.office.get("legal_act", citation.act, at)
    act: LegalAct = source.record
    ended = act.expires is not None and act.expires <= context.office.day
    return CitationView(act.name, act.title, citation.place, citation.note, address(source), act.verified, ended)


def cite_all(context: SiteContext, citations: Iterable[Citation], at: str = "") -> tuple[CitationView, ...]:
    """All citations of a record, in its order."""
    return tuple(cite(context, citation, at) for citation in citations)
