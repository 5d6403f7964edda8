"""The visible list of all kinds of notice, and the notices that an office has on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from congkhai.derive.office import Office
from congkhai.model.copy import code_of
from congkhai.model.document import DocumentType
from congkhai.render.notices.facts import (
    board,
    booklet,
    budget,
    card,
    contacts,
    disclosure,
    document,
    fees,
    field,
    officials,
    persons,
    plan,
    posting,
    procedure,
    quarter,
    reception,
    roster,
    settlers,
)
from congkhai.render.notices.facts.draft import Draft, Drafts, of_all, of_each
from congkhai.render.notices.facts.identity import office_unit
from congkhai.render.notices.legibility import Reading
from congkhai.render.notices.notice import Imprint, Notice, NoticeName, Paper, Refusal, Standard
from congkhai.render.notices.review import quarter_start, review_by
from congkhai.render.notices.text import CannotPrint, printable, settled
from congkhai.source.repository import Key, Source

_FORMAL = frozenset({"plan", "document", "posting_notice", "posting_minutes", "posting_certificate"})


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind: its template, its papers, the standards it keeps, what finds its notices, the class of their facts, and
    where they are read."""

    name: str
    template: str
    papers: tuple[Paper, ...]
    standard: Standard
    drafts: Drafts
    facts: type
    reading: Reading = Reading.HAND

    @property
    def formal(self) -> bool:
        """Whether it is laid out by Decree 30/2020/NĐ-CP, which knows no emblem."""
        return self.template in _FORMAL


def _documents(form: DocumentType) -> Drafts:
    return of_each("document", partial(document.draft, form=form))


A5, A4 = (Paper.A5,), (Paper.A4,)
A4_A3, A3_A2 = (Paper.A4, Paper.A3), (Paper.A3, Paper.A2)
A4_A3_A2 = (*A4_A3, Paper.A2)
PLAIN, WITH_FACTS = Standard.PLAIN, Standard.WITH_FACTS

#: The kind that booklets are made of.
_SHEET = NoticeKind(
    "procedure", "procedure", A4, PLAIN, of_each("procedure", procedure.draft), procedure.ProcedureFacts
)

#: Every kind of notice that is printed.
KINDS: tuple[NoticeKind, ...] = (
    _SHEET,
    NoticeKind("card", "card", A5, PLAIN, of_each("procedure", card.draft), card.CardFacts),
    NoticeKind("fees", "fees", A4_A3_A2, PLAIN, of_all(fees.drafts), fees.FeesFacts, Reading.POSTER),
    NoticeKind("field", "field", A4, PLAIN, of_each("field", field.draft), field.FieldFacts),
    NoticeKind("fields", "field", A4, PLAIN, field.OF_ALL, field.FieldFacts),
    NoticeKind("booklet", "booklet", A4, WITH_FACTS, booklet.DRAFTS, booklet.BookletFacts),
    NoticeKind("budget", "budget", A4, WITH_FACTS, of_each("budget", budget.draft), budget.BudgetFacts),
    NoticeKind(
        "disclosure",
        "disclosure",
        A4,
        PLAIN,
        of_each("disclosure", disclosure.draft),
        disclosure.DisclosureFacts,
        Reading.BOARD,
    ),
    NoticeKind("plan", "plan", A4, WITH_FACTS, of_each("plan", plan.draft), plan.PlanFacts),
    NoticeKind("announcement", "document", A4, PLAIN, _documents(DocumentType.NOTICE), document.DocumentFacts),
    NoticeKind("decision", "document", A4, PLAIN, _documents(DocumentType.DECISION), document.DocumentFacts),
    NoticeKind("minutes", "document", A4, PLAIN, _documents(DocumentType.MINUTES), document.DocumentFacts),
    NoticeKind(
        "reception",
        "reception",
        A4_A3,
        PLAIN,
        of_each("reception", reception.draft),
        reception.ReceptionFacts,
        Reading.POSTER,
    ),
    NoticeKind("roster", "roster", A4_A3, PLAIN, of_each("roster", roster.draft), roster.RosterFacts, Reading.POSTER),
    NoticeKind("board", "board", A3_A2, PLAIN, of_each("reception", board.draft), board.BoardFacts, Reading.POSTER),
    NoticeKind("settlers", "settlers", A4_A3, PLAIN, of_all(settlers.drafts), settlers.SettlersFacts, Reading.POSTER),
    NoticeKind("contacts", "contacts", A4_A3, PLAIN, of_all(contacts.drafts), contacts.ContactsFacts, Reading.POSTER),
    NoticeKind(
        "officials", "officials", A4_A3, PLAIN, of_all(officials.drafts), officials.OfficialsFacts, Reading.POSTER
    ),
    NoticeKind("posting_notice", "posting_notice", A4, PLAIN, of_each("posting", posting.notice), posting.PostingFacts),
    NoticeKind(
        "posting_begin", "posting_minutes", A4, PLAIN, of_each("posting", posting.beginning), posting.PostingFacts
    ),
    NoticeKind("posting_end", "posting_minutes", A4, PLAIN, of_each("posting", posting.ending), posting.PostingFacts),
    NoticeKind(
        "posting_certificate",
        "posting_certificate",
        A4,
        PLAIN,
        of_each("posting", posting.certificate),
        posting.PostingFacts,
    ),
    NoticeKind("quarter", "quarter", A4, WITH_FACTS, of_all(quarter.drafts), quarter.QuarterFacts),
)


