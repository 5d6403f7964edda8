"""The health of a named person (HIV may never be told: Decree 20/2021/NĐ-CP, Articles 8 and 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.check.personal.names import has_name
from congkhai.check.personal.plain import words
from congkhai.model.privacy import PersonalKind

_ILLNESS = (
    r"hiv(?:/aids)?|aids|ung thư|tâm thần(?: phân liệt)?|động kinh|lao phổi|bệnh lao|bệnh phong|giang mai|"
    r"viêm gan [bc]|suy thận|chạy thận|suy tim|xơ gan|trầm cảm|tự kỷ|bại não|bại liệt|tiểu đường|đái tháo đường|"
    r"tai biến|đột quỵ|tim bẩm sinh|hội chứng down|thiểu năng trí tuệ|vô sinh|ma (?:túy|tuý)|"
    r"nghiện(?: ma (?:túy|tuý)| rượu)?|"
    r"(?:khuyết|tàn) tật(?: (?:đặc biệt )?(?:nặng|nhẹ)| (?:dạng )?(?:vận động|nghe|nói|nhìn|thần kinh|trí tuệ))?"
)
_WORD = re.compile(rf"(?<!\w)(?:{_ILLNESS})(?!\w)", re.IGNORECASE)
#: A person is said to have it: `nhiễm HIV`, `mắc bệnh ung thư`, or it stands by itself in a list: `…, tâm thần`.
_HAS = re.compile(
    r"(?:nhiễm|mắc|bị|bệnh|có|dương tính(?: với)?|nghiện|điều trị|vi ?rút|virus|là người|"
    r"(?:^|[,;:|(\-–])\s*(?:người)?)\s*(?:bệnh\s*)?$",
    re.IGNORECASE,
)
#: Work about an illness.
_WORK = re.compile(
    r"(?:phòng[, ]*(?:và )?chống(?: tác hại của)?|phòng ngừa|tuyên truyền|tư vấn|xét nghiệm|chương trình|kế hoạch|"
    r"chính sách|khoa|bệnh viện|trung tâm|luật|dịch vụ|cai|công tác|hỗ trợ|trợ giúp)\s*(?:bệnh\s*)?$",
    re.IGNORECASE,
)
#: People in general; a person when the phrase says who somebody is.
_PEOPLE = re.compile(
    r"(?<!là )(?:những |các |cho )?(?:người|trẻ em|nhóm|đối tượng|bệnh nhân|hội)(?: nhiễm| mắc| bị| nghiện| có)?"
    r"\s*(?:bệnh\s*)?$",
    re.IGNORECASE,
)
_LIST = re.compile(r"danh sách", re.IGNORECASE)


#: What each illness begins with: found faster than the words themselves.
_STEMS = (
    *words("hiv aids thận tim nghiện tật down"),
    *("ung thư", "tâm thần", "động kinh", "lao phổi", "bệnh lao", "bệnh phong", "giang mai", "viêm gan", "xơ gan"),
    *("trầm cảm", "tự kỷ", "bại ", "tiểu đường", "tháo đường", "tai biến", "đột quỵ", "thiểu năng", "vô sinh"),
    *("ma túy", "ma tuý"),
)


def stems(text: str) -> tuple[str, ...]:
    """The beginnings of illnesses that stand in a text: what has none of them names no illness."""
    small = text.casefold()
    return tuple([stem for stem in _STEMS if stem in small])


def is_told(text: str, known: tuple[str, ...] = _STEMS) -> bool:
    """Say whether a text names an illness at all; `known` are the stems that stand in the whole that it is of."""
    if not known:
        return False
    small = text.casefold()
    for stem in known:  # noqa: SIM110 - a loop costs half, and every text is asked
        if stem in small:
            return True
    return False


def find(text: str, listed: bool = False) -> Iterator[Hit]:
    """Illnesses that are told of a person. With `listed` the text is a row of a list of persons."""
    if not _WORD.search(text):
        return
    start = 0
    for line in text.splitlines(keepends=True):
        for match in _WORD.finditer(line):
            if _of_a_person(line, match, text[start + match.end() :], listed):
                yield Hit(PersonalKind.HEALTH, start + match.start(), start + match.end())
        start += len(line)


def _of_a_person(line: str, match: re.Match[str], after: str, listed: bool) -> bool:
    before = line[max(0, match.start() - 40) : match.start()]
    if _WORK.search(before):
        return False
    if _PEOPLE.search(before):
        # `Danh sách người nhiễm HIV`, then the names; `Người khuyết tật nặng: Nguyễn Văn A`.
        named = after if _LIST.search(line[: match.start()]) else _told_behind(line[match.end() :])
        return has_name(named)
    return (listed or has_name(line)) and (listed or _HAS.search(before) is not None or _says_so(match[0]))


def _told_behind(rest: str) -> str:
    return rest if rest.lstrip().startswith((":", "-", "–")) else ""


def _says_so(words: str) -> bool:
    """Degrees and kinds are told of persons only."""
    return re.search(r"nặng|nhẹ|dạng|vận động|phân liệt|nghiện", words, re.IGNORECASE) is not None
