"""Every code that was ever printed and how it stands, as JSON, for programs that read codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from congkhai.derive.copies import Standing
from congkhai.model.copy import copy_address

COPIES_FILE = "api/v1/copies.json"


def files(base: str, standings: Iterable[Standing]) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """Yield (path, bytes, source files). `base` is the address of the site; days are in ISO 8601."""
    told = json.dumps({"copies": [_told(base, one) for one in standings]}, ensure_ascii=False, indent=1)
    yield COPIES_FILE, f"{told}\n".encode(), ()


def _told(base: str, one: Standing) -> dict[str, str | None]:
    copy, now = one.copy, one.now
    return {
        "code": copy.code,
        "state": one.state.value,
        "since": one.since.isoformat() if one.since else None,
        "number": copy.number,
        "title": copy.title,
        "kind": copy.kind,
        "current": now.code if now else None,
        "page": base + copy_address(copy.code),
    }
