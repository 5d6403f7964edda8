"""What a build remembers of each notice, so that only those are gathered again which a change can touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from congkhai.catalogue import phrase
from congkhai.publish.graph import Graph
from congkhai.publish.lists import Lists
from congkhai.render.site.context import PaperLink
from congkhai.source.fact import PART
from congkhai.source.repository import Key

#: The list of all slips, and what begins the names of their nodes.
SLIPS, NODE = "=notices", f"=notice{PART}"

_By = TypeVar("_By", Key, str)


class Slip(NamedTuple):
    """A notice without its facts, or with a `reason` why there is none, and the `field` that prevents it.

    `subject` is what it was found by among those of its kind, `record` the key of its record, `key` that of its file
    in the store, empty for a list of persons; `size` says how much it has to say.
    """

    kind: str
    subject: str
    record: tuple[str, str, str]
    paper: str
    address: str
    series: str
    sources: tuple[str, ...]
    title: str = ""
    number: str = ""
    page: str = ""
    code: str = ""
    key: str = ""
    size: int = 0
    field: str = ""
    reason: str = ""


def forget(graph: Graph, lists: Lists) -> None:
    """Take out of the list what a build loses that gathers no notices; the next that does finds it missing."""
    gone = {name for name in graph.lost if name.startswith(NODE)}
    if gone and (kept := lists.get(SLIPS)):
        lists.put(SLIPS, [row for row in kept if row[0] not in gone])
        graph.lose(SLIPS)


def links_by(slips: Iterable[Slip], by: Callable[[Slip], _By]) -> Mapping[_By, tuple[PaperLink, ...]]:
    """Links by what names the notices; several of one kind for one record are told apart by their own titles."""
    every = tuple(slips)
    counts = Counter((slip.kind, slip.record, slip.paper) for slip in every)
    found: dict[_By, list[PaperLink]] = {}
    for slip in every:
        several = counts[slip.kind, slip.record, slip.paper] > 1
        kind = slip.title if several else phrase(f"notice_kinds.{slip.kind}")
        title = phrase("cli.paper", kind=kind, paper=slip.paper.upper())
        found.setdefault(by(slip), []).append(PaperLink(slip.address, title))
    return {key: tuple(links) for key, links in found.items()}
