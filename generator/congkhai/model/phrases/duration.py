"""Lengths of time: `05 ngày làm việc`, `trong thời hạn 30 ngày kể từ ngày nhận đủ hồ sơ`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from congkhai.model.phrases import context
from congkhai.model.phrases.amount import read_amount
from congkhai.model.phrases.event import BEFORE, SINCE, named_from, words_after
from congkhai.model.phrases.item import Item, read_item
from congkhai.model.phrases.number import counted
from congkhai.model.phrases.reading import Amount, Bound, Kind, Relation, Unclear, Unit
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

_WITHIN = Phrases(
    "trong thời hạn | trong vòng | trong thời gian | trong khoảng thời gian | trong | thời hạn | thời hạn là | "
    "thời gian | thời gian là | trong khoảng | thời hạn giải quyết | thời gian giải quyết | khoảng | ngay trong | "
    "nội trong | trong thời hạn là | thời hạn : | thời gian : | thời hạn giải quyết : | thời gian giải quyết : | "
    "trong suốt | suốt | kéo dài | trong thời hạn tối đa | với thời hạn | với thời gian | là"
)
_MOST = Phrases(
    "không quá | tối đa | tối đa là | tối đa không quá | nhiều nhất | chậm nhất | chậm nhất là | muộn nhất | "
    "muộn nhất là | không vượt quá | không muộn hơn | trễ nhất | nhiều nhất là | nhưng không quá | "
    "chậm nhất không quá | chậm nhất trong | chậm nhất là trong | chậm nhất trong thời hạn | dài nhất | "
    "chậm nhất trong vòng | nhanh nhất | chậm nhất là trong thời hạn | không chậm quá | lâu nhất | đến | "
    "không hơn | chậm nhất sau | chậm nhất là sau | muộn nhất trong | muộn nhất sau | không được quá | chưa quá"
)
_LESS = Phrases("dưới | không đủ | chưa đủ | không đến | chưa đến | ít hơn | chưa được")
_LEAST = Phrases(
    "ít nhất | ít nhất là | tối thiểu | tối thiểu là | không ít hơn | không dưới | từ đủ | đủ | "
    "sớm nhất | ngắn nhất | từ | tối thiểu trong | ít nhất trong | có đủ | liên tục | ít nhất được | tối thiểu được"
)
_OVER = Phrases("trên | hơn | từ trên | nhiều hơn | dài hơn | lâu hơn")
_MORE = Phrases("quá | quá thời hạn | sau quá | quá hạn | sau thời hạn | sau | hết thời hạn | hết | hết hạn")
_BACK = Phrases("trước | trước thời hạn | trước đó")
_BACK_LEAST = Phrases(
    "trước ít nhất | trước ít nhất là | trước tối thiểu | trước tối thiểu là | trước đó ít nhất | ít nhất trước | "
    "tối thiểu trước | chậm nhất trước | chậm nhất là trước | muộn nhất trước"
)
_MAKERS: tuple[tuple[Phrases, Bound | None, Relation | None], ...] = (
    (_WITHIN, None, None),
    (_MOST, Bound.AT_MOST, None),
    (_LESS, Bound.LESS_THAN, None),
    (_LEAST, Bound.AT_LEAST, None),
    (_OVER, Bound.MORE_THAN, None),
    (_MORE, Bound.MORE_THAN, Relation.AFTER),
    (_BACK, None, Relation.BEFORE),
    (_BACK_LEAST, Bound.AT_LEAST, Relation.BEFORE),
)
#: What a bound becomes after `không được`: not to be more than so much is to be so much at most.
_FORBIDDEN = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}
_CLAUSE_ENDS = frozenset({"", ",", ";", ".", ":", "(", ")"})
_BANS = Phrases("không được | không thể | không nên")
#: How many words may stand between `không được` and the length.
_BAN_REACH = 5
#: Before `hơn` these compare: `sớm hơn 30 phút` is 30 minutes earlier.
_COMPARED = frozenset({"sớm", "muộn", "chậm", "trễ", "nhanh"})
#: `muộn hơn 22 giờ` is a time of day from this hour on, `muộn hơn 2 giờ` is 2 hours later.
_WAKING = 5
#: What opens a length from one number to another, and is no bound of it.
_RANGING = frozenset({"từ", "đủ", "trên", "hơn", "quá", "dưới"})
#: Hours up to here may be a time of day when nothing says otherwise.
_DAY_HOURS = 24


def read_duration(scene: Scene, i: int) -> Found | None:
    """A length of time with its bound and, if it is told, the event from which or to which it is counted."""
    text = scene.text
    j, bound, relation, told = _opening(text, i)
    if ordinal := _ordinal(scene, i, j, bound):
        return ordinal
    length = read_amount(text, j)
    if length is None:
        return None
    low, high, unit, end = length
    if low != high and bound in {Bound.AT_LEAST, Bound.MORE_THAN} and text.word(j - 1) in _RANGING:
        bound = None
    bound, relation = _allowed(text, i, bound, relation)
    if text.word(i) == "hơn" and text.among(i - 1, _COMPARED):
        if unit is Unit.HOUR and low >= _WAKING:
            return None
        bound = None
    if text.at(end, "trở", "lên"):
        bound, end = Bound.AT_LEAST, end + 2
    elif text.at(end, "trở", "xuống"):
        bound, end = Bound.AT_MOST, end + 2
    if unit is Unit.HOUR and (_is_clock(text, i, end) or (not told and not _clearly_hours(text, i, end, low))):
        return None
    if _past(text, end):
        amount = Amount(low=low, high=high, unit=unit, bound=bound or Bound.EXACT)
        time = scene.understood(i, end, Kind.DURATION, Precision.EVENT, amount=amount, not_a_deadline=True)
        return Found(end, (time,))
    if text.word(j - 1) in {"niệm", "thứ"} or (j == i and text.word(i - 1) == "%"):
        return None
    if relation is Relation.BEFORE and _date_follows(text, j):
        return None
    linked = _event(scene, end, unit)
    valid = context.takes_effect(text, i)
    since = text.word(j - 1) in {"từ", "sau", "đến"} and low == high <= _DAY_HOURS and text.word(end - 2) != "trở"
    if linked is None and relation and text.at(end, "so", "với"):
        stop = words_after(text, end + 2)
        linked = (relation, text.wording(end + 2, stop), stop, None) if stop > end + 2 else None
    if linked is None and unit is Unit.HOUR and (relation is Relation.BEFORE or since):
        return None
    if linked is None:
        amount = Amount(low=low, high=high, unit=unit, bound=bound or Bound.EXACT, relation=relation)
        time = scene.understood(i, end, Kind.DURATION, Precision.EVENT, amount=amount, not_a_deadline=valid)
        return Found(end, (time,))
    side, wording, stop, day = linked
    bound = bound or Bound.EXACT
    if side is Relation.BEFORE and (bound is Bound.AT_MOST or text.at(i, "sớm", "nhất")):
        bound = Bound.AT_LEAST if bound is Bound.AT_MOST else Bound.AT_MOST
    amount = Amount(low=low, high=high, unit=unit, bound=bound, relation=side)
    span = counted_from(day, amount) if day else (None, None)
    time = scene.understood(
        *(i, stop, Kind.EVENT, Precision.EVENT),
        after=wording,
        relation=side,
        amount=amount,
        start=span[0],
        end=span[1],
        not_a_deadline=valid,
    )
    return Found(stop, (time,))


def _ordinal(scene: Scene, i: int, j: int, bound: Bound | None) -> Found | None:
    """`chậm nhất là ngày thứ 45 kể từ ngày …`, `ngày cuối cùng của tháng thứ 3 kể từ …`."""
    text = scene.text
    for lead in ("ngày cuối cùng của", "ngày cuối của", "vào", "đến"):
        if text.at(j, *lead.split()):
            j += len(lead.split())
    unit = {"ngày": Unit.DAY, "tháng": Unit.MONTH, "năm": Unit.YEAR, "tuần": Unit.WEEK}.get(text.word(j))
    j += 1
    if unit is Unit.DAY and text.at(j, "làm", "việc"):
        unit, j = Unit.WORKING_DAY, j + 2
    if unit is None or text.word(j) != "thứ" or (number := counted(text, j + 1)) is None:
        return None
    linked = _event(scene, number[1], unit)
    if linked is None:
        return None
    side, wording, stop, _ = linked
    amount = Amount(low=number[0], high=number[0], unit=unit, bound=bound or Bound.EXACT, relation=side)
    return Found(
        stop, (scene.understood(i, stop, Kind.EVENT, Precision.EVENT, after=wording, amount=amount, relation=side),)
    )


def _opening(text: Text, i: int) -> tuple[int, Bound | None, Relation | None, bool]:
    """The words before the number: where they end, the bound and the side they set, and whether there are any."""
    j, bound, relation = i, None, None
    for _ in range(3):
        ends = [(end, n) for n, (phrases, _, _) in enumerate(_MAKERS) if (end := phrases.end(text, j)) is not None]
        if not ends:
            break
        j, n = max(ends)
        bound, relation = _MAKERS[n][1] or bound, _MAKERS[n][2] or relation
        while text.word(j) in {":", "là"}:
            j += 1
    return j, bound, relation, j > i


def _allowed(
    text: Text, i: int, bound: Bound | None, relation: Relation | None
) -> tuple[Bound | None, Relation | None]:
    """The bound as it is meant after `không được`: `không được vượt quá 14 giờ`, `không được thực hiện hơn 02 tuần`."""
    if bound not in _FORBIDDEN:
        return bound, relation
    for n in range(i - 1, i - 2 - _BAN_REACH, -1):
        if text.word(n) in _CLAUSE_ENDS or text.breaks(n + 1):
            break
        if _BANS.end(text, n) is not None:
            return _FORBIDDEN[bound], None
    return bound, relation


def _clearly_hours(text: Text, i: int, end: int, low: Decimal) -> bool:
    linked = SINCE.end(text, end) is not None or BEFORE.end(text, end) is not None
    return low >= _DAY_HOURS or linked or low != low.to_integral_value()


def _is_clock(text: Text, i: int, end: int) -> bool:
    """`Thời gian: 07 giờ 30, ngày 12/3`, `lúc 25 giờ`: an hour of a day, not so many hours."""
    if text.word(i - 1) in {"lúc", "hồi"}:
        return True
    if text.word(end - 1) == "phút" and text.tokens[end - 2].raw == "00":
        return True
    k = end
    if text.digits(k) == 2 and (text.number(k) or 0) < 60 and text.word(k + 1) not in {"ngày", "tháng", "phút", "/"}:
        return True
    if text.word(k) in {",", "("}:
        k += 1
    return text.word(k) == "ngày" and text.number(k + 1) is not None


def _past(text: Text, i: int) -> bool:
    """`3 năm qua`, `5 năm trước đây`, `2 năm gần nhất` look back."""
    ago = text.word(i) == "trước" and text.word(i + 1) in {"", ",", ".", ";"}
    return ago or text.word(i) in {"qua", "gần"} or text.at(i, "trước", "đây") or text.at(i, "vừa", "qua")


def _date_follows(text: Text, i: int) -> bool:
    """`trước 15 giờ ngày 20/3`: a time of day, not a length."""
    return text.word(i + 1) in {"giờ", "h"} and text.word(i + 2) == "ngày"


def _event(scene: Scene, i: int, unit: Unit) -> tuple[Relation, str, int, date | None] | None:
    """The event that a length is counted from or to: the side, its words, where they end, and its day if it is one."""
    text = scene.text
    j = i
    if text.word(j) == "(":
        close = next((n for n in range(j + 1, j + 30) if text.word(n) == ")"), None)
        if close is None:
            return None
        j = close + 1
    if text.word(j) == "," and (SINCE.end(text, j + 1) or BEFORE.end(text, j + 1)):
        j += 1
    for phrases, side in ((SINCE, Relation.AFTER), (BEFORE, Relation.BEFORE)):
        k = phrases.end(text, j)
        if k is None or text.word(k) in {"đó", "này", "đây", "nữa", "mỗi"}:
            continue
        found = read_item(text, k - 1 if text.word(k - 1) == "ngày" else k, timed=True)
        if found is not None and text.word(found[1]) in {"đến", "-"}:
            return None
        if found is not None:
            return side, named_from(text, k, found[1]), found[1], _day(found[0])
        end = words_after(text, k)
        if end == k:
            if text.at(j, "tiếp", "theo") or text.at(j, "sau"):
                return None
            continue
        return side, named_from(text, k, end), end, None
    return None


def _day(item: Item) -> date | None:
    try:
        start, end = item.when.bounds()
    except Unclear:
        return None
    return start if start == end else None


def counted_from(day: date, amount: Amount) -> tuple[date | None, date | None]:
    """First and last day in time; the first day is not counted (Civil Code 2015, Article 147).

    Working days, and lengths that are a least, are left to those who know the holidays and the intent.
    """
    whole = amount.low == amount.high and amount.high == amount.high.to_integral_value()
    back = amount.relation is Relation.BEFORE
    open_ended = amount.bound is Bound.MORE_THAN or (amount.bound is Bound.AT_LEAST and not back)
    if not whole or open_ended or amount.unit not in _ADDED:
        return None, None
    number = int(amount.high)
    if number > 3650:
        return None, None
    days, months = _ADDED[amount.unit]
    if back:
        return None, day - timedelta(days=days * number) if days else None
    return day, _later(day, number * months) + timedelta(days=days * number)


_ADDED = {Unit.DAY: (1, 0), Unit.WEEK: (7, 0), Unit.MONTH: (0, 1), Unit.QUARTER: (0, 3), Unit.YEAR: (0, 12)}


def _later(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, number = day.year + month // 12, month % 12 + 1
    return date(year, number, min(day.day, monthrange(year, number)[1]))
