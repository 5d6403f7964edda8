"""A duty as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from congkhai.catalogue import phrase
from congkhai.check.filling import Filled
from congkhai.derive.address import address, heading
from congkhai.derive.duties.occasion import Occasion
from congkhai.derive.duties.status import DutyState, DutyStatus
from congkhai.derive.duties.steps import steps
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.model.duty import Duty
from congkhai.model.law_place import LawPlace
from congkhai.render.duty_words import (
    days_text,
    deadline_text,
    forms_text,
    posting_text,
    reason_text,
    sentence,
    state_text,
    step_text,
    term_text,
)
from congkhai.render.site.makers.links import Link, link
from congkhai.source.repository import Source

#: How each state looks; see `ck-badge`.
TONES = {
    DutyState.MET: "ok",
    DutyState.DUE_SOON: "warn",
    DutyState.LATE: "late",
    DutyState.NOT_DUE: "muted",
    DutyState.NOT_APPLICABLE: "muted",
    DutyState.UNKNOWN: "muted",
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that the law says of a duty. `rule` names the general law that says it where the duty's is silent."""

    title: str
    text: str
    note: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class LawView:
    """A place in the law; `link` leads to our page of the act where the office has one."""

    title: str
    place: str
    note: str | None
    link: Link | None
    ended: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A record that counts for the duty, or a posting of one; `link` is None for what has no page on the day."""

    title: str
    kind: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """One time at which the duty had to be kept."""

    title: str
    due: date | None
    done: date | None
    late: int
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class DutyView:
    """All that the page of a duty shows."""

    duty: Duty
    state: str
    tone: str
    days: str
    reason: str
    term: str
    verified: bool
    who: str
    attributes: tuple[Attribute, ...]
    laws: tuple[LawView, ...]
    proofs: tuple[ProofRow, ...]
    missing: tuple[str, ...]
    history: tuple[OccasionRow, ...]


def duty_view(office: Office, status: DutyStatus) -> DutyView:
    """The duty with everything worded."""
    one, duty = status.decisive, status.duty
    return DutyView(
        duty=duty,
        state=state_text(status.state),
        tone=TONES[status.state],
        days=sentence(days_text(status)),
        reason=sentence(reason_text(status)),
        term=sentence(term_text(one.term)) if one and one.term else "",
        verified=status.whole.verified,
        who=", ".join(actor.label for actor in duty.who),
        attributes=tuple(_attributes(status)),
        laws=tuple(law_view(office, place) for place in duty.basis),
        proofs=tuple(_proof(office, source) for source in (*one.records, *one.postings)) if one else (),
        missing=tuple(sentence(step_text(step)) for step in steps(status)),
        history=tuple(_occasion_row(one, office.day) for one in status.occasions if one.done or one.due),
    )


def law_view(office: Office, place: LawPlace) -> LawView:
    """A place in the law, joined with the office's record of the act by its symbol."""
    act = next((s for s in office.repository.all("legal_act") if s.record.symbol == place.symbol), None)
    ended = act is not None and act.record.expires is not None and act.record.expires <= office.day
    return LawView(
        title=place.title,
        place=place.place,
        note=place.note,
        link=Link(act.record.name, address(act)) if act else None,
        ended=ended,
        verified=act is None or act.record.verified,
    )


def _attributes(status: DutyStatus) -> Iterator[Attribute]:
    whole, duty = status.whole, status.duty
    if whole.deadline:
        text = deadline_text(whole.deadline.value, duty.trigger)
        note = " ".join(part for part in (duty.trigger_note, whole.deadline.value.note) if part)
        yield Attribute(phrase("site.duty_by_when"), text, note or None, _rule(whole.deadline))
    if whole.forms:
        required, one_of, optional = forms_text(whole)
        for key, text in (("forms", required), ("one_of", one_of), ("optional", optional)):
            if text:
                yield Attribute(phrase(f"site.duty_{key}"), sentence(text), None, _rule(whole.forms))
    if whole.places:
        places = "; ".join(place.label for place in whole.places.value)
        yield Attribute(phrase("site.duty_places"), sentence(places), None, _rule(whole.places))
    if whole.posting:
        minimum = whole.posting.value
        yield Attribute(phrase("site.duty_posting"), posting_text(minimum), minimum.note, _rule(whole.posting))
    if duty.loudspeaker_days:
        yield Attribute(phrase("site.duty_loudspeaker"), phrase("duty_words.days", days=duty.loudspeaker_days))
    yield Attribute(phrase("site.duty_frequency"), sentence(duty.frequency.label))
    yield Attribute(phrase("site.duty_personal_data"), duty.personal_data.label)


def _rule(filled: Filled[Any]) -> str | None:
    return heading(filled.rule) if filled.rule else None


def _proof(office: Office, source: Source) -> ProofRow:
    shown = has_page(source, office.day)
    title = heading(source)
    if source.key.kind == "posting":
        title = phrase("site.posting_number", number=f"{source.record.number}/{source.record.year}")
    return ProofRow(title, source.kind.title, Link(title, link(source).address) if shown else None)


def _occasion_row(one: Occasion, day: date) -> OccasionRow:
    if one.term:
        title = sentence(term_text(one.term))
    else:
        title = heading(one.records[0]) if one.records else phrase("site.duty_next")
    late = one.days_late(day)
    if one.done:
        state = DutyState.LATE if late else DutyState.MET
    elif one.unknown:
        state = DutyState.UNKNOWN
    else:
        state = DutyState.LATE if late else DutyState.DUE_SOON
    return OccasionRow(title, one.due, one.done, late, phrase(f"site.occasion_{state.value}"), TONES[state])
