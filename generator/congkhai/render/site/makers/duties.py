"""The public page of duties: what the law wants published, what was, what was not, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from congkhai.catalogue import phrase
from congkhai.derive.duties.status import DutyState, DutyStatus, statuses
from congkhai.derive.duties.trend import trend
from congkhai.model.duty_terms import DutyGroup
from congkhai.render.data.duties import STATES
from congkhai.render.duty_words import days_text, reason_text, sentence, state_text, term_text
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers.collection import Collection, index_page, record_page
from congkhai.render.site.makers.duty_view import TONES, DutyView, duty_view
from congkhai.render.site.makers.links import Link, link
from congkhai.render.site.page import Page

_PAGES = Collection("minh-bach", "duty", "duties", STATES)
#: What can be said of, in the order of a list; the rest is folded away.
_TOLD = (DutyState.LATE, DutyState.DUE_SOON, DutyState.MET)


@dataclass(frozen=True, slots=True)
class CountView:
    """How many duties stand so."""

    label: str
    count: int
    tone: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty in a list; `law` is the first place in the law that it rests on."""

    link: Link
    plain: str
    law: str
    state: str
    tone: str
    told: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """The duties of a group: those of which something is known, and the others."""

    group: DutyGroup
    told: tuple[DutyRow, ...]
    rest: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """How the duties stood at the end of a month."""

    day: date
    counts: tuple[int, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """The list of all duties by group, and a page for each."""
    found = statuses(context.office)
    yield _index(context, found)
    for status in found:
        yield _page(context, status, duty_view(context.office, status))


def _index(context: SiteContext, found: tuple[DutyStatus, ...]) -> Page:
    return index_page(
        context,
        _PAGES,
        [status.source for status in found],
        counts=_counts(found),
        groups=tuple(_groups(found)),
        columns=tuple(state_text(state) for state in _TOLD),
        months=tuple(MonthView(moment.day, _told(moment.counts)) for moment in trend(context.office)),
        day=context.office.day,
        search=SearchEntry(_PAGES.link.title, names=(phrase("site.duties_names"),)),
    )


def _told(counts: Mapping[DutyState, int]) -> tuple[int, ...]:
    return tuple(counts[state] for state in _TOLD)


def _counts(found: Iterable[DutyStatus]) -> tuple[CountView, ...]:
    states = [status.state for status in found]
    order = (*_TOLD, DutyState.NOT_DUE, DutyState.UNKNOWN, DutyState.NOT_APPLICABLE)
    return tuple(CountView(state_text(state), states.count(state), TONES[state]) for state in order)


def _groups(found: Iterable[DutyStatus]) -> Iterator[GroupView]:
    listed = list(found)
    for group in DutyGroup:
        own = [status for status in listed if status.duty.group is group]
        told = sorted((s for s in own if s.state in _TOLD), key=lambda s: _TOLD.index(s.state))
        rest = [status for status in own if status.state not in _TOLD]
        if own:
            yield GroupView(group, tuple(map(_row, told)), tuple(map(_row, rest)))


def _row(status: DutyStatus) -> DutyRow:
    one = status.decisive
    term = term_text(one.term) if one and one.term else ""
    told = (term, days_text(status), reason_text(status))
    return DutyRow(
        link=link(status.source),
        plain=status.duty.plain,
        law=status.duty.basis[0].full,
        state=state_text(status.state),
        tone=TONES[status.state],
        told=tuple(sentence(text) for text in told if text),
        verified=status.whole.verified,
    )


def _page(context: SiteContext, status: DutyStatus, view: DutyView) -> Page:
    wanted = (
        ("con-thieu", "missing", view.missing),
        ("bang-chung", "proofs", view.proofs),
        ("luat", "law", True),
        ("cac-lan", "history", len(view.history) > 1),
    )
    return record_page(
        context,
        _PAGES,
        status.source,
        wanted,
        view=view,
        day=context.office.day,
        title=status.duty.title,
        description=status.duty.plain,
        search=None,
    )
