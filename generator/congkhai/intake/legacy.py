"""The Vietnamese encodings from before Unicode, by their tables: TCVN3 (.Vn… fonts) and VNI (VNI-… fonts)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TCVN3_SMALL = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        strict=True,
    )
)
_TCVN3 = str.maketrans({**_TCVN3_SMALL, **dict(zip("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ", strict=True))})

#: What a letter that follows a vowel adds to it: tones alone, a hat or a breve, or both.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_BREVES = {
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_FOLLOWERS: Mapping[str, Mapping[str, str]] = {
    "a": {**_TONES, **_HATS, **_BREVES},
    "e": {**_TONES, **_HATS},
    "o": {**_TONES, **_HATS},
    "u": _TONES,
    "y": _TONES,
    "ô": _TONES,
    "ö": _TONES,
}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}


def _vni() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for base, followers in _FOLLOWERS.items():
        letter = _ALONE.get(base, base)
        for follower, marks in followers.items():
            table[base + follower] = letter + marks
            table[base.upper() + follower.upper()] = (letter + marks).upper()
            table[base.upper() + follower] = letter.upper() + marks
    for code, letter in _ALONE.items():
        table[code], table[code.upper()] = letter, letter.upper()
    return table


_VNI = _vni()
_VNI_CODES = re.compile("|".join(re.escape(code) for code in sorted(_VNI, key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Text typed with a TCVN3 font, whose codes were taken for Latin-1, as Unicode."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Text typed with a VNI font, whose codes were taken for Windows-1252, as Unicode (marks may be combining)."""
    return _VNI_CODES.sub(lambda match: _VNI[match[0]], text)
