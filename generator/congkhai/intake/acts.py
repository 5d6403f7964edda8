"""Legal bases as sources list them, to citations and to the records of the acts they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from congkhai.intake.cleaning import line, parted
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.nothing import unsaid
from congkhai.intake.slugs import folded, slug
from congkhai.intake.syllables import CAPITAL
from congkhai.intake.symbols import Symbol, act_id, kind_of, symbols
from congkhai.intake.wording import Wording
from congkhai.model.calendar import parse_date
from congkhai.model.citation import Citation
from congkhai.model.finding import Finding
from congkhai.model.legal_act import ActKind, LegalAct
from congkhai.model.problem import ValueProblem

T = TypeVar("T")

_ISSUED = re.compile(r"\s*,?\s*ngày\s+(\d{1,2})\s*(?:/|-|tháng)\s*(\d{1,2})\s*(?:/|-|năm)\s*(\d{4})")
_PLACE = re.compile(rf"(?:tỉnh|thành phố|xã|phường)\s+((?:[{CAPITAL}][\w-]*)(?:\s+[{CAPITAL}][\w-]*)*)")
_PART = re.compile(
    r"((?:Điểm|Khoản|Điều|điểm|khoản|điều)\s.+?)\s+(?:của\s+)?(?:Bộ luật|Luật|Pháp lệnh|Nghị|Thông tư|Quyết)"
)
_LONGEST_SYMBOL = 60
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class ActRow:
    """One line of a table of legal bases, as the source has it."""

    name: str
    code: str = ""
    issued: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One act as one record speaks of it; `rest` is what of title and issuer the record of the act leaves out."""

    id: str
    kind: ActKind
    symbol: str
    title: str
    issuer: str
    issued: date | None
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownActs:
    """Acts that the office already has: id by number as written in the official form."""

    by_symbol: Mapping[str, str]

    @classmethod
    def of(cls, acts: Iterable[tuple[str, LegalAct]]) -> KnownActs:
        """Index acts given as (id, act)."""
        found: dict[str, str] = {}
        for id, act in acts:
            for words in (act.issuer, act.title):
                found[_key(act.symbol, words)] = id
        return cls(found)


def cite(
    row: ActRow, known: KnownActs, origin: Origin, part: str
) -> tuple[Citation | None, Mention | None, list[Finding]]:
    """The citation of a row, the act it names, and what is odd about it; no citation where no act can be made out."""
    name, code = line(row.name), line(row.code)
    symbol, sure = _symbol(name, code)
    kind = kind_of(symbol, name) or kind_of(None, code)
    if kind is None or (symbol is None and not name):
        return None, None, [origin.warning("NK150", part, value=f"{code} {name}".strip())]
    findings = []
    called = parted(name, _LONGEST_SYMBOL)[0] if kind_of(None, name) else ""
    written = symbol.text if symbol else called or (code or name)[:_LONGEST_SYMBOL]
    place = _place(name) if symbol and symbol.local else ""
    id = known.by_symbol.get(_key(written, place)) or (
        act_id(kind, written, place) if symbol else act_id(kind, name[:_LONGEST_SYMBOL])
    )
    if not sure:
        findings.append(origin.warning("NK151", part, value=f"{code} – {name}" if code else name, id=id))
    issued, odd = _issued(name, row.issued, symbol)
    if odd:
        findings.append(origin.warning("NK152", part, value=line(row.issued), symbol=written))
    issuer = (symbol.issuer if symbol else "") or line(row.issuer)
    title, over = _title(name, written)
    given = line(row.issuer)
    other = given if given and not unsaid(given) and folded(given) not in folded(issuer) else ""
    alone = code if code not in written and not symbol else ""
    mention = Mention(id, kind, written, title, issuer, issued, tuple(text for text in (over, other, alone) if text))
    found = _PART.match(name)
    return Citation(act=id, note=found[1].rstrip(",") if found else None), mention, findings


def act_drafts(mentions: Iterable[Mention], origin: Origin, wording: Wording) -> list[Draft]:
    """A record per act, not compared with the gazette, made of all that was said of it; in the order of the ids."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.id, []).append(mention)
    return [Draft("legal_act", id, _act(groups[id], wording), origin, once=True) for id in sorted(groups)]


def _act(mentions: list[Mention], wording: Wording) -> LegalAct:
    first = mentions[0]
    titles = sorted({m.title for m in mentions if m.title}, key=lambda title: (-len(title), title))
    return LegalAct(
        symbol=first.symbol,
        kind=first.kind,
        issuer=_most(m.issuer for m in mentions) or wording("nothing_said"),
        title=titles[0] if titles else f"{first.kind.label} {first.symbol}",
        issued=_most(m.issued for m in mentions if m.issued),
        verified=False,
    )


def _most(values: Iterable[T]) -> T | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], str(value))) if counted else None


def _symbol(name: str, code: str) -> tuple[Symbol | None, bool]:
    """The number of an act, and whether it is whole and beyond doubt."""
    in_code, in_name = list(symbols(code)), list(symbols(name))
    if in_code:
        return in_code[0], not in_code[0].sign.endswith(("/TT", "TTLT")) and in_code[0].sign not in {"TT", "QĐ", "TTLT"}
    number = re.match(r"(?:[Ss]ố\s*)?(\d+[a-zđ]?(?:/\d{4})?)", code)
    if number:
        fitting = [s for s in in_name if re.match(rf"{re.escape(number[1])}\b", s.text)]
        return (fitting[0], True) if fitting else (None, False)
    return (in_name[0], True) if in_name and not code else (None, False)


def _issued(name: str, text: str, symbol: Symbol | None) -> tuple[date | None, bool]:
    """The day of issue and whether the source contradicts itself about it; a day of another year is no day."""
    stated = None
    after = _ISSUED.match(name, symbols_end(name, symbol)) if symbol else None
    if after:
        stated = _date("/".join(after.groups()))
    given = _date(line(text)) if text else None
    year = symbol.year if symbol else None
    right = [day for day in (stated, given) if day and (year is None or day.year == year)]
    contradicts = bool(text and line(text) and (not given or (right and given != right[0]) or given not in right))
    return (right[0] if right else None), contradicts


def symbols_end(name: str, symbol: Symbol | None) -> int:
    """Where the number of an act ends in a text that mentions it; 0 where it does not."""
    return next((s.end for s in symbols(name) if symbol and s.text == symbol.text), 0)


def _date(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueProblem:
        return None


def _title(name: str, symbol: str) -> tuple[str, str]:
    """What an act is about, and what of it is too long; empty where the source only repeats its number."""
    bare = re.sub(re.escape(symbol), "", name)
    words = re.sub(
        r"^(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|lien tich|chi thi|so|\W)+",
        "",
        folded(bare),
    )
    return parted(name, _LONGEST_TITLE) if words else ("", "")


def _place(name: str) -> str:
    found = _PLACE.search(name)
    return found[1] if found else ""


def _key(symbol: str, words: str) -> str:
    found = next(symbols(symbol), None)
    if found and found.local:
        return f"{found.text} {slug(_place(words) or words)}"
    return found.text if found else folded(symbol)