#: Lists of persons: printed only when asked for with the folder they lie in, never by a build.
LISTS = NoticeKind(
    "persons", "persons", A4, PLAIN, of_each("disclosure", persons.draft), persons.PersonsFacts, Reading.BOARD
)

_BY_NAME = {kind.name: kind for kind in (*KINDS, LISTS)}


def lists(office: Office) -> Iterator[Notice | Refusal]:
    """Every list of persons that may hang on the day, without its rows."""
    for draft in LISTS.drafts(office):
        yield from _of_draft(office, LISTS, draft)


def notices(office: Office, wanted: Callable[[Key], bool] = lambda key: True) -> Iterator[Notice | Refusal]:
    """Every notice of an office on its day whose record is wanted, by kind, or why one cannot be printed."""
    for kind in KINDS:
        for draft in kind.drafts(office):
            if wanted(draft.key):
                yield from _of_draft(office, kind, draft)


def subjects(office: Office) -> Iterator[tuple[str, str]]:
    """The kinds of all notices and of the lists of persons by name, each with its subjects."""
    for kind in (*KINDS, LISTS):
        for subject in kind.drafts.subjects(office):
            yield kind.name, subject


def notices_of(office: Office, kind: str, subject: str, *, parts: bool) -> Iterator[Notice | Refusal]:
    """The notices of a kind and a subject. Booklets have their parts with `parts`; their keys are the same without."""
    found = _BY_NAME[kind]
    for draft in found.drafts.of(office, subject):
        yield from _of_draft(office, found, draft, parts=parts)


def papers_of(office: Office, item: Source) -> tuple[Notice | Refusal, ...]:
    """The notices that show a record: its own, else those of its whole collection."""
    both = {item.key, Key(item.key.kind, "", item.key.office)}
    found = tuple(notices(office, lambda key: key in both))
    return tuple(one for one in found if one.name.key.id) or found


def _of_draft(office: Office, kind: NoticeKind, draft: Draft, *, parts: bool = True) -> Iterator[Notice | Refusal]:
    names = [_name(kind, draft, paper) for paper in kind.papers]
    sources = tuple(sorted({source.path for source in draft.sources}))
    try:
        facts = settled(draft.facts())
        imprint = _imprint(office, kind, draft)
        made_of = tuple(_part(office, part) for part in draft.parts()) if parts else ()
    except CannotPrint as refused:
        yield from (Refusal(name, refused.field, refused.reason, sources) for name in names)
        return
    code = code_of(kind.name, imprint.number, facts)
    forms = {name: office.forms[name] for name in draft.forms}
    for name in names:
        yield Notice(
            name,
            kind.template,
            kind.standard,
            imprint,
            facts,
            code,
            sources,
            kind.reading,
            outline=draft.outline,
            parts=made_of,
            forms=forms,
        )


def _part(office: Office, draft: Draft) -> Notice:
    """The sheet of a procedure as part of a booklet, which is not printed without it."""
    for found in _of_draft(office, _SHEET, draft):
        if isinstance(found, Notice):
            return found
        raise CannotPrint(f"{draft.number}: {found.field}", found.reason)
    raise ValueError(draft.number)


def _name(kind: NoticeKind, draft: Draft, paper: Paper) -> NoticeName:
    suffix = f"-{paper.value}" if len(kind.papers) > 1 else ""
    series = draft.file.strip("/")
    return NoticeName(kind.name, draft.key, paper, f"in/{series}{suffix}.pdf", series)


def _imprint(office: Office, kind: NoticeKind, draft: Draft) -> Imprint:
    site = office.site
    emblem = None if kind.formal else site.emblem
    return Imprint(
        title=printable(draft.title, "title", 900),
        number=printable(draft.number, "id"),
        site=site.url.rstrip("/") + "/",
        page=draft.page,
        dated=draft.dated or quarter_start(office.day),
        review=review_by(office.day, draft.ends),
        colour=site.primary_color,
        office=printable(office_unit(office, draft.key.office).record.name, "office"),
        sample=site.sample,
        emblem=f"emblem/{emblem.file}" if emblem else "",
        emblem_alt=printable(emblem.alt, "emblem.alt") if emblem else "",
    )
