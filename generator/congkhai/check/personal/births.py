"""Full dates of birth; a year alone may be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.model.privacy import PersonalKind

_DAY = (
    r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|(?:ngày\s*)?\d{1,2}\s*tháng\s*\d{1,2}"
    r"\s*(?:,\s*)?năm\s*\d{4}|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d))"
)
#: `khai sinh`, `phát sinh` and the like are no births of a person told here.
_NOT = "".join(rf"(?<!{word} )" for word in ("khai", "phát", "học", "vệ", "thí", "sơ", "tái", "nảy", "trước", "dân"))
_WORDS = (
    r"ngày\s*,?\s*tháng\s*,?\s*năm\s*sinh|ngày/tháng/năm sinh|ngày(?: tháng)? sinh|năm sinh|sinh năm|ntns|dob|"
    rf"date of birth|{_NOT}sinh(?:\s+vào)?(?:\s+ngày)?|(?-i:SN|NS)"
)
_BIRTH = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)(?:\s*\([^)]{{0,20}}\))?[\s:;.=(\-–|]{{0,6}}(?:là\s*)?(?P<day>{_DAY})", re.IGNORECASE)
#: Whoever is born from a day on, or between two: a rule, not a person.
_RULE = re.compile(r"\s*(?:trở (?:đi|về|lên)|về (?:sau|trước)|đến(?: hết)?|[-–]\s*(?:ngày\s*)?\d)", re.IGNORECASE)
_FEAST = re.compile(r"kỷ niệm|chủ tịch hồ chí minh|bác hồ|ngày sinh (?:của )?(?:đồng chí|chủ tịch)", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Every full date that a word makes a date of birth. `text` has plain digits only."""
    for match in _BIRTH.finditer(text):
        before = text[max(0, match.start() - 60) : match.start("day")]
        if not _RULE.match(text, match.end()) and not _FEAST.search(before):
            yield Hit(PersonalKind.BIRTH_DATE, *match.span("day"))
