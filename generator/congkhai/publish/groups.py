"""Results by name, in lists: each is made again only when something that was read in its making has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from congkhai.publish.commit import Part, Staging
from congkhai.publish.forks import are_many, shared
from congkhai.publish.graph import Adopted, Graph
from congkhai.publish.kept_values import NOTHING
from congkhai.publish.lists import Lists, Row
from congkhai.publish.texts import Texts
from congkhai.source.late import Late
from congkhai.source.shelf import FileRow

#: Plain data about what was made, and the paths of its files.
Plain = tuple[object, ...]
Paths = tuple[str, ...]
#: What a copy of the process made of some nodes: what is told of them, what was derived meanwhile, the files, and the
#: texts of pages.
Parcel = tuple[list[tuple[str, Plain]], list[Adopted], Part, list[FileRow]]

_V = TypeVar("_V")


class Groups:
    """What is made in one build, list by list; by several processes unless it is to be left `alone`.

    It is begun when the graph has been held against the world, and does not see what is lost after that.
    """

    def __init__(
        self, site: Staging, graph: Graph, lists: Lists, texts: Texts | None = None, *, alone: bool = False
    ) -> None:
        self._site = site
        self._texts = texts
        self._alone = alone
        self._graph = graph
        self._lists = lists
        self._astray = site.astray(graph.seen.site or {})
        self._lost = frozenset(graph.lost)
        self._running = Late(lambda: None)

    def group(
        self, name: str, run: Callable[[], Iterable[Row]], make: Callable[[str], Plain], paths: Callable[[Plain], Paths]
    ) -> list[Row]:
        """The rows of a list. `run` makes the list, with what has no node of its own; `make` what a node stands for.

        `paths` tells the files behind a row, which are kept in the site when the row is.
        """
        return self.begin(name, run, make, paths)()

    def begin(
        self, name: str, run: Callable[[], Iterable[Row]], make: Callable[[str], Plain], paths: Callable[[Plain], Paths]
    ) -> Callable[[], list[Row]]:
        """Begin with a list, of which nothing but what copies make is left to be done; what is returned gives its rows.

        Copies work while other things are done here: on one list at a time.
        """
        old = self._lists.get(name)
        own = [paths(about) for node, about in old or () if not node]
        whole = old is not None and self._graph.holds(name) and all(map(self.stand, own))
        rows = old if old is not None and whole else self.anew(name, lambda: list(run()))
        known = {node: about for node, about in old or () if node and node not in self._lost}
        wanted = [node for node, _ in rows if node and not (node in known and self.stand(paths(known[node])))]
        # What was made before is fetched from where copies have no way.
        many = are_many(wanted) and not self._alone and not len(self._graph)
        if many:
            self._running.get()
        parcels = shared(partial(self._several, make), wanted, self._branch) if many else iter(())

        def end() -> list[Row]:
            made = self._adopted(parcels)
            keep, now = own if whole else [], list[Row]()
            for node, about in rows:
                if not node:
                    now.append((node, about))
                elif node in known and self.stand(found := paths(known[node])):
                    keep.append(found)
                    now.append((node, known[node]))
                else:
                    now.append((node, made[node] if node in made else self.anew(node, partial(make, node))))
            for some in keep:
                self._site.keep(some)
            if now != old:
                self._lists.put(name, now)
            return now

        rest = Late(end)
        if many:
            self._running = rest
        else:
            rest.get()
        return rest.get

    def stand(self, paths: Paths) -> bool:
        """Say whether files are as the last build left them."""
        return not self._astray or self._astray.isdisjoint(paths)

    def made(self, paths: Paths) -> bool:
        """Say whether files are in the site as the last build made them."""
        made = self._graph.seen.site or {}
        return self.stand(paths) and all(path in made for path in paths)

    def _adopted(self, parcels: Iterable[Parcel]) -> Mapping[str, Plain]:
        """What copies of this process made of nodes, which is taken over."""
        found: dict[str, Plain] = {}
        for made, derived, part, texts in parcels:
            for name, readings, value in derived:
                self._graph.adopt(name, readings, value)
            self._site.adopt(part)
            if self._texts:
                self._texts.adopt(texts)
            found.update(made)
        return found

    def _branch(self) -> None:
        self._site.branch()
        self._graph.branch()
        if self._texts:
            self._texts.branch()

    def _several(self, make: Callable[[str], Plain], nodes: tuple[str, ...]) -> Parcel:
        """What a copy makes of some nodes."""
        made = [(node, self.anew(node, partial(make, node))) for node in nodes]
        return made, self._graph.take(), self._site.take(), self._texts.take() if self._texts else []

    def anew(self, node: str, make: Callable[[], _V]) -> _V:
        """Do a piece of work whose readings become those of a node."""
        made: list[_V] = []

        def work() -> tuple[object, ...]:
            made.append(make())
            return NOTHING

        self._graph.lose(node)
        self._graph.facts.aside(node, work)
        return made[0]
