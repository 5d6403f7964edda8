"""JSON Schema of each kind, for editors: titles and help appear while one types.

A second opinion only: `congkhai check` is what decides. Codes and times ask for quotes here, because the editors'
YAML parsers turn them into numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.money import Money
from congkhai.model.spec import FieldSpec, Member, members
from congkhai.model.time_limit import TimeLimit

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SLUG = "^[a-z0-9]+([._-][a-z0-9]+)*$"
_SCALARS: Mapping[type, Mapping[str, Any]] = {
    bool: {"enum": [True, False, "có", "không"]},
    date: {"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{4})$"},
    Money: {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "(đồng|đ|VNĐ|VND|USD)$"}]},
    TimeOfDay: {"type": "string"},
    Hours: {"type": "string", "pattern": r"^\d{1,2}.*(-|–|đến).*\d"},
    TimeLimit: {"type": "string"},
}


def schemas() -> Mapping[str, bytes]:
    """Schema files by name, such as `procedure.json`, and the list that editors are configured with."""
    return {f"{kind.name}.json": _bytes(_schema(kind)) for kind in KINDS.values()}


def editor_settings() -> bytes:
    """`.vscode/settings.json`: which schema checks which folder."""
    patterns = {}
    for kind in KINDS.values():
        own = kind.folder if kind.single else f"{kind.folder}/**/*.yml"
        places = [own]
        if kind.folder.startswith("content/"):
            places.append(f"content/offices/*/{kind.folder.removeprefix('content/')}/**/*.yml")
        patterns[f"./site_config/schema/{kind.name}.json"] = places
    settings = {
        "yaml.schemas": patterns,
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return _bytes(settings)


def _schema(kind: Kind) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    body = _record(kind.record, definitions)
    return {"$schema": _DRAFT, "title": kind.title, **body, "definitions": definitions}


def _record(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    found = members(cls)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [m.name for m in found.values() if m.required],
        "properties": {m.name: _member(m, definitions) for m in found.values()},
    }


def _member(member: Member, definitions: dict[str, Any]) -> dict[str, Any]:
    spec = member.spec
    described: dict[str, Any] = {"title": spec.title, "description": f"{spec.title}. {spec.help}"}
    if spec.example:
        described["examples"] = [spec.example]
    one = _value(member, definitions)
    if not member.many:
        return described | one
    return described | {"type": "array", "items": one} | ({"minItems": spec.min_items} if spec.min_items else {})


def _value(member: Member, definitions: dict[str, Any]) -> dict[str, Any]:
    base, spec = member.base, member.spec
    if base is int:
        return _number(spec)
    if base is Decimal:
        return _fraction(spec)
    if base in _SCALARS:
        return dict(_SCALARS[base])
    if issubclass(base, Enum):
        return {"enum": [m.value for m in base], "enumDescriptions": [getattr(m, "label", m.value) for m in base]}
    if hasattr(base, "__dataclass_fields__"):
        name = base.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name].update(_record(base, definitions))
        whole = {"$ref": f"#/definitions/{name}"}
        short = next((inner for inner in members(base).values() if inner.spec.short), None)
        return {"anyOf": [_value(short, definitions), whole]} if short else whole
    text: dict[str, Any] = {"type": "string", "minLength": 1}
    if member.ref or (member.scalar and member.scalar.reader == "slug"):
        return text | {"pattern": _SLUG}
    if spec.pattern:
        text |= {"pattern": f"^(?:{spec.pattern})$", "patternErrorMessage": f"{spec.title}: {spec.help}"}
    return text | {"maxLength": spec.max_length}


def _number(spec: FieldSpec) -> dict[str, Any]:
    bounds = {"minimum": spec.least, "maximum": spec.most}
    return {"type": "integer"} | {name: bound for name, bound in bounds.items() if bound is not None}


def _fraction(spec: FieldSpec) -> dict[str, Any]:
    """A number that is whole, or written with a comma: of that text only the sign can be asked for."""
    sign = "" if spec.least is not None and spec.least >= 0 else "-?"
    return {"anyOf": [_number(spec), {"type": "string", "pattern": rf"^{sign}\d{{1,15}}(,\d{{1,6}})?$"}]}


def _bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
