"""Printed notices: those whose facts did not change are taken from the store, the rest are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from congkhai.derive.office import Office
from congkhai.publish.output import Output
from congkhai.publish.place import place
from congkhai.publish.store import Store
from congkhai.publish.workers import Workers, local
from congkhai.render.notices.kinds import KINDS
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.wall import Drawn, draw


@dataclass(frozen=True, slots=True)
class Printed:
    """The files, and what could not be printed."""

    outputs: tuple[Output, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedFiles:
    """What was written to a folder; `kinds` are the names that may be asked for."""

    count: int
    refusals: tuple[Refusal, ...]
    kinds: tuple[str, ...]


def print_some(
    office: Office,
    wanted: tuple[str, ...],
    own: Path,
    store: Store,
    out: Path,
    step: Callable[[int, int], None],
    workers: Workers = local,
) -> PrintedFiles:
    """Write the notices of some records, or of some kinds, to a folder; of all when nothing is named."""

    def chosen(notice: Notice | Refusal) -> bool:
        return not wanted or notice.name.key.id in wanted or notice.name.kind in wanted

    drawn = draw(office)
    drawn = Drawn(tuple(filter(chosen, drawn.notices)), tuple(filter(chosen, drawn.refusals)))
    made = print_all(drawn, own, store, step, workers)
    for output in made.outputs:
        place(out / output.path.removeprefix("in/"), output.data)
    return PrintedFiles(len(made.outputs), made.refusals, tuple(kind.name for kind in KINDS))


def print_all(
    found: Drawn, own: Path, store: Store, step: Callable[[int, int], None], workers: Workers = local
) -> Printed:
    """Print what was drawn and is not in the store. `own` is the folder of the office's templates; `step` is told how
    many of how many are done.

    Raises CannotPrint when a template cannot be used at all, NoClusterError when the workers cannot.
    """
    templates = Templates.read(own)
    drawn, refusals = list(found.notices), list(found.refusals)
    keys = {notice.address: notice.key(templates) for notice in drawn}
    files = {notice.address: store.get(keys[notice.address]) for notice in drawn}
    missing = [notice for notice in drawn if files[notice.address] is None]
    for notice, made in printed(missing, templates, step, workers) if missing else ():
        if isinstance(made, Refusal):
            refusals.append(made)
        else:
            store.put(keys[notice.address], made)
            files[notice.address] = made
    return Printed(
        tuple(Output(n.address, data, n.sources) for n in drawn if (data := files[n.address]) is not None),
        tuple(refusals),
    )


def printed(
    missing: Sequence[Notice], templates: Templates, step: Callable[[int, int], None], workers: Workers
) -> Iterator[tuple[Notice, bytes | Refusal]]:
    """Print some notices; yield what became of each. Raises NoClusterError when the workers cannot be used."""
    from congkhai.render.notices.render import render_many  # slow to load, and seldom needed

    with workers(len(missing)) as executor:
        yield from render_many(list(missing), executor, templates, lambda done: step(done, len(missing)))
