"""How many times something is done: `02 đợt`, `hai lớp tập huấn`."""

from __future__ import annotations

from congkhai.model.phrases.context import clause_start, expected
from congkhai.model.phrases.number import counted
from congkhai.model.phrases.reading import Bound, Kind, Times
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases
from congkhai.model.plan import Precision

_ALWAYS = frozenset({"đợt"})
_WHEN_DONE = frozenset({"lần", "lớp", "cuộc", "buổi", "kỳ", "phiên", "hội", "chuyến"})
_DONE = Phrases("tổ chức | mở | thực hiện | tiến hành | chia làm | chia thành | phát sóng | họp | tập huấn | gồm")
_MEASURES = frozenset(
    {"mức", "giá", "lương", "số", "so", "tiền", "hơn", "nhiều", "trở", "tổng", "thu", "chi", "đồng", "lệ", "phí", "này"}
)
_NOT_BEFORE = frozenset({"gấp", "bằng", "hơn", "tăng", "thứ", "nhiều", "giảm", "/", "lần", "đợt", "lớp", "kỳ"})


def read_count(scene: Scene, i: int) -> Found | None:
    """A number of rounds, courses or meetings that are to be held."""
    text = scene.text
    first = counted(text, i)
    if first is None or first[0] != first[0].to_integral_value() or not 1 <= first[0] <= 200:
        return None
    low, j = int(first[0]), first[1]
    high = low
    if text.word(j) in {"-", "đến"} and (second := counted(text, j + 1)) and second[0] >= low:
        high, j = int(second[0]), second[1]
    noun = text.word(j)
    if text.among(i - 1, _NOT_BEFORE) or text.among(j + 1, _MEASURES):
        return None
    if noun not in _ALWAYS:
        start = clause_start(text, i, 5)
        done = any(_DONE.end(text, n) is not None for n in range(start, i))
        if noun not in _WHEN_DONE or not done or (noun == "hội" and text.word(j + 1) not in {"nghị", "thảo", "thi"}):
            return None
        if noun == "kỳ" and text.word(j + 1) in {"hạn"}:
            return None
    end = j + 2 if noun == "hội" else j + 1
    if text.at(end, "tập", "huấn"):
        end += 2
    times = Times(low=low, high=high, bound=Bound.EXACT)
    time = scene.understood(
        *(i, end, Kind.COUNT, Precision.OPEN), times=times, expected=expected(text, i, end), not_a_deadline=True
    )
    return Found(end, (time,))
