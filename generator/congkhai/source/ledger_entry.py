"""An entry of the ledger of printed copies, as its file holds it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from congkhai.model.copy import Copy
from congkhai.model.version import version_code

#: Where the ledger lies, below the root: a folder for each notice, a file for each of its versions.
LEDGER = "site_config/copies"

_TEXTS = ("code", "kind", "series", "number", "title", "page", "day", "after", "seal")
_NAMES = frozenset({*(field.name for field in fields(Copy)), "seal"})


def entry_path(copy: Copy) -> str:
    """Where an entry lies: no two versions share a file, so that branches which record both never conflict."""
    return f"{LEDGER}/{copy.series}/{copy.day.isoformat()}-{copy.turn}-{copy.code}.json"


def entry_bytes(copy: Copy) -> bytes:
    """The file of a version: the same bytes for the same version, one fact a line."""
    about = _about(copy)
    whole = {**about, "seal": version_code(about), "facts": copy.facts}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def parse_entry(data: bytes) -> tuple[Copy, bool] | None:
    """The version that a file holds, and whether it is as it was recorded; None when the file holds none."""
    try:
        found = json.loads(data)
        if not _is_entry(found):
            return None
        day = date.fromisoformat(found["day"])
    except (ValueError, RecursionError):
        return None
    copy = Copy(**{**{name: found[name] for name in _NAMES - {"seal"}}, "day": day})
    return copy, copy.true and found["seal"] == version_code(_about(copy))


def _about(copy: Copy) -> dict[str, Any]:
    """All but the facts, for which the code stands."""
    about = {name: getattr(copy, name) for name in _NAMES - {"facts", "seal"}}
    return {**about, "day": copy.day.isoformat()}


def _is_entry(found: object) -> bool:
    if not isinstance(found, Mapping) or set(found) != _NAMES:
        return False
    return all(isinstance(found[name], str) for name in _TEXTS) and type(found["turn"]) is int
