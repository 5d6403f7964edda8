"""The facts of a record by lasting names, so that two versions of it can be told apart fact by fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from congkhai.intake.slugs import folded
from congkhai.intake.writer.emit import given, is_record
from congkhai.intake.writer.scalars import text_of
from congkhai.model.spec import Member

#: Fields that, taken together, name an item of a list better than its place does; the first set that is there counts.
_NAMES = (
    ("id",),
    ("kind",),
    ("act", "article", "clause", "point"),
    ("fee",),
    ("name", "condition"),
    ("name",),
    ("number", "title"),
    ("to",),
    ("text",),
)
_SEPARATOR = "\x1f"


def facts(record: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, text): lists of records are named by their items, lists of texts are one fact."""
    for member, value in given(record):
        place = f"{path}.{member.name}" if path else member.name
        if member.many and value and is_record(value[0]):
            for name, item in zip(item_names(value), value, strict=True):
                yield from facts(item, f"{place}[{name}]")
                yield f"{place}[{name}]", ""
        elif member.many:
            yield place, _SEPARATOR.join(text_of(item) for item in value)
        elif is_record(value):
            yield from facts(value, place)
            yield place, ""
        else:
            yield place, text_of(value)


def item_names(items: tuple[Any, ...]) -> list[str]:
    """A lasting name for each item of a list, different for each."""
    names: list[str] = []
    for number, item in enumerate(items):
        name = _name(item) or str(number)
        again = sum(other == name or other.startswith(f"{name}~") for other in names)
        names.append(f"{name}~{again + 1}" if again else name)
    return names


def _name(item: object) -> str:
    fields = getattr(type(item), "__dataclass_fields__", {})
    for wanted in _NAMES:
        if all(name in fields for name in wanted):
            values = [getattr(item, name) for name in wanted]
            if any(value is not None for value in values):
                return digest(_SEPARATOR.join("" if v is None else folded(text_of(v)) for v in values))
    return ""


def digest(text: str) -> str:
    """A short name of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def mark(text: str) -> str:
    """The digest of a fact; empty for one that only says that a record is there."""
    return digest(text) if text else ""


def digests(record: object) -> dict[str, str]:
    """What is kept of an import, to see next time which facts of the source have changed."""
    return {path: mark(text) for path, text in facts(record)}


def shown(member: Member, value: object) -> str:
    """A value as a report of changes shows it: the label of an enumeration, the text of the rest, cut to one line."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        text = "; ".join(shown(member, item) for item in value)
    elif isinstance(value, Enum):
        text = str(getattr(value, "label", value.value))
    elif is_record(value):
        text = ", ".join(shown(inner, item) for inner, item in given(value))
    else:
        text = str(value) if not isinstance(value, bool) else text_of(value)
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:89] + "…"


def title_of(item: object) -> str:
    """What people call an item of a list."""
    for name in ("name", "title", "label", "kind", "act", "text", "id"):
        value = getattr(item, name, None)
        if value is not None:
            label = str(getattr(value, "label", value))
            return label if len(label) <= 60 else label[:59] + "…"
    return ""


def kept(base: Mapping[str, str] | None, path: str) -> str | None:
    """The digest that the last import kept of a fact; None when it had none."""
    return base.get(path) if base else None
