"""Words of time that name no day: continuous, prompt, open, and by a rule told elsewhere."""

from __future__ import annotations

from datetime import date

from congkhai.model.phrases.reading import Kind
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

_CONTINUOUS = Phrases(
    "thường xuyên | thường xuyên , liên tục | thường xuyên liên tục | liên tục | suốt thời gian thực hiện | "
    "một cách thường xuyên | trong suốt quá trình thực hiện"
)
#: Continuous spending, education and posts are kinds of things, not times.
_NOT_CONTINUOUS_BEFORE = frozenset(
    {"lương", "chi", "dục", "phí", "trợ", "cấp", "vụ", "sách", "toán", "hệ", "học", "khoản", "trú", "thu"}
)
_ASKED = frozenset({"nhiệm", "tiếp", "phục", "công", "nghiệp", "nghĩa", "thực"})
_PROMPT = Phrases(
    "kịp thời | khẩn trương | ngay lập tức | lập tức | sớm nhất | trong thời gian sớm nhất | ngay trong ngày | "
    "trong ngày làm việc | ngay trong ngày làm việc | trong ngày | trong cùng ngày | tức thời | ngay tức khắc | "
    "trong thời gian ngắn nhất | trong cùng ngày làm việc | sớm nhất có thể | ngay trong ngày làm việc đó"
)
_OPEN = Phrases(
    "thời gian đến | trong thời gian đến | những năm đến | các năm đến | trong những năm đến | "
    "thời gian tiếp theo | các năm tiếp theo | những năm tiếp theo | trong thời gian qua | thời gian qua | "
    "trong tương lai | lâu dài | trong quá trình thực hiện | trong quá trình triển khai | "
    "trong quá trình triển khai thực hiện | về lâu dài | trong quá trình tổ chức thực hiện | trong năm | cả năm | "
    "trong quý | trong tháng | trong tuần | những năm qua | trong những năm qua | trong những năm gần đây | "
    "thời gian vừa qua | tháng đến | quý đến | năm đến | các năm sau | những năm sau | giai đoạn tiếp theo | "
    "giai đoạn đến | trong nhiều năm | trong nhiều năm qua | tuần đến | thời gian sắp đến | "
    "trong thời gian gần đây | sắp đến | năm qua | những năm gần đây | trong nhiệm kỳ | trong cả nhiệm kỳ | "
    "suốt nhiệm kỳ | trong suốt nhiệm kỳ | đầu nhiệm kỳ | giữa nhiệm kỳ | cuối nhiệm kỳ | hết nhiệm kỳ | "
    "cuối tuần này | đầu tuần này | trong tuần này | trong tháng này | trong quý này | vào cuối tuần này | "
    "toàn nhiệm kỳ | đến hết nhiệm kỳ | đến cuối nhiệm kỳ | trong năm học | đầu năm học | cuối năm học"
)
_DURING = Phrases(
    "trong quá trình thực hiện | trong quá trình triển khai | trong quá trình triển khai thực hiện | "
    "trong quá trình tổ chức thực hiện"
)
_BY_RULE = Phrases(
    "theo đúng quy định | đúng thời gian quy định | đúng thời hạn quy định | theo thời hạn quy định | "
    "theo thời gian quy định | đúng thời hạn | đúng tiến độ | trong thời hạn quy định | đúng hạn | "
    "đúng thời gian yêu cầu | trong thời gian quy định | đảm bảo thời gian quy định | theo tiến độ đề ra | "
    "trong thời hạn luật định | theo quy định"
)
_NOW_AFTER = frozenset(
    {"việc", "các", "những", "và", "khi", "công", "từ", "sau", "báo", "cho", "với", "kế", "để", "trong", "đến", "một"}
)
_DOING_BEFORE = Phrases(
    "thực hiện ngay | triển khai ngay | báo cáo ngay | xử lý ngay | giải quyết ngay | thông báo ngay | làm ngay | "
    "tổ chức ngay | trả lời ngay | khắc phục ngay | kiểm tra ngay | chuyển ngay | gửi ngay | thực hiện được ngay"
)
_DUE = frozenset({"báo", "gửi", "trình", "công", "nộp", "cáo", "hiện", "khai", "bố", "định", "quả", "tỉnh", "sở", "xã"})


