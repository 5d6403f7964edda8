"""A duty made whole: what its own law leaves open is filled from the general laws, attribute by attribute.

Special law, then Law 10/2022/QH15 (Articles 12(3), 13(2), 13(6)), then Law 01/2026/QH16 (Articles 18(4), 21(2)).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from congkhai.model.calendar import Period
from congkhai.model.duty import Duty, DutyDeadline, DutyForms, GeneralRule, MinimumPosting
from congkhai.model.duty_terms import LawRank, Place
from congkhai.model.unit import UnitLevel
from congkhai.source.repository import Repository, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filled(Generic[T]):
    """A value, and the general rule that it was taken from; None when the duty's own law gives it."""

    value: T
    rule: Source | None = None


@dataclass(frozen=True, slots=True)
class WholeDuty:
    """A duty with nothing left open. A part is None where no law speaks, or where nothing is to be published."""

    source: Source
    deadline: Filled[DutyDeadline] | None
    forms: Filled[DutyForms] | None
    places: Filled[tuple[Place, ...]] | None
    posting: Filled[MinimumPosting] | None

    @property
    def duty(self) -> Duty:
        """The duty as its own law has it."""
        duty: Duty = self.source.record
        return duty

    @property
    def rules(self) -> tuple[Source, ...]:
        """The general rules that something was taken from, each once."""
        parts = (self.deadline, self.forms, self.places, self.posting)
        return tuple({part.rule.key: part.rule for part in parts if part and part.rule}.values())

    @property
    def verified(self) -> bool:
        """The duty and every general rule that fills it were compared with the text of the law."""
        return self.duty.verified and all(rule.record.verified for rule in self.rules)


def whole(source: Source, repository: Repository, level: UnitLevel, day: date) -> WholeDuty:
    """Fill a duty for an office of a level by the general rules that hold on a day."""
    duty: Duty = source.record
    rules = _rules(duty, repository, level, day) if duty.public else []
    forms = _first(duty.forms, rules, lambda rule: rule.forms)
    posted = bool(forms and forms.value.posted)
    return WholeDuty(
        source=source,
        deadline=_first(duty.deadline, rules, lambda rule: rule.deadline),
        forms=forms,
        places=_first(duty.places or None, rules, lambda rule: rule.places) if posted else None,
        posting=_first(duty.posting, rules, lambda rule: rule.posting) if posted else None,
    )


def _rules(duty: Duty, repository: Repository, level: UnitLevel, day: date) -> list[Source]:
    """The general rules that come after a duty's own law, in their order; its own law's general rule comes first."""
    ranks = list(LawRank)
    found = [
        source
        for source in repository.all("general_rule")
        if _holds(source.record, level, day) and ranks.index(source.record.rank) >= ranks.index(duty.rank)
    ]
    return sorted(found, key=lambda source: ranks.index(source.record.rank))


def _holds(rule: GeneralRule, level: UnitLevel, day: date) -> bool:
    return (rule.validity or Period()).holds(day) and (not rule.levels or level in rule.levels)


def _first(own: T | None, rules: list[Source], take: Callable[[GeneralRule], T]) -> Filled[T] | None:
    if own is not None:
        return Filled(own)
    return next((Filled(take(source.record), source) for source in rules), None)
