"""The visible list of all rules."""

from __future__ import annotations

from congkhai.check.rule import AnyRule
from congkhai.check.rules import (
    answers,
    budgets,
    contacts,
    copies,
    disclosures,
    documents,
    duties,
    events,
    law,
    personal,
    phrases,
    plans,
    posting_life,
    posting_papers,
    postings,
    procedures,
    reception,
    references,
    services,
    sessions,
    thesaurus,
    units,
)

RULES: tuple[AnyRule, ...] = (
    *references.RULES,
    *procedures.RULES,
    *services.RULES,
    *law.RULES,
    *plans.RULES,
    *phrases.RULES,
    *documents.RULES,
    *reception.RULES,
    *sessions.RULES,
    *budgets.RULES,
    *postings.RULES,
    *posting_life.RULES,
    *posting_papers.RULES,
    *disclosures.RULES,
    *answers.RULES,
    *events.RULES,
    *units.RULES,
    *contacts.RULES,
    *copies.RULES,
    *duties.RULES,
    *personal.RULES,
    *thesaurus.RULES,
)
