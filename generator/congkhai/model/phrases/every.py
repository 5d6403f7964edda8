"""Words that say that something comes again: `hằng quý`, `6 tháng`, `mỗi 2 tuần`."""

from __future__ import annotations

from congkhai.model.phrases.number import counted
from congkhai.model.phrases.reading import Unit
from congkhai.model.phrases.rule import Every
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.phrases.words import EVERY

UNITS = {"ngày": Unit.DAY, "tuần": Unit.WEEK, "tháng": Unit.MONTH, "quý": Unit.QUARTER, "năm": Unit.YEAR}
_GOODS = frozenset({"mặt", "bán", "giao", "nhập", "cửa", "đơn", "khách", "ngân", "kho", "mua", "nguồn", "gian", "chở"})
_LEADS = frozenset({"vào", "trong", "của", ",", "(", "theo"})
_PEOPLE = Phrases("vị | ông | bà | khách | cơ quan | anh | chị | đơn vị | công ty | bạn | đồng chí | thầy | cô")


def read_every(text: Text, i: int) -> tuple[Every, int] | None:
    """`hằng năm`, `mỗi 6 tháng`; never the goods in `giao hàng ngày 15/3`."""
    if not text.among(i, EVERY) or (text.word(i) == "hằng" and text.among(i - 1, _GOODS)):
        return None
    if text.word(i - 1) == "báo" and text.word(i + 1) in {"ngày", "tuần"}:  # a daily paper
        return None
    if text.word(i + 1) == "nửa" and text.word(i + 2) == "năm":
        return Every(6, Unit.MONTH), i + 3
    unit = UNITS.get(text.word(i + 1))
    if unit:
        counted_follows = text.word(i + 3) == "-" and text.word(i + 5) in {"lần", "kỳ", "đợt", "buổi", "cuộc", "phiên"}
        date_follows = (
            text.number(i + 2) is not None and text.word(i + 3) in {"/", "-", "tháng"} and not counted_follows
        )
        year_follows = unit is Unit.YEAR and text.digits(i + 2) == 4
        return None if date_follows or year_follows else (Every(1, unit), i + 2)
    if text.word(i) == "mỗi" and (found := read_units(text, i + 1)) and found[0].count > 1:
        return found
    return None


def read_units(text: Text, i: int) -> tuple[Every, int] | None:
    """A number of units, such as `6 tháng`, `một năm`, `nửa năm`, `02 tuần`."""
    if text.at(i, "nửa", "năm") and text.word(i + 2) not in {"đầu", "cuối"}:
        return Every(6, Unit.MONTH), i + 2
    found = counted(text, i)
    if found is None or found[0] != found[0].to_integral_value() or not 1 <= found[0] <= 99:
        return None
    unit = UNITS.get(text.word(found[1]))
    if unit is None or text.at(found[1], "ngày", "làm"):
        return None
    end = found[1] + 1
    if text.word(end) in {"đầu", "cuối"} and text.word(end + 1) in {"năm", "của"}:
        return None
    return Every(int(found[0]), unit), end


def suffix(text: Text, i: int) -> tuple[Every, int] | None:
    """The same after a time: `… hằng năm`, `…, hằng quý`, `… của mỗi tháng`."""
    j = i
    if text.among(j, _LEADS):
        j += 1
    return read_every(text, j)


def bare_unit(text: Text, i: int) -> tuple[Every, int] | None:
    """A unit alone in a list after `định kỳ` or `báo cáo`: `tháng, quý, năm`."""
    unit = UNITS.get(text.word(i))
    if unit is None or text.number(i + 1) is not None or (text.word(i) == "quý" and _is_quarter_or_person(text, i + 1)):
        return None
    if text.word(i) == "ngày" and text.word(i + 1) in {"lễ", "tết", "nghỉ", "hội", "sinh", "cấp", "ký", "càng"}:
        return None
    if text.word(i + 1) in {
        "học",
        "thứ",
        "nay",
        "trước",
        "sau",
        "hiện",
        "đầu",
        "cuối",
        "thuộc",
        "đến",
        "ngày",
        "làm",
        "gần",
    }:
        return (Every(1, unit), i + 2) if text.word(i) == "năm" and text.word(i + 1) == "học" else None
    return Every(1, unit), i + 1


def _is_quarter_or_person(text: Text, i: int) -> bool:
    return text.word(i) in {"i", "ii", "iii", "iv", "một", "hai", "ba", "tư"} or _PEOPLE.end(text, i) is not None
