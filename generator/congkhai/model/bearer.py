"""Whether a duty falls on an office."""

from __future__ import annotations

from collections.abc import Mapping

from congkhai.model.duty import Duty
from congkhai.model.duty_terms import Actor
from congkhai.model.unit import Unit, UnitLevel, UnitType

_ANY_LEVEL = frozenset(UnitLevel)
_COMMUNE = frozenset({UnitLevel.COMMUNE})
_PROVINCE = frozenset({UnitLevel.PROVINCE})

#: Levels of the offices on whose site a duty of an actor is shown. An actor that is not here acts for itself: what it
#: must publish is not the office's to answer for, though it may hang on the office's board.
_LEVELS: Mapping[Actor, frozenset[UnitLevel]] = {
    Actor.COMMUNE_COMMITTEE: _COMMUNE,
    Actor.COMMUNE_CHAIR: _COMMUNE,
    Actor.PROVINCE_COMMITTEE: _PROVINCE,
    Actor.PROVINCE_CHAIR: _PROVINCE,
    Actor.COUNCIL: _COMMUNE | _PROVINCE,
    Actor.AGENCY: _ANY_LEVEL,
    Actor.AGENCY_HEAD: _ANY_LEVEL,
    Actor.BUDGET_UNIT: _ANY_LEVEL,
    Actor.FUND_MANAGER: _ANY_LEVEL,
    Actor.COLLECTOR: _ANY_LEVEL,
    Actor.ONE_STOP: _COMMUNE,
    Actor.CIVIL_STATUS: _COMMUNE,
    Actor.VILLAGE_HEAD: _COMMUNE,
}
#: Actors that only a people's committee is, not a department of its level.
_COMMITTEES = frozenset(
    {Actor.COMMUNE_COMMITTEE, Actor.COMMUNE_CHAIR, Actor.PROVINCE_COMMITTEE, Actor.PROVINCE_CHAIR, Actor.COUNCIL}
)
#: Actors that may have nothing to publish: a fund or a unit with a budget of its own need not exist.
_PERHAPS = frozenset({Actor.FUND_MANAGER, Actor.BUDGET_UNIT, Actor.COLLECTOR})


def falls_on(duty: Duty, office: Unit) -> bool:
    """Say whether the office, or a part of it, is among those who must act."""
    return any(_is(actor, office) for actor in duty.who)


def surely(duty: Duty) -> bool:
    """Say whether the duty comes to every office that it falls on, so that silence is a miss."""
    return not _PERHAPS.issuperset(duty.who)


def _is(actor: Actor, office: Unit) -> bool:
    if office.level not in _LEVELS.get(actor, frozenset()):
        return False
    return actor not in _COMMITTEES or office.type is UnitType.PEOPLES_COMMITTEE
