"""The parts of a plan by their place on the page: head, title, preamble, body, recipients, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from congkhai.intake.slugs import folded
from congkhai.intake.syllables import CAPITAL
from congkhai.model.calendar import Period

_PLACE = re.compile(
    r"(?P<place>[^,\d]{3,40}),?\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\d+[a-z]?\s*/\s*KH\s*[-–][\wĐđ.&-]+)")
_NUMBER_INSIDE = re.compile(r"lập kế hoạch số\s*(?P<number>\d+[a-z]?\s*/\s*KH\s*-[\wĐđ]+)", re.IGNORECASE)
_DAY_INSIDE = re.compile(
    r"^[^.;]{0,120}?ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})[^.;]*lập kế hoạch số", re.IGNORECASE
)
_OPENING = re.compile(r"(?:Thực hiện|Căn cứ|Để |Triển khai|Tiếp tục thực hiện)")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2})[.)]\s")
_SPAN = re.compile(r"(?:giai đoạn|từ năm)\s*(20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*)(20\d\d)", re.IGNORECASE)
#: What stands after the last word of a document.
_END = re.compile(r"\s*(?:\./\.?|/s/)\s*$")
_MOTTO = re.compile(r"CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|SỐ\s*[:\d]")
_CAPACITY = re.compile(
    rf"(?:TM|KT|TL|TUQ|Q)\.\s*[{CAPITAL}].*|"
    r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG .+|CHÁNH .+|BÍ THƯ|CHỦ NHIỆM|TỔNG GIÁM ĐỐC)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A plan taken apart; `body` are lines from the first numbered one to the mark `./.` that ends a document.

    `beyond` are lines between that mark and the recipients: crumbs of the page that the text was copied from.
    """

    title: str
    issuer_lines: tuple[str, ...]
    number: str | None
    place: str | None
    issued: date | None
    period: Period | None
    preamble: tuple[str, ...]
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str | None
    beyond: tuple[str, ...]


def take_apart(lines: list[str]) -> Parts | None:
    """The parts of a plan; None where no line says that the text is one."""
    head = next((n for n, line in enumerate(lines) if line.upper().startswith("KẾ HOẠCH") and line[:2].isupper()), None)
    if head is None:
        head = next((n for n, line in enumerate(lines) if line.lower().startswith("kế hoạch")), None)
        if head is None:
            return None
        title, start = lines[head], head + 1
    else:
        title, start = _title(lines, head)
    end = next((n for n, line in enumerate(lines) if n > start and folded(line).startswith("noi nhan")), len(lines))
    first = next((n for n in range(start, end) if _NUMBERED.match(lines[n])), end)
    over = next((n + 1 for n in range(first, end) if _END.search(lines[n])), end)
    preamble = tuple(line for line in lines[start:first] if line)
    above, inside = lines[:head], " ".join(preamble)
    number = next((m["number"] for line in above if (m := _NUMBER.search(line))), None)
    number = number or (m["number"] if (m := _NUMBER_INSIDE.search(inside)) else None)
    placed = next((m for line in above if (m := _PLACE.search(line))), None)
    issued = _day(placed.groups()[1:]) if placed else _day(m.groups()) if (m := _DAY_INSIDE.search(inside)) else None
    recipients, capacity, signer = _foot(lines[end:])
    return Parts(
        title=_sentence(re.sub(r"^kế hoạch\s+(?=\S+\s+\S)", "", title, flags=re.IGNORECASE)),
        issuer_lines=_issuer(above),
        number=re.sub(r"\s+", "", number) if number else None,
        place=placed["place"].strip() if placed else None,
        issued=issued,
        period=_period(title, issued),
        preamble=preamble,
        body=tuple(_END.sub("", line).strip() for line in lines[first:over] if line),
        recipients=recipients,
        capacity=capacity,
        signer=signer,
        beyond=tuple(line for line in lines[over:end] if re.search(r"[^\W\d_]{2}", line)),
    )


def _title(lines: list[str], head: int) -> tuple[str, int]:
    rest = lines[head][len("KẾ HOẠCH") :].strip(" :")
    found = [rest] if rest else []
    place = head + 1
    while place < len(lines) and not _OPENING.match(lines[place]) and not _NUMBERED.match(lines[place]):
        if not lines[place] and found:
            break
        found += [lines[place]] if lines[place] else []
        place += 1
    return " ".join(found), place


def _sentence(title: str) -> str:
    """A title in capitals as a sentence; names in it need a look."""
    return title[:1] + title[1:].lower() if title.isupper() else title


def _issuer(above: list[str]) -> tuple[str, ...]:
    """Lines in capitals at the top left: the superior if there is one, and the issuer."""
    return tuple(line for line in above if line.isupper() and not _MOTTO.match(line) and len(line) > 3)[:3]


def _day(groups: tuple[str, ...]) -> date | None:
    try:
        return date(int(groups[2]), int(groups[1]), int(groups[0]))
    except ValueError:
        return None


def _period(title: str, issued: date | None) -> Period | None:
    if span := _SPAN.search(title):
        return Period(start=date(int(span[1]), 1, 1), end=date(int(span[2]), 12, 31))
    if year := _YEAR.search(title) or re.search(r"\b(20\d\d)\s*$", title):
        return Period(start=date(int(year[1]), 1, 1), end=date(int(year[1]), 12, 31))
    return Period(start=issued) if issued else None


def _foot(lines: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    recipients: list[str] = []
    capacity: list[str] = []
    signer: str | None = None
    for line in (line for line in lines[1:] if line):
        if line.startswith(("-", "–")) and not capacity:
            recipients.append(line.lstrip("-– ").rstrip(";. "))
        elif _CAPACITY.fullmatch(line):
            capacity.append(line)
        elif capacity and signer is None and 2 <= len(line.split()) <= 6 and line.istitle():
            signer = line
    return tuple(recipients), tuple(capacity), signer
