"""What the words around a time say about it: a cited document, figures of a period, a plan that may change."""

from __future__ import annotations

from congkhai.model.phrases.event import AGENCIES
from congkhai.model.phrases.tokens import Hidden, Phrases, Text
from congkhai.model.phrases.words import STOPS

_STRONG = Phrases(
    "luật | bộ luật | nghị định | thông tư | pháp lệnh | hiến pháp | nghị quyết | chỉ thị | công điện | "
    "thông tư liên tịch | quyết định | kết luận | công văn | thông báo | tờ trình | quy định"
)
_WEAK = Phrases(
    "kế hoạch | báo cáo | hướng dẫn | chương trình | biên bản | đề án | văn bản | quy chế | điều lệ | giấy phép | "
    "giấy chứng nhận | hợp đồng | đơn | giấy mời | thông cáo | quy trình | quy ước | phương án"
)
_AFTER_CITED = frozenset(
    {"", "của", "về", ";", ",", ".", ")", "quy", "sửa", "ban", "hướng", "do", "và", ":", "giữa", "v"}
)
#: Before these `sinh` is no birth: `tuyển sinh ngày 25/5`.
_NOT_BORN = frozenset({"tuyển", "thí", "học", "vệ", "phát", "giáo", "hy", "mưu", "dân", "an", "tái"})
_SIGNED = Phrases(
    "thông qua ngày | ban hành ngày | ký ngày | cấp ngày | ngày cấp | ngày cấp : | sinh ngày | ngày sinh : | "
    "thành lập ngày | ngày ban hành | ngày ban hành : | ngày ký | ngày ký : | ngày sinh | bổ sung ngày | "
    "sửa đổi ngày | kết luận ngày | phê duyệt ngày | kỷ niệm ngày | ngày thành lập | "
    "truyền thống | ngày truyền thống | ký kết ngày | đề ngày | lập ngày | kỷ niệm | ngày thành lập :"
)
_DATA = frozenset(
    {
        *("kết", "tổng", "sơ", "báo", "công", "kế", "dự", "quyết", "nhiệm", "chương", "tình", "số", "phương"),
        *("chỉ", "đánh", "thống", "ngân", "tiêu", "hoạch", "cáo", "tác", "toán", "vụ", "trình", "hình", "liệu"),
        *("hướng", "giá", "kê", "sách", "quả", "lượng", "của", "với", "mức", "suất", "niên", "giám", "học", "lịch"),
        *("kỳ", "so", "chi", "thu", "khóa", "đề", "án", "nghị"),
    }
)
_DOING = Phrases(
    "hoàn thành | thực hiện | thời gian thực hiện | thời gian | thời hạn | tiến độ | xong | tổ chức | thời điểm | "
    "thời gian hoàn thành | thời hạn hoàn thành | ban hành | khởi công | triển khai | thời gian triển khai | "
    "thời gian tổ chức | kết thúc | bắt đầu | trình | khởi động | diễn ra | lộ trình | áp dụng"
)
_BASIS = Phrases("căn cứ | theo | thực hiện | căn cứ vào")
_HAPPENED = Phrases("đã | xảy ra | xuất hiện | ghi nhận")
_OF_USE = frozenset({"sử", "dụng", "pháp", "lý", "lưu", "hành", "là", "trong", "thời", "hạn", "đến", "từ", "kể", "hết"})
#: What figures are told of, a few words before their month or quarter: `tình hình kinh tế - xã hội quý I`.
_FIGURES = Phrases("tình hình | kết quả | nhiệm vụ trọng tâm | phương hướng | số liệu | chỉ tiêu")
_FIGURES_REACH = 9
_EXPECTED = Phrases("dự kiến | ( dự kiến ) | dự tính")
_PAST = frozenset({"đã", "từng"})
_REACH = 18


def clause_start(text: Text, i: int, reach: int = _REACH) -> int:
    """Where the clause before a place begins, as far as readers look."""
    start = i
    while (
        start > max(0, i - reach)
        and text.word(start - 1) not in {",", ";", ".", ":", "(", ")"}
        and not text.breaks(start)
    ):
        start -= 1
    return start


def cited(text: Text, i: int, end: int) -> bool:
    """Say whether the day in these tokens dates a document, or is a day of the past that is only told."""
    before = i - 1
    if text.word(before) in {",", "("}:
        before -= 1
    followed = text.among(end, _AFTER_CITED) or text.breaks(end)
    if text.hidden(before) is Hidden.DOCUMENT and (before == i - 1 or followed):
        return True
    if text.word(end) == "của" and text.capital(end + 1) and AGENCIES.end(text, end + 1) is not None:
        return True
    ends_signed = i + 1 if text.word(i) == "ngày" else i
    signed = _SIGNED.begin(text, ends_signed)
    signed = _SIGNED.begin(text, i) if signed is None else signed
    if signed is not None and not (text.word(signed) == "sinh" and text.among(signed - 1, _NOT_BORN)):
        return True
    start = clause_start(text, i)
    if before == i - 2 and _BASIS.end(text, whole := clause_start(text, before + 1)) is not None:
        start = whole
    for n in range(i - 1, start - 1, -1):
        if text.hidden(n) is Hidden.DOCUMENT and followed and text.word(n + 1) in {"của", "và"}:
            return True
        named = _STRONG.end(text, n) is not None
        if named and (text.capital(n) or text.word(n) in {"luật", "bộ"}) and followed:
            return True
        owned = text.capital(end + 1) or text.word(end + 1) in {"ông", "bà", "anh", "chị"}
        if _WEAK.end(text, n) is not None and text.word(end) == "của" and owned:
            return True
    return False


