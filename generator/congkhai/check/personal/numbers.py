"""Numbers that name a person: by their own structure, or by the word beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.check.personal.labels import Beside, Label, word_beside
from congkhai.check.personal.plain import fold, words
from congkhai.model.privacy import PersonalKind

#: What may part groups of one number: the same everywhere in it.
_GAP = r"(?: ?[.\-–] ?| )"
#: The codes that citizen numbers begin with (the 63 provinces of 2004 to 2025, whose codes stay in use).
_PROVINCES = frozenset(
    words(
        "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 "
        "042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 "
        "086 087 089 091 092 093 094 095 096"
    )
)
#: Nobody with a number of this century is born later than this year of it: a fixed bound, for time must not judge.
_LAST_BIRTH = 49
#: First two digits, after the 0, of mobile numbers in Viet Nam.
_MOBILE = frozenset(
    words(
        "32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99"
    )
)
_CURRENCY = re.compile(fold(r"\s*(?:đồng|đ|vnđ|usd|triệu|tỷ|nghìn|ngàn|tr)(?!\w)"), re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[.\-]\d{1,2}[.\-]\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_TREASURY = re.compile(r"3\d{3}[. ]\d[. ]\d{6,7}(?:[. ]\d{5})?|9\d{3}[. ]\d[. ]\d{6,7}")
_TREASURY_WORDS = re.compile(fold("kho bạc|kbnn"), re.IGNORECASE)
_BODIES = fold(
    r"(?:quỹ(?! tín dụng)|ubnd|ủy ban|mttq|mặt trận|ban (?:vận động|cứu trợ|đại diện)|chữ thập đỏ|"
    r"trường|trạm y tế|trung tâm|phòng|văn phòng|kho bạc|ngân sách|hợp tác xã)"
)
#: `Tài khoản Quỹ Vì người nghèo: …`, and `…, chủ tài khoản: Quỹ Vì người nghèo`.
_OFFICE = re.compile(rf"^\W*(?:cua )?{_BODIES}(?!\w)", re.IGNORECASE)
_HOLDER = re.compile(rf"(?:(?<!\w)chu (?:tk|tai khoan)\s*:?\s*(?:la\s*)?|\(\s*(?:cua )?){_BODIES}(?!\w)", re.IGNORECASE)
#: `chuyển khoản vào Quỹ Vì người nghèo, số tài khoản …`.
_RECEIVER = re.compile(
    rf"(?<!\w)(?:vao|ung ho|dong gop(?: cho)?|nop cho|cho)\s+{_BODIES}(?!\w)[^\d:]{{0,60}}"
    rf"(?:so )?(?:tk|tai khoan)(?: so)?\s*:?\s*\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\W{0,2}(?:https?://|www\.)\S+", re.IGNORECASE)
_PERSONAL_ADDRESS = re.compile(r"cccd|cmnd|can-?cuoc|dinh-?danh|sdt|phone|tel|zalo|wa\.me|t\.me|viber", re.IGNORECASE)
_GROUP_AFTER = re.compile(r"[ .\-]\d{3,4}(?!\d)")
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{3,4}[ .\-]\Z")
_DIGEST = re.compile(r"[0-9a-f]{24,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _shapes(shapes: str) -> str:
    """A pattern for digits written in any of the groupings, such as `4-3-3`, the gaps all alike."""
    parts = []
    for number, shape in enumerate(shapes.split()):
        first, *rest = shape.split("-")
        gap = f"gap{number}"
        tail = "".join(
            (rf"(?P<{gap}>{_GAP})" if n == 0 else rf"(?P={gap})") + rf"\d{{{size}}}" for n, size in enumerate(rest)
        )
        parts.append(rf"\d{{{first}}}{tail}")
    return "|".join(parts)


def _alone(shapes: str) -> re.Pattern[str]:
    """Digits in such groupings that are no part of a longer number."""
    return re.compile(rf"(?<!\d)(?<!\d[.,])(?:{_shapes(shapes)})(?!\d)(?![.,]\d)")


_CITIZEN = _alone("12 3-3-3-3 4-4-4 3-3-6 3-9 6-6 3-1-2-6 4-2-6 3-6-3 1-1-1-1-1-1-1-1-1-1-1-1")
_LOCAL = _alone(
    "10 4-3-3 3-3-4 4-6 3-7 3-4-3 2-4-4 2-2-2-2-2 4-2-2-2 5-5 1-3-3-3 2-8 4-4-2 4-2-4 3-2-2-3 2-2-3-3 "
    "1-1-1-1-1-1-1-1-1-1"
)
_ABROAD = re.compile(
    r"(?<![\d.,])(?P<code>\(?\+ ?84\)?|\(0?84\)|0084|84)(?P<zero>[ .\-]?\(0\))?(?P<join>[ .\-]?)(?P<rest>"
    + _shapes("9 3-3-3 2-3-4 2-4-3 3-6 2-7 3-2-2-2")
    + r")(?!\d)(?![.,]\d)"
)
_OLD = _alone("9 3-3-3 2-3-4 3-2-2-2")
_TEN = _alone("10 4-3-3 3-3-4 2-4-4 5-5 2-2-6")
_ACCOUNT = re.compile(r"(?<!\d)\d(?:[ .\-–]?\d){5,18}(?!\d)")
_CARD = re.compile(r"(?<![A-Za-z\d])[A-Za-z]{2}[ \-.]?[1-5](?:[ \-.]?\d){12}(?!\d)")
_PASSPORT = re.compile(r"(?<![A-Za-z\d])[A-Za-z]{1,2} ?\d{6,8}(?!\d)")
#: Numbers that only the word beside them makes personal.
_BY_WORD = (
    (_OLD, {Label.IDENTITY, Label.PASSPORT}, PersonalKind.OLD_NUMBER),
    (_PASSPORT, {Label.PASSPORT}, PersonalKind.PASSPORT),
    (_TEN, {Label.INSURANCE}, PersonalKind.INSURANCE),
    (_ACCOUNT, {Label.BANK}, PersonalKind.BANK_ACCOUNT),
)
#: How near the word for a serial number must stand, and the words `mã …` right before a code.
_NEAR = 14
_CODE = re.compile(fold(r"(?<!\w)mã(?: (?!cá|định|công|căn)[^\W\d]+){0,5}\s*[:.]?\s*\Z"), re.IGNORECASE)
#: Nothing that is looked for here has fewer digits.
_ANY = re.compile(r"\d(?:\W{0,3}\d){5}")


def find(text: str) -> Iterator[Hit]:
    """Every number that names a person. `text` is plain and folded."""
    if not _ANY.search(text):
        return
    taken: list[tuple[int, int]] = []
    for finder in (_citizens, _cards, _mobiles, _labelled):
        for hit in finder(text):
            if not any(hit.start < end and start < hit.end for start, end in taken):
                taken.append((hit.start, hit.end))
                yield hit


def _citizens(text: str) -> Iterator[Hit]:
    for match in _CITIZEN.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not _is_citizen(digits) or _in_digest(text, match) or _CURRENCY.match(text, match.end()):
            continue
        if _in_address(text, match) or (match[0] != digits and _in_series(text, match)):
            continue
        word = word_beside(text, *match.span())
        if word and word.is_close(Label.SERIAL, Label.MONEY):
            continue
        account = word is not None and word.is_close(Label.BANK)
        yield Hit(PersonalKind.BANK_ACCOUNT if account else PersonalKind.CITIZEN_NUMBER, *match.span())


def _in_address(text: str, match: re.Match[str]) -> bool:
    """A number within the address of a page, unless the address itself says that it is somebody's."""
    start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    found = _ADDRESS.match(text, start)
    return found is not None and found.end() >= match.end() and not _PERSONAL_ADDRESS.search(found[0])


