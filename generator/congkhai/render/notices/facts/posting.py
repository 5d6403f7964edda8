"""The papers of a posting: the notice, the minutes of its beginning and of its end, the certificate.

Law 10/2022/QH15, Articles 13 and 14; the forms follow Decree 30/2020/NĐ-CP. What only those on the spot can tell (the
hour, who stood by, what people said) is left open to be written by hand: nothing is asserted that no record says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Annotated

from congkhai.catalogue import phrase
from congkhai.check.minimum import minimum
from congkhai.derive.boards import Hanging, as_planned, hanging
from congkhai.derive.office import Office
from congkhai.derive.signing import capacity, head_of, place_name
from congkhai.derive.titles import item_title
from congkhai.derive.windows import BoardWindow, PostingState
from congkhai.model.calendar import long_date, short_date
from congkhai.model.posting import Board, BoardKind, Posting
from congkhai.model.unit import UnitType
from congkhai.render.notices.facts.draft import Draft, of_record
from congkhai.render.notices.facts.identity import Holder, Identity, holder, hotline, identity, office_unit
from congkhai.render.notices.facts.wording import citations, issuer_lines
from congkhai.render.notices.text import UpTo
from congkhai.source.repository import Source

#: How long minutes of the end are still offered for signing.
_SIGNED_WITHIN = timedelta(days=31)
_ENDED = frozenset({PostingState.TAKEN_DOWN, PostingState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head and the foot of a document. `suffix` is the second half of its symbol."""

    issuer: tuple[str, ...]
    suffix: str
    place: str
    day: str
    capacity: tuple[str, ...]
    signer: str


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A board. `last` is empty for a standing posting; `days` are those counted, `lost` the spans that were not."""

    name: str
    address: str
    last: str
    days: int
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileFact:
    """A file that was hung up."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PostingFacts:
    """What the papers say; what has not happened yet is empty."""

    office: Identity
    form: str
    head: Letterhead
    number: str
    title: Annotated[str, UpTo(600)]
    kind: str
    document: str
    basis: tuple[str, ...]
    start: str
    last: str
    days: int
    places: tuple[PlaceFact, ...]
    posted_by: Holder | None
    version: str
    files: tuple[FileFact, ...]
    contact: str
    hotline: str
    extensions: tuple[str, ...] = ()
    down: str = ""
    down_by: Holder | None = None
    withdrawn: str = ""
    decided_by: Holder | None = None


def notice(office: Office, source: Source) -> Draft | None:
    """The notice of posting for what can be seen somewhere."""
    return _draft(office, source, "notice", "thong-bao", "TB", _seen)


def beginning(office: Office, source: Source) -> Draft | None:
    """Minutes of the beginning, to be signed: of what hangs on paper and has none yet."""

    def unsigned(hanging: Hanging) -> bool:
        posting: Posting = hanging.posting.record
        return _on_paper(hanging) and posting.minutes is None and hanging.window.state not in _ENDED

    return _draft(office, source, "begin", "bien-ban-niem-yet", "BB", unsigned)


def ending(office: Office, source: Source) -> Draft | None:
    """Minutes of the end, to be signed: of what hangs on paper for a time, until a month after it came down."""

    def unsigned(hanging: Hanging) -> bool:
        posting: Posting = hanging.posting.record
        recent = posting.down is None or posting.down >= office.day - _SIGNED_WITHIN
        ends = hanging.window.last is not None or posting.down is not None
        return _on_paper(hanging) and posting.end_minutes is None and ends and recent

    return _draft(office, source, "end", "bien-ban-ket-thuc", "BB", unsigned)


def certificate(office: Office, source: Source) -> Draft | None:
    """A certificate for what could be seen and has come down."""

    def over(hanging: Hanging) -> bool:
        return _seen(hanging) and hanging.window.state in _ENDED

    return _draft(office, source, "certificate", "giay-xac-nhan", "GXN", over)


def _draft(  # noqa: PLR0913 - a paper, and what tells it from the others
    office: Office, source: Source, form: str, file: str, symbol: str, wanted: Callable[[Hanging], bool]
) -> Draft | None:
    found = hanging(office, source)
    title = item_title(found, office)
    if title is None or not wanted(found):
        return None
    posting: Posting = source.record
    number = f"{posting.number}/{posting.year}"
    made = of_record(
        source,
        phrase(f"notice_posting.title_{form}", number=number, title=title),
        f"NY {number}",
        partial(facts, office, _known(office, found, form), title, form, symbol),
        also=(*found.boards, *((found.item,) if found.item else ())),
        dated=_day(posting, form),
    )
    return replace(made, file=f"{made.page}{file}")


def _known(office: Office, hanging: Hanging, form: str) -> Hanging:
    """What is known when the paper is written."""
    return as_planned(office, hanging.posting) if form == "begin" else hanging


def _seen(hanging: Hanging) -> bool:
    return any(board.record.kind is not BoardKind.LOUDSPEAKER for board in hanging.boards)


def _on_paper(hanging: Hanging) -> bool:
    return any(board.record.kind.on_paper for board in hanging.boards)


