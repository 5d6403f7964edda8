"""A paragraph of a plan to the pieces of work that it orders, and to the reports that it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from congkhai.intake.plans.mentions import Units

#: Where a phrase of its own begins: a sentence, a semicolon, an order to somebody else.
_PHRASE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])|,\s*(?=giao (?:cho )?)|,\s*(?=trình\s+[A-ZĐỦ])")
_SUBMITTED = re.compile(r"trình\s+", re.IGNORECASE)
_OWN = re.compile(r"(?:^|,\s*)(?:tỉnh|xã|phường|huyện|thành phố)(?: sẽ| cần| phải)?\s+[a-zđàáảãạâấầẩẫậăắằẳẵặ]")
_REPORT = re.compile(r"\bbáo cáo\b[^.;:]{0,60}?(?:\s(?:về|cho|gửi|đến|lên|với))?\s*$", re.IGNORECASE)
_REPORTS = re.compile(r"\bbáo cáo\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """Something to do: the words, who leads it (None where nobody is named), and with whom.

    `report_to` is the unit that wants to be told about it.
    """

    text: str
    lead: str | None
    partners: tuple[str, ...]
    report_to: str | None = None


def pieces_of_work(text: str, units: Units, leads: tuple[str, ...], issuer: str | None) -> Iterator[Work]:
    """The work of a paragraph; `leads` act where it names nobody, `issuer` is what it calls `tỉnh`, `xã`.

    Phrases of one actor stay together; several actors of one phrase do the same thing, each for itself.
    """
    gathered: list[tuple[tuple[str, ...], list[str]]] = []
    for phrase in filter(None, (part.strip() for part in _PHRASE.split(text))):
        named = _leads(phrase, units, issuer)
        acting = named or (gathered[-1][0] if gathered else leads)
        if to := report_to(phrase, units):
            alone = not _verb_before_report(phrase)
            for lead in acting or (None,):
                yield Work(phrase, lead, (), to)
            if alone:
                continue
        if gathered and acting == gathered[-1][0]:
            gathered[-1][1].append(phrase)
        else:
            gathered.append((acting, [phrase]))
    for acting, phrases in gathered:
        words = " ".join(phrases)
        partners = tuple(unit for unit in units.partners(words) if unit not in acting)
        for lead in acting or (None,):
            yield Work(words, lead, partners)


def report_to(phrase: str, units: Units) -> str | None:
    """The unit to which a phrase wants something reported."""
    return next((m.id for m in units.mentions(phrase) if _REPORT.search(phrase[: m.start])), None)


def _verb_before_report(phrase: str) -> bool:
    """Whether anything else than reporting is to be done: words before it that are no time and no sum of results."""
    match = _REPORTS.search(phrase)
    before = phrase[: match.start()] if match else ""
    return bool(
        re.search(r"lập|kiểm tra|triển khai|thực hiện|xây dựng|rà soát|chủ trì|theo dõi|phối hợp|tổ chức", before)
    )


def _leads(phrase: str, units: Units, issuer: str | None) -> tuple[str, ...]:
    if submitted := _SUBMITTED.match(phrase):
        named = [mention for mention in units.mentions(phrase) if mention.start == submitted.end()]
        return (named[0].id,) if named else ()
    found = tuple(dict.fromkeys(mention.id for mention in units.acting(phrase)))
    return found or ((issuer,) if issuer and _OWN.search(phrase) else ())
