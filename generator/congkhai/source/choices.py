"""The values that an enumeration admits, and which of them somebody meant who wrote something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from congkhai.model.spec import Labelled
from congkhai.model.spelling import fold

#: Labels stand beside the values of a list of so many at most: longer ones nobody reads.
_LABELLED = 12
#: How alike a word and what it stands for must be, of 100.
_ALIKE = 60
#: Numbers as labels write them and as people do: the third day of the week is told either way.
_NUMBERS = {"hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7"}


@cache
def choices(base: type) -> Mapping[str, Enum] | None:
    """Each member by its value; None for a type that is no enumeration."""
    return {member.value: member for member in base} if issubclass(base, Enum) else None


def told(allowed: Mapping[str, Enum]) -> str:
    """All values for people: `mon (Thứ Hai), tue (Thứ Ba)`."""
    if len(allowed) > _LABELLED:
        return ", ".join(allowed)
    labelled = {value: member.label if isinstance(member, Labelled) else "" for value, member in allowed.items()}
    return ", ".join(f"{value} ({label})" if label else value for value, label in labelled.items())


def meant(text: str, allowed: Mapping[str, Enum]) -> str:
    """The value that a text most likely stands for, which may be a label; empty when it is like none."""
    spoken = {_spoken(member.label): value for value, member in allowed.items() if isinstance(member, Labelled)}
    word = _spoken(text)
    if word in spoken:
        return spoken[word]
    found = nearest(word, (*allowed, *spoken))
    return spoken.get(found, found)


def nearest(word: str, known: Iterable[str]) -> str:
    """The most alike of some words; empty when none is."""
    from rapidfuzz import process  # slow to load, and seldom needed

    found = process.extractOne(word, list(known), score_cutoff=_ALIKE)
    return found[0] if found else ""


def _spoken(text: str) -> str:
    return " ".join(_NUMBERS.get(word, word) for word in fold(text).split())
