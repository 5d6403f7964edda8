"""Plain data that was unpacked before: whoever reads the same bytes again is given the same."""

from __future__ import annotations

import marshal
from typing import Any


class Opened:
    """Lists by name, each with the bytes that it came from. Nobody may change them."""

    def __init__(self) -> None:
        self._lists: dict[str, tuple[bytes, list[Any]]] = {}

    def list_of(self, name: str, data: bytes) -> list[Any]:
        """The list in the bytes that stand under a name."""
        known = self._lists.get(name)
        if known is None or known[0] != data:
            known = self._lists[name] = data, marshal.loads(data)  # noqa: S302 - as in `congkhai.source.chunks`
        return known[1]
