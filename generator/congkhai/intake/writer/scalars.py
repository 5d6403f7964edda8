"""One value of a record as YAML writes it: plain where every program reads the same text, else quoted or folded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.money import Money
from congkhai.model.time_limit import TimeLimit

#: The column at which long text is folded.
WIDTH = 100
#: Text that some YAML parser reads as a number, a truth value, nothing, a time or a date (as in source.bind).
_RISKY = re.compile(
    r"""(?ix) y|n|yes|no|on|off|true|false|null|~|=|<<
    | [-+]?[\d_.,:]*\d[\d_.,:]*(?:e[-+]?\d+)? | 0[xob][\da-f_]+ | [-+]?\.(?:inf|nan) | \+?\d[\d.\ ]+
    | \d{4}-\d{1,2}-\d{1,2}(?:(?:t|\ +)[\d:.+\-z\ ]+)?"""
)
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\\]|[-?:](?=[^\s,\[\]{}])")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|[\t\n\r\x00-\x1f\x7f-\xa0\ufeff]|\s$|^\.\.\.|^---")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0"}

#: Texts of typed values. What a record holds as one of these types is read back from this text as the same value.
_TEXTS: Mapping[type, Callable[..., str]] = {
    bool: lambda value: "true" if value else "false",
    int: str,
    Decimal: lambda value: f"{value:f}".replace(".", ","),
    date: date.isoformat,
    Money: lambda value: str(value.amount) if value.currency == "VND" else f"{value.amount} {value.currency}",
    TimeOfDay: str,
    Hours: lambda value: f"{value.start}-{value.end}",
    TimeLimit: lambda value: str(value).lower().replace("–", "-"),
}
#: Types whose text needs no quotes although other programs type it: they read it as what it is.
_SAFE = bool | int | date | Money
#: Types whose text stands in quotes as the project writes it.
_ALWAYS = TimeOfDay | Hours


def text_of(value: object) -> str:
    """The text of a scalar, before quotes."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    return _TEXTS[type(value)](value)


def must_quote(value: object) -> bool:
    """Say whether a scalar may be misread without quotes."""
    text = text_of(value)
    if isinstance(value, _SAFE | _ALWAYS):
        return isinstance(value, _ALWAYS)
    return not text or bool(_RISKY.fullmatch(text)) or not _PLAIN_START.match(text) or bool(_NOT_PLAIN.search(text))


def quoted(text: str) -> str:
    """The text in double quotes."""
    return (
        '"'
        + "".join(
            _ESCAPES.get(c)
            or (c if c.isprintable() or c == " " else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}")
            for c in text
        )
        + '"'
    )


def scalar(value: object, indent: int, column: int) -> list[str]:
    """The lines of a scalar: the first goes where `column` is, the others have `indent` spaces before them."""
    text = text_of(value)
    if isinstance(value, str):
        if _literal(text):
            return ["|-", *(" " * indent + row if row else "" for row in text.split("\n"))]
        if column + len(text) > WIDTH and (rows := _folded(text, WIDTH - indent)):
            return [">-", *(" " * indent + row for row in rows)]
    return [quoted(text) if must_quote(value) else text]


def _literal(text: str) -> bool:
    """Whether a block of lines says the text exactly."""
    rows = text.split("\n")
    return (
        len(rows) > 1 and not text.startswith((" ", "\n")) and not text.endswith(("\n", " ")) and _only_printable(text)
    )


def _only_printable(text: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in text) and not any(row.isspace() for row in text.split("\n"))


def _folded(text: str, width: int) -> list[str]:
    """The text over several lines, parted at single spaces only; empty where that cannot be done."""
    if not text.isprintable() or text != text.strip():
        return []
    rows, row = [], ""
    for word in re.split(r"(?<! ) (?! )", text):
        if row and len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
    rows.append(row)
    return rows if len(rows) > 1 else []
