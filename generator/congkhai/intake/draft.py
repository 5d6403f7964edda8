"""What a reader yields: a typed record with the place it came from, and what could not be read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from congkhai.model.finding import Finding, Mark, Severity


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a foreign file: the file as the user named it, a line counted from 1, and which record of the file."""

    path: str
    line: int = 1
    number: int = 0
    name: str = ""

    def finding(self, code: str, severity: Severity, part: str = "", /, **params: object) -> Finding:
        """Something to tell of this record; `part` names the field that the record will have."""
        mark = Mark(self.line, 1, self.line, 2)
        return Finding(code, severity, self.path, mark, part, {"item": self.name or str(self.number), **params})

    def warning(self, code: str, part: str = "", /, **params: object) -> Finding:
        """Taken, but somebody should look."""
        return self.finding(code, Severity.WARNING, part, **params)

    def error(self, code: str, part: str = "", /, **params: object) -> Finding:
        """Not taken."""
        return self.finding(code, Severity.ERROR, part, **params)


@dataclass(frozen=True, slots=True)
class Draft:
    """One record that may be written, to be merged with the one of the same kind and id.

    `folder` is where a new file goes, below the folder of its kind. `words` holds, by field path such as
    `channels[0].time_limit`, the text of the source where the model has no value for it: such a record is not
    fit to publish before somebody has worked on it. With `once`, an existing file is left as it is.
    """

    kind: str
    id: str
    record: Any
    origin: Origin
    findings: tuple[Finding, ...] = ()
    folder: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    once: bool = False
