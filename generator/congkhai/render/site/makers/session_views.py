"""Days on which citizens are received, as calendars and the pages of officials list them."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.derive.sessions import Session, sessions
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class SessionView:
    """One day of reception; `calendar` is the record that it stands in, `receiver_key` names the receiver's."""

    session: Session
    receiver: PersonView | None
    receiver_key: Key | None
    calendar: Link
    place: str


def session_views(office: Office, source: Source) -> tuple[SessionView, ...]:
    """All days of a calendar, in their order."""
    return tuple(_view(office, source, session) for session in sessions(source.record, office.workdays))


def _view(office: Office, source: Source, session: Session) -> SessionView:
    receiver = office.repository.find("official", session.receiver, source.key.office)
    shown = person(receiver) if receiver else None
    return SessionView(session, shown, receiver.key if receiver else None, link(source), source.record.place)
