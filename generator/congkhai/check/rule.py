"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from congkhai.model.finding import Finding, Severity
from congkhai.source.repository import Repository, Source


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the record: all records, the day, the files that exist."""

    repository: Repository
    day: date
    files: frozenset[str] = frozenset()
    holidays: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of one record of the given kinds (none: of every kind).

    `test` yields (field path, parameters of the message) for each violation, or (field path, parameters,
    mark) when the place is finer than a field.
    """

    code: str
    test: Callable[[Source, Context], Iterator[tuple[str, dict[str, object]]]]
    kinds: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR

    def run(self, source: Source, context: Context) -> Iterator[Finding]:
        """Yield a finding per violation."""
        for path, params in self.test(source, context):
            yield Finding(self.code, self.severity, source.path, source.mark(path), path, params)
