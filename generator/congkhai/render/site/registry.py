"""The visible list of everything that makes pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from congkhai.render.site.context import SiteContext
from congkhai.render.site.makers import (
    answers,
    audience,
    boards,
    budgets,
    contacts,
    copies,
    disclosures,
    documents,
    due,
    duties,
    events,
    fee,
    field,
    home,
    legal_act,
    life_event,
    officials,
    plan_tasks,
    plans,
    postings,
    procedure,
    procedure_index,
    reception,
    rosters,
    search_page,
    units,
)
from congkhai.render.site.page import Page

#: A maker yields every page of its collections, indexes included.
Maker = Callable[[SiteContext], Iterator[Page]]

#: In the order in which pages are made; no maker knows of another.
MAKERS: tuple[Maker, ...] = (
    home.pages,
    procedure_index.pages,
    procedure.pages,
    field.pages,
    life_event.pages,
    audience.pages,
    fee.pages,
    legal_act.pages,
    search_page.pages,
    units.pages,
    officials.pages,
    plans.pages,
    plan_tasks.pages,
    due.pages,
    reception.pages,
    rosters.pages,
    contacts.pages,
    budgets.pages,
    disclosures.pages,
    documents.pages,
    events.pages,
    answers.pages,
    boards.pages,
    postings.pages,
    duties.pages,
    copies.pages,
)
