"""The many ways in which sources say that there is nothing to say."""

from __future__ import annotations

from congkhai.intake.slugs import folded

_NO_INFORMATION = frozenset(
    {"", "khong co thong tin", "chua co thong tin", "khong ro", "-", "--", "...", "n/a", "null", "none"}
)
_NONE = frozenset(
    {"khong", "khong co", "khong quy dinh", "khong co quy dinh", "chua quy dinh", "khong yeu cau", "khong ap dung"}
)


def unsaid(text: str) -> bool:
    """Say whether a text says nothing at all: `Không có thông tin`."""
    return folded(text).strip(" .;:") in _NO_INFORMATION


def denied(text: str) -> bool:
    """Say whether a text says that there is no such thing: `Không`, `Không quy định`."""
    return folded(text).strip(" .;:") in _NONE


def said(text: str) -> str:
    """The text, or an empty one where it says nothing or that there is nothing."""
    return "" if unsaid(text) or denied(text) else text
