"""How a record describes its own fields.

A kind of record is a frozen dataclass whose fields are made with :func:`described`. The Vietnamese title and
help text given there are the only copy: the binder's messages, the JSON Schema (and with it the hover text
in an editor) and the reference pages are all generated from them.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, dataclass_transform

from congkhai.model.pickled import quickly_pickled

T = TypeVar("T")


class Level(Enum):
    """Who may read a field. Anything but PUBLIC reaches no page, PDF, JSON, feed or search index."""

    PUBLIC = "public"
    OFFICE = "office"
    NEVER = "never"


@dataclasses.dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a person is told about one field, and the limits its text must keep.

    `least` and `most` bound a number, both included; beyond them lies what can only be a slip of the keyboard.
    `blank` admits a text that is quoted and empty, such as a cell of a table that does not apply. A record whose only
    fact is the text of its `short` field may be written as that text alone.
    """

    title: str
    help: str
    level: Level = Level.PUBLIC
    pattern: str | None = None
    max_length: int = 500
    min_items: int = 0
    example: str | None = None
    blank: bool = False
    short: bool = False
    least: int | None = None
    most: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text as the id of a record of the named kind."""

    kind: str


@dataclasses.dataclass(frozen=True, slots=True)
class Scalar:
    """Marks a text with the name of the reader that types it (see :mod:`congkhai.model.scalars`)."""

    reader: str


@dataclasses.dataclass(frozen=True, slots=True)
class KeyedBy:
    """Marks a list whose items carry an id of their own that must be unique in the list."""

    key: str


def described(  # noqa: PLR0913 - one keyword per thing a clerk is told
    title: str,
    help: str = "",  # noqa: A002 - the word editors and forms use
    *,
    default: object = dataclasses.MISSING,
    level: Level = Level.PUBLIC,
    pattern: str | None = None,
    max_length: int = 500,
    min_items: int = 0,
    example: str | None = None,
    blank: bool = False,
    short: bool = False,
    least: int | None = None,
    most: int | None = None,
) -> Any:  # noqa: ANN401 - it stands for a value of whatever type the field has
    """Declare one field of a record with its Vietnamese title and help text."""
    spec = FieldSpec(title, help, level, pattern, max_length, min_items, example, blank, short, least, most)
    return dataclasses.field(default=default, metadata={"spec": spec}, kw_only=True)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(described, dataclasses.field))
def record(cls: type[T]) -> type[T]:
    """Make a frozen, slotted, keyword-only dataclass that is quickly pickled."""
    return quickly_pickled(dataclasses.dataclass(frozen=True, slots=True, kw_only=True)(cls))


def is_optional(hint: object) -> bool:
    """Say whether an annotation admits None."""
    return typing.get_origin(hint) in (types.UnionType, typing.Union) and type(None) in typing.get_args(hint)


class Labelled(Enum):
    """An enumeration whose members carry the Vietnamese label that people read."""

    label: str

    def __new__(cls, value: str, label: str) -> Labelled:
        """Make a member of its value and its label."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """One field of a record class, resolved: name, annotation taken apart, and its specification.

    `ref` is the kind of record that its text names, `scalar` the reader that types its text, `key` the field whose
    value must be unique in the list; each None when there is none.
    """

    name: str
    spec: FieldSpec
    base: Any
    required: bool
    many: bool
    ref: RefTo | None
    scalar: Scalar | None
    key: str | None


def _take_apart(hint: object) -> tuple[Any, bool, tuple[Any, ...]]:
    marks: tuple[Any, ...] = ()
    many = False
    while True:
        if is_optional(hint):
            hint = next(a for a in typing.get_args(hint) if a is not type(None))
        elif typing.get_origin(hint) is Annotated:
            hint, *extra = typing.get_args(hint)
            marks += tuple(extra)
        elif typing.get_origin(hint) is tuple:
            hint, many = typing.get_args(hint)[0], True
        else:
            return hint, many, marks


def members(cls: type) -> Mapping[str, Member]:
    """All fields of a record class by name, in the order in which they were declared."""
    return _members(cls)


@cache
def _members(cls: type) -> Mapping[str, Member]:
    hints = typing.get_type_hints(cls, include_extras=True)
    out: dict[str, Member] = {}
    for f in dataclasses.fields(cls):
        base, many, marks = _take_apart(hints[f.name])
        out[f.name] = Member(
            name=f.name,
            spec=f.metadata["spec"],
            base=base,
            required=f.default is dataclasses.MISSING,
            many=many,
            ref=next((m for m in marks if isinstance(m, RefTo)), None),
            scalar=next((m for m in marks if isinstance(m, Scalar)), None),
            key=next((m.key for m in marks if isinstance(m, KeyedBy)), None),
        )
    return types.MappingProxyType(out)
