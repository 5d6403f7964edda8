"""Printed notices: those whose facts did not change are taken from the store, the rest are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.publish.output import Output
from congkhai.publish.place import place
from congkhai.publish.prints import Printed
from congkhai.publish.store import Store
from congkhai.publish.workers import Workers, local
from congkhai.render.notices.kinds import KINDS
from congkhai.render.notices.notice import Notice, NoticeName, Refusal
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.wall import Drawn, draw
from congkhai.render.site.context import PaperLink
from congkhai.source.repository import Key

_By = TypeVar("_By", Key, str)


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
    printed = print_all(drawn, own, store, step, workers)
    for output in printed.outputs:
        place(out / output.path.removeprefix("in/"), output.data)
    return PrintedFiles(len(printed.outputs), printed.refusals, tuple(kind.name for kind in KINDS))


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
    for notice, made in _printed(missing, templates, step, workers) if missing else ():
        if isinstance(made, Refusal):
            refusals.append(made)
        else:
            store.put(keys[notice.address], made)
            files[notice.address] = made
    outputs = tuple(
        Output(notice.address, data, notice.sources) for notice in drawn if (data := files[notice.address]) is not None
    )
    made_of = [notice for notice in drawn if files[notice.address] is not None]
    return Printed(
        outputs,
        _links(made_of, lambda name: name.key),
        _links(made_of, lambda name: name.series),
        tuple(refusals),
    )


def _printed(
    missing: list[Notice], templates: Templates, step: Callable[[int, int], None], workers: Workers
) -> Iterator[tuple[Notice, bytes | Refusal]]:
    from congkhai.render.notices.render import render_many  # slow to load, and seldom needed

    with workers(len(missing)) as executor:
        yield from render_many(missing, executor, templates, lambda done: step(done, len(missing)))


def _links(drawn: list[Notice], by: Callable[[NoticeName], _By]) -> Mapping[_By, tuple[PaperLink, ...]]:
    """Links by what names the notices; several of one kind for one record are told apart by their own titles."""
    counts = Counter((notice.name.kind, notice.name.key, notice.name.paper) for notice in drawn)
    found: dict[_By, list[PaperLink]] = {}
    for notice in drawn:
        kind, paper = phrase(f"notice_kinds.{notice.name.kind}"), notice.name.paper.value.upper()
        several = counts[notice.name.kind, notice.name.key, notice.name.paper] > 1
        title = phrase("cli.paper", kind=notice.imprint.title if several else kind, paper=paper)
        found.setdefault(by(notice.name), []).append(PaperLink(notice.address, title))
    return {key: tuple(links) for key, links in found.items()}
