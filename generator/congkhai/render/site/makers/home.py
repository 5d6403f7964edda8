"""The home page: what do you want to do? Then the ways in, then the office, then what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.derive.opening import OpeningLine, opening_lines
from congkhai.derive.publication import Visibility, visibility
from congkhai.derive.sessions import Session, sessions
from congkhai.model.procedure import Procedure
from congkhai.model.site import Site
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.audience import AudienceCard, audience_cards
from congkhai.render.site.makers.field import field_cards
from congkhai.render.site.makers.life_event import event_cards
from congkhai.render.site.makers.links import Card, Link, base_of, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.procedure_line import ProcedureLine, in_force, procedure_line
from congkhai.render.site.page import Page
from congkhai.source.fact import fact
from congkhai.source.repository import Source

#: How many procedures, how many links below the search field, and how many new records of a kind, the home page names.
_MOST_USED = 6
_QUICK = 4
_NEWEST = 4


@dataclass(frozen=True, slots=True)
class NextReception:
    """The first day to come on which the head of the office receives citizens."""

    session: Session
    receiver: PersonView
    place: str
    calendar: Link


@dataclass(frozen=True, slots=True)
class NewItem:
    """A record that was made public lately."""

    link: Link
    day: date


@dataclass(frozen=True, slots=True)
class NewGroup:
    """The newest records of a kind, and the list of all of them."""

    title: str
    all: Link
    items: tuple[NewItem, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the page."""

    site: Site
    hours: tuple[OpeningLine, ...]
    reception: NextReception | None
    life_events: tuple[Card, ...]
    quick: tuple[Link, ...]
    most_used: tuple[ProcedureLine, ...]
    fields: tuple[Card, ...]
    audiences: tuple[AudienceCard, ...]
    news: tuple[NewGroup, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """One page."""
    office = context.office
    site, most_used = office.site, _most_used(office)
    view = HomeView(
        site=site,
        hours=opening_lines(site.hours),
        reception=_reception(context),
        life_events=event_cards(context),
        quick=tuple(_quick(source) for source in most_used[:_QUICK]),
        most_used=tuple(procedure_line(office, source) for source in most_used),
        fields=field_cards(context),
        audiences=audience_cards(context),
        news=_news(context),
    )
    yield Page(
        address="",
        shell="trang-chu",
        title=phrase("site.home_title"),
        description=site.description,
        lead=context.templates.render("home/page.html.j2", view=view, base=base_of("")),
        sources=tuple(source.path for source in office.repository.all("site")),
    )


def _reception(context: SiteContext) -> NextReception | None:
    office = context.office
    found = [
        (session, source)
        for source in office.repository.all("reception")
        for session in sessions(source.record, office.workdays)
        if session.day >= office.day and not session.cancelled and session.receiver
    ]
    if not found:
        return None
    session, source = min(found, key=lambda pair: (pair[0].day, pair[1].id))
    receiver = person(office.get("official", session.receiver, source.key.office))
    return NextReception(session, receiver, source.record.place, link(source))


def _quick(source: Source) -> Link:
    """A procedure by its everyday name."""
    record: Procedure = source.record
    name = record.common_names[0] if record.common_names else record.name
    return Link(name[:1].upper() + name[1:], address(source))


@fact
def _most_used(office: Office) -> tuple[Source, ...]:
    """The procedures that life events, answers and other procedures name most."""
    ranks = [(rank, source) for source in office.repository.all("procedure") if (rank := _rank(office, source))]
    return tuple(source for _, source in sorted(ranks, key=lambda pair: (pair[0], pair[1].id))[:_MOST_USED])


def _rank(office: Office, source: Source) -> tuple[int, int] | None:
    """The place of a procedure in force: how often it is named, then how many everyday names it has."""
    names = names_in_force(office, source)
    if names is None:
        return None
    weight = sum(_weight(other) for other in office.mentions.get(source.key, ()))
    return -weight, -names


@fact
def names_in_force(office: Office, source: Source) -> int | None:
    """How many everyday names a procedure has; None when it is not in force."""
    return len(source.record.common_names) if in_force(source, office) else None


def _weight(source: Source) -> int:
    return {"life_event": 3, "answer": 2, "procedure": 1}.get(source.key.kind, 0)


def _news(context: SiteContext) -> tuple[NewGroup, ...]:
    office = context.office
    plans = [(s, s.record.date) for s in office.repository.all("plan") if s.record.date]
    disclosed = [
        (s, s.record.published)
        for s in office.repository.all("disclosure")
        if visibility(s.record, office.day) in {Visibility.FULL, Visibility.NOTICE}
    ]
    budgets = [(s, s.record.published) for s in office.repository.all("budget") if s.record.published <= office.day]
    answers = [(s, s.record.answered) for s in office.repository.all("answer") if s.record.answered <= office.day]
    groups = (
        _group("site.home_disclosures", "cong-khai/", disclosed),
        _group("site.home_answers", "hoi-dap/", answers),
        _group("site.home_budget", "ngan-sach/", budgets),
        _group("site.home_plans", "ke-hoach/", plans),
    )
    return tuple(group for group in groups if group.items)


def _group(title: str, at: str, dated: list[tuple[Source, date]]) -> NewGroup:
    newest = sorted(dated, key=lambda pair: (-pair[1].toordinal(), pair[0].id))[:_NEWEST]
    name = phrase(title)
    return NewGroup(name, Link(name, at), tuple(NewItem(link(source), day) for source, day in newest))
