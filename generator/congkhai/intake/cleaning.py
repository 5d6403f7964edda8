"""Text of web pages and office programs to text that may stand in a record."""

from __future__ import annotations

import re
import unicodedata

from congkhai.source.characters import FORBIDDEN

#: Bullets of Symbol and Wingdings in the private use area, which show as empty boxes elsewhere.
_BULLETS = re.compile("[\uf000-\uf0ff][ \t]*")
#: Spaces that are none of the two that people type.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: The sign of a soft hyphen that old programs left inside words (`nư¬ớc`).
_BROKEN_HYPHEN = re.compile("(?<=\\w)¬(?=\\w)")
#: Đ looks like two other letters: the Icelandic eth and the African d.
_ETHS = (("Ð", "Đ"), ("ð", "đ"), ("Ɖ", "Đ"))
#: Whatever any of the rules here changes; most texts have none of it.
_ODD = re.compile(f"[\r\u2028\u2029¬ÐðƉ]|{_SPACES.pattern}|{FORBIDDEN.pattern}")


def clean(text: str) -> str:
    """The text composed, without hidden characters, with plain spaces, line breaks and bullets; no more."""
    if not _ODD.search(text):
        return (text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)).strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _SPACES.sub(" ", _BULLETS.sub("- ", text))
    for wrong, right in _ETHS:
        text = text.replace(wrong, right)
    text = _BROKEN_HYPHEN.sub("", FORBIDDEN.sub("", text))
    return unicodedata.normalize("NFC", text).strip()


def line(text: str) -> str:
    """The text on one line, with one space between words."""
    return " ".join(clean(text).split())


def prose(text: str) -> str:
    """Paragraphs parted by empty lines, which is how records part them; each source line is a paragraph.

    A line that a page's width broke off is joined again: it begins small after one that no mark ends.
    """
    rows: list[str] = []
    for row in (" ".join(row.split()) for row in clean(text).split("\n")):
        if row and rows and row[0].islower() and row[1:2] != ")" and not rows[-1].endswith((".", ";", ":", "!", "?")):
            rows[-1] += f" {row}"
        elif row:
            rows.append(row)
    return "\n\n".join(rows)


def parted(text: str, limit: int) -> tuple[str, str]:
    """A beginning of at most `limit` characters that ends where a sentence does, and the rest."""
    if len(text) <= limit:
        return text, ""
    head = text[:limit]
    ends = [match.end() for match in re.finditer(r"[.;:](?=\s)|\n\n", head)]
    cut = next((end for end in reversed(ends) if end > limit // 3), head.rfind(" ") if " " in head else limit)
    return text[:cut].rstrip(), text[cut:].lstrip()
