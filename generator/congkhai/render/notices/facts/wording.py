"""Facts that are several values in the record and one phrase on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congkhai.derive.office import Office
from congkhai.model.calendar import Weekday, long_date
from congkhai.model.citation import Citation
from congkhai.model.clock import Hours
from congkhai.model.legal_act import ActKind, LegalAct
from congkhai.model.site import OpeningHours
from congkhai.render.notices.text import clean


def weekdays(days: Iterable[Weekday]) -> str:
    """`Thứ Hai đến Thứ Sáu`, `Thứ Ba, Thứ Năm`."""
    numbers = sorted({day.number for day in days})
    labels = [list(Weekday)[number].label for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{labels[0]} đến {labels[-1]}"
    return ", ".join(labels)


def hours(spans: Sequence[Hours]) -> str:
    """`07:30–11:30, 13:30–17:00`."""
    return ", ".join(str(span) for span in sorted(spans))


def opening_hours(opening: Iterable[OpeningHours]) -> tuple[str, ...]:
    """One line per group of days with the same hours."""
    return tuple(f"{weekdays(o.days)}: {hours(o.hours)}" for o in opening)


def act_name(act: LegalAct) -> str:
    """`Luật Hộ tịch số 60/2014/QH13`, `Nghị định 123/2015/NĐ-CP`."""
    if act.kind is ActKind.LAW:
        title = act.title if act.title.startswith(act.kind.label) else f"{act.kind.label} {act.title}"
        return f"{title} số {act.symbol}"
    return act.name


def citation(office: Office, cited: Citation, at: str = "") -> str:
    """`Điều 14 Luật Hộ tịch số 60/2014/QH13`: the place first, as lawyers cite."""
    act: LegalAct = office.get("legal_act", cited.act, at).record
    words = " ".join(part for part in (cited.place, act_name(act)) if part)
    return f"{words} ({cited.note})" if cited.note else words


def citations(office: Office, cited: Iterable[Citation], at: str = "") -> tuple[str, ...]:
    """One phrase per act, in the order of first mention: `Điều 13, Điều 14 Luật Hộ tịch số 60/2014/QH13`."""
    acts: dict[str, list[Citation]] = {}
    for one in cited:
        acts.setdefault(one.act, []).append(one)
    return tuple(_of_one_act(office, group, at) for group in acts.values())


def _of_one_act(office: Office, group: Sequence[Citation], at: str) -> str:
    name = act_name(office.get("legal_act", group[0].act, at).record)
    places = ", ".join(one.place for one in group if one.place)
    notes = "; ".join(one.note for one in group if one.note)
    words = f"{places} {name}" if places else name
    return f"{words} ({notes})" if notes else words


#: How titles begin that follow the issuer without "về".
_VERBS = ("ban hành", "bãi bỏ", "hướng dẫn", "phê duyệt", "quy định", "sửa đổi", "về ")


def citation_in_full(office: Office, cited: Citation, at: str = "") -> str:
    """As the preamble of a document cites: `Quyết định số 858/QĐ-TTg ngày 14 tháng 6 năm 2010 của … phê duyệt …`."""
    act: LegalAct = office.get("legal_act", cited.act, at).record
    is_law = act.kind is ActKind.LAW
    words = act_name(act) if is_law else f"{act.kind.label} số {act.symbol}"
    if act.issued:
        words += f" {long_date(act.issued)}"
    if not is_law:
        words += f" của {act.issuer}"
        if not act.title.startswith(act.kind.label):
            title = act.title[0].lower() + act.title[1:]
            words += f" {title}" if title.startswith(_VERBS) else f" về {title}"
    words = " ".join(part for part in (cited.place, words) if part)
    return f"{words} ({cited.note})" if cited.note else words


def issuer_lines(name: str) -> tuple[str, ...]:
    """The issuer's name in capitals, broken as letterheads break it: `ỦY BAN NHÂN DÂN / XÃ CẨM DUỆ`."""
    upper = clean(name).upper()
    for body in ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"):
        rest = upper.removeprefix(body).strip()
        if upper.startswith(body) and rest:
            return (body, rest)
    if len(upper) > 20:
        for word in (" TỈNH ", " THÀNH PHỐ ", " XÃ ", " PHƯỜNG ", " ĐẶC KHU "):
            start, found, rest = upper.partition(word)
            if found:
                return (start, found.strip() + " " + rest)
    return (upper,)
