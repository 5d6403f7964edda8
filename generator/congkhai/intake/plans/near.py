"""The units that a plan can mean by a bare name: those around its issuer, for every province has a Sở Tài chính."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from congkhai.intake.plans.tokens import unit_key
from congkhai.intake.slugs import folded
from congkhai.model.unit import Unit, UnitLevel
from congkhai.source.repository import Repository

_PLACE = re.compile(r"\s+(?:cua )?(?P<kind>tinh uy|tinh|thanh uy|thanh pho|xa|phuong)\s+(?P<name>[^(]+)$")
_REMARK = re.compile(r"\s*\((?P<name>[^()]*)\)$")
#: How bodies that are named after their task are called for short.
_BODIES = ("ban chi dao", "to cong tac", "doan kiem tra", "ban to chuc", "hoi dong tu van")
#: A name of so few words without its place could be anybody's: `Thanh tra`.
_FEW = 2
_HEADS_OF_A_DEPARTMENT = ("giam doc so", "lanh dao so")
#: What a short name may leave out at its end.
_ENDS = (" so", " tinh uy", " thanh uy")


def near_units(repository: Repository, issuer: str | None) -> Mapping[str, str]:
    """Ids by key, with and without the place in the name; keys that two units near the issuer share are left out.

    Near are units of the issuer's province, and groups without a superior whose name holds the same place; without an
    issuer nobody is near, for a bare name would be a guess.
    """
    if issuer is None or repository.find("unit", issuer) is None:
        return {}
    records: dict[str, Unit] = {source.id: source.record for source in repository.all("unit")}
    around = set(_chain(records, issuer))
    places = {place for id in around if (place := _place(records[id].name))}
    found: dict[str, str | None] = {}
    for inner in (True, False):
        level: dict[str, str | None] = {}
        for id, unit in records.items():
            chained = bool(around & set(_chain(records, id)))
            orphan = unit.parent is None and (
                unit.level is UnitLevel.CENTRAL or any(_belongs(unit.name, place) for place in places)
            )
            if chained is inner and (chained or orphan):
                for name in set(_names(unit)):
                    level[name] = id if level.get(name, id) == id else None
        found = level | found
    heads = dict.fromkeys(_HEADS_OF_A_DEPARTMENT if folded(records[issuer].name).startswith("so ") else (), issuer)
    return {name: id for name, id in (heads | found).items() if id}


def _place(name: str) -> str:
    """What a name says of the place: `an giang`, or a remark in brackets."""
    plain = folded(name)
    match = _REMARK.search(plain) or _PLACE.search(plain)
    return match["name"].strip() if match else ""


def _belongs(name: str, place: str) -> bool:
    return _place(name) == place or folded(name).endswith(f" {place}")


def _chain(records: Mapping[str, Unit], id: str) -> Iterator[str]:
    """A unit and all above it, as far as they belong to one province."""
    seen: set[str] = set()
    current: str | None = id
    while current and current in records and current not in seen:
        seen.add(current)
        if records[current].level is not UnitLevel.CENTRAL:
            yield current
        current = records[current].parent


def _names(unit: Unit) -> Iterator[str]:
    for name in filter(None, (unit.name, unit.short_name)):
        plain = _REMARK.sub("", folded(name))
        at = _PLACE.search(plain)
        bare = plain[: at.start()] if at else plain
        if at and bare in {"uy ban nhan dan", "ubnd"}:
            bare = f"{bare} {at['kind']}"
        for key in dict.fromkeys(map(unit_key, (plain, bare) if len(bare.split()) > _FEW else (plain,))):
            yield key
            yield from (body for body in _BODIES if key.startswith(f"{body} "))
            if key.startswith("cac ") and len(key.split()) > 2:
                yield key.removeprefix("cac ")
            yield from (key.removesuffix(end) for end in _ENDS if key.endswith(end) and len(key.split()) > 3)