def year_of_document(text: Text, i: int) -> bool:
    """Say whether a year belongs to the name of a law: `Luật Đất đai năm 2013`, `Nghị định 89 (năm 1997)`."""
    before = i - 2 if text.word(i - 1) == "(" else i - 1
    if text.hidden(before) is Hidden.DOCUMENT:
        return True
    for n in range(i - 1, clause_start(text, i, 9) - 1, -1):
        if text.capital(n) and text.word(n) in {"luật", "hiến", "pháp"} or text.at(n, "bộ", "luật"):
            return text.word(n) != "pháp" or text.word(n + 1) == "lệnh"
        if text.word(n) in {"trong", "từ", "đến", "kế", "và"}:
            return False
    return False


def heads_document(text: Text, i: int, end: int) -> bool:
    """Say whether the day stands where a document puts it: `Long Xuyên, ngày 12 tháng 07 năm 2010`."""
    if text.word(i - 1) != "," or not (end == len(text) or text.breaks(end)):
        return False
    start = clause_start(text, i - 1)
    return 0 < i - 1 - start <= 6 and all(text.capital(n) or text.word(n) in {"-", "."} for n in range(start, i - 1))


def takes_effect(text: Text, i: int) -> bool:
    """Say whether the time is that of a rule's force: `có hiệu lực thi hành kể từ ngày …`, `… đến hết ngày …`."""
    for n in range(i - 1, max(-1, i - 6), -1):
        if text.at(n, "hiệu", "lực"):
            return True
        if text.word(n) in {";", "."} or (text.word(n) == "," and text.word(i) not in {"kể", "từ", "tính"}):
            return False
    return _valid(text, i)


def _valid(text: Text, i: int) -> bool:
    """`có giá trị sử dụng trong 06 tháng`; but no sum of money: `có giá trị 5 tỷ đồng`."""
    n = i
    while n > max(0, i - 5) and text.word(n - 1) in _OF_USE:
        n -= 1
    return text.at(n - 2, "giá", "trị")


def is_horizon(text: Text, i: int) -> bool:
    """Say whether a year is how far a strategy looks: `tầm nhìn đến năm 2050`."""
    return text.at(i - 2, "tầm", "nhìn") or text.at(i - 2, "định", "hướng")


def figures(text: Text, i: int) -> bool:
    """Say whether figures, a report or a plan stand directly before: `tổng kết công tác năm 2007`."""
    if text.breaks(i) or _DOING.begin(text, i) is not None:
        return False
    return text.among(i - 1, _DATA) or any(
        _FIGURES.end(text, n) is not None for n in range(clause_start(text, i, _FIGURES_REACH), i)
    )


def stands_alone(text: Text, i: int) -> bool:
    """Say whether nothing, a colon or a word of doing stands before, as in a table's cell."""
    previous = text.word(i - 1)
    return i == 0 or text.breaks(i) or previous in {":", "-", "+", "|", "("} or _DOING.begin(text, i) is not None


def expected(text: Text, i: int, end: int) -> bool:
    """Say whether the document calls the time a forecast: `dự kiến`."""
    start = clause_start(text, i, 8)
    if text.word(start - 1) == "," and _EXPECTED.begin(text, start - 1) is not None:
        return True
    return any(_EXPECTED.end(text, n) is not None for n in range(start, i)) or any(
        _EXPECTED.end(text, n) is not None for n in (end, end + 1)
    )


def in_the_past(text: Text, i: int) -> bool:
    """Say whether the clause tells what has happened."""
    return any(text.among(n, _PAST) for n in range(clause_start(text, i), i))


def already(text: Text, i: int, end: int) -> bool:
    """Say whether what follows a day at the head of a sentence has been done: `Ngày 15/01/2026, tỉnh đã ban hành`."""
    if text.word(end) == "đã":
        return True
    acts = text.word(end) == "," or (text.capital(end) and AGENCIES.end(text, end) is not None)
    if not acts or not (i == 0 or text.breaks(i) or text.word(i - 1) in STOPS | {","}):
        return False
    for n in range(end + 1, end + _REACH):
        if text.word(n) in STOPS:
            return False
        if _HAPPENED.end(text, n) is not None:
            return True
        if text.at(n, "ban", "hành") and any(text.hidden(k) is Hidden.DOCUMENT for k in range(n, n + 7)):
            return True
    return False
