"""A finding: one thing that is wrong, or doubtful, at one place of one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import Enum
from typing import Any, NamedTuple

from congkhai.model.pickled import by_values


class Severity(Enum):
    """ERROR stops a build; WARNING is shown and does not; INFO tells what was understood and asks for nothing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Mark(NamedTuple):
    """A span of a file: 1-based line and column of its first character, and of the character after its last."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __reduce__(self) -> tuple[Any, ...]:
        return by_values(self)

    @classmethod
    def start_of_file(cls) -> Mark:
        """The place of what concerns a file as a whole."""
        return cls(1, 1, 1, 2)


@dataclass(frozen=True, slots=True)
class Finding:
    """One value that rules yield and reports print.

    `path` is relative to the office's root and uses `/`. `params` fill the message of `code` in the
    catalogue, so a finding has no language of its own. `field` is the path in the record, such as
    `channels[0].fees[1].amount`. `fix` is the text that may replace the marked span without changing what
    is meant; None when no such text exists. What a `secret` finding marks is personal data: no report repeats it.
    """

    code: str
    severity: Severity
    path: str
    mark: Mark
    field: str = ""
    params: Mapping[str, object] = attribute(default_factory=dict)
    fix: str | None = None
    secret: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """The order of a report: by file, from top to bottom."""
        return (self.path, self.mark.line, self.mark.column, self.code)
