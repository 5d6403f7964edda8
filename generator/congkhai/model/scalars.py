"""The types that one YAML text can stand for, and the annotations that fields use for them.

Every scalar is text until a field asks for more; nothing here guesses. A reader takes the text and returns the
value, or raises :class:`ValueProblem` with the code of the message that tells the cure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, Any
from urllib.parse import urlsplit

from congkhai.model.calendar import parse_date
from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.money import Money
from congkhai.model.problem import ValueProblem
from congkhai.model.spec import RefTo, Scalar
from congkhai.model.time_limit import TimeLimit

#: One line of text.
Line = Annotated[str, Scalar("line")]
#: Paragraphs of text, parted by empty lines; never markup.
Prose = Annotated[str, Scalar("prose")]
#: The lasting name of a record: small letters, digits, `.`, `_` and `-`.
Slug = Annotated[str, Scalar("slug")]
Phone = Annotated[str, Scalar("phone")]
Email = Annotated[str, Scalar("email")]
Url = Annotated[str, Scalar("url")]
#: A file beside the content, as a path below `content/files/`.
FilePath = Annotated[str, Scalar("file")]

UnitRef = Annotated[str, RefTo("unit")]
OfficialRef = Annotated[str, RefTo("official")]
ProcedureRef = Annotated[str, RefTo("procedure")]
FieldRef = Annotated[str, RefTo("field")]
FeeRef = Annotated[str, RefTo("fee")]
LegalActRef = Annotated[str, RefTo("legal_act")]
BoardRef = Annotated[str, RefTo("board")]
PostingRef = Annotated[str, RefTo("posting")]
DutyRef = Annotated[str, RefTo("duty")]

_SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_PHONE = re.compile(r"\+?\d+(?:[. ]\d+)*", re.ASCII)
#: Numbers that can be dialled in Vietnam, without spaces: fixed lines, mobiles, those of the army and the police, calls
#: that somebody else pays for, and short ones.
_DIALLED = re.compile(r"02\d{9}|0[35789]\d{8}|06\d{7,8}|1[89]00(?:\d{4}|\d{6})|\d{3,5}", re.ASCII)
_EMAIL = re.compile(
    r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+",
    re.IGNORECASE | re.ASCII,
)
#: The name of a machine on the web, with a domain, or its number.
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]|\d{1,3}(?:\.\d{1,3}){3}")
#: Files that a record may name.
_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".csv", ".jpg", ".jpeg", ".png"})
#: Files that may be published beside the content: none that a browser runs, and none whose words nobody looked at.
PUBLISHED = _SUFFIXES | {".tsv", ".txt"}


def _line(text: str) -> str:
    if "\n" in text:
        raise ValueProblem("YM201")
    return text.strip()


def _prose(text: str) -> str:
    return text.strip("\n")


def is_slug(text: str) -> bool:
    """Say whether the text may name a record: it becomes a part of addresses and must not leave the output folder."""
    return len(text) <= 120 and _SLUG.fullmatch(text) is not None


def read_slug(text: str) -> str:
    """Return the text if it may name a record. Raises ValueProblem YM202."""
    if not is_slug(text):
        raise ValueProblem("YM202", value=text)
    return text


def _phone(text: str) -> str:
    digits = re.sub(r"[. ]", "", text)
    if not _PHONE.fullmatch(text) or not _DIALLED.fullmatch(re.sub(r"^\+84", "0", digits)):
        raise ValueProblem("YM230", value=text)
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueProblem("YM231", value=text)
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        named = _HOST.fullmatch(parts.hostname or "") and parts.port != 0
    except ValueError:
        named = None
    if not named or parts.scheme not in {"http", "https"} or re.search(r"[\s\"'<>\\]", text):
        raise ValueProblem("YM232", value=text)
    return text


def _file(text: str) -> str:
    path = PurePosixPath(text)
    odd = path.is_absolute() or not path.parts or any(not re.fullmatch(r"[\w][\w .-]*", p) for p in path.parts)
    if odd or path.suffix.lower() not in _SUFFIXES:
        raise ValueProblem("YM233", value=text)
    return str(path)


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,15}", text):
        raise ValueProblem("YM203", value=text)
    return int(text)


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"-?\d{1,15}(?:,\d{1,6})?", text):
        raise ValueProblem("YM204", value=text)
    return Decimal(text.replace(",", "."))


def _boolean(text: str) -> bool:
    meaning = {"true": True, "có": True, "false": False, "không": False}.get(text.casefold())
    if meaning is None:
        raise ValueProblem("YM205", value=text)
    return meaning


#: Readers of marked texts, by the name in their mark.
MARKED: Mapping[str, Callable[[str], str]] = {
    "line": _line,
    "prose": _prose,
    "slug": read_slug,
    "phone": _phone,
    "email": _email,
    "url": _url,
    "file": _file,
}
#: Readers by type.
TYPED: Mapping[type, Callable[[str], Any]] = {
    int: _integer,
    Decimal: _decimal,
    bool: _boolean,
    date: parse_date,
    Money: Money.parse,
    TimeOfDay: TimeOfDay.parse,
    Hours: Hours.parse,
    TimeLimit: TimeLimit.parse,
}
