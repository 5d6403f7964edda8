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
from functools import cache
from itertools import chain

from congkhai.check.walk import is_record
from congkhai.derive.address import address, data_address, heading
from congkhai.derive.office import Office
from congkhai.derive.publication import as_published, is_told
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.money import Money
from congkhai.model.spec import Level, members
from congkhai.model.time_limit import TimeLimit
from congkhai.source.fact import fact
from congkhai.source.repository import Source

VERSION = "v1"
#: What says nothing, and is left out.
_EMPTY: tuple[object, ...] = (None, "", [], {})
_write = json.JSONEncoder(ensure_ascii=False).encode

#: A file: its path, its bytes, and the files of the office that it was made from.
File = tuple[str, bytes, tuple[str, ...]]


def files(office: Office) -> Iterator[File]:
    """Yield (path, bytes, source files) for each record, each collection and the list of collections."""
    for name in chain(records(office), collections()):
        yield from part(office, name)


def records(office: Office) -> Iterator[str]:
    """The parts that tell of one record each: the paths of their files."""
    return (source.path for kind in KINDS for source in office.repository.all(kind))


def collections() -> Iterator[str]:
    """The parts that tell of many, in few words each: the name of each kind, and an empty name for all kinds."""
    return chain(KINDS, [""])


def part(office: Office, name: str) -> Iterator[File]:
    """The files of one part, which need not be made again as long as nothing changed that they are made from."""
    if not name:
        yield from _top(office)
    elif name in KINDS:
        yield from _collection(office, KINDS[name])
    elif source := office.repository.at(name):
        yield from _record(office, source)


def _record(office: Office, source: Source) -> Iterator[File]:
    record = as_published(source, office.day)
    if record is not None:
        about = _entry(office, source).removesuffix("}")
        yield data_address(source), f'{about}, "record": {_write(public(record))}}}\n'.encode(), source.files


def _collection(office: Office, kind: Kind) -> Iterator[File]:
    sources = _public(office, kind)
    about = _write({"kind": kind.name, "title": kind.title}).removesuffix("}")
    items = ", ".join(_entry(office, source) for source in sources)
    yield (
        _address(kind),
        f'{about}, "items": [{items}]}}\n'.encode(),
        tuple(path for source in sources for path in source.files),
    )


def _top(office: Office) -> Iterator[File]:
    collections = [
        {
            "kind": kind.name,
            "title": kind.title,
            "count": len(_public(office, kind)),
            "url": _base(office) + _address(kind),
        }
        for kind in KINDS.values()
    ]
    top = {"site": office.site.name, "date": office.day.isoformat(), "collections": collections}
    yield f"api/{VERSION}/index.json", f"{_write(top)}\n".encode(), ("site_config/site.yml",)


def _public(office: Office, kind: Kind) -> list[Source]:
    return [source for source in office.repository.all(kind.name) if is_told(source, office.day)]


def _address(kind: Kind) -> str:
    return f"api/{VERSION}/{kind.name}.json"


def _base(office: Office) -> str:
    return office.site.url.rstrip("/") + "/"


def public(value: object) -> object:
    """A value as JSON: enums by code, money as amount and currency, dates in ISO 8601, empty fields left out."""
    if isinstance(value, str | int):
        return value
    if is_record(value):
        return _public_fields(value)
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


def _public_fields(record: object) -> dict[str, object]:
    """The fields of a record that say something."""
    cls: type = type(record)
    told: dict[str, object] = {}
    for name in _names(cls):
        value = getattr(record, name)
        if type(value) is str:  # nearly every value is one
            if value:
                told[name] = value
        elif value is not None and (item := public(value)) not in _EMPTY:
            told[name] = item
    return told


@cache
def _names(cls: type) -> tuple[str, ...]:
    """The fields of a record that everybody may read."""
    return tuple(name for name, member in members(cls).items() if member.spec.level is Level.PUBLIC)


@fact
def _entry(office: Office, source: Source) -> str:
    """What is told of a record wherever it is told of, as JSON: of a hundred thousand objects each would be held."""
    base = _base(office)
    entry = {"kind": source.key.kind, "id": source.id, "title": heading(source), "data": base + data_address(source)}
    if source.key.office:
        entry["office"] = source.key.office
    if source.kind.slug:
        entry["page"] = base + address(source)
    changed = office.changed(source)
    if changed:
        entry["changed"] = changed.isoformat()
    return _write(entry)
