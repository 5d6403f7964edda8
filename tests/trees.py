"""Trees as the reader builds them, made up: right ones, and any at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from hypothesis import strategies as st

from congkhai.model.clock import Hours, TimeOfDay
from congkhai.model.finding import Mark
from congkhai.model.money import Money
from congkhai.model.spec import Member, members
from congkhai.model.time_limit import TimeLimit
from congkhai.source.nodes import Entry, Items, Mapping, Node, Text

Plain = str | list["Plain"] | dict[str, "Plain"]

MARK = Mark(1, 1, 1, 2)
IDS = ("a", "b", "c", "2026-1", "1.001193")
_DATES = ("1900-01-01", "2014-06-11", "2026-06-30", "2026-07-01", "01/11/2026", "2026-11-22", "2199-12-31")
_POOLS: dict[object, tuple[str, ...]] = {
    int: ("0", "1", "-1", "5", "31", "2026", "999999999999999"),
    Decimal: ("0", "-1", "1,5", "999999999999999,999999"),
    bool: ("true", "false", "có", "không"),
    date: _DATES,
    Money: ("0", "8000", "50.000 đồng", "5 USD"),
    TimeOfDay: ("0:00", "7h30", "23 giờ 59"),
    Hours: ("7:30-11:30", "0h đến 23h59"),
    TimeLimit: ("ngay", "trong ngày", "không quy định", "5 ngày làm việc", "10-15 ngày"),
    "line": ("x", "-", "1.234,5", "FREQ=WEEKLY;BYDAY=FR", "FREQ=DAILY;INTERVAL=2", "FREQ=YEARLY;COUNT=1", "procedure"),
    "prose": ("x", "một\n\nhai"),
    "slug": IDS,
    "phone": ("1022",),
    "email": ("a@b.vn",),
    "url": ("https://a.vn/",),
    "file": ("a.pdf",),
}
_ODD = ("", " ", "x", "\n", "\x00", "\u202e", "a\nb", "-", "--1", "1.", "١", "²", "50.000", "9" * 5000, "../x", "7h75")


def node(value: Plain) -> Node:
    """The tree of a plain value; every text counts as quoted."""
    if isinstance(value, str):
        return Text(value, MARK, quoted=True)
    if isinstance(value, list):
        return Items(tuple(node(item) for item in value), MARK)
    entries = {key: Entry(Text(key, MARK, quoted=False), node(item)) for key, item in value.items()}
    return Mapping(entries, MARK)


def mapping(value: dict[str, Plain]) -> Mapping:
    """The tree of a plain mapping."""
    tree = node(value)
    assert isinstance(tree, Mapping)
    return tree


def records(cls: type, depth: int = 3) -> st.SearchStrategy[dict[str, Plain]]:
    """Plain values that bind as a record of a class without a mistake."""
    required: dict[str, st.SearchStrategy[Plain]] = {}
    optional: dict[str, st.SearchStrategy[Plain]] = {}
    for name, member in members(cls).items():
        if depth == 0 and not member.required:
            continue
        values = _values(member, depth)
        if member.many:
            least = member.spec.min_items
            values = st.lists(values, min_size=least, max_size=least + 2, unique_by=_key_of(member))
        (required if member.required else optional)[name] = values
    return st.fixed_dictionaries(required, optional=optional)


def _key_of(member: Member) -> object:
    return (lambda item: item[member.key]) if member.key else None


def _values(member: Member, depth: int) -> st.SearchStrategy[Plain]:
    if issubclass(member.base, Enum):
        return st.sampled_from([choice.value for choice in member.base])
    if member.base in _POOLS:
        return st.sampled_from([text for text in _POOLS[member.base] if _within(member, text)])
    if hasattr(member.base, "__dataclass_fields__"):
        return records(member.base, max(depth - 1, 0))
    if member.ref:
        return st.sampled_from(IDS)
    if member.spec.pattern:
        written = st.characters(codec="ascii", min_codepoint=32)
        found = st.from_regex(member.spec.pattern, fullmatch=True, alphabet=written)
        return found.filter(lambda text: len(text) <= member.spec.max_length)
    pool = _POOLS[member.scalar.reader if member.scalar else "line"]
    return st.sampled_from([text for text in pool if len(text) <= member.spec.max_length])


def _within(member: Member, text: str) -> bool:
    """Say whether a number keeps the bounds of its field."""
    least, most = member.spec.least, member.spec.most
    if least is most is None:
        return True
    number = Decimal(text.replace(",", "."))
    return (least is None or number >= least) and (most is None or number <= most)


def anything(cls: type) -> st.SearchStrategy[dict[str, Plain]]:
    """Plain mappings of any shape that often use the names of a class's fields and of their fields."""
    names = _names(cls, set())
    text = st.sampled_from(_ODD) | st.sampled_from(sorted({v for pool in _POOLS.values() for v in pool})) | st.text()
    key = st.sampled_from(names) | st.text(max_size=5)
    value = st.recursive(
        text, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=6), max_leaves=20
    )
    return st.dictionaries(key, value, max_size=12)


def _names(cls: type, seen: set[type]) -> list[str]:
    names = list(members(cls))
    for member in members(cls).values():
        if hasattr(member.base, "__dataclass_fields__") and member.base not in _POOLS and member.base not in seen:
            names += _names(member.base, seen | {member.base})
    return list(dict.fromkeys(names))
