"""The Vietnamese lunar calendar from 1990 to 2050."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.plan import Precision

FIRST_YEAR = 1990
#: One number a lunar year. From the lowest bit: 13 bits for months of 30 days, the first month highest; 4 bits for
#: the month that is doubled; the rest counts the days from 1 January to the lunar new year. Computed for the meridian
#: of 105 degrees east (Decision 121/CP of 8/8/1967) and compared with the public holidays of every year.
_YEARS = (
    *(0x34A92F, 0x5A092E, 0x440C96, 0x2C6D4A, 0x501D4A, 0x3D0D55, 0x620AD4, 0x4A155A, 0x36B26D, 0x5C125C),
    *(0x46192C, 0x2E9A95, 0x541A94, 0x3E1B4A, 0x2A4B55, 0x4E0AD4, 0x38F4DA, 0x5E14BA, 0x4A1256, 0x32B52B),
    *(0x58152A, 0x421694, 0x2C96AA, 0x5015AA, 0x3D2AB5, 0x620974, 0x4C14B6, 0x36CA57, 0x5C0A4E, 0x460D26),
    *(0x308E93, 0x540D54, 0x3E15AA, 0x2A49B5, 0x50096C, 0x38D4AE, 0x5E149C, 0x481A4C, 0x32BD26, 0x561AA4),
    *(0x401B54, 0x2C6B6A, 0x520ADA, 0x3D695D, 0x62093A, 0x4C149A, 0x36DA4B, 0x5A164A, 0x4416A4, 0x2EBB52),
    *(0x5416B4, 0x3E0ABA, 0x2A495B, 0x500936, 0x3AF497, 0x5E1496, 0x48154A, 0x32B6A5, 0x580DA4, 0x4015AC),
    0x2C6AB6,
)
LAST_YEAR = FIRST_YEAR + len(_YEARS) - 1
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")


def new_year(year: int) -> date:
    """The first day of the lunar year. Raises Unclear outside the table."""
    return date(year, 1, 1) + timedelta(days=_packed(year) >> 17)


def civil(day: int, month: int, year: int) -> date:
    """The civil date of a day of a lunar month, never of the doubled one. Negative days count from the month's end."""
    packed = _packed(year)
    doubled = packed >> 13 & 15
    place = month - 1 + (1 if doubled and month > doubled else 0)
    lengths = [29 + (packed >> 12 - n & 1) for n in range(place + 1)]
    number = day if day > 0 else lengths[place] + 1 + day
    if not 1 <= month <= 12 or not 1 <= number <= lengths[place]:
        raise Unclear(Reason.NO_SUCH_DAY)
    return new_year(year) + timedelta(days=sum(lengths[:place]) + number - 1)


def _packed(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unclear(Reason.UNKNOWN)
    return _YEARS[year - FIRST_YEAR]


def cycle_year(stem: str, branch: str) -> int | None:
    """The year of the table with a name such as `tân sửu`; None when the name does not exist."""
    if stem not in _STEMS or branch not in _BRANCHES:
        return None
    for year in range(FIRST_YEAR + 1, LAST_YEAR + 1):
        if _STEMS[(year - 4) % 10] == stem and _BRANCHES[(year - 4) % 12] == branch:
            return year
    return None


def is_branch(word: str) -> bool:
    """Say whether a word can be the second half of the name of a lunar year."""
    return word in _BRANCHES


@dataclass(frozen=True, slots=True)
class Lunar:
    """Days of a lunar month; `year` is the lunar year."""

    month: int
    first: int
    last: int
    year: int | None = None
    precision: Precision = Precision.DAY
    estimated: bool = False

    def in_year(self, year: int) -> Lunar:
        """The same, in a lunar year."""
        return self if self.year else replace(self, year=year)

    def bounds(self) -> tuple[date, date]:
        """The civil days."""
        if self.year is None:
            raise Unclear(Reason.NO_YEAR)
        return civil(self.first, self.month, self.year), civil(self.last, self.month, self.year)
