"""The health of a named person (HIV may never be told: Decree 20/2021/NĐ-CP, Articles 8 and 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.check.personal.names import has_name
from congkhai.model.privacy import PersonalKind

_ILLNESS = (
    r"hiv(?:/aids)?|aids|ung thư|tâm thần(?: phân liệt)?|động kinh|lao phổi|bệnh lao|bệnh phong|giang mai|"
    r"viêm gan [bc]|suy thận|chạy thận|trầm cảm|ma (?:túy|tuý)|nghiện(?: ma (?:túy|tuý)| rượu)?|"
    r"(?:khuyết|tàn) tật(?: (?:đặc biệt )?(?:nặng|nhẹ)| (?:dạng )?(?:vận động|nghe|nói|nhìn|thần kinh|trí tuệ))?"
)
_WORD = re.compile(rf"(?<!\w)(?:{_ILLNESS})(?!\w)", re.IGNORECASE)
#: A person is said to have it: `nhiễm HIV`, `mắc bệnh ung thư`, or it stands by itself in a list: `…, tâm thần`.
_HAS = re.compile(
    r"(?:nhiễm|mắc|bị|bệnh|có|dương tính(?: với)?|nghiện|điều trị|là người|(?:^|[,;:|(\-–])\s*(?:người)?)\s*(?:bệnh\s*)?$",
    re.IGNORECASE,
)
#: Work about an illness, and people in general.
_GENERAL = re.compile(
    r"(?:phòng[, ]*(?:và )?chống(?: tác hại của)?|phòng ngừa|tuyên truyền|tư vấn|xét nghiệm|chương trình|kế hoạch|chính sách|"
    r"khoa|bệnh viện|trung tâm|luật|dịch vụ|cai|công tác|hỗ trợ|trợ giúp|(?<!là )(?:những |các |cho )?(?:người|trẻ em|nhóm|"
    r"đối tượng|bệnh nhân|hội)(?: nhiễm| mắc| bị| nghiện| có)?)\s*(?:bệnh\s*)?$",
    re.IGNORECASE,
)


def find(text: str, listed: bool = False) -> Iterator[Hit]:
    """Illnesses that are told of a person. With `listed` the text is a row of a list of persons."""
    if not _WORD.search(text):
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if listed or has_name(line):
            for match in _WORD.finditer(line):
                before = line[max(0, match.start() - 40) : match.start()]
                if (listed or _HAS.search(before) or _says_so(match[0])) and not _GENERAL.search(before):
                    yield Hit(PersonalKind.HEALTH, start + match.start(), start + match.end())
        start += len(line)


def _says_so(words: str) -> bool:
    """Degrees and kinds are told of persons only."""
    return re.search(r"nặng|nhẹ|dạng|vận động|phân liệt|nghiện", words, re.IGNORECASE) is not None
