"""A place in a text that holds personal data."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.model.privacy import PersonalKind


@dataclass(frozen=True, slots=True)
class Hit:
    """`start` and `end` are offsets in the text. The text itself is not kept: reports must not repeat it."""

    kind: PersonalKind
    start: int
    end: int
