"""Numbers and texts as pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from congkhai.model.plan import Quantity


def number(value: Decimal) -> str:
    """`1.200` or `2,5`: Vietnamese grouping and comma, no trailing zeros."""
    whole, _, fraction = f"{value.normalize():,f}".partition(".")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def quantity(wanted: Quantity) -> str:
    """`200–220 người`."""
    text = number(wanted.low)
    if wanted.high is not None and wanted.high != wanted.low:
        text = f"{text}–{number(wanted.high)}"
    return f"{text} {wanted.unit}" if wanted.unit else text


def plain(*parts: str | None | Iterable[str]) -> str:
    """Texts as the one plain text that search reads; empty ones leave no trace."""
    found: list[str] = []
    for part in parts:
        found += [part] if isinstance(part, str) else list(part or ())
    return "\n".join(text for text in found if text)


def dialled(phone: str | None) -> str:
    """A telephone number as search finds it: as it is written, and without the spaces that nobody types alike."""
    return f"{phone}\n{re.sub(r'[^0-9]', '', phone)}" if phone else ""


def shortened(text: str, length: int) -> str:
    """The text, or its beginning up to a word with an ellipsis, when it is longer than `length` characters."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(",;:.– -") + "…"
