"""The Vietnamese words that an importer puts into records; the catalogue has them, the command hands them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates by key. They become content of records, so they do not depend on the language of the messages."""

    texts: Mapping[str, str]

    def __call__(self, key: str, /, **params: object) -> str:
        """The text of a key, filled in. Raises KeyError for a key that the catalogue lacks."""
        return self.texts[key].format(**params) if params else self.texts[key]
