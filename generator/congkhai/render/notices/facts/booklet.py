"""The booklet of the procedures of a field, or of the whole office, with the forms that they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.model.copy import code_of
from congkhai.model.kinds import KINDS
from congkhai.model.procedure import Paper, Procedure
from congkhai.render.notices.facts import procedure
from congkhai.render.notices.facts.draft import Draft
from congkhai.render.notices.facts.field import of_field
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.text import CannotPrint, UpTo, settled
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class BookletForm:
    """A form that is printed behind its procedure; `content` is a digest of its file."""

    name: str
    file: str
    content: str


@dataclass(frozen=True, slots=True)
class BookletProcedure:
    """A procedure in its place. What its pages say are the facts of the sheet `number`, in the version of `code`."""

    number: str
    code: str
    name: Annotated[str, UpTo(600)]
    forms: tuple[BookletForm, ...]


@dataclass(frozen=True, slots=True)
class BookletField:
    """A field with its procedures."""

    name: str
    procedures: Annotated[tuple[BookletProcedure, ...], UpTo(items=600)]


@dataclass(frozen=True, slots=True)
class BookletFacts:
    """What a booklet holds. `scope` is the field that it is of, empty for the whole office."""

    office: Identity
    scope: str
    hotline: str
    fields: tuple[BookletField, ...]


#: A field, and its procedures with the drafts of their sheets.
_Chapter = tuple[Source, tuple[tuple[Source, Draft], ...]]


def drafts(office: Office) -> Iterator[Draft]:
    """A booklet for each field that has procedures in force on the day, and one of all of them."""
    sheets = {draft.key: draft for draft in procedure.drafts(office)}
    chapters: dict[str, list[_Chapter]] = {}
    for source in sorted(office.repository.all("field"), key=lambda s: (s.record.order, s.id)):
        if found := of_field(office, source):
            chapters.setdefault(source.key.office, []).append((source, tuple((one, sheets[one.key]) for one in found)))
    for at, all_of in chapters.items():
        for chapter in all_of:
            field = chapter[0]
            name = field.record.name
            title = phrase("notice_booklet.title", field=name)
            yield _draft(office, field.key, address(field), title, f"ST {field.id}", [chapter], name)
        page = f"{KINDS['procedure'].slug}/"
        title = phrase("notice_booklet.title_all")
        yield _draft(office, Key("procedure", "", at), page, title, "ST", all_of, "")


def _draft(office: Office, key: Key, page: str, title: str, number: str, chapters: list[_Chapter], scope: str) -> Draft:
    sheets = tuple(draft for _, found in chapters for _, draft in found)
    forms = {paper.form for _, found in chapters for source, _ in found for paper in _papers(source) if paper.form}
    return Draft(
        key=key,
        page=page,
        file=f"{page if key.id or not key.office else f'{key.office}/{page}'}so-tay",
        title=title,
        number=number,
        sources=(*(field for field, _ in chapters), *(source for draft in sheets for source in draft.sources)),
        facts=partial(_facts, office, key.office, chapters, scope),
        ends=tuple(end for draft in sheets for end in draft.ends),
        parts=sheets,
        forms=tuple(sorted(forms & set(office.forms))),
    )


def _facts(office: Office, at: str, chapters: list[_Chapter], scope: str) -> BookletFacts:
    return BookletFacts(
        office=identity(office, at),
        scope=scope,
        hotline=hotline(office, at),
        fields=tuple(
            BookletField(
                field.record.name,
                tuple(
                    BookletProcedure(draft.number, _code(draft), source.record.name, _forms(office, source))
                    for source, draft in found
                ),
            )
            for field, found in chapters
        ),
    )


def _code(sheet: Draft) -> str:
    try:
        return code_of("procedure", sheet.number, settled(sheet.facts()))
    except CannotPrint as refused:
        raise CannotPrint(f"{sheet.number}: {refused.field}", refused.reason) from refused


def _papers(source: Source) -> Iterator[Paper]:
    record: Procedure = source.record
    for case in record.cases:
        yield from case.papers


def _forms(office: Office, source: Source) -> tuple[BookletForm, ...]:
    """The forms of a procedure whose files are there, each once."""
    found: dict[str, BookletForm] = {}
    for paper in _papers(source):
        if paper.form and (data := office.forms.get(paper.form)):
            name = paper.form_name or paper.name
            found.setdefault(paper.form, BookletForm(name, paper.form, hashlib.sha256(data).hexdigest()[:16]))
    return tuple(found.values())
