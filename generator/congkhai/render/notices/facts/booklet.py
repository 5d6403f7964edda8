"""The booklet of the procedures of a field, or of the whole office, with the forms that they ask for: in volumes where
it would be too thick for one.
"""

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
from congkhai.render.notices.facts.field import in_order, of_field
from congkhai.render.notices.facts.identity import Identity, hotline, identity
from congkhai.render.notices.facts.volumes import Piece, volumes
from congkhai.render.notices.text import LATER, CannotPrint, UpTo, settled
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source

#: Stands in the subject of a booklet of a whole office where others have the path of their field.
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
    procedures: tuple[BookletProcedure, ...]


@dataclass(frozen=True, slots=True)
class BookletVolume:
    """Which volume it is of how many, and the names of the fields, or of their parts, that each of them holds."""

    number: int
    holds: Annotated[tuple[tuple[str, ...], ...], UpTo(items=None)]


@dataclass(frozen=True, slots=True)
class BookletFacts:
    """What a booklet holds. `scope` is the field that it is of, empty for the whole office; `volume` is none where all
    of it is in one.
    """

    office: Identity
    scope: str
    hotline: str
    fields: tuple[BookletField, ...]
    volume: Annotated[BookletVolume | None, LATER] = None


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


#: Procedures of a field, and their sheets.
_Chapter = tuple[Piece, tuple[_Sheet, ...]]


def _subjects(office: Office) -> Iterator[str]:
    """The number of a volume and whose booklet it is of, such as `2 content/fields/ho-tich.yml`."""
    fields = in_order(office)
    wholes = (f"{_WHOLE}{at}" for at in dict.fromkeys(source.key.office for source in fields))
    for whose in (*(source.path for source in fields), *wholes):
        yield from (f"{number} {whose}" for number, _ in enumerate(_volumes(office, whose), 1))


def _drafts(office: Office, subject: str) -> Iterator[Draft]:
    """A volume of the booklet of a field that has procedures in force on the day, or of that of all of them."""
    number, _, whose = subject.partition(" ")
    if int(number) <= len(_volumes(office, whose)):
        yield _draft(office, whose, int(number))


#: The booklets: one for each field, and one of all fields of an office.
DRAFTS = Drafts(_subjects, _drafts)


@fact
def _volumes(office: Office, whose: str) -> tuple[tuple[Piece, ...], ...]:
    """The volumes of the booklet of a field, or of all fields of an office."""
    if whose.startswith(_WHOLE):
        fields = in_order(office, whose.removeprefix(_WHOLE))
    else:
        field = office.repository.at(whose)
        fields = (field,) if field else ()
    return volumes((field, of_field(office, field)) for field in fields)


def _draft(office: Office, whose: str, number: int) -> Draft:
    parted = _volumes(office, whose)
    pieces = parted[number - 1]
    chapters = [(piece, tuple(_sheet(office, one) for one in piece.procedures)) for piece in pieces]
    sheets = [sheet for _, found in chapters for sheet in found]
    field = None if whose.startswith(_WHOLE) else pieces[0].field
    key = field.key if field else Key("procedure", "", whose.removeprefix(_WHOLE))
    page = address(field) if field else f"{KINDS['procedure'].slug}/"
    title = phrase("notice_booklet.title", field=field.record.name) if field else phrase("notice_booklet.title_all")
    named = f"ST {field.id}" if field else "ST"
    several = len(parted) > 1
    return Draft(
        key=key,
        page=page,
        # Where there was one file for all, the first volume stands now.
        file=f"{page if field or not key.office else f'{key.office}/{page}'}so-tay{f'-{number}' * (number > 1)}",
        title=phrase("notice_booklet.title_volume", title=title, n=number, of=len(parted)) if several else title,
        number=phrase("notice_booklet.number_volume", number=named, n=number) if several else named,
        sources=(*(piece.field for piece in pieces), *(source for sheet in sheets for source in sheet.sources)),
        facts=partial(_facts, office, key.office, chapters, field.record.name if field else "", number, parted),
        ends=tuple(end for sheet in sheets for end in sheet.ends),
        outline=tuple(f"{sheet.number} {sheet.page}" for sheet in sheets),
        parts=partial(_parts, office, [source for piece in pieces for source in piece.procedures]),
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


def _facts(  # noqa: PLR0913 - a volume, and what tells it from others
    office: Office, at: str, chapters: list[_Chapter], scope: str, number: int, parted: tuple[tuple[Piece, ...], ...]
) -> BookletFacts:
    return BookletFacts(
        office=identity(office, at),
        scope=scope,
        hotline=hotline(office, at),
        fields=tuple(
            BookletField(
                _named(piece),
                tuple(BookletProcedure(sheet.number, _code(sheet), sheet.name, sheet.forms) for sheet in found),
            )
            for piece, found in chapters
        ),
        volume=BookletVolume(number, tuple(tuple(map(_named, pieces)) for pieces in parted))
        if len(parted) > 1
        else None,
    )


def _named(piece: Piece) -> str:
    """A field, or which part of it and where that begins."""
    name: str = piece.field.record.name
    if piece.of == 1:
        return name
    key = "notice_booklet.part_from" if piece.first else "notice_booklet.part"
    return phrase(key, field=name, n=piece.number, of=piece.of, code=piece.first)


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
