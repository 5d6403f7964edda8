"""How the duties stood at the end of each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from congkhai.derive.duties.reckoning import months
from congkhai.derive.duties.status import DutyState, statuses
from congkhai.derive.office import Office
from congkhai.source.fact import fact, on_day

#: How many months are shown, the running one included.
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """How many duties stood how on a day: on the last of a month, or on the day itself for the running one."""

    day: date
    counts: Mapping[DutyState, int]


def trend(office: Office) -> tuple[Moment, ...]:
    """The last months, the earliest first, as today's records tell of them."""
    days = [min(term.last, office.day) for term in islice(months(office.day), MONTHS)]
    return tuple(Moment(day, _counts(office, day)) for day in reversed(days))


def _counts(office: Office, day: date) -> Mapping[DutyState, int]:
    return _counted(on_day(office, day))


@fact
def _counted(office: Office) -> Mapping[DutyState, int]:
    found = Counter(status.state for status in statuses(office))
    return {state: found[state] for state in DutyState}
