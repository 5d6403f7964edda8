"""Records spoilt on purpose: a poison in the place of any of their texts."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from typing import Any

from congkhai.check.walk import is_record
from congkhai.derive.office import Office
from congkhai.model.spec import members
from congkhai.source.repository import Key, Repository

#: What people paste, machines leave behind, and attackers try.
POISONS = {
    "panic": '#panic("x")',
    "read": '#read("/etc/passwd") #include "../../x.typ"',
    "markup": "*đậm* _nghiêng_ `mã` $x^2$ = Tiêu đề - mục + số / khoản: lời",
    "reference": '@nguon <nhan> #ref(<nhan>) #label("a")',
    "braces": "#{1+1} #[a] ]] }} \\ \\u{41} \\n",
    "comment": "// ghi chú /* và */ --- ~ -?",
    "package": '#import "@preview/cetz:0.3.0": *',
    "script": "<script>alert(1)</script> &lt; &amp; %00 %s {0} ${x}",
    "link": "[xem](javascript:alert(1)) file:///etc/passwd",
    "address": "https://vi-du.gov.vn/" + "duong-dan-rat-dai/" * 14,
    "word": "Ngoằnngoèo" * 42,
    "slashes": "12/2026/QĐ-UBND/" * 20,
    "long": " ".join(["Thủ tục"] * 60)[:420],
    "tabs": "Ủy\tban\r\nnhân\u00a0dân\u3000xã",
    "nul": "a\x00b",
    "bell": "a\x07b\x1b[31m",
    "bidi": "tên \u202etxt.exe\u202c",
    "isolate": "\u2067abc\u2069",
    "private": "\uf0b7 gạch đầu dòng của Word",
    "emoji": "Cảm ơn 👍🏽 👨‍👩‍👧",
    "cjk": "中文 日本語",
    "arabic": "مرحبا",
    "zero-width": "Ủy\u200bban\u200d\ufeff",
    "decomposed": "Điều kiện".encode().decode() + " e\u0302\u0301",
    "stacked": "e" + "\u0301" * 60,
    "old-font": "Uy\u0309 ban nha\u0302n da\u0302n \x93x\x94",
    "megabyte": "đ" * 1_000_000,
    "megabyte-of-words": "một hai ba " * 90_000,
    "empty-looking": "\u2800\u3164",
    "quotes": "“Nghị định” ‘a’ \"b\" 'c' … – — № ½ m² 5°C ≥ 3 × 4",
    "spaces": "   ",
}
_TEXT = {"line", "prose"}

#: Kinds of record that are spoilt, and the notices on which it must show.
SHOWN = {
    "procedure": {"procedure", "card"},
    "document": {"announcement", "decision", "minutes"},
    "disclosure": {"disclosure"},
    "plan": {"plan"},
    "budget": {"budget"},
    "fee": {"fees"},
    "reception": {"reception"},
    "roster": {"roster"},
    "contact": {"contacts"},
    "site": {"procedure"},
    "official": {"officials", "procedure", "settlers"},
}


def places(record: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all free texts in a record: those that are neither references, codes nor addresses."""
    for name, member in members(type(record)).items():
        value = getattr(record, name)
        items = list(enumerate(value)) if member.many else [(None, value)]
        free = member.scalar is not None and member.scalar.reader in _TEXT and not member.spec.pattern
        for number, item in items:
            here = (*path, name) if number is None else (*path, name, number)
            if isinstance(item, str) and free:
                yield here
            elif is_record(item):
                yield from places(item, here)


def with_text(record: Any, path: tuple[Any, ...], text: str) -> Any:
    """The record with another text at a path."""
    first, *rest = path
    if isinstance(first, int):
        return (*record[:first], with_text(record[first], tuple(rest), text) if rest else text, *record[first + 1 :])
    inner = getattr(record, first)
    return dataclasses.replace(record, **{first: with_text(inner, tuple(rest), text) if rest else text})


def alone(office: Office, key: Key, record: Any) -> Office:
    """An office whose only record of that kind is the given one; all others stay."""
    subjects = {
        "procedure",
        "fee",
        "field",
        "reception",
        "budget",
        "plan",
        "contact",
        "document",
        "disclosure",
        "roster",
        "posting",
    }
    kept = {k: s for k, s in office.repository.sources.items() if k.kind not in subjects or k.kind in _needed(key.kind)}
    kept[key] = dataclasses.replace(office.repository.sources[key], record=record)
    return Office(Repository(kept), office.day)


def _needed(kind: str) -> set[str]:
    return {"procedure": {"field", "fee"}, "field": {"procedure", "fee"}}.get(kind, set())


def spoil(office: Office, random_: random.Random) -> tuple[Key, str, str, Office]:
    """One record with one poison: its key, the poison, the path, and the office with nothing else of its kind."""
    kind = random_.choice(
        [
            "procedure",
            "procedure",
            "plan",
            "budget",
            "fee",
            "reception",
            "roster",
            "contact",
            "site",
            "official",
            "document",
            "disclosure",
        ]
    )
    source = random_.choice(office.repository.all(kind))
    path = random_.choice(list(places(source.record)))
    name = random_.choice(list(POISONS))
    record = with_text(source.record, path, POISONS[name])
    where = ".".join(str(part) for part in path)
    if kind in {"site", "official"}:
        procedure = random_.choice(office.repository.all("procedure"))
        made = alone(office, procedure.key, procedure.record)
        sources = {**made.repository.sources, source.key: dataclasses.replace(source, record=record)}
        return source.key, name, where, Office(Repository(sources), office.day)
    return source.key, name, where, alone(office, source.key, record)
