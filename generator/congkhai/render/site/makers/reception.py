"""Reception of citizens: the days to come first, then the calendars (Law 42/2013/QH13, Article 24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.opening import days_text
from congkhai.model.calendar import short_date, weekday_name
from congkhai.model.reception import PeriodicReception, Reception
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.citations import CitationView, cite_all
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.deadlines import span_text, standing
from congkhai.render.site.makers.figures import plain
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.makers.people import PersonView, person
from congkhai.render.site.makers.session_views import SessionView, session_views
from congkhai.render.site.page import Page
from congkhai.source.repository import Source

_PAGES = Collection("tiep-cong-dan", "reception", "receptions", "api/v1/reception.json")
#: How many days to come the index tells.
AHEAD = 8


@dataclass(frozen=True, slots=True)
class RegularView:
    """Days on which staff receive all the time."""

    days: str
    hours: str
    receivers: tuple[PersonView, ...]
    field: str


@dataclass(frozen=True, slots=True)
class PeriodicView:
    """The rule by which the head of the office receives."""

    receiver: PersonView
    days: str
    hours: str
    attending: tuple[str, ...]
    subject: str | None
    field: str


@dataclass(frozen=True, slots=True)
class ReceptionView:
    """A calendar; `state` is `now`, `ahead` or `over`."""

    reception: Reception
    link: Link
    unit: Link
    period: str | None
    state: str
    regular: tuple[RegularView, ...]
    periodic: tuple[PeriodicView, ...]
    coming: tuple[SessionView, ...]
    past: tuple[SessionView, ...]
    basis: tuple[CitationView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The days to come, and a page for each calendar, past ones included."""
    sources = context.office.repository.all("reception")
    views = {source.key: _view(context, source) for source in sources}
    yield _index(context, sources, list(views.values()))
    for source in sources:
        yield _page(context, source, views[source.key])


def _index(context: SiteContext, sources: tuple[Source, ...], views: list[ReceptionView]) -> Page:
    now = [view for view in views if view.state == "now"]
    coming = sorted((s for view in views for s in view.coming), key=lambda s: (s.session.day, s.session.hours))
    return index_page(
        context,
        _PAGES,
        sources,
        now=now,
        following=next((s for s in coming if not s.session.cancelled), None),
        coming=coming[:AHEAD],
        ahead=[view for view in views if view.state == "ahead"],
        over=sorted((v for v in views if v.state == "over"), key=lambda v: str(v.reception.period.end), reverse=True),
        search=SearchEntry(
            sources[0].kind.title if sources else _PAGES.link.title, names=(phrase("site.receptions_names"),)
        ),
    )


def _page(context: SiteContext, source: Source, view: ReceptionView) -> Page:
    reception = view.reception
    wanted = (
        ("sap-toi", "coming", view.coming),
        ("thuong-xuyen", "regular", view.regular),
        ("dinh-ky", "periodic", view.periodic),
        ("noi-quy", "rules", reception.rules),
        ("da-qua", "past", view.past),
        ("can-cu", "basis", view.basis),
    )
    receivers = [p.receiver for p in view.periodic] + [person for r in view.regular for person in r.receivers]
    return record_page(
        context,
        _PAGES,
        source,
        wanted,
        view=view,
        title=reception.title,
        description=". ".join(part for part in (reception.place, view.period, reception.phone) if part) + ".",
        search=SearchEntry(
            kind=source.kind.title,
            text=plain(
                reception.title,
                reception.place,
                (receiver.name for receiver in receivers),
                reception.registration,
                reception.rules,
            ),
            names=(phrase("site.receptions_names"),),
            units=(view.unit.title,),
            facts=tuple(_next_fact(view)) + ((reception.phone,) if reception.phone else ()),
        ),
    )


def _next_fact(view: ReceptionView) -> Iterator[str]:
    for one in view.coming:
        if not one.session.cancelled:
            yield f"{weekday_name(one.session.day)}, {short_date(one.session.day)}"
            return


def _view(context: SiteContext, source: Source) -> ReceptionView:
    office, at = context.office, source.key.office
    reception: Reception = source.record
    every = session_views(office, source)
    return ReceptionView(
        reception=reception,
        link=link(source),
        unit=link(office.get("unit", reception.unit, at)),
        period=span_text(reception.period),
        state=standing(reception.period, office.day),
        regular=tuple(
            RegularView(
                days_text(rule.days),
                ", ".join(map(str, rule.hours)),
                tuple(person(office.get("official", receiver, at)) for receiver in rule.receivers),
                f"regular[{n}]",
            )
            for n, rule in enumerate(reception.regular)
        ),
        periodic=tuple(
            PeriodicView(
                person(office.get("official", rule.receiver, at)),
                rule_text(rule),
                ", ".join(map(str, rule.hours)),
                rule.attending,
                rule.subject,
                f"periodic[{n}]",
            )
            for n, rule in enumerate(reception.periodic)
        ),
        coming=tuple(view for view in every if view.session.day >= office.day),
        past=tuple(reversed([view for view in every if view.session.day < office.day])),
        basis=cite_all(context, reception.basis, at),
    )


def rule_text(rule: PeriodicReception) -> str:
    """`Thứ Tư tuần thứ 1 và thứ 3 hằng tháng`, `Ngày 5 và 20 hằng tháng`, `Thứ Hai hằng tuần`."""
    joined = phrase("site.and")
    if rule.month_days:
        return phrase("site.rule_month_days", days=joined.join(map(str, rule.month_days)))
    days = days_text(rule.days)
    if not rule.weeks:
        return phrase("site.rule_weekly", days=days)
    weeks = [phrase("site.rule_last") if week == -1 else phrase("site.rule_nth", n=week) for week in rule.weeks]
    return phrase("site.rule_weeks", days=days, weeks=joined.join(weeks))