#: After `trong năm` and its like, these begin the name of the year or quarter that is meant.
_NAMED_AFTER = frozenset({"từ", "học", "i", "ii", "iii", "iv", "đầu", "cuối", "đến"})


def read_standing(scene: Scene, i: int) -> Found | None:
    """One of these, if it stands as a time."""
    text = scene.text
    if (end := _CONTINUOUS.end(text, i)) is not None:
        if text.word(i) == "liên" or text.among(i - 1, _NOT_CONTINUOUS_BEFORE) and text.word(i) == "thường":
            return None if not text.at(i, "thường") or not _free(text, i) else _span(scene, i, end, Kind.CONTINUOUS)
        return _span(scene, i, end, Kind.CONTINUOUS)
    if (end := _DURING.end(text, i)) is not None:
        return _span(scene, i, end, Kind.OPEN)
    if (end := _OPEN.end(text, i)) is not None:
        return _open(scene, i, end)
    if (end := _PROMPT.end(text, i)) is not None:
        if text.word(end) in {"nghỉ", "lễ"} or text.number(end) is not None or text.at(i, "trong", "ngày", "hội"):
            return None
        return _found(scene, i, end, Kind.PROMPT, Precision.PROMPT)
    if (end := _DOING_BEFORE.end(text, i)) is not None and text.word(end) not in {
        "tại",
        "từ",
        "cả",
        "ở",
        "sau",
        "khi",
        "thẳng",
        "ngắn",
    }:
        start = scene.anchor.issued
        return _found(scene, end - 1, end, Kind.PROMPT, Precision.PROMPT, start)
    if (end := _BY_RULE.end(text, i)) is not None:
        return _by_rule(scene, i, end)
    return None


def _free(text: Text, i: int) -> bool:
    """`học viên được tập huấn thường xuyên` against `giáo dục thường xuyên`."""
    return text.word(i - 1) in {"vụ", "học"} and text.word(i - 2) not in _ASKED | {"tự", "môn"}


def _by_rule(scene: Scene, i: int, end: int) -> Found | None:
    """`theo quy định` is a time only where a report or a result is due."""
    text = scene.text
    if i == 0 and end == len(text):
        return _found(scene, i, end, Kind.BY_RULE, Precision.OPEN)
    plain = text.at(i, "theo", "quy") or text.at(i, "theo", "đúng")
    if plain and (
        text.word(end) in {"của", "tại", "về", "hiện", "pháp", "chung", "này", "như"} or not _report_before(text, i)
    ):
        return None
    return _found(scene, i, end, Kind.BY_RULE, Precision.OPEN)


def _report_before(text: Text, i: int) -> bool:
    return any(text.at(n, "báo", "cáo") for n in range(max(0, i - 12), i))


def _open(scene: Scene, i: int, end: int) -> Found | None:
    text = scene.text
    alone = end == i + 2 and text.word(end - 1) in {"năm", "quý", "tháng", "tuần"} and text.word(i) in {"trong", "cả"}
    if alone and (text.number(end) is not None or text.among(end, _NAMED_AFTER)):
        return None
    if alone and text.word(end - 1) == "năm" and (year := scene.only_year):
        time = scene.understood(*(i, end, Kind.WINDOW, Precision.YEAR), start=date(year, 1, 1), end=date(year, 12, 31))
        return Found(end, (time,))
    if text.at(i, "cả", "năm"):
        return None
    if text.number(end) is not None or (
        text.word(i) in {"tháng", "quý", "năm", "tuần"} and text.word(end) in {"năm", "ngày"}
    ):
        return None
    return _found(scene, i, end, Kind.OPEN, Precision.OPEN)


def _span(scene: Scene, i: int, end: int, kind: Kind) -> Found:
    """The whole time of the plan."""
    period = scene.anchor.period
    precision = Precision.CONTINUOUS if kind is Kind.CONTINUOUS else Precision.OPEN
    start, last = (period.start, period.end) if period else (None, None)
    issued = scene.anchor.issued
    if kind is Kind.OPEN and issued and start and start < issued and (last is None or issued <= last):
        start = issued
    return Found(end, (scene.understood(i, end, kind, precision, start=start, end=last),))


def _found(scene: Scene, i: int, end: int, kind: Kind, precision: Precision, start: date | None = None) -> Found:
    return Found(end, (scene.understood(i, end, kind, precision, start=start),))
