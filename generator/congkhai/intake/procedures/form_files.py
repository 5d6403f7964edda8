"""The name of a form's file that scraping joined to the name of its paper."""

from __future__ import annotations

import re

from congkhai.intake.syllables import CAPITAL, SMALL, is_syllable
from congkhai.intake.symbols import symbols

_SUFFIX = re.compile(r"\.(?:docx?|pdf|xlsx?|rar|zip|jpe?g|png|odt|rtf)$", re.IGNORECASE)
_LONGEST = 160
_JOINT = re.compile(rf"(?<=[{SMALL})\].;:,”0-9])(?=[{CAPITAL}])|(?<=[)\].;:”])(?=\d)|(?<=[{SMALL}])(?=\d)")
#: How the name of a file begins that says what form it is: `Mẫu số 01` + `Mẫu số 01.docx`.
_NAME = re.compile(
    r"Mẫu |Tờ |Đơn |Phụ lục |Giấy |Biểu |Văn |Công |Danh |Quyết |Báo |Bản |Mau|Phu luc|Phuluc|To khai|Don "
)
_WORD = re.compile(r"[^\W\d_]+")


def split_form(text: str) -> tuple[str, str]:
    """The name of the paper and that of the file; where no joint can be found, the first keeps both."""
    text = text.strip()
    if not _SUFFIX.search(text):
        return text, ""
    window = max(0, len(text) - _LONGEST)
    for symbol in symbols(text):
        if symbol.end > window and text[symbol.end : symbol.end + 1].isalpha():
            return text[: symbol.end], text[symbol.end :].strip()
    for match in _JOINT.finditer(text, window):
        if _is_inside(text, match.start()) and not _NAME.match(text, match.start()):
            continue
        return text[: match.start()].strip(), text[match.start() :].strip()
    joint = _between_syllables(text, window)
    return (text[:joint].strip(), text[joint:].strip()) if joint else (text, "")


def _is_inside(text: str, place: int) -> bool:
    """A joint inside a code such as `BM.20.03`, `QĐ-TTg` or `TK1-TS`, or inside the bare end of a file name."""
    before = re.search(r"\S*$", text[:place])
    word = before[0] if before else ""
    return (
        bool(re.fullmatch(r"[\d./-]+|[A-ZĐ]+[\d./-]*", word))
        or text[place - 1].isdigit()
        and not text[place - 2 : place - 1].islower()
    )


def _between_syllables(text: str, window: int) -> int:
    """Where one word is two syllables (`địnhvăn`), the first such place; 0 where there is none."""
    for word in _WORD.finditer(text, window):
        if is_syllable(word[0]) or word[0].isascii():
            continue
        for cut in range(len(word[0]) - 1, 1, -1):
            if is_syllable(word[0][:cut]) and is_syllable(word[0][cut:]):
                return word.start() + cut
    return 0
