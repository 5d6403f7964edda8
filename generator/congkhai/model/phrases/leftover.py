"""What still looks like a time after all readers are through."""

from __future__ import annotations

from congkhai.model.phrases.fuzzy import read_part
from congkhai.model.phrases.month import month_number, quarter_number
from congkhai.model.phrases.reading import Reason, Unread
from congkhai.model.phrases.scene import Scene
from congkhai.model.phrases.tokens import Text
from congkhai.model.phrases.weekday import read_weekday
from congkhai.model.phrases.year import year_number


def left_over(scene: Scene, i: int) -> tuple[int, Unread] | None:
    """The token after it, and the finding, if something that speaks of time begins at a place."""
    end = _end(scene.text, i)
    if end is None:
        return None
    reason = Reason.UNCERTAIN if scene.text.number(i) is not None else Reason.UNKNOWN
    return end, scene.unread(i, end, reason)


def _end(text: Text, i: int) -> int | None:
    word = text.word(i)
    if word in {"ngày", "mùng"} and text.digits(i + 1) in {1, 2} and text.word(i + 2) not in {"công", "%", ")"}:
        return _numbers(text, i + 2)
    if word == "tháng" and text.number(i + 1) is not None and month_number(text, i + 1):
        return _numbers(text, i + 2)
    if word == "quý" and text.word(i + 1) in {"i", "ii", "iii", "iv"} and quarter_number(text, i + 1):
        return _numbers(text, i + 2)
    if text.digits(i) in {1, 2} and word != "0" and text.word(i + 1) == "ngày" and text.word(i + 2) in {"đầu", "cuối"}:
        return i + 3
    if word == "năm" and year_number(text, i + 1):
        return i + 2
    if word in {"sáng", "chiều"} and read_weekday(text, i + 1):
        return i + 3
    if word in {"đầu", "giữa", "cuối"} and text.word(i - 1) not in {"lần", "bước", "từ", "ban", "về"}:
        part = read_part(text, i)
        if part and text.number(part[1] - 1) is not None:
            return part[1]
    if word == "nay" and text.word(i + 1) == "(" and text.word(i + 3) == "/" and text.word(i + 5) == ")":
        return i + 6
    if text.digits(i) in {1, 2} and _is_date(text, i):
        return i + 5
    return None


def _numbers(text: Text, i: int) -> int:
    end = i
    while text.word(end) in {"/", "-", "."} and text.number(end + 1) is not None and end < i + 8:
        end += 2
    return end


def _is_date(text: Text, i: int) -> bool:
    mark = text.word(i + 1)
    tight = all(text.glued(n) for n in range(i + 1, i + 5))
    before = text.glued(i) and text.word(i - 1) in {"/", ".", "-", ","}
    if mark != "/" or text.word(i + 3) != mark or not tight or before or text.digits(i + 2) not in {1, 2}:
        return False
    return year_number(text, i + 4) is not None
