"""Mailboxes of persons: at services where anybody opens one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.check.personal.hit import Hit
from congkhai.check.personal.plain import words
from congkhai.model.privacy import PersonalKind

_DOMAINS = words(
    "gmail.com googlemail.com yahoo.com yahoo.com.vn yahoo.co.uk ymail.com rocketmail.com hotmail.com hotmail.com.vn "
    "outlook.com outlook.com.vn live.com msn.com icloud.com me.com mac.com aol.com mail.com gmx.com gmx.net proton.me "
    "protonmail.com zoho.com zohomail.com yandex.com tutanota.com zing.vn qq.com"
)
_AT = r"\s?(?:@|\[at\]|\(at\))\s?"
_DOMAIN = "|".join(re.escape(name) for name in sorted(_DOMAINS, key=len, reverse=True))
_MAIL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}(?:{_DOMAIN})(?![\w-])(?!\.\w)", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Every mailbox of a person."""
    for match in _MAIL.finditer(text):
        yield Hit(PersonalKind.EMAIL, *match.span())
