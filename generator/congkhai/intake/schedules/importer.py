"""`import schedule`: a notice of reception of citizens to one record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from congkhai.intake.container import Unreadable
from congkhai.intake.draft import Draft, Origin
from congkhai.intake.memory import recall
from congkhai.intake.placing import place
from congkhai.intake.plans.document import read_lines
from congkhai.intake.plans.tokens import unit_key
from congkhai.intake.run import Imported, gather
from congkhai.intake.schedules.spoken import hours, month_days, weekdays, weeks
from congkhai.intake.slugs import folded, slug
from congkhai.intake.wording import Wording
from congkhai.model.calendar import Period
from congkhai.model.clock import Hours
from congkhai.model.finding import Finding
from congkhai.model.reception import HolidayRule, PeriodicReception, Reception, RegularReception
from congkhai.source.repository import Repository

_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\s*$", re.IGNORECASE)
_SPAN = re.compile(r"từ ngày (\d{1,2})/(\d{1,2})/(\d{4}) đến (?:hết )?ngày (\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"năm\s*(20\d\d)", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:Địa điểm|Nơi tiếp|Tại)\s*(?:(?:tiếp )?công dân)?\s*:?\s*(?P<place>.{5,300}?)[.;]?$", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:[IVX]+[.)]|[\d.]+[.)]?|[a-z][.)]|[-+*•])\s*")
#: Words that begin an exception to the rule of the line, which no rule of a schedule can say.
_APART = re.compile(r"(?:riêng|trừ|ngoại trừ)\s+(?:tháng|ngày|tuần)[^.;]*", re.IGNORECASE)
_PHONE = re.compile(r"(?:điện thoại|sđt|đt)\D{0,20}(\+?\d[\d. ]{6,14}\d)", re.IGNORECASE)
_HEAD_RECEIVES = ("chu tich", "nguoi dung dau", "lanh dao", "dinh ky", "hang thang")
_NEXT = ("ngay lam viec tiep theo", "ngay lam viec ke tiep", "ngay lam viec lien ke")
_BEFORE = ("ngay lam viec truoc", "ngay lam viec lien truoc")


def import_schedule(path: Path, root: Path, repository: Repository, wording: Wording, day: date, unit: str) -> Imported:
    """Read one notice. What it does not say, such as who receives, is asked for in the draft and not guessed."""
    try:
        lines = [line for line in read_lines(path) if line]
    except Unreadable as problem:
        return gather(
            root, "reception", 0, (), (Origin(path.name).error("NK100", "", reason=f"intake_{problem.reason}"),)
        )
    if not any("tiep cong dan" in folded(line) for line in lines):
        return gather(root, "reception", 0, (), (Origin(path.name).error("NK195", ""),))
    officials = {unit_key(text): s.id for s in repository.all("official") for text in (s.record.name, s.record.title)}
    draft = _draft(lines, unit, officials, Origin(path.name, 1, 1, path.stem), wording)
    paths = {source.id: source.path for source in repository.all("reception") if not source.key.office}
    placed = place(root, draft, paths.get(draft.id), recall(root, "reception").get(draft.id), day)
    return gather(root, "reception", 1, (placed,), ())


def _draft(lines: list[str], unit: str, officials: Mapping[str, str], origin: Origin, wording: Wording) -> Draft:
    text = " ".join(lines)
    words: dict[str, str] = {}
    regular: list[RegularReception] = []
    periodic: list[PeriodicReception] = []
    last: tuple[Hours, ...] = ()
    for number, line in enumerate(lines):
        following = " ".join(lines[number : number + 3])
        dates, named = month_days(line), weekdays(line)
        if not dates and not named:
            continue
        last = hours(line) or hours(following) or last
        who = _who(line, officials) or _who(following, officials)
        if dates or weeks(line) or any(word in folded(line) for word in _HEAD_RECEIVES):
            if who is None:
                words[f"periodic[{len(periodic)}].receiver"] = wording("fill_in")
            days = () if dates else named
            periodic.append(
                PeriodicReception(
                    receiver=who or "can-dien", days=days, weeks=weeks(line), month_days=dates, hours=last
                )
            )
        else:
            if who is None:
                words[f"regular[{len(regular)}].receivers[0]"] = wording("fill_in")
            regular.append(RegularReception(days=named, hours=last, receivers=(who or "can-dien",)))
    announced = next((found for line in lines if (found := _date(_DAY.search(line)))), None)
    period, rule = _period(text), _holiday_rule(folded(text))
    where = next((m["place"].strip() for line in lines if (m := _PLACE.match(_NUMBER.sub("", line))) is not None), None)
    phone = _PHONE.search(text)
    for name, value in (("announced", announced), ("period", period), ("holiday_rule", rule), ("place", where)):
        if value is None:
            words[name] = wording("fill_in")
    titles = (re.sub(r"^(?:về|v/v)\s+(?:việc\s+)?", "", line, flags=re.IGNORECASE) for line in lines)
    title = next((line for line in titles if folded(line).startswith("lich tiep cong dan")), wording("reception_title"))
    record = Reception(
        title=(title.capitalize() if title.isupper() else title[0].upper() + title[1:])[:500],
        unit=unit,
        place=where or wording("nothing_said"),
        period=period or Period(),
        announced=announced or date(2000, 1, 1),
        regular=tuple(regular),
        periodic=tuple(periodic),
        holiday_rule=rule or HolidayRule.NEXT_WORKING_DAY,
        phone=phone[1].strip() if phone else None,
    )
    apart = [origin.warning("NK192", "", value=match[0]) for line in lines for match in _APART.finditer(line)]
    findings = (*_asked(words, origin, wording), *apart)
    return Draft(
        "reception",
        slug(f"lich {period.start.year if period and period.start else ''} {unit}"),
        record,
        origin,
        findings,
        "",
        words,
    )


def _who(text: str, officials: Mapping[str, str]) -> str | None:
    """The official whose name or title a text holds; a deputy's title holds that of the head."""
    plain = unit_key(text)
    found = [name for name in officials if re.search(rf"(?<!\bpho )\b{re.escape(name)}\b", plain)]
    return officials[max(found, key=len)] if found else None


def _asked(words: Mapping[str, str], origin: Origin, wording: Wording) -> list[Finding]:
    return [origin.warning("NK191", path, field=wording("part_" + path.partition("[")[0])) for path in words]


def _date(match: re.Match[str] | None) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _period(text: str) -> Period | None:
    if span := _SPAN.search(text):
        numbers = [int(group) for group in span.groups()]
        try:
            return Period(start=date(*reversed(numbers[:3])), end=date(*reversed(numbers[3:])))
        except ValueError:
            return None
    year = _YEAR.search(text)
    return Period(start=date(int(year[1]), 1, 1), end=date(int(year[1]), 12, 31)) if year else None


def _holiday_rule(plain: str) -> HolidayRule | None:
    if any(words in plain for words in _NEXT):
        return HolidayRule.NEXT_WORKING_DAY
    return HolidayRule.PREVIOUS_WORKING_DAY if any(words in plain for words in _BEFORE) else None
