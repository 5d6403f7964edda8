"""What a piece of work reads, noted while it works, so that it need not be done again as long as all that is the same.

A reading is a short text: the path of a record's file for the record itself, `~path` for its heading, `?kind/office/id`
for which record a name leads to, `!kind/office/id` for whether a file bears it (`!`: all names), `*kind` for which
records of a kind there are (`*`: of all), `@path` for the day of a file's last change, `=name` for a fact (see
:mod:`congkhai.source.fact`).
"""

from __future__ import annotations

from contextvars import ContextVar
from sys import intern
from types import TracebackType

_notes: ContextVar[set[str] | None] = ContextVar("_notes", default=None)


def note(reading: str) -> None:
    """Note a reading, if anybody wants to know. Thousands note the same one: all of them hold one text."""
    notes = _notes.get()
    if notes is not None and reading not in notes:
        notes.add(intern(reading))


class Noting:
    """A context in which readings are noted; those of an inner one are not noted by the outer."""

    __slots__ = ("_token", "readings")

    def __init__(self) -> None:
        self.readings: set[str] = set()

    def __enter__(self) -> set[str]:
        self._token = _notes.set(self.readings)
        return self.readings

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _notes.reset(self._token)
