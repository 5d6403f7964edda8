"""The one catalogue of what people read: labels of pages and notices, and messages to staff.

`vi.toml` is what ships to everybody; `en.toml` holds the messages to staff in English. Keys never change.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """What one finding says: a name, a sentence, the cure, and a longer explanation."""

    title: str
    message: str
    hint: str
    explain: str


@cache
def _load(language: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))


def codes(language: str = "vi") -> list[str]:
    """All codes of findings, sorted."""
    return sorted(_load(language)["findings"])


def message(code: str, language: str = "vi") -> Message:
    """The texts of a finding. Raises KeyError for a code that the catalogue lacks."""
    entry = _load(language)["findings"][code]
    return Message(entry["title"], entry["message"], entry.get("hint", ""), entry["explain"])


def phrase(key: str, language: str = "vi", **params: object) -> str:
    """A text by its dotted key, such as `cli.summary`, with its places filled. Raises KeyError."""
    text = _text(key, language)
    return text.format(**params) if params else text


@cache
def _text(key: str, language: str) -> str:
    value: Any = _load(language)
    for part in key.split("."):
        value = value[part]
    return str(value)


def labels(section: str, language: str = "vi") -> Mapping[str, str]:
    """One table of the catalogue, for templates."""
    table: Mapping[str, str] = _load(language)[section]
    return table
