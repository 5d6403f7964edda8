"""The booklet of the procedures of a field, or of the whole office, with the forms that they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.model.copy import code_of
from congkhai.model.kinds import KINDS
from congkhai.model.procedure import Paper, Procedure
from congkhai.render.notices.facts import procedure
from congkhai.render.notices.facts.draft import Draft, Drafts
from congkhai.render.notices.facts.field import of_field
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.text import CannotPrint, UpTo, settled
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

#: Procedures in the booklet of a whole office at most. Nobody leafs through more: each field has a booklet of its own.
MOST = 600
#: Begins the subject of the booklet of a whole office.
_WHOLE = "*"


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


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a booklet knows of a sheet without its facts. `field` and `reason` say why there is none.

    `page` is the address of the procedure's page, `ends` are the days after which a fact of the sheet no longer holds.
    """

    number: str
    code: str
    name: str
    page: str
    forms: tuple[BookletForm, ...]
    sources: tuple[Source, ...]
    ends: tuple[date | None, ...]
    field: str = ""
    reason: str = ""


#: A field, and the sheets of its procedures.
_Chapter = tuple[Source, tuple[_Sheet, ...]]


def _subjects(office: Office) -> Iterator[str]:
    fields = _fields(office)
    yield from (source.path for source in fields)
    yield from (f"{_WHOLE}{at}" for at in dict.fromkeys(source.key.office for source in fields))


def _drafts(office: Office, subject: str) -> Iterator[Draft]:
    """The booklet of a field that has procedures in force on the day, or that of all of them."""
    if subject.startswith(_WHOLE):
        at = subject.removeprefix(_WHOLE)
        fields = [source for source in _fields(office) if source.key.office == at]
        if 0 < sum(len(of_field(office, source)) for source in fields) <= MOST:
            page, title = f"{KINDS['procedure'].slug}/", phrase("notice_booklet.title_all")
            yield _draft(office, Key("procedure", "", at), page, title, "ST", fields, "")
        return
    field = office.repository.at(subject)
    if field and of_field(office, field):
        name = field.record.name
        title = phrase("notice_booklet.title", field=name)
        yield _draft(office, field.key, address(field), title, f"ST {field.id}", [field], name)


#: The booklets: one for each field, and one of all fields of an office unless they are too many.
DRAFTS = Drafts(_subjects, _drafts)


def _fields(office: Office) -> tuple[Source, ...]:
    """The fields in their own order."""
    return tuple(sorted(office.repository.all("field"), key=lambda s: (s.record.order, s.id)))


def _draft(  # noqa: PLR0913 - a booklet, and what tells it from others
    office: Office, key: Key, page: str, title: str, number: str, fields: list[Source], scope: str
) -> Draft:
    held = {field.path: of_field(office, field) for field in fields}
    chapters = [(field, tuple(_sheet(office, one) for one in held[field.path])) for field in fields if held[field.path]]
    sheets = [sheet for _, found in chapters for sheet in found]
    return Draft(
        key=key,
        page=page,
        file=f"{page if key.id or not key.office else f'{key.office}/{page}'}so-tay",
        title=title,
        number=number,
        sources=(*(field for field, _ in chapters), *(source for sheet in sheets for source in sheet.sources)),
        facts=partial(_facts, office, key.office, chapters, scope),
        ends=tuple(end for sheet in sheets for end in sheet.ends),
        outline=tuple(f"{sheet.number} {sheet.page}" for sheet in sheets),
        parts=partial(_parts, office, [source for found in held.values() for source in found]),
        forms=tuple(sorted({form.file for sheet in sheets for form in sheet.forms})),
    )


def _parts(office: Office, procedures: Iterable[Source]) -> tuple[Draft, ...]:
    return tuple(draft for source in procedures if (draft := procedure.draft(office, source)))


@fact
def _sheet(office: Office, source: Source) -> _Sheet:
    """The sheet of a procedure that is in force."""
    draft = procedure.draft(office, source)
    if draft is None:
        raise ValueError(source.path)
    code = field = reason = ""
    try:
        code = code_of("procedure", draft.number, settled(draft.facts()))
    except CannotPrint as refused:
        field, reason = refused.field, refused.reason
    name, forms = source.record.name, _forms(office, source)
    return _Sheet(draft.number, code, name, draft.page, forms, draft.sources, draft.ends, field, reason)


def _facts(office: Office, at: str, chapters: list[_Chapter], scope: str) -> BookletFacts:
    return BookletFacts(
        office=identity(office, at),
        scope=scope,
        hotline=hotline(office, at),
        fields=tuple(
            BookletField(
                field.record.name,
                tuple(BookletProcedure(sheet.number, _code(sheet), sheet.name, sheet.forms) for sheet in found),
            )
            for field, found in chapters
        ),
    )


def _code(sheet: _Sheet) -> str:
    if sheet.reason:
        raise CannotPrint(f"{sheet.number}: {sheet.field}", sheet.reason)
    return sheet.code


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
