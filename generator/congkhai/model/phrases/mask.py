"""Numbers that look like times and are none: document numbers, references to articles, addresses, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.model.phrases.lunar import is_branch
from congkhai.model.phrases.tokens import Hidden, Phrases, Text

_UNITS = frozenset({"ngày", "tháng", "năm", "quý", "tuần", "giờ", "phút", "lần", "h", "g", "kỳ", "đợt"})
_SPANS = frozenset({"ngày", "tuần", "tháng", "quý", "năm"})
_TYPES = Phrases(
    "nghị quyết | nghị định | thông tư | quyết định | luật | chỉ thị | công văn | pháp lệnh | kết luận | "
    "thông tri | hướng dẫn | thông tư liên tịch | quy định | công điện | tờ trình | thông báo | kế hoạch | "
    "báo cáo | chương trình | đề án | văn bản | quy chế | lệnh | hiến pháp | bộ luật | nghị quyết liên tịch | "
    "tcvn | qcvn | iso | haccp | covid | khóa | chỉ số"
)
#: The parts of documents: a number after one of these is never a time.
_REFERENCES = Phrases(
    "điều | khoản | điểm | mục | chương | phần | phụ lục | tiểu mục | tiết | mẫu | biểu | biểu mẫu | bảng | hình | "
    "bước | trang | mẫu số | phụ lục số | biểu số | điều số | tiêu chuẩn | tiêu chí | câu"
)
#: Other things that are numbered, unless a unit of time follows the number.
_NUMBERED = Phrases(
    "tổ | ấp | thôn | khu phố | khóm | đội | phòng | nhà | tầng | lô | thửa | quốc lộ | tỉnh lộ | hẻm | ngõ | "
    "ngách | kiệt | phường | quận | dãy | ca | đợt | lớp | khối | nhóm | loại | cấp | hạng | bậc | vùng | mức | "
    "bản | tập | quyển | km | gói thầu | gói | tuyến | khu vực | kỳ họp thứ | phiên họp thứ | lần thứ | lần | "
    "thứ tự | bài | số | chủ đề | hợp phần | tiểu dự án | dự án | nội dung | nhiệm vụ | mạng | phiên bản | "
    "kỳ họp | trung ương | hội nghị | cách mạng công nghiệp | công nghiệp | buôn | làng"
)
_NUMBER_SIGNS = Phrases(
    "số | số : | số hiệu | số hiệu : | ký hiệu | mã số | mã | số hồ sơ | số nhà | mã số : | hồ sơ số | "
    "số điện thoại | điện thoại | điện thoại : | đt | đt : | sđt | sđt : | hotline | hotline : | fax | fax : | "
    "đường dây nóng | đường dây nóng : | tài khoản | zalo | zalo : | cccd | cmnd | tổng đài | v"
)
#: Things that are named after a day.
_NAMED = Phrases(
    "đường | phố | đại lộ | quảng trường | công viên | cầu | chợ | trường | bệnh viện | nông trường | công ty | "
    "nhà máy | khách sạn | rạp | sân vận động | hợp tác xã | htx | xí nghiệp | hội trường | trường thpt | "
    "trường tiểu học | trường thcs | trường mầm non | thị trấn | phường | khu dân cư | phà | nhà văn hóa | "
    "trường mẫu giáo | lâm trường | tượng đài | kênh | khu phố | khu đô thị | quảng trường | cách mạng | "
    "khởi nghĩa | đường số | xã | câu lạc bộ | phong trào | nghĩa trang | trại giam | chiến dịch"
)
_MONTH_NAMES = frozenset({"tám", "mười", "8", "10", "tư", "4", "chín", "9", "giêng", "năm", "bảy", "hai"})
#: What each of the days, months or years is spent with that count: `mỗi năm công tác được tính …`.
_SPENT = Phrases(
    "quá hạn | trễ hạn | chậm trễ | chậm nộp | chậm trả | chậm đóng | chậm thanh toán | chậm thực hiện | "
    "chậm báo cáo | chậm thi hành | chậm hoàn thành | chậm tiến độ | đóng bảo hiểm | đóng bhxh | đóng bhyt | "
    "tham gia bảo hiểm | tham gia bhxh | tham gia được | công tác được | công tác thì | công tác tính | "
    "công tác bằng | làm việc được | làm việc thì | làm việc trả | làm việc tính | làm việc bằng | phục vụ được | "
    "phục vụ tại ngũ | công lao động | lưu trú | còn thiếu"
)
_COUNTING = frozenset({"cho", "với"})
_RATIOS = Phrases("tỷ lệ | tỉ lệ | tỷ số | tỉ số | khung hình | khung | video | tỷ lệ là | tỉ lệ là")
_PARTS_OF = frozenset({"số", "tổng", "diện", "thời", "thành", "đại", "cử", "hộ", "ý", "mức", "giá"})
_SCORES = frozenset({"quá", "trên", "nhất", "thiểu", "đủ", "hơn", "có", "đạt", "bằng", "chiếm", "khoảng", "ít", "gần"})
_BLANKS = frozenset({".", "…", "_", "..."})
_RUN = re.compile(r"\S+")
_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_MOST = 40


def mask(text: Text) -> Text:
    """The text with everything hidden that could be mistaken for a time."""
    return text.hide(_hidden(text))


def _hidden(text: Text) -> Iterator[tuple[int, Hidden]]:
    webs = _web_tokens(text)
    i = 0
    while i < len(text):
        if i in webs:
            yield i, Hidden.NUMBER
            i += 1
            continue
        for reader in _READERS:
            found = reader(text, i)
            if found:
                start, end, why = found
                yield from ((n, why) for n in range(start, end))
                i = end
                break
        else:
            i += 1


def _web_tokens(text: Text) -> frozenset[int]:
    """Tokens inside addresses of pages and of mail."""
    runs = iter([match.span() for match in _RUN.finditer(text.source) if _ADDRESS.search(match[0])])
    run = next(runs, None)
    inside = set()
    for n, token in enumerate(text.tokens):
        while run and run[1] <= token.start:
            run = next(runs, None)
        if run and run[0] <= token.start:
            inside.add(n)
    return frozenset(inside)


Hiding = tuple[int, int, Hidden]


def _document(text: Text, i: int) -> Hiding | None:
    """`858/QĐ-TTg`, `10/2022/QH15`, `1338-QĐ/TU`, `30c/NQ-CP`, `09/ KH-BCĐ`."""
    if text.number(i) is None and not (text.word(i).isdigit()):
        return None
    j = i + 1
    if text.glued(j) and text.word(j).isalpha() and len(text.word(j)) <= 2 and text.word(j) not in {"h", "g"}:
        j += 1
    lettered, end = False, j
    for _ in range(8):
        mark = text.word(end)
        if mark not in {"/", "-", ".", "&", ","} or not (text.glued(end) or (mark in {"/", "-"} and lettered)):
            break
        if not text.glued(end + 1) and mark != "/" and not (mark == "-" and text.glued(end)):
            break
        if mark in {".", "&", ","} and not (lettered and text.glued(end + 1)):
            break
        raw = text.tokens[end + 1].raw if end + 1 < len(text) else ""
        letters = _is_code(raw)
        if not letters and not (raw.isdigit() and text.glued(end + 1)):
            break
        lettered = lettered or letters
        end += 2
        if letters and text.glued(end) and text.number(end) is not None:
            end += 1
    return (i, end, Hidden.DOCUMENT) if lettered else None


def _is_code(raw: str) -> bool:
    if not raw.isalpha():
        return False
    capitals = sum(letter.isupper() for letter in raw)
    return capitals >= 2 or raw in {"L", "PL", "P", "U", "S", "CTr", "TTr", "Ttr"}


def _type_number(text: Text, i: int) -> Hiding | None:
    """`Nghị quyết 19`, `Nghị định 89`, `QCVN 01:2021`."""
    j = _TYPES.end(text, i)
    if j is not None and (whole := _document(text, j)):
        return whole
    if j is None or text.number(j) is None or text.among(j + 1, _UNITS - {"năm"}):
        return None
    if text.word(j + 1) == "năm" and text.digits(j + 2) != 4:
        return None
    if 1900 <= (text.number(j) or 0) < 2200 and text.digits(j) == 4:
        return (j, j + 1, Hidden.DOCUMENT) if text.word(j + 1) != "-" else None
    if text.word(j + 1) == "/" and text.word(i) in {"báo", "kế", "thông", "chương"} and text.digits(j) <= 2:
        return None
    return j, _chain(text, j, {"/", "-", ":", "."}), Hidden.DOCUMENT


def _chain(text: Text, i: int, marks: set[str]) -> int:
    end = i + 1
    while text.word(end) in marks and text.glued(end) and text.glued(end + 1) and end < i + _MOST:
        if text.number(end + 1) is None and not text.word(end + 1).isdigit():
            break
        end += 2
    return end


def _reference(text: Text, i: int) -> Hiding | None:
    """`khoản 2, 3 Điều 10`, `điểm 3 mục II`."""
    j = _REFERENCES.end(text, i)
    if j is None or text.number(j) is None or text.at(i - 1, "thời", "điểm"):
        return None
    if text.word(i) in {"điểm", "tiêu", "biểu", "câu", "hình", "bảng", "phần"} and text.among(j + 1, _UNITS):
        return None
    end = _chain(text, j, {"."})
    while text.word(end) in {",", "và", "-", "đến"} and text.number(end + 1) is not None and end < j + _MOST:
        if text.among(end + 2, _UNITS) or text.word(end + 2) == "/" or text.digits(end + 1) > 3:
            break
        end += 2
    return j, end, Hidden.REFERENCE


def _numbered(text: Text, i: int) -> Hiding | None:
    j = _NUMBERED.end(text, i)
    if j is None or text.number(j) is None or (text.among(j + 1, _UNITS) and not text.at(j + 1, "năm", "học")):
        return None
    if text.word(i) == "số" or text.word(j + 1) in {"/", "-", "%"} and text.word(i) not in {"phòng", "lô", "thửa"}:
        return None
    return j, _chain(text, j, {"."}), Hidden.REFERENCE


def _number_sign(text: Text, i: int) -> Hiding | None:
    """`số 12/5`, `điện thoại 0296 3852 123`."""
    j = _NUMBER_SIGNS.end(text, i)
    if j is not None and (whole := _document(text, j)):
        return whole
    if j is None or not text.word(j).isdigit():
        if not (j is not None and text.word(j) == "(" and text.word(j + 1).isdigit()):
            return None
        j += 1
    phone = text.word(i) in {"điện", "đt", "sđt", "hotline", "fax", "đường", "zalo", "tổng", "tài"} or text.at(
        i, "số", "điện"
    )
    if text.among(j + 1, _UNITS):
        dated = text.word(i) == "số" and text.word(j + 1) == "ngày" and text.number(j + 2) is not None
        return (j, j + 1, Hidden.DOCUMENT) if dated else None
    end = j + 1
    while end < j + _MOST:
        mark = text.word(end) in {"/", "-", ".", ")"} or (phone and text.word(end) == "-")
        if phone and text.word(end).isdigit() and text.word(end + 1) != "/":
            end += 1
        elif mark and text.word(end + 1).isdigit() and (phone or (text.glued(end) and text.glued(end + 1))):
            end += 2
        else:
            break
    return j, end, Hidden.NUMBER


def _named(text: Text, i: int) -> Hiding | None:
    """`đường 30 tháng 4`, `Trường THPT 19/5`, `Cách mạng tháng Tám`, `Bệnh viện 30-4`."""
    j = _NAMED.end(text, i)
    if j is None:
        return None
    if text.word(j) == "tháng" and text.among(j + 1, _MONTH_NAMES) and text.word(i) in {"cách", "khởi", "đường"}:
        return j, j + 2, Hidden.NAME
    if text.at(j, "cách", "mạng", "tháng"):
        return j + 2, j + 4, Hidden.NAME
    for k in (j, j + 1, j + 2):
        if text.number(k) is not None and text.digits(k) <= 2:
            if text.word(k + 1) == "tháng" and text.number(k + 2) is not None:
                return k, k + 3, Hidden.NAME
            if text.word(k + 1) in {"/", "-"} and text.digits(k + 2) in {1, 2} and text.word(k + 3) not in {"/", "-"}:
                return k, k + 3, Hidden.NAME
            return None
        if not text.capital(k):
            return None
    return None


def _fraction(text: Text, i: int) -> Hiding | None:
    """`2/3 số đại biểu`, `ít nhất 2/3`, `24/24 giờ`."""
    first, second = text.number(i), text.number(i + 2)
    if text.glued(i) and text.word(i - 1) == "/" or text.digits(i + 2) > 3:
        return None
    if first is None or second is None or text.word(i + 1) != "/" or text.word(i + 3) == "/":
        return None
    round_the_clock = (first, second) in {(24, 24), (24, 7), (7, 7)}
    if round_the_clock or text.among(i + 3, _PARTS_OF) or text.at(i + 3, "trở", "lên"):
        return i, i + 3, Hidden.NUMBER
    shares = first < second and second <= 10 and text.among(i - 1, _SCORES)
    return (i, i + 3, Hidden.NUMBER) if shares and not text.among(i + 3, _UNITS) else None


def _ratio(text: Text, i: int) -> Hiding | None:
    """`tỷ lệ 1:25`, `video 9:16`."""
    j = _RATIOS.end(text, i)
    if j is None or text.number(j) is None or text.word(j + 1) != ":" or text.number(j + 2) is None:
        return None
    return j, j + 3, Hidden.NUMBER


def _rate(text: Text, i: int) -> Hiding | None:
    """`phạt cho mỗi ngày`, `mỗi năm công tác được tính …`: so much for each, and no rhythm."""
    if text.word(i) != "mỗi":
        return None
    j = i + 1 if text.number(i + 1) is None else i + 2
    if text.word(j) not in _SPANS:
        return None
    end = j + 3 if text.at(j + 1, "làm", "việc") else j + 1
    counts = text.word(i - 1) in _COUNTING
    if not counts and _SPENT.end(text, j + 1) is None:
        return None
    return i, end if counts else j + 1, Hidden.NUMBER


def _thousands(text: Text, i: int) -> Hiding | None:
    """`1.500.000`, `2.026 hộ`."""
    if text.number(i) is None or text.digits(i) > 3:
        return None
    end = i + 1
    while text.word(end) in {".", ","} and text.glued(end) and text.glued(end + 1) and text.digits(end + 1) == 3:
        end += 2
        if end > i + _MOST:
            break
    return (i, end, Hidden.NUMBER) if end > i + 1 else None


def _blank_form(text: Text, i: int) -> Hiding | None:
    """`ngày … tháng … năm 20…`, `ngày, tháng, năm sinh`: a form, or the names of its fields."""
    if text.word(i) != "ngày":
        return None
    j = i + 1
    while (text.among(j, _BLANKS) or text.word(j) in {",", "/"}) and j < i + _MOST:
        j += 1
    if text.word(j) != "tháng" or (j == i + 1 and text.word(j + 1) not in {"năm", ",", "."}):
        return None
    j += 1
    while (text.among(j, _BLANKS) or text.word(j) in {",", "/"}) and j < i + 2 * _MOST:
        j += 1
    if text.word(j) != "năm":
        return None
    j += 1
    while (text.among(j, _BLANKS) or text.digits(j) in {2, 4}) and j < i + 3 * _MOST:
        j += 1
    return i, j, Hidden.BLANK


def _zodiac(text: Text, i: int) -> Hiding | None:
    """The heavenly stem in `năm Quý Mão`."""
    if text.word(i) == "quý" and is_branch(text.word(i + 1)):
        return None if text.word(i - 1) in {"đán", "tết", "năm", "xuân"} else (i, i + 1, Hidden.NAME)
    return None


_READERS = (
    *(
        _document,
        _number_sign,
        _type_number,
        _reference,
        _named,
        _numbered,
        _fraction,
        _ratio,
        _rate,
        _thousands,
        _blank_form,
        _zodiac,
    ),
)
