"""Looking into dictionaries of pypdf, whose own `get` hands out references as they are."""

from __future__ import annotations

from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NullObject, PdfObject


def found(value: object) -> PdfObject | None:
    """What a value is, or refers to; None for nothing."""
    inner = value.get_object() if isinstance(value, PdfObject) else None
    return None if isinstance(inner, NullObject) else inner


def entry(dictionary: DictionaryObject, key: str) -> PdfObject | None:
    """What stands under a key, references followed; None when there is nothing."""
    return found(dict.get(dictionary, key))


def mapping(value: object) -> DictionaryObject:
    """A dictionary; an empty one in place of anything else."""
    inner = found(value)
    return inner if isinstance(inner, DictionaryObject) else DictionaryObject()


def table(dictionary: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under a key; an empty one when there is none."""
    return mapping(dict.get(dictionary, key))


def items(dictionary: DictionaryObject, key: str) -> list[PdfObject]:
    """The items of the array under a key, references as they are; none when there is no array."""
    inner = entry(dictionary, key)
    return list(inner) if isinstance(inner, ArrayObject) else []


def whole(dictionary: DictionaryObject, key: str) -> int | None:
    """The whole number under a key."""
    inner = entry(dictionary, key)
    return int(inner) if isinstance(inner, int) else None


def true(dictionary: DictionaryObject, key: str) -> bool:
    """Whether there is a `true` under a key."""
    inner = entry(dictionary, key)
    return isinstance(inner, BooleanObject) and bool(inner.value)


def word(dictionary: DictionaryObject, key: str) -> str:
    """The name under a key, with its slash; empty when there is none."""
    inner = entry(dictionary, key)
    return str(inner) if isinstance(inner, NameObject) else ""
