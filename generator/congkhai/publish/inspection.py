"""All findings on an office, with what rules may look at besides the records."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from congkhai.check.registry import RULES
from congkhai.check.rule import Context, Rule
from congkhai.check.run import check, derive_early, of_all, of_file, of_record
from congkhai.derive.holidays import public_holidays, swapped_days
from congkhai.model.finding import Finding
from congkhai.publish.forks import MANY, shared
from congkhai.publish.graph import Adopted, Graph
from congkhai.source.attachments import posted_digests, read_attachments
from congkhai.source.emblems import read_emblems
from congkhai.source.fact import PART, Facts
from congkhai.source.files import attached_files
from congkhai.source.late import late
from congkhai.source.ledger import Ledger, read_ledger
from congkhai.source.load import Loaded
from congkhai.source.shelf import Shelf
from congkhai.source.trace import note

#: The row of what was found in single files, and what begins the names of their nodes.
_FOUND, _ONE = "found", f"=check{PART}"


def inspect(
    loaded: Loaded, root: Path, day: date, coming: frozenset[str] = frozenset(), ledger: Ledger | None = None
) -> list[Finding]:
    """All findings on what was read, as of a day.

    `coming` are attached files that are about to be written; `ledger` is that of the printed copies, when it has been
    read already.
    """
    return check(loaded, context_of(loaded, root, day, Facts(), coming, ledger))


def inspect_again(
    loaded: Loaded, context: Context, graph: Graph, shelf: Shelf, *, alone: bool = False
) -> tuple[tuple[Finding, ...], Mapping[str, bytes]]:
    """The same findings, those that the graph remembers not looked for again; and what is to be kept of them.

    Very many files are looked into by several processes, unless this one is to be left `alone`.
    """
    if not alone and not len(graph):
        _look_ahead(loaded, context, graph)
    found, told = _remembered(loaded, context, graph, shelf)
    return tuple(sorted((*loaded.strays, *found), key=lambda finding: finding.sort_key)), told


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
    years = range(day.year - 5, day.year + 3)

    def holidays() -> object:
        sites = repository.all("site")
        return public_holidays(sites[0].record, years) if sites else {}

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
        late(lambda: swapped_days(years)),
    )


def _remembered(
    loaded: Loaded, context: Context, graph: Graph, shelf: Shelf
) -> tuple[list[Finding], Mapping[str, bytes]]:
    """What is found in single files is kept in one row: there are many of them, and few in which anything is found."""
    facts, kept = graph.facts, shelf.about(_FOUND) if len(graph) else None
    before: dict[str, tuple[Finding, ...]] = pickle.loads(kept) if kept else {}  # noqa: S301 - written by ourselves
    known = graph.seen.files or {} if kept else {}
    lost, files = frozenset(graph.lost), frozenset(loaded.files)
    now: dict[str, tuple[Finding, ...]] = {}
    for path in loaded.heads:
        name = f"{_ONE}{path}"
        if path in known and name not in lost:
            found = before.get(path, ())
        else:
            graph.lose(name)
            found = facts.aside(name, partial(_of_one, loaded, path, path in files, context))
        if not kept and (source := context.repository.at(path)):
            derive_early(source, context)  # while the record is at hand
        if found:
            now[path] = found
    all_found = [finding for found in now.values() for finding in found]
    for number, rule in enumerate(RULES):
        if not isinstance(rule, Rule):
            all_found += facts.aside(f"=check all{PART}{number}", partial(of_all, context, rule))
    return all_found, {} if kept and now == before else {_FOUND: pickle.dumps(now, protocol=5)}


def _look_ahead(loaded: Loaded, context: Context, graph: Graph) -> None:
    """Let copies of the process look into each file of the kinds of which there are many, and adopt what they found."""
    counts = Counter(kind for kind, *_ in loaded.heads.values())
    paths = [path for path, (kind, *_) in loaded.heads.items() if counts[kind] >= MANY]
    files = frozenset(loaded.files)

    def look(some: tuple[str, ...]) -> list[Adopted]:
        for path in some:
            graph.facts.aside(f"{_ONE}{path}", partial(_of_one, loaded, path, path in files, context))
            if source := context.repository.at(path):
                derive_early(source, context)
        return graph.take()

    for derived in shared(look, paths, graph.branch):
        for name, readings, value in derived:
            graph.adopt(name, readings, value)


def _of_one(loaded: Loaded, path: str, read: bool, context: Context) -> tuple[Finding, ...]:
    note(path)
    found = of_file(loaded, path, context) if read else ()
    source = context.repository.at(path)
    return (*found, *of_record(source, context)) if source else tuple(found)
