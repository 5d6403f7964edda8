"""The pages that answer for a printed copy: whether it is current, what has changed since, or that it was withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from congkhai.catalogue import phrase
from congkhai.derive.copies import CopyState, Standing
from congkhai.derive.office import Office
from congkhai.model.calendar import short_date
from congkhai.model.copy import COPIES, Copy, copy_address
from congkhai.render.data.copies import COPIES_FILE
from congkhai.render.notices.facts.wording import citations
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import PaperLink, SiteContext
from congkhai.render.site.makers.links import Link, base_of
from congkhai.render.site.page import Page
from congkhai.source.fact import fact

if TYPE_CHECKING:
    from congkhai.render.copies.differences import Change

#: How many changes a page lists; a plan that was written anew is another paper.
MOST = 60

_TONES = {
    CopyState.CURRENT: "ok",
    CopyState.REPLACED: "warn",
    CopyState.WITHDRAWN: "late",
    CopyState.PAUSED: "warn",
}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of the same notice; `here` marks the one that the page is about."""

    link: Link
    day: date
    here: bool
    current: bool


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy as its page shows it. `more` counts the changes that are not listed."""

    copy: Copy
    kind: str
    state: str
    tone: str
    verdict: str
    advice: str
    changes: tuple[Change, ...]
    more: int
    now: Link | None
    page: Link | None
    papers: tuple[PaperLink, ...]
    versions: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy in a list."""

    link: Link
    title: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """The copies whose codes begin alike."""

    link: Link
    count: int


def pages(context: SiteContext) -> Iterator[Page]:
    """The page where a code is looked up, a list for each first character, and a page for each code."""
    codes = context.copies.codes
    letters = Counter(code[0] for code in codes)
    yield _index(context, letters)
    for letter in letters:
        yield context.page(_letter, letter)
    for code in codes:
        yield context.page(_page, code)


def _index(context: SiteContext, letters: Mapping[str, int]) -> Page:
    views = tuple(LetterView(Link(letter, f"{COPIES}{letter}/"), count) for letter, count in letters.items())
    title, about, hotline = phrase("site.copies_lookup"), phrase("site.copies_about"), context.office.site.hotline
    base = base_of(COPIES)
    lead = context.templates.render("copy/index.html.j2", letters=views, hotline=hotline, json=COPIES_FILE, base=base)
    return Page(COPIES, "in", title=title, description=about, lead=lead, search=SearchEntry(title, about))


def _letter(context: SiteContext, letter: str) -> Page:
    rows, at = tuple(map(_row, context.copies.under(letter))), f"{COPIES}{letter}/"
    title = phrase("site.copies_letter", letter=letter)
    lead = context.templates.render("copy/letter.html.j2", rows=rows, index=_up(), base=base_of(at))
    return _hidden(at, "in/*", title, phrase("site.copies_about"), lead)


def _page(context: SiteContext, code: str) -> Page:
    standing = context.copies.get(code)
    if standing is None:
        raise KeyError(code)
    view, at = _view(context, standing), copy_address(code)
    lead = context.templates.render(
        "copy/page.html.j2",
        view=view,
        hotline=context.office.site.hotline,
        index=_up(),
        base=base_of(at),
    )
    return _hidden(at, "in/*", view.state, view.verdict, lead)


def _hidden(at: str, shell: str, title: str, description: str, lead: Markup) -> Page:
    """A page for those who hold a paper: search engines and our own search leave it out."""
    return Page(at, shell, title=title, description=description, lead=lead, listed=False)


def _up() -> Link:
    return Link(phrase("site.copies_lookup"), COPIES)


def _row(standing: Standing) -> CopyRow:
    copy = standing.copy
    return CopyRow(Link(copy.code, copy_address(copy.code)), copy.title, standing.state.label, _TONES[standing.state])


def _view(context: SiteContext, standing: Standing) -> CopyView:
    copy, now, day = standing.copy, standing.now, context.office.day
    changes, same = _compared(context, standing) if standing.state is CopyState.REPLACED else ((), False)
    key = "reprinted" if same else standing.state.value
    since = short_date(standing.since) if standing.since else ""
    told = phrase(f"copies.{key}_since" if since and not same else f"copies.{key}", day=since or short_date(day))
    return CopyView(
        copy=copy,
        kind=phrase(f"notice_kinds.{copy.kind}"),
        state=phrase(f"copies.{key}_title"),
        tone="ok" if same else _TONES[standing.state],
        verdict=f"{told} {standing.reason}".strip(),
        advice=phrase(f"copies.{key}_advice"),
        changes=changes[:MOST],
        more=max(0, len(changes) - MOST),
        now=Link(now.code, copy_address(now.code)) if now and now.code != copy.code else None,
        page=Link(copy.title, now.page) if now else None,
        papers=context.sheets.get(now.series, ()) if now else (),
        versions=tuple(_versions(standing)),
    )


def _compared(context: SiteContext, standing: Standing) -> tuple[tuple[Change, ...], bool]:
    """What the notice that replaced a copy says otherwise, and whether it is known to say the same."""
    # What compares knows all notices: slow to load, and only wanted once a copy was replaced.
    from congkhai.render.copies.differences import differences
    from congkhai.render.copies.titles import FACTS

    copy, now = standing.copy, standing.now
    changes: tuple[Change, ...] = ()
    if now:
        changes = differences(copy.kind, copy.facts, context.copies.facts(now), _cited(context.office))
    return changes, copy.kind in FACTS and not changes


def _versions(standing: Standing) -> Iterator[VersionRow]:
    """All versions of the notice, on the page of the last: a list on every page would grow with their square."""
    if not standing.last:
        return
    now = standing.now.code if standing.now else ""
    for copy in standing.versions:
        yield VersionRow(
            Link(copy.code, copy_address(copy.code)), copy.day, copy.code == standing.copy.code, copy.code == now
        )


@fact
def _cited(office: Office) -> Mapping[str, str]:
    """The law behind each fee, by the name of the fee."""
    return {
        source.record.name: "; ".join(citations(office, source.record.basis, source.key.office))
        for source in office.repository.all("fee")
        if source.record.validity is None or source.record.validity.holds(office.day)
    }
