"""One spelling for words that Vietnamese writes in several ways."""

from __future__ import annotations

import unicodedata

#: Old and new places of the tone mark, i and y, and letters that look alike, in the words that speak of time.
_SPELLINGS = {
    "hàng": "hằng",
    "quí": "quý",
    "kì": "kỳ",
    "mồng": "mùng",
    "bẩy": "bảy",
    "tới": "đến",
    "uỷ": "ủy",
    "hoà": "hòa",
    "toà": "tòa",
    "luỹ": "lũy",
    "thuỷ": "thủy",
    "kỉ": "kỷ",
    "tị": "tỵ",
    "tí": "tý",
    "mẹo": "mão",
    "nhăm": "lăm",
    "linh": "lẻ",
    "ngàn": "nghìn",
}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘′´`"), "'")


def canonical(piece: str) -> tuple[str, str]:
    """A piece of text in NFC, and the small-letter word by which readers know it."""
    raw = unicodedata.normalize("NFC", piece)
    word = unicodedata.normalize("NFKC", raw).casefold().replace("ð", "đ")
    if len(word) == 1 and not word.isalnum():
        word = word.translate(_DASHES).translate(_QUOTES)
    return raw, _SPELLINGS.get(word, word)
