"""The units that a plan can mean by a bare name: those around its issuer, for every province has a Sở Tài chính."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from congkhai.intake.slugs import folded
from congkhai.model.unit import Unit, UnitLevel
from congkhai.source.repository import Repository

_PLACE = re.compile(r"\s+(?:tinh|thanh pho|xa|phuong)\s+.*$|\s*\(.*$")


def near_units(repository: Repository, issuer: str | None) -> Mapping[str, str]:
    """Ids by folded name, with and without the place in it; names that two units near the issuer share are left out."""
    records: dict[str, Unit] = {source.id: source.record for source in repository.all("unit")}
    around = set(_chain(records, issuer)) if issuer else set()
    found: dict[str, str | None] = {}
    for id, unit in records.items():
        if issuer and not around & set(_chain(records, id)):
            continue
        for name in set(_names(unit)):
            found[name] = id if found.get(name, id) == id else None
    return {name: id for name, id in found.items() if id}


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
    for name in (unit.name, unit.short_name):
        if name:
            plain = folded(name)
            bare = _PLACE.sub("", plain)
            for text in (plain, bare if bare not in {"uy ban nhan dan", "ubnd"} else f"{bare} tinh"):
                yield text
                yield text.replace("uy ban nhan dan", "ubnd")
