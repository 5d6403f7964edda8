"""Full dates of birth; a year alone may be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.check.personal.plain import fold, words
from congkhai.model.privacy import PersonalKind

_YEAR = r"(?:\d{4}|\d{2})(?!\d)"
_DAY = fold(
    rf"(?:\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{_YEAR}|\d{{4}}-\d{{2}}-\d{{2}}|(?:ngày\s*)?(?:mùng\s*|mồng\s*)?"
    r"\d{1,2}\s*tháng\s*\d{1,2}\s*(?:,\s*)?năm\s*\d{4}|(?:ngày\s*)?\d{1,2}\s*[/.\-]\s*\d{1,2}\s*năm\s*\d{4}|"
    r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d))"
)
#: Words that end in `sinh` and tell of no birth.
_OTHERS = words(
    "khai phát học vệ thí sơ tái nảy trước dân nhân an ký mưu hy chiêu tuyển bẩm kháng môi giáo cứu nữ đồng y phục"
)
_NOT = "".join(rf"(?<!{fold(word)} )" for word in _OTHERS)
_WORDS = fold(
    r"ngày\s*,?\s*tháng\s*,?\s*năm\s*sinh|ngày/tháng/năm sinh|ngày(?: tháng)? sinh|năm sinh|sinh năm|sinh nhật|ntns|"
    r"dob|date of birth|s/n|(?-i:SN|NS)"
)
_BIRTH = re.compile(
    rf"(?<!\w)(?:{_WORDS}|{_NOT}sinh(?:\s+vao)?(?:\s+ngay)?)(?!\w)(?:\s*\([^)]{{0,20}}\))?[\s:;.=(\-–|]{{0,6}}(?:la\s*)?"
    rf"(?P<day>{_DAY})",
    re.IGNORECASE,
)
#: Whoever is born from a day on, or between two: a rule, not a person.
_RULE = re.compile(
    fold(r"\s*(?:trở (?:đi|về|lên)|về (?:sau|trước)|đến(?: hết)?(?!\w)|[-–]\s*(?:ngày\s*)?\d)"), re.IGNORECASE
)
_FEAST = re.compile(
    fold(r"kỷ niệm|hồ chí minh|(?<!\w)bác(?!\w)|ngày sinh (?:của )?(?:đồng chí|chủ tịch)"), re.IGNORECASE
)


def find(text: str) -> Iterator[Hit]:
    """Every full date that a word makes a date of birth. `text` is plain and folded."""
    for match in _BIRTH.finditer(text):
        before = text[max(0, match.start() - 60) : match.start("day")]
        if not _RULE.match(text, match.end()) and not _FEAST.search(before):
            yield Hit(PersonalKind.BIRTH_DATE, *match.span("day"))
