"""The JSON mirror: every record and every collection under `/api/v1/`.

Only fields whose level is public leave the repository, and of a disclosure only what the web may show on the day;
the rest is not even named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from congkhai.check.walk import is_record
from congkhai.derive.address import address, data_address, heading
from congkhai.derive.office import Office
from congkhai.derive.publication import as_published
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.kinds import KINDS
from congkhai.model.money import Money
from congkhai.model.spec import Level, members
from congkhai.model.time_limit import TimeLimit
from congkhai.source.repository import Source

VERSION = "v1"


def files(office: Office) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files) for each record, each collection and the list of collections."""
    base = office.site.url.rstrip("/") + "/"
    collections = []
    for kind in KINDS.values():
        every = office.repository.all(kind.name)
        sources = [source for source in every if as_published(source, office.day) is not None]
        entries = [_entry(office, source, base) for source in sources]
        for source, entry in zip(sources, entries, strict=True):
            record = as_published(source, office.day)
            yield data_address(source), _bytes(entry | {"record": public(record)}), source.files
        path = f"api/{VERSION}/{kind.name}.json"
        yield (
            path,
            _bytes({"kind": kind.name, "title": kind.title, "items": entries}),
            tuple(path for s in sources for path in s.files),
        )
        collections.append({"kind": kind.name, "title": kind.title, "count": len(sources), "url": base + path})
    top = {"site": office.site.name, "date": office.day.isoformat(), "collections": collections}
    yield f"api/{VERSION}/index.json", _bytes(top), ("site_config/site.yml",)


def public(value: object) -> object:
    """A value as JSON: enums by code, money as amount and currency, dates in ISO 8601, empty fields left out."""
    if is_record(value):
        found = {
            name: public(getattr(value, name))
            for name, member in members(type(value)).items()
            if member.spec.level is Level.PUBLIC
        }
        return {name: item for name, item in found.items() if item not in (None, "", [], {})}
    match value:
        case tuple():
            return [public(item) for item in value]
        case Enum():
            return value.value
        case Money():
            return {"amount": value.amount, "currency": value.currency}
        case TimeLimit():
            return {"unit": value.unit, "low": str(value.low), "high": str(value.high), "text": str(value)}
        case Hours():
            return {"start": str(value.start), "end": str(value.end)}
        case TimeOfDay() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _entry(office: Office, source: Source, base: str) -> dict[str, Any]:
    entry = {"kind": source.key.kind, "id": source.id, "title": heading(source), "data": base + data_address(source)}
    if source.key.office:
        entry["office"] = source.key.office
    if source.kind.slug:
        entry["page"] = base + address(source)
    changed = office.changed(source)
    if changed:
        entry["changed"] = changed.isoformat()
    return entry


def _bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()
