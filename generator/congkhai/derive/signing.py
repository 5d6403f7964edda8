"""Who signs for an office on a day, and from where."""

from __future__ import annotations

from datetime import date

from congkhai.derive.office import Office
from congkhai.model.official import Official, Role
from congkhai.model.unit import Unit, UnitType

_TERRITORIES = (" xã ", " phường ", " đặc khu ", " tỉnh ", " thành phố ")


def head_of(office: Office, at: str, day: date) -> Official | None:
    """The head of the office on a day; None when no record says who that was."""
    unit = at or office.site.office
    for source in office.repository.all("official"):
        official: Official = source.record
        held = official.term is None or official.term.holds(day)
        if source.key.office in {"", at} and official.unit == unit and official.role is Role.CHAIR and held:
            return official
    return None


def capacity(unit: Unit, official: Official) -> tuple[str, ...]:
    """How the head of an office signs: `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH` (Decree 30/2020/NĐ-CP, Article 13)."""
    if unit.type is UnitType.PEOPLES_COMMITTEE:
        return "TM. Ủy ban nhân dân", "Chủ tịch"
    return (official.title,)


def place_name(unit: Unit) -> str:
    """The name of the territory, as documents are dated: `Thanh Bình Đông` (Decree 30/2020/NĐ-CP, Annex I)."""
    for word in _TERRITORIES:
        _, found, name = f" {unit.name}".partition(word)
        if found:
            return name.strip()
    return ""
