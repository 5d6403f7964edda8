"""Text that may be printed: cleaned, bounded, and made of characters that our fonts have."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import get_type_hints

from congkhai.catalogue import phrase
from congkhai.model.copy import Plain
from congkhai.model.grouping import grouped
from congkhai.render.notices.typefaces import characters

#: The longest text of a field that does not say otherwise.
LIMIT = 600
#: The longest list of a field that does not say otherwise.
ITEMS = 400

_SPACES = re.compile(r"\s+")
#: No letter of any language of this country bears more than two marks; a tower of them leaves its line.
_TOWER = re.compile("[\u0300-\u036f]{3,}")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class CannotPrint(ValueError):  # noqa: N818 - it says what happened, in the words of this house
    """A fact that must not reach paper as it is. `field` is its path, `reason` a Vietnamese sentence with the cure."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


@dataclasses.dataclass(frozen=True, slots=True)
class UpTo:
    """Marks a field of facts whose texts may have `limit` characters, and whose list `items` entries, or any number.

    One that is `later` is none of the facts while it is empty.
    """

    limit: int = LIMIT
    items: int | None = ITEMS
    later: bool = False


#: Marks a field that notices did not have from the start: those that say nothing in it keep their codes.
LATER = UpTo(later=True)


def clean(text: str) -> str:
    """One line in NFC: white space (tabs, line ends, hard spaces) becomes single spaces, invisible marks go."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Prose parted at its empty lines."""
    parts = re.split(r"\n\s*\n", (text or "").replace("\r", ""))
    return tuple(cleaned for part in parts if (cleaned := clean(part)))


def printable(text: str, field: str, limit: int = LIMIT) -> str:
    """The cleaned text. Raises CannotPrint when it is too long or holds a character that no font of ours has.

    That keeps out control characters, marks that turn the direction of writing, private-use letters, pictographs.
    """
    if len(text) > 4 * limit:
        raise CannotPrint(field, phrase("refusals.too_long", length=grouped(len(text)), limit=grouped(limit)))
    text = clean(text)
    if len(text) > limit:
        raise CannotPrint(field, phrase("refusals.too_long", length=grouped(len(text)), limit=grouped(limit)))
    if tower := _TOWER.search(text):
        code = f"U+{ord(tower[0][0]):04X}"
        raise CannotPrint(field, phrase("refusals.no_glyph", code=code, name=unicodedata.name(tower[0][0])))
    if foreign := _foreign().search(text):
        name = unicodedata.name(foreign[0], phrase("refusals.nameless"))
        code = f"U+{ord(foreign[0]):04X}"
        raise CannotPrint(field, phrase("refusals.no_glyph", code=code, name=name))
    return text


def settled(facts: object) -> Plain:
    """Facts as plain data, every text made printable. Raises CannotPrint with the path of the first that is not."""
    return _settle(facts, "", UpTo())


@cache
def _bounds(facts: type) -> Mapping[str, UpTo]:
    """The bounds of each field of a class of facts."""
    hints = get_type_hints(facts, include_extras=True)
    marks = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return {name: next((m for m in found if isinstance(m, UpTo)), UpTo()) for name, found in marks.items()}


def _settle(value: object, path: str, bound: UpTo) -> Plain:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return printable(value, path, bound.limit)
    if isinstance(value, tuple):
        if bound.items is not None and len(value) > bound.items:
            counted = {"count": grouped(len(value)), "limit": grouped(bound.items)}
            raise CannotPrint(path, phrase("refusals.too_many", **counted))
        return [_settle(item, f"{path}[{number}]", bound) for number, item in enumerate(value)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        prefix = f"{path}." if path else ""
        bounds = _bounds(type(value))
        return {
            name: _settle(found, prefix + name, inner)
            for name, inner in bounds.items()
            if (found := getattr(value, name)) or not inner.later
        }
    raise TypeError(f"{path}: {type(value).__name__}")


@cache
def _foreign() -> re.Pattern[str]:
    """Finds a character that our fonts do not have."""
    ranges = (f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(*characters(), strict=True))
    return re.compile(f"[^{''.join(ranges)}]")
