"""How often: `mỗi quý một lần`, `06 tháng/lần`, `02 lần/năm`, `định kỳ 6 tháng, một năm`, `báo cáo tháng, quý, năm`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congkhai.model.phrases.day import read_day
from congkhai.model.phrases.direction import Direction, read_direction
from congkhai.model.phrases.every import UNITS, bare_unit, read_every, read_units
from congkhai.model.phrases.number import counted
from congkhai.model.phrases.reading import Bound, Kind, Times, Understood, Unit
from congkhai.model.phrases.rule import Every, yearly
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

_TIMES = frozenset({"lần", "kỳ", "đợt", "buổi", "cuộc", "phiên", "số", "bài", "tin", "hội", "ngày", "lượt", "chuyến"})
_LEAST = Phrases("ít nhất | tối thiểu | ít nhất là | tối thiểu là | không ít hơn | không dưới | từ")
_MOST = Phrases("không quá | tối đa | tối đa là")
_DOING = Phrases("tổ chức | họp | thực hiện | tiến hành | báo cáo | đánh giá | kiểm tra | rà soát | bầu")
_PER = frozenset({"/", "trong", "trên", "mỗi", "một", "hằng", "theo"})
_PRECISION = {
    Unit.DAY: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
}
_REGULAR = Phrases("định kỳ | theo định kỳ | chế độ định kỳ | định kỳ theo | định kỳ mỗi | định kỳ vào")
_REPORTS = Phrases(
    "báo cáo | báo cáo định kỳ | báo cáo sơ kết | báo cáo tổng kết | "
    "sơ kết | tổng kết | theo | đánh giá | sơ kết , tổng kết | họp | giao ban | "
    "kế hoạch | kế hoạch công tác | báo cáo công tác | sơ kết công tác | chương trình công tác | báo cáo theo | "
    "chế độ báo cáo | thông tin , báo cáo | thống kê"
)
_STRONG_REPORTS = frozenset({"báo", "sơ", "tổng", "thông", "chế"})


@dataclass(frozen=True, slots=True)
class _Part:
    every: Every
    at: int
    end: int


def read_frequency(scene: Scene, i: int) -> Found | None:
    """Any of the ways to tell how often something is done."""
    return (
        _quarter_part(scene, i)
        or _bracketed(scene, i)
        or _regular(scene, i)
        or _per(scene, i)
        or _each(scene, i)
        or _units_once(scene, i)
        or _reports(scene, i)
        or _before_reports(scene, i)
    )


def _quarter_part(scene: Scene, i: int) -> Found | None:
    """`cuối mỗi quý`, `đầu hằng quý`: a month of every quarter."""
    text = scene.text
    j = i + 1 if text.word(i) == "vào" else i
    first = {"đầu": 1, "giữa": 2, "cuối": 3}.get(text.word(j))
    if first is None or text.word(j + 1) not in {"mỗi", "hằng", "các"} or text.word(j + 2) != "quý":
        return None
    months = ",".join(str(month) for month in range(first, 13, 3))
    due = f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1"
    time = scene.understood(
        *(i, j + 3, Kind.RECURRENCE, Precision.FUZZY),
        rule=Every(1, Unit.QUARTER).rule,
        start_rule=f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=1",
        due_rule=due,
        estimated=True,
        occurrences=scene.occurrences(due),
    )
    return Found(j + 3, (time,))


def recurrence(scene: Scene, i: int, end: int, every: Every, times: Times | None = None) -> Understood:
    """A recurrence whose days are not told."""
    precision = _PRECISION.get(every.unit, Precision.OPEN) if every.count == 1 else Precision.OPEN
    if every == Every(6, Unit.MONTH):
        precision = Precision.HALF_YEAR
    if every == Every(3, Unit.MONTH):
        precision = Precision.QUARTER
    return scene.understood(i, end, Kind.RECURRENCE, precision, rule=every.rule, times=times)


def _each(scene: Scene, i: int) -> Found | None:
    """`mỗi tháng 1 kỳ`, `hằng năm ít nhất một lần`, `hằng tháng, quý, năm`."""
    text = scene.text
    head = read_every(text, i)
    if head is None:
        one = read_units(text, i)
        if one is None and text.word(i) in UNITS and text.word(i + 2) == "lần":
            one = Every(1, UNITS[text.word(i)]), i + 1
        if one is None or one[0].count != 1:
            return None
        doing = _DOING.end(text, one[1])
        counts = _count(text, one[1] if doing is None else doing)
        return Found(counts[1], (recurrence(scene, i, counts[1], one[0], counts[0]),)) if counts else None
    every, end = head
    j = end + 1 if text.word(end) == "," else end
    if text.word(j) in {"tổ", "họp"}:
        j += 2 if text.at(j, "tổ", "chức") else 1
    counts = _count(text, j)
    if counts:
        return Found(counts[1], (recurrence(scene, i, counts[1], every, counts[0]),))
    if text.word(end) == "một" and text.word(end + 1) == "lần":
        end += 2
    times = [recurrence(scene, i, end, every)]
    while text.word(end) in {",", "và", "hoặc"}:
        k = end + 2 if text.word(end + 1) in {"và", "hoặc"} else end + 1
        more = bare_unit(text, k) or _list_units(text, k)
        if more is None or (text.word(end) == "và" and text.word(more[1]) not in {"", ",", ".", ";", ")", "và", ":"}):
            break
        times.append(recurrence(scene, k, more[1], more[0]))
        end = more[1]
    return Found(end, tuple(times))


def _count(text: Text, i: int) -> tuple[Times, int] | None:
    """`một lần`, `ít nhất 02 lần`, `từ 2 đến 3 lần`."""
    bound, j = Bound.EXACT, i
    if (k := _LEAST.end(text, i)) is not None:
        bound, j = Bound.AT_LEAST if text.word(i) != "từ" else Bound.EXACT, k
    elif (k := _MOST.end(text, i)) is not None:
        bound, j = Bound.AT_MOST, k
    first = counted(text, j)
    if first is None or first[0] != first[0].to_integral_value() or not first[0]:
        return None
    low, end = int(first[0]), first[1]
    high = low
    if text.word(end) in {"-", "đến"} and (second := counted(text, end + 1)) and second[0] >= low:
        high, end = int(second[0]), second[1]
    if (
        not text.among(end, _TIMES)
        or text.at(end, "ngày", "làm")
        or (text.word(end) == "ngày" and text.digits(end + 1))
    ):
        return None
    end += 2 if text.at(end, "hội", "nghị") else 1
    return Times(low=low, high=high, bound=bound), end


def _units_once(scene: Scene, i: int) -> Found | None:
    """`6 tháng một lần`, `06 tháng/lần`, `2 năm 1 lần`; with `mỗi` or `cứ` before."""
    text = scene.text
    least = _LEAST.end(text, i) if text.word(i) != "từ" else None
    j = least or (i + 1 if text.word(i) in {"cứ", "mỗi"} else i)
    bound = Bound.AT_LEAST if least else Bound.EXACT
    if text.word(j) == "sau":
        j += 1
    head = read_units(text, j)
    if head is None:
        return None
    every, end = head
    if (doing := _DOING.end(text, end)) is not None and text.at(doing, "một", "lần"):
        end = doing
    if text.word(end) == "/" or text.at(end, "mỗi", "lần"):
        end += 1
    elif text.word(end) in {"một", "1", "01"} and text.word(end + 1) in _TIMES - {"ngày", "năm"}:
        return Found(end + 2, (recurrence(scene, i, end + 2, every, Times(low=1, high=1, bound=bound)),))
    else:
        return None
    number = counted(text, end)
    if number and text.among(number[1], _TIMES - {"ngày", "lượt"}) and number[0] == number[0].to_integral_value():
        times = Times(low=int(number[0]), high=int(number[0]), bound=bound)
        return Found(number[1] + 1, (recurrence(scene, i, number[1] + 1, every, times),))
    if text.word(end) != "lần":
        return None
    return Found(end + 1, (recurrence(scene, i, end + 1, every, Times(low=1, high=1, bound=bound)),))


def _per(scene: Scene, i: int) -> Found | None:
    """`02 lần/năm`, `ít nhất 01 ngày trong 01 tuần`, `một lần trong năm`, `01 lần/6 tháng`."""
    text = scene.text
    counts = _count(text, i)
    if counts is None or text.word(i) == "từ" and counts[0].low == counts[0].high:
        return None
    times, j = counts
    slash = text.word(j) == "/"
    if text.word(j) not in _PER:
        return None
    k = j if text.word(j) in {"hằng", "mỗi", "một"} else j + 1
    each = read_every(text, k) or read_units(text, k)
    if each is None and text.word(k) in UNITS and (slash or text.word(j) in {"trong", "trên"}):
        dated = text.number(k + 1) is not None or (
            text.word(k) == "quý" and text.word(k + 1) in {"i", "ii", "iii", "iv"}
        )
        each = None if dated or text.word(k + 1) in {"tuổi"} else (Every(1, UNITS[text.word(k)]), k + 1)
    if each is None or (text.word(j - 1) == "ngày" and each[0].unit is Unit.DAY):
        return None
    if each[0].unit is Unit.DAY and each[0].count > 1 and not slash:
        return None
    if each[0].unit is Unit.YEAR and each[0].count > 1 and not slash and text.word(j) != "trong":
        return None
    return Found(each[1], (recurrence(scene, i, each[1], each[0], times),))


def _list_units(text: Text, i: int) -> tuple[Every, int] | None:
    """One member of the list after `định kỳ`: `hằng tháng`, `quý`, `6 tháng`, `một năm`, `06 tháng một lần`."""
    found = read_every(text, i) or read_units(text, i) or bare_unit(text, i)
    if found is None:
        return None
    every, end = found
    counted_days = every.unit is Unit.DAY and text.word(i) != "hằng"
    if text.word(end) in {"một", "1", "01"} and text.word(end + 1) == "lần":
        end += 2
    elif counted_days:
        return None
    elif text.word(end) == "/":
        slash = end + 2 if text.word(end + 1) in {"1", "01", "một"} else end + 1
        end = slash + 1 if text.word(slash) == "lần" else end
    if every == Every(9, Unit.MONTH) and text.word(end - 1) != "lần":
        every = Every(1, Unit.YEAR)
    return every, end


def _bracketed(scene: Scene, i: int) -> Found | None:
    """`6 tháng (trước ngày 20/6)` in a list that began before."""
    found = read_units(scene.text, i) or bare_unit(scene.text, i)
    if found is None or found[0].unit not in {Unit.MONTH, Unit.YEAR, Unit.QUARTER}:
        return None
    dated = _in_brackets(scene, _Part(found[0], i, found[1]))
    return Found(dated[1], (dated[0],)) if dated else None


def _regular(scene: Scene, i: int) -> Found | None:
    """`định kỳ` with the units after it, each perhaps with its day: `Định kỳ 6 tháng (10/6), một năm (01/11)`."""
    text = scene.text
    j = _REGULAR.end(text, i)
    if j is None:
        return None
    if text.word(j) == "(" and (listed := _units_list(scene, i, j + 1)) and text.word(listed.end) == ")":
        return replace(listed, end=listed.end + 1)
    if text.word(j) in {":", "là"}:
        j += 1
    inner = _per(scene, j) or _units_once(scene, j) or _each(scene, j)
    found = _units_list(scene, i, j)
    if inner and inner.end > (found.end if found else j):
        first = inner.times[0]
        at = text.tokens[i].start
        return Found(inner.end, (replace(first, at=at, wording=text.source[at : first.to]), *inner.times[1:]))
    if found:
        return found
    if text.word(j) in {"hằng", "mỗi"}:
        return None
    return Found(i + 2 if text.word(i) == "định" else j, (_unknown(scene, i, j),))


def _unknown(scene: Scene, i: int, j: int) -> Understood:
    end = j - 1 if scene.text.word(j - 1) in {"theo", "mỗi", "vào", "là", ":"} else j
    return scene.understood(i, max(end, i + 2), Kind.RECURRENCE, Precision.OPEN)


def _reports(scene: Scene, i: int) -> Found | None:
    """`báo cáo tháng, quý, 6 tháng, năm`, `sơ kết 6 tháng`."""
    text = scene.text
    j = _REPORTS.end(text, i)
    if j is None or (text.word(j) in {"ngày", "hằng"}):
        return None
    found = _units_list(scene, j, j)
    if found is None:
        return None
    strong = text.among(i, _STRONG_REPORTS)
    first = found.times[0]
    alone = len(found.times) == 1
    if (
        alone
        and first.due_rule is None
        and not (strong and text.word(i) in {"báo", "chế"} and _closes(text, found.end))
    ):
        return None
    return found


def _before_reports(scene: Scene, i: int) -> Found | None:
    """`Sáu tháng, một năm sơ kết, tổng kết`: two lengths or more before the word for a report."""
    text = scene.text
    if read_units(text, i) is None or text.word(i - 1) in {"trong", "sau", "quá", "hạn", "kéo", "dài"}:
        return None
    found = _units_list(scene, i, i)
    if found is None or len(found.times) < 2 or text.word(found.end) not in {"sơ", "tổng", "báo", "đánh"}:
        return None
    return found


def _closes(text: Text, i: int) -> bool:
    return not text.word(i) or text.word(i) in {
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "và",
        "hoặc",
        "về",
        "trước",
        "gửi",
        "của",
        "trong",
        "cho",
        "theo",
    }


def _units_list(scene: Scene, i: int, j: int) -> Found | None:
    text = scene.text
    first = _list_units(text, j)
    if first is None:
        return None
    times: list[Understood] = []
    part: _Part | None = _Part(first[0], i, first[1])
    end = j
    while part:
        dated = _in_brackets(scene, part)
        times.append(dated[0] if dated else recurrence(scene, part.at, part.end, part.every))
        end = dated[1] if dated else part.end
        part = _next_part(text, end) if len(times) < 8 else None
    return Found(end, tuple(times))


def _next_part(text: Text, i: int) -> _Part | None:
    if text.word(i) not in {",", "và", "hoặc", ";", "/"}:
        return None
    k = i + 2 if text.word(i + 1) in {"và", "hoặc"} else i + 1
    for filler in (("định", "kỳ"), ("báo", "cáo"), ("tổng", "kết"), ("sơ", "kết")):
        if text.at(k, *filler):
            k += 2
    more = _list_units(text, k)
    if more is None or (text.word(more[1]) in {"làm", "kể"}):
        return None
    return _Part(more[0], k, more[1])


def _in_brackets(scene: Scene, part: _Part) -> tuple[Understood, int] | None:
    """The day of the year that stands in brackets behind: `6 tháng (10/6)`, `năm (trước ngày 15/12)`."""
    text = scene.text
    if text.word(part.end) != "(":
        return None
    j = part.end + 1
    direction = read_direction(text, j)
    if direction:
        j = direction[1]
    found = read_day(text, j, timed=True)
    if found is None or text.word(found[1]) != ")":
        return None
    when = found[0]
    if not when.single or when.month is None or when.year or when.relative or when.month > 12:
        return None
    when.check()
    before = direction is not None and direction[0] is Direction.BEFORE
    rules = yearly([(when.month, when.first)], before)
    end = found[1] + 1
    time = scene.understood(
        *(part.at, end, Kind.RECURRENCE, Precision.DAY),
        rule=rules.rule,
        due_rule=rules.due,
        inclusive=not before,
        occurrences=scene.occurrences(rules.due),
    )
    return time, end
