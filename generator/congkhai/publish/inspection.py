"""All findings on an office, with what rules may look at besides the records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from congkhai.check.registry import RULES
from congkhai.check.rule import Context, Rule
from congkhai.check.run import check, of_all, of_file, of_record
from congkhai.derive.holidays import public_holidays
from congkhai.model.finding import Finding
from congkhai.source.attachments import posted_digests, read_attachments
from congkhai.source.emblems import read_emblems
from congkhai.source.fact import PART, Facts
from congkhai.source.files import attached_files
from congkhai.source.late import late
from congkhai.source.ledger import Ledger, read_ledger
from congkhai.source.load import Loaded
from congkhai.source.repository import Source
from congkhai.source.trace import note


def inspect(
    loaded: Loaded, root: Path, day: date, coming: frozenset[str] = frozenset(), ledger: Ledger | None = None
) -> list[Finding]:
    """All findings on what was read, as of a day.

    `coming` are attached files that are about to be written; `ledger` is that of the printed copies, when it has been
    read already.
    """
    return check(loaded, context_of(loaded, root, day, Facts(), coming, ledger))


def inspect_again(loaded: Loaded, context: Context) -> list[Finding]:
    """The same findings, those that the context's facts remember not looked for again."""
    return sorted((*loaded.strays, *_remembered(loaded, context)), key=lambda finding: finding.sort_key)


def context_of(
    loaded: Loaded,
    root: Path,
    day: date,
    facts: Facts,
    coming: frozenset[str] = frozenset(),
    ledger: Ledger | None = None,
) -> Context:
    """What rules may look at; nothing of it is read before a rule wants it."""
    repository = loaded.repository

    def holidays() -> object:
        sites = repository.all("site")
        return public_holidays(sites[0].record, range(day.year - 5, day.year + 3)) if sites else {}

    return Context(
        repository,
        day,
        late(lambda: attached_files(root) | coming),
        late(holidays),
        late(lambda: read_attachments(root)),
        late(lambda: posted_digests(root, repository)),
        late(lambda: ledger or read_ledger(root)),
        facts,
        late(lambda: read_emblems(root)),
    )


def _remembered(loaded: Loaded, context: Context) -> Iterator[Finding]:
    facts = context.facts
    files = frozenset(loaded.files)
    sources = {source.path: source for source in context.repository}
    for path in dict.fromkeys((*loaded.files, *sources)):
        of_one = partial(_of_one, loaded, path, path in files, sources.get(path), context)
        yield from facts.aside(f"=check{PART}{path}", of_one)
    for number, rule in enumerate(RULES):
        if not isinstance(rule, Rule):
            yield from facts.aside(f"=check all{PART}{number}", partial(of_all, context, rule))


def _of_one(loaded: Loaded, path: str, read: bool, source: Source | None, context: Context) -> tuple[Finding, ...]:
    note(path)
    found = of_file(loaded, path, context) if read else ()
    return (*found, *of_record(source, context)) if source else tuple(found)