def _in_series(text: str, match: re.Match[str]) -> bool:
    """Groups that go on before or after, or a code that is written in groups: `mã học phần 0101 0203 0405`."""
    around = _GROUP_AFTER.match(text, match.end()) or _GROUP_BEFORE.search(
        text, max(0, match.start() - 5), match.start()
    )
    return around is not None or _CODE.search(text, max(0, match.start() - 40), match.start()) is not None


def _is_citizen(digits: str) -> bool:
    """Province, then century and sex, then the year of birth (Decree 137/2015/NĐ-CP, Article 13)."""
    century, year = int(digits[3]), int(digits[4:6])
    return digits[:3] in _PROVINCES and (century < 2 or (century < 4 and year <= _LAST_BIRTH))


def _cards(text: str) -> Iterator[Hit]:
    for match in _CARD.finditer(text):
        yield Hit(PersonalKind.INSURANCE, *match.span())


def _mobiles(text: str) -> Iterator[Hit]:
    for match in _LOCAL.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] == "0" and digits[1:3] in _MOBILE and _is_phone(text, match):
            yield Hit(PersonalKind.MOBILE, *match.span())
    for match in _ABROAD.finditer(text):
        digits = re.sub(r"\D", "", match["rest"])
        # Without a plus sign `84.912.345.678` is an amount of money.
        dotted = match["code"] == "84" and ("." in match["rest"] or match["join"] == ".")
        if digits[:2] in _MOBILE and not dotted and _is_phone(text, match):
            yield Hit(PersonalKind.MOBILE, *match.span())


