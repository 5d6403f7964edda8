"""Times of day, and the parts of the day."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.model.clock import TimeOfDay
from congkhai.model.phrases.reading import Reason, Unclear
from congkhai.model.phrases.tokens import Text
from congkhai.model.plan import Part

PARTS = {"sáng": Part.MORNING, "chiều": Part.AFTERNOON}
_HOURS = frozenset({"h", "g", "giờ"})
#: From here on a watch may last until the morning, which no field of a reading can hold.
_EVENING = 17 * 60
_LATER = frozenset({"chiều", "tối", "đêm"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a span of one; the other end is None. Minute 1440 is written as the end of the day."""

    start: TimeOfDay
    end: TimeOfDay | None = None


def read_time(text: Text, i: int) -> tuple[TimeOfDay, int] | None:
    """`7h30`, `07 giờ 30 phút`, `14g`, `17:00`, `2 giờ chiều`. Raises Unclear for an hour that is none."""
    hour = text.number(i)
    if hour is None or text.digits(i) > 2 or (text.glued(i) and text.word(i - 1) in {"/", ".", ",", ":"}):
        return None
    if text.word(i + 1) == ":" and text.glued(i + 1) and text.glued(i + 2) and text.digits(i + 2) == 2:
        seconds = text.word(i + 3) == ":" and text.glued(i + 3) and text.glued(i + 4) and text.digits(i + 4) == 2
        return _time(text, hour, text.number(i + 2) or 0, i + 5 if seconds else i + 3)
    if not text.among(i + 1, _HOURS):
        return None
    if text.word(i + 1) in {"h", "g"} and not text.glued(i + 1):
        return None
    end, minute = i + 2, 0
    if text.digits(end) in {1, 2} and _is_minute(text, end):
        minute, end = text.number(end) or 0, end + 1
    elif text.word(end) == "rưỡi":
        minute, end = 30, end + 1
    return _time(text, hour, minute, end)


def _is_minute(text: Text, i: int) -> bool:
    """The number after `giờ` counts minutes, and is not the day that follows."""
    if text.word(i + 1) == "phút" or text.word(i + 1) == "'":
        return True
    if text.word(i + 1) in {"/", "."} and text.number(i + 2) is not None:
        return False
    if text.digits(i) != 2:
        return False
    return text.glued(i) or text.word(i + 1) != "ngày" or text.number(i + 2) is not None


def _time(text: Text, hour: int, minute: int, end: int) -> tuple[TimeOfDay, int] | None:
    if text.word(end) in {"phút", "'"}:
        end += 1
    if text.word(end) in {"am", "pm"}:
        hour, end = hour + 12 * (text.word(end) == "pm" and hour < 12), end + 1
    elif text.word(end) in _LATER and hour < 12 and text.word(end + 1) != "ngày":
        hour, end = hour + 12, end + 1
    elif text.word(end) in {"sáng", "trưa", "chiều", "tối", "đêm"} and text.word(end + 1) != "ngày":
        end += not (text.word(end) == "sáng" and text.word(end + 1) in {"thứ", "chủ"})
    if text.at(end, "trở", "lên") or text.at(end, "trở", "xuống") or text.at(end, "đến", "dưới"):
        return None
    if hour == 24 and minute == 0:
        return TimeOfDay(1439), end
    if hour > 24 and text.word(end - 1) == "giờ":
        return None
    if hour > 23 or minute > 59:
        raise Unclear(Reason.NO_SUCH_TIME)
    return TimeOfDay(hour * 60 + minute), end


def read_clock(text: Text, i: int) -> tuple[Clock, int] | None:
    """A time or a span of times: `từ 8 giờ đến 10 giờ`, `7h30 - 11h30`, `lúc 14 giờ`."""
    j = i + 1 if text.word(i) in {"từ", "lúc", "hồi"} else i
    if text.word(i) == "vào" and text.word(i + 1) in {"lúc", "hồi"}:
        j = i + 2
    found = read_time(text, j) or _bare_hour(text, j)
    if found is None:
        if j > i and text.word(j - 1) in {"lúc", "hồi"} and text.digits(j) == 2 and text.word(j + 1) == "giờ":
            raise Unclear(Reason.NO_SUCH_TIME)
        return None
    start, end = found
    if text.at(end, "hôm", "trước", "đến"):
        raise Unclear(Reason.UNKNOWN)
    if text.word(end) in {"đến", "-"}:
        k = end + 1
        if text.word(k) == "hết":
            k += 1
        until = read_time(text, k)
        if until:
            if until[0] <= start:
                overnight = start.minutes >= _EVENING or _next_day(text, until[1])
                raise Unclear(Reason.UNKNOWN if overnight else Reason.END_BEFORE_START)
            return Clock(start, until[0]), until[1]
        if text.word(k + 1) == "giờ" and text.number(k) is not None:
            return None
    if found == _bare_hour(text, j):
        return None
    return Clock(start), end


def late_clock(text: Text, i: int) -> tuple[Clock, int] | None:
    """The hours that stand after a day: `…, lúc 7 giờ 30`, `… (từ 8 giờ đến 10 giờ)`."""
    j = i
    while text.word(j) in {",", "(", ":", "bắt", "đầu"} and j < i + 4:
        j += 1
    found = read_clock(text, j)
    if found is None or not (found[0].end or text.word(j) in {"lúc", "hồi", "từ", "vào"}):
        return None
    closed = text.word(found[1]) == ")" and any(text.word(n) == "(" for n in range(i, j))
    return found[0], found[1] + closed


def _next_day(text: Text, i: int) -> bool:
    """`… đến 06 giờ sáng ngày hôm sau`."""
    return any(text.word(n) == "sau" and text.word(n - 1) in {"hôm", "ngày"} for n in range(i, i + 5))


def _bare_hour(text: Text, i: int) -> tuple[TimeOfDay, int] | None:
    """`8` in `8 - 10 giờ`."""
    hour = text.number(i)
    if hour is None or hour > 23 or text.digits(i) > 2 or text.word(i + 1) not in {"-", "đến"}:
        return None
    return TimeOfDay(hour * 60), i + 1
