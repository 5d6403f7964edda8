"""Any record of any kind that the model admits, made from its own description of its fields."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from hypothesis import strategies as st

from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.money import Money
from congkhai.model.scalars import TYPED
from congkhai.model.spec import Member, members
from congkhai.model.time_limit import TimeLimit
from congkhai.source.characters import FORBIDDEN

_LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"))
_WORDS = st.sampled_from(
    (
        "Đăng ký",
        "khai sinh",
        "1.001193",
        "7:30",
        "no",
        "# 1",
        "Điều 5: Lệ phí",
        "- gạch",
        "“trích”",
        "a  b",
        "~",
        "50.000",
        "|",
        ">",
        "&neo",
        "*bí",
        "!thẻ",
        "%",
        "@",
        "`",
        '"',
        "'",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "? ",
        ": ",
        "ngày 01/7/2026",
        "2026-01-01",
        "0x1f",
        "1e3",
        "\t",
    )
)
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(?:[._-][a-z0-9]{1,4}){0,2}", fullmatch=True)
_SCALARS = {
    "slug": SLUGS,
    "phone": st.from_regex(r"02[0-9]{2} ?[0-9]{3} ?[0-9]{4}", fullmatch=True),
    "email": st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.vn", fullmatch=True),
    "url": st.from_regex(r"https://[a-z]{1,8}\.vn/[a-z0-9/]{0,8}", fullmatch=True),
    "file": st.from_regex(r"[a-z]{1,8}/[a-z0-9]{1,8}\.pdf", fullmatch=True),
}
_TIMES = st.integers(0, 1438).map(TimeOfDay)
_TYPED = {
    bool: st.booleans(),
    date: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    Money: st.builds(Money, st.integers(0, 10**14), st.sampled_from(["VND", "USD"])),
    TimeOfDay: _TIMES,
    Hours: st.tuples(_TIMES, st.integers(1, 60)).map(lambda p: Hours(p[0], TimeOfDay(min(p[0].minutes + p[1], 1439)))),
    TimeLimit: st.sampled_from(
        [
            "5 ngày làm việc",
            "10-15 ngày",
            "0,5 giờ",
            "trong ngày",
            "ngay",
            "không quy định",
            "30 phút",
            "2 giờ làm việc",
            "1,5-2 tháng",
        ]
    ).map(TimeLimit.parse),
}


@cache
def texts(limit: int, lines: int = 1) -> st.SearchStrategy[str]:
    """Texts of at most so many characters, in one line or several, awkward ones among them."""
    row = st.tuples(
        st.sampled_from((1, 1, 12)), st.lists(st.one_of(_WORDS, st.text(_LETTERS, max_size=4)), min_size=1, max_size=3)
    ).map(lambda parts: " ".join(parts[1] * parts[0]))
    several = st.lists(row, min_size=1, max_size=lines).map("\n".join)
    return several.map(lambda text: _composed(tidy(text, lines > 1)[:limit])).map(lambda text: text or "chữ")


def tidy(text: str, several: bool) -> str:
    """A text as a record may hold it: composed, without characters that have no place in one."""
    text = FORBIDDEN.sub("", unicodedata.normalize("NFC", text))
    return text.strip() if several else re.sub(r"[\n\r]", " ", text).strip()


def _composed(text: str) -> str:
    return FORBIDDEN.sub("", unicodedata.normalize("NFC", text)).strip()


@cache
def scalar(member: Member) -> st.SearchStrategy[Any]:
    """A value of a field that holds one text."""
    spec = member.spec
    if issubclass(member.base, Enum):
        return st.sampled_from(list(member.base))
    if member.base is int:
        bounds = [(-(10**15) + 1, spec.least), (10**15 - 1, spec.most)]
        return st.integers(*(usual if bound is None else bound for usual, bound in bounds))
    if member.base is Decimal:
        return st.decimals(-(10**9) if spec.least is None else spec.least, 10**9, places=2, allow_nan=False)
    if member.base in _TYPED:
        return _TYPED[member.base]
    if member.ref:
        return SLUGS
    if spec.pattern:
        return (
            st.from_regex(spec.pattern, fullmatch=True)
            .map(_composed)
            .filter(
                lambda text: (
                    bool(text.strip())
                    and text.strip() == text
                    and len(text) <= spec.max_length
                    and "\n" not in text
                    and re.fullmatch(spec.pattern or "", text) is not None
                )
            )
        )
    if member.scalar and member.scalar.reader in _SCALARS:
        return _SCALARS[member.scalar.reader]
    plain = texts(min(spec.max_length, 400), 4 if member.scalar and member.scalar.reader == "prose" else 1)
    return st.one_of(plain, st.just("")) if spec.blank else plain


@cache
def records(cls: type, depth: int = 2) -> st.SearchStrategy[Any]:
    """Records of a class; records that hold records of their own class end after `depth` levels."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, member in members(cls).items():
        inner = hasattr(member.base, "__dataclass_fields__") and member.base not in TYPED
        if inner and depth == 0 and not member.required:
            continue
        one = records(member.base, depth - 1) if inner else scalar(member)
        (required if member.required else optional)[name] = _items(one, member) if member.many else one
    return st.fixed_dictionaries(required, optional=optional).map(lambda values: cls(**values))


def _items(one: st.SearchStrategy[Any], member: Member) -> st.SearchStrategy[tuple[Any, ...]]:
    least = max(1, member.spec.min_items)
    unique = (lambda item: getattr(item, member.key or "")) if member.key else None
    return st.lists(one, min_size=least, max_size=least + 1, unique_by=unique).map(tuple)