def _day(posting: Posting, form: str) -> date:
    """The day of a paper: that of what it tells."""
    return posting.down or posting.start if form in {"end", "certificate"} else posting.start


def facts(office: Office, hanging: Hanging, title: str, form: str, symbol: str) -> PostingFacts:
    """Gather what one of the papers says: those of the beginning know nothing of what came later."""
    posting: Posting = hanging.posting.record
    at, window = hanging.posting.key.office, hanging.window
    over = form in {"end", "certificate"}
    ended = posting.down if over and window.state in _ENDED else None
    withdrawn = posting.withdrawn if over and posting.withdrawn and window.state is PostingState.WITHDRAWN else None
    remover = posting.taken_down_by if ended else None
    item = hanging.item.record if hanging.item else None
    number = f"{posting.number}/{posting.year}"
    whole = PostingFacts(
        office=identity(office, at),
        form=form,
        head=letterhead(office, at, symbol, _day(posting, form) if not over or ended else None),
        number=number,
        title=title,
        kind=hanging.item.kind.title if hanging.item else "",
        document=str(getattr(item, "document", "") or ""),
        basis=_basis(office, hanging, at),
        start=long_date(posting.start),
        last=long_date(window.last) if window.last else "",
        days=posting.days or 0,
        places=tuple(
            _place(board.record, place, ended, window.last if form == "notice" else None, told=over)
            for board, place in zip(hanging.boards, window.boards, strict=True)
            if board.record.kind.on_paper or form not in {"begin", "end"}
        ),
        posted_by=holder(office.get("official", posting.posted_by, at)),
        version=posting.version or "",
        files=tuple(FileFact(one.file, one.sha256) for one in posting.files),
        contact=str(getattr(item, "contact", "") or ""),
        hotline=hotline(office, at),
        extensions=tuple(_extension(office, posting, at)) if form != "begin" else (),
        down=long_date(ended) if ended else "",
        down_by=holder(office.get("official", remover, at)) if remover else None,
        withdrawn=withdrawn.reason if withdrawn else "",
        decided_by=holder(office.get("official", withdrawn.by, at)) if withdrawn else None,
    )
    return _printed(whole)


def _printed(facts: PostingFacts) -> PostingFacts:
    """Only what the paper of that form prints: the version code is that of the facts on paper and of no others."""
    if facts.form == "notice":
        return replace(facts, posted_by=None, files=(), hotline="" if facts.contact else facts.hotline)
    quiet = replace(facts, hotline="", contact="")
    if facts.form == "certificate":
        return replace(quiet, last="")
    places = tuple(replace(place, last="") for place in facts.places)
    hanger = facts.posted_by if facts.form == "begin" else None
    return replace(quiet, kind="", basis=(), places=places, posted_by=hanger)


def letterhead(office: Office, at: str, symbol: str, day: date | None) -> Letterhead:
    """The head and foot of a document of the office `at`; without a day both are left open to be written."""
    unit = office_unit(office, at).record
    head = head_of(office, at, day or office.day)
    body = f"{symbol}-UBND" if unit.type is UnitType.PEOPLES_COMMITTEE else symbol
    return Letterhead(
        issuer=issuer_lines(unit.name),
        suffix=body,
        place=place_name(unit),
        day=long_date(day) if day else "",
        capacity=capacity(unit, head) if head else (),
        signer=head.name if head else "",
    )


def _place(board: Board, place: BoardWindow, ended: date | None, latest: date | None, *, told: bool) -> PlaceFact:
    """A board; its last day is left out where it is that of the whole posting."""
    end = ended or place.last
    return PlaceFact(
        name=board.name,
        address=board.address,
        last=short_date(end) if end and end != latest else "",
        days=place.readable_until(end) if end else 0,
        lost=tuple(_span(first, last) for first, last in place.lost) if told else (),
    )


def _span(first: date, last: date) -> str:
    return short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"


def _extension(office: Office, posting: Posting, at: str) -> Iterator[str]:
    for one in posting.extensions:
        by = office.official(one.decided_by, at)
        yield phrase(
            "notice_posting.extension",
            until=short_date(one.until),
            day=short_date(one.decided),
            by=f"{by.name}, {by.title}",
            reason=one.reason,
        )


def _basis(office: Office, hanging: Hanging, at: str) -> tuple[str, ...]:
    """What the record itself cites, else the law of the duty that wants it posted."""
    cited = getattr(hanging.item.record, "basis", ()) if hanging.item else ()
    if cited:
        return citations(office, cited, at)
    return _law_of_duty(office, hanging.item, hanging, at) if hanging.item else ()


def _law_of_duty(office: Office, item: Source, hanging: Hanging, at: str) -> tuple[str, ...]:
    unit = office_unit(office, at).record
    for board in hanging.boards:
        found = minimum(office.repository, item, board.record.kind, unit, hanging.window.first)
        if found:
            return tuple(f"{place.place} {place.title}".strip() for place in found.duty.duty.basis)
    return ()
