"""The words before a time that say on which side of it something is due."""

from __future__ import annotations

from enum import Enum, auto

from congkhai.model.phrases.tokens import Phrases, Text


class Direction(Enum):
    """How a day that follows bounds the time that is meant."""

    BEFORE = auto()
    UNTIL = auto()
    AFTER = auto()
    SINCE = auto()
    AS_OF = auto()
    ON = auto()
    WITHIN = auto()


_LATEST = Phrases(
    "chậm nhất | muộn nhất | trễ nhất | hạn cuối | hạn cuối cùng | hạn chót | thời hạn chót | không muộn hơn | "
    "không chậm hơn | không trễ hơn | không quá | không để quá | thời hạn cuối cùng | thời hạn cuối | "
    "thời gian chậm nhất | thời hạn chậm nhất | thời gian muộn nhất | thời hạn hoàn thành | hạn hoàn thành | "
    "thời hạn nộp | hạn nộp | hạn nộp hồ sơ | thời hạn nộp hồ sơ | thời hạn gửi báo cáo | thời hạn báo cáo | "
    "hạn báo cáo | không được muộn hơn | không được chậm hơn"
)
#: How many words may stand between `hạn cuối` and its colon.
_LABEL = 6
_FILLERS = frozenset({"là", ":"})
_SIMPLE: tuple[tuple[Direction, Phrases], ...] = (
    (
        Direction.AS_OF,
        Phrases("tính đến | tính đến hết | tính đến thời điểm | tính đến trước | tính cho đến | tính đến mốc"),
    ),
    (
        Direction.UNTIL,
        Phrases(
            "đến | đến hết | cho đến | cho đến hết | hết | đến cả | trước và trong | trước hoặc trong | "
            "trước hoặc vào | đến thời điểm | kéo dài đến | kéo dài đến hết | đến hết thời điểm | trước hết | "
            "xong trong"
        ),
    ),
    (
        Direction.BEFORE,
        Phrases(
            "trước | đến trước | cho đến trước | trước thời điểm | trước mốc | đến trước thời điểm | trước hạn | "
            "trước thời hạn"
        ),
    ),
    (Direction.AFTER, Phrases("sau | từ sau | kể từ sau | sau thời điểm | tính từ sau | quá")),
    (
        Direction.SINCE,
        Phrases(
            "từ | kể từ | tính từ | bắt đầu từ | bắt đầu kể từ | kể từ thời điểm | từ thời điểm | tính kể từ | "
            "từ khoảng | từ giữa khoảng | sớm nhất | sớm nhất là | sớm nhất vào | sớm nhất là vào | sớm nhất từ | "
            "sớm nhất là từ | sớm nhất kể từ"
        ),
    ),
    (
        Direction.ON,
        Phrases(
            "vào | ngay | đúng | lúc | vào lúc | vào hồi | hồi | nhân | nhân dịp | vào dịp | trong dịp | dịp | "
            "bắt đầu vào | bắt đầu | vào thời điểm | vào đúng | vào khoảng | khoảng | trong khoảng | "
            "vào thời gian | trùng | vào các | dịp lễ | nghỉ lễ | nhân dịp lễ | trong dịp lễ | vào dịp lễ | "
            "các dịp lễ | nhân ngày lễ | dịp nghỉ lễ | trong dịp nghỉ lễ"
        ),
    ),
    (
        Direction.WITHIN,
        Phrases(
            "trong | ngay trong | nội trong | trong suốt | suốt | trong cả | trong khoảng thời gian | "
            "trong thời gian | trong thời điểm | trong vòng"
        ),
    ),
)
#: What `sớm hơn` and `muộn hơn` say of a day, and what they say after `không`.
_SOONER = Direction.BEFORE, Direction.SINCE
_LATER = Direction.AFTER, Direction.UNTIL
#: Words after which `đến` and `sau`, `trước` do not speak of time.
_LEADS = frozenset({"liên quan", "ảnh hưởng", "dẫn", "tác động", "đề cập", "chuyển"})


def read_direction(text: Text, i: int) -> tuple[Direction, int] | None:
    """The direction that begins at a place; `chậm nhất là trước ngày …` counts as one."""
    latest = _LATEST.end(text, i)
    if latest is not None:
        j = _skip(text, _label(text, latest))
        inner = _simple(text, j)
        if inner and inner[0] in {Direction.BEFORE, Direction.UNTIL, Direction.ON, Direction.WITHIN}:
            direction = Direction.BEFORE if inner[0] is Direction.BEFORE else Direction.UNTIL
            return direction, _skip(text, inner[1])
        return Direction.UNTIL, j
    if text.word(i) == "xong" and text.word(i + 1) in {"trước", "trong"}:
        i += 1
    return _compared(text, i) or _simple(text, i)


def _compared(text: Text, i: int) -> tuple[Direction, int] | None:
    """`sớm hơn ngày 15/6`, `không … sớm hơn ngày 15/6`."""
    sides = _SOONER if text.word(i) == "sớm" else _LATER if text.word(i) in {"muộn", "chậm", "trễ"} else None
    if sides is None or text.word(i + 1) != "hơn":
        return None
    for n in range(i - 1, i - 1 - _LABEL, -1):
        if text.word(n) == "không":
            return sides[1], i + 2
        if text.word(n) in {"", ",", ";", ".", ":"} or text.breaks(n + 1):
            break
    return sides[0], i + 2


def _label(text: Text, i: int) -> int:
    """Where the words end that tell what `Hạn cuối nhận hồ sơ:` is the last day of; `i` without a colon or `là`."""
    end = i
    while end < i + _LABEL and text.word(end) not in {"", *_FILLERS} and text.word(end).isalpha():
        if text.breaks(end) or _LATEST.end(text, end) is not None:
            return i
        end += 1
    return end if text.among(end, _FILLERS) else i


def _skip(text: Text, i: int) -> int:
    while text.among(i, _FILLERS):
        i += 1
    return i


def _simple(text: Text, i: int) -> tuple[Direction, int] | None:
    found = [(end, direction) for direction, phrases in _SIMPLE if (end := phrases.end(text, i)) is not None]
    if not found:
        return None
    end, direction = max(found, key=lambda one: one[0])
    if direction in {Direction.UNTIL, Direction.AS_OF} and text.word(end) == "trước":
        direction, end = (Direction.BEFORE if direction is Direction.UNTIL else direction), end + 1
    if text.word(end) == "khoảng":
        end += 1
    return direction, end


def misled(text: Text, i: int) -> bool:
    """Say whether the word before makes a direction word speak of something else: `liên quan đến`."""
    return any(text.at(i - len(lead.split()), *lead.split()) for lead in _LEADS)
