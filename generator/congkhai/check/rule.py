"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from congkhai.model.finding import Finding, Severity
from congkhai.source.attachments import Attachment
from congkhai.source.emblems import EmblemFile
from congkhai.source.fact import Facts
from congkhai.source.late import Noted
from congkhai.source.ledger import Ledger
from congkhai.source.repository import Repository, Source

#: What a test yields: the path of a field and the parameters of the message.
Violations = Iterator[tuple[str, dict[str, object]]]


@dataclass(frozen=True)
class Context:
    """What a rule may look at besides the record: all records, the day, the files and what they hold, the holidays.

    `digests` are the SHA-256 of attached files that a posting names, as they are published; `ledger` is that of the
    printed copies; `emblems` are the files of `site_config/emblem` by name; `swapped` are the days of the weekend
    that the Government makes working days. All of these but the records and the day
    may be given as :class:`Late`; that one of them was read is noted.
    """

    repository: Repository
    day: date
    files: frozenset[str] = frozenset()
    holidays: Mapping[date, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    facts: Facts = field(default_factory=Facts)
    emblems: Mapping[str, EmblemFile] = field(default_factory=dict)
    swapped: frozenset[date] = frozenset()

    @property
    def made_up(self) -> frozenset[date]:
        """Days that the Government or the office's record, which prevails, makes working days."""
        overrides = [override for site in self.repository.all("site") for override in site.record.holidays]
        off = {override.day for override in overrides if not override.working}
        return self.swapped - off | {override.day for override in overrides if override.working}


for _name in ("files", "holidays", "attachments", "digests", "ledger", "emblems", "swapped"):
    setattr(Context, _name, Noted(_name))


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of one record of the given kinds (none: of every kind).

    `test` yields (field path, parameters of the message) for each violation. A record that another names may be
    missing or unreadable: that is told elsewhere, and the test stays silent about it.
    """

    code: str
    test: Callable[[Source, Context], Violations]
    kinds: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR

    def run(self, context: Context) -> Iterator[Finding]:
        """Yield a finding per violation in any record."""
        for source in self._sources(context.repository):
            yield from self.of(source, context)

    def of(self, source: Source, context: Context) -> Iterator[Finding]:
        """Yield a finding per violation in one record."""
        for path, params in self.test(source, context):
            yield _finding(self.code, self.severity, source, path, params)

    def _sources(self, repository: Repository) -> Iterator[Source]:
        if not self.kinds:
            yield from repository
        for kind in self.kinds:
            yield from repository.all(kind)


@dataclass(frozen=True, slots=True)
class WholeRule:
    """A check of all records at once, for what no record shows alone.

    `test` yields (record, field path, parameters of the message) for each violation.
    """

    code: str
    test: Callable[[Context], Iterator[tuple[Source, str, dict[str, object]]]]
    severity: Severity = Severity.ERROR

    def run(self, context: Context) -> Iterator[Finding]:
        """Yield a finding per violation."""
        for source, path, params in self.test(context):
            yield _finding(self.code, self.severity, source, path, params)


class AnyRule(Protocol):
    """Whatever yields findings."""

    def run(self, context: Context) -> Iterator[Finding]:
        """Yield a finding per violation."""


def _finding(code: str, severity: Severity, source: Source, path: str, params: dict[str, object]) -> Finding:
    return Finding(code, severity, source.path, source.mark(path), path, params)
