"""Answers to citizens."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.answer import Answer
from congkhai.model.calendar import short_date
from congkhai.source.repository import Source


def _answered_before_received(source: Source, _context: Context) -> Violations:
    answer: Answer = source.record
    if answer.answered < answer.received:
        yield "answered", {"answered": short_date(answer.answered), "received": short_date(answer.received)}


RULES = (Rule("HD101", _answered_before_received, ("answer",)),)