def _is_phone(text: str, match: re.Match[str]) -> bool:
    word = word_beside(text, *match.span())
    if word and (word.label is Label.HOTLINE or word.is_close(Label.MONEY, Label.INSURANCE)):
        return False
    if word and word.label is Label.TAX and not _ANY.search(text, match.start() - word.distance, match.start()):
        return False
    if _in_address(text, match):
        return False
    if (word and word.label is Label.SERIAL and word.distance <= _NEAR) or _CODE.search(
        text, max(0, match.start() - 40), match.start()
    ):
        return False
    return not (_CURRENCY.match(text, match.end()) or _in_digest(text, match))


def _labelled(text: str) -> Iterator[Hit]:
    """Numbers that only the word beside them makes personal."""
    for pattern, labels, kind in _BY_WORD:
        for match in pattern.finditer(text):
            word = word_beside(text, *match.span())
            if word is None or word.label not in labels or _something_else(text, match, word.close):
                continue
            if kind is not PersonalKind.BANK_ACCOUNT or not _is_public(text, match, word):
                yield Hit(kind, *match.span())


def _something_else(text: str, match: re.Match[str], close: bool) -> bool:
    """An amount, a date, or a count that happens to stand near the word."""
    if _CURRENCY.match(text, match.end()) or _DATE.fullmatch(match[0]) or text[match.end() : match.end() + 1] == "/":
        return True
    return not close and _GROUPED.fullmatch(match[0]) is not None


def _is_public(text: str, match: re.Match[str], word: Beside) -> bool:
    """Accounts at the State Treasury, of offices and of funds are public."""
    around = text[max(0, match.start() - 60) : match.end() + 60]
    if _TREASURY.fullmatch(match[0]) or _TREASURY_WORDS.search(around):
        return True
    between = text[max(0, match.start() - word.distance) : match.start()]
    if _RECEIVER.search(text, max(0, match.start() - 120), match.start()):
        return True
    return _OFFICE.search(between) is not None or _HOLDER.search(text, match.end(), match.end() + 60) is not None


def _in_digest(text: str, match: re.Match[str]) -> bool:
    """Digits inside a hash or a UUID name nobody."""
    return any(d.start() <= match.start() and match.end() <= d.end() for d in _DIGEST.finditer(text))
