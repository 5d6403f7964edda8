"""Where files are made for the site, and where those that still hold are left as they are.

Whatever is made here has a name, and is made again only when something that was read in its making has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from typing import TypeVar, cast, overload

from markupsafe import Markup

from congkhai.publish.card import Card, card_of, page_of, path_of
from congkhai.publish.commit import Part, Staging
from congkhai.publish.forks import shared
from congkhai.publish.graph import Adopted, Graph
from congkhai.publish.kept_values import NOTHING
from congkhai.publish.lists import Lists, Row
from congkhai.publish.output import Output
from congkhai.render.site.chrome import Chrome
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.registry import Maker
from congkhai.source.fact import PART
from congkhai.source.repository import Source
from congkhai.source.trace import note

#: Read by every part of a page, and by every page: how it looks.
TEMPLATES = "%templates"
LOOK = (TEMPLATES, "%chrome")

#: Plain data about what was made, and the paths of its files.
Plain = tuple[object, ...]
Paths = tuple[str, ...]
#: What a copy of the process made of some nodes: what is told of them, what was derived meanwhile, and the files.
Parcel = tuple[list[tuple[str, Plain]], list[Adopted], Part]

_K = TypeVar("_K")
_V = TypeVar("_V")


class Told(Mapping[_K, _V]):
    """A mapping whose entries are readings: `%name key`."""

    def __init__(self, name: str, entries: Mapping[_K, _V]) -> None:
        self._name = name
        self._entries = entries

    def __getitem__(self, key: _K) -> _V:
        note(self._reading(key))
        return self._entries[key]

    def __iter__(self) -> Iterator[_K]:
        note(f"%{self._name}")
        return iter(self._entries)

    def __len__(self) -> int:
        note(f"%{self._name}")
        return len(self._entries)

    def states(self) -> Mapping[str, str]:
        """How its readings stand."""
        found = {self._reading(key): repr(value) for key, value in self._entries.items()}
        return {**found, f"%{self._name}": repr(list(self._entries))}

    def _reading(self, key: _K) -> str:
        return f"%{self._name} {key}"


class ToldList(Sequence[_V]):
    """A list that is one reading: `%name`."""

    def __init__(self, name: str, items: Sequence[_V]) -> None:
        self._name = name
        self._items = items

    @overload
    def __getitem__(self, place: int) -> _V: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[_V]: ...

    def __getitem__(self, place: int | slice) -> _V | Sequence[_V]:
        note(f"%{self._name}")
        return self._items[place]

    def __len__(self) -> int:
        note(f"%{self._name}")
        return len(self._items)


@dataclass(frozen=True, slots=True)
class _Named(Page):
    """Stands for a page of one record, by the name of its node."""

    node: str = ""


@dataclass(frozen=True, slots=True)
class _Bench(SiteContext):
    """What makers are handed here: a page of one record gets a name of its own, and is made later, if it must be."""

    def page(self, make: Callable[[SiteContext, Source], Page], source: Source) -> Page:
        """What stands for the page."""
        node = f"=page{PART}{make.__module__}{PART}{make.__qualname__}{PART}{source.path}"
        return _Named("", "", "", "", Markup(), node=node)

    def part(self, make: Callable[[SiteContext, str, Source], Markup], word: str, source: Source) -> Markup:
        """The part, made only if it must be."""

        def made() -> Markup:
            note(TEMPLATES)
            return make(self, word, source)

        node = f"=part{PART}{make.__module__}{PART}{make.__qualname__}{PART}{word}{PART}{source.path}"
        return self.office.facts.get(node, made)


class Workshop:
    """One build's workshop; it is worked in by several processes unless it is to be left `alone`."""

    def __init__(  # noqa: PLR0913 - all that a page is made with
        self,
        site: Staging,
        graph: Graph,
        lists: Lists,
        frame: Chrome,
        context: SiteContext,
        *,
        alone: bool = False,
    ) -> None:
        self._site = site
        self._alone = alone
        self._graph = graph
        self._lists = lists
        self._frame = frame
        self._plain = context
        self._context = _Bench(**{name: getattr(context, name) for name in SiteContext.__slots__})
        self._astray = site.astray(graph.seen.site or {})
        self._lost = frozenset(graph.lost)
        self.cards: list[Card] = []

    @cached_property
    def pages_made(self) -> tuple[Page, ...]:
        """The pages of the site without their HTML, in the order of their makers."""
        return tuple(map(page_of, self.cards))

    def pages(self, maker: Maker) -> None:
        """All pages of a maker."""
        node = f"=maker{PART}{maker.module}"
        rows = self._group(node, partial(self._run, maker), self._page, _page_path)
        self.cards += [cast("Card", card) for _, card in rows]

    def files(self, name: str, make: Callable[[], Iterable[Output]]) -> None:
        """Files that are made together."""
        self._group(f"=files{PART}{name}", lambda: [("", self._put(make()))], lambda _: (), _paths)

    def several(self, name: str, words: Callable[[], Iterable[str]], make: Callable[[str], Iterable[Output]]) -> None:
        """Files of which there are some for each of several words."""
        start = f"=files{PART}{name}{PART}"

        def made(node: str) -> Plain:
            return self._put(make(node.removeprefix(start)))

        self._group(f"=group{PART}{name}", lambda: ((f"{start}{word}", ()) for word in words()), made, _paths)

    def keyed(self, name: str, key: str, make: Callable[[], Iterable[Output]]) -> None:
        """Files that are made from nothing but what a key stands for."""
        then, paths = next(iter(self._lists.get(name) or ()), ("", ()))
        if then == key and self._stand(cast("Paths", paths)):
            self._site.keep(cast("Paths", paths))
        else:
            self._lists.put(name, [(key, self._put(make()))])

    def _group(
        self, name: str, run: Callable[[], Iterable[Row]], make: Callable[[str], Plain], paths: Callable[[Plain], Paths]
    ) -> list[Row]:
        """The rows of a list. `run` makes the list, with what has no node of its own; `make` what a node stands for."""
        old = self._lists.get(name)
        own = [paths(about) for node, about in old or () if not node]
        whole = old is not None and self._graph.holds(name) and all(map(self._stand, own))
        rows = old if old is not None and whole else self._anew(name, lambda: list(run()))
        known = {node: about for node, about in old or () if node and node not in self._lost}
        keep, now = own if whole else [], list[Row]()
        wanted = [node for node, _ in rows if node and not (node in known and self._stand(paths(known[node])))]
        made = self._shared(make, wanted)
        for node, about in rows:
            if not node:
                now.append((node, about))
            elif node in known and self._stand(found := paths(known[node])):
                keep.append(found)
                now.append((node, known[node]))
            else:
                now.append((node, made[node] if node in made else self._anew(node, partial(make, node))))
        for some in keep:
            self._site.keep(some)
        if now != old:
            self._lists.put(name, now)
        return now

    def _stand(self, paths: Paths) -> bool:
        """Say whether files are as the last build left them."""
        return self._astray.isdisjoint(paths)

    def _shared(self, make: Callable[[str], Plain], nodes: list[str]) -> Mapping[str, Plain]:
        """What copies of this process make of nodes; empty where there are few, or none may be made."""
        found: dict[str, Plain] = {}
        if self._alone or len(self._graph):  # what was made before is fetched from where copies have no way
            return found
        for made, derived, part in shared(partial(self._several, make), nodes, self._branch):
            for name, readings, value in derived:
                self._graph.adopt(name, readings, value)
            self._site.adopt(part)
            found.update(made)
        return found

    def _branch(self) -> None:
        self._site.branch()
        self._graph.branch()

    def _several(self, make: Callable[[str], Plain], nodes: tuple[str, ...]) -> Parcel:
        """What a copy makes of some nodes."""
        made = [(node, self._anew(node, partial(make, node))) for node in nodes]
        return made, self._graph.take(), self._site.take()

    def _anew(self, node: str, make: Callable[[], _V]) -> _V:
        """Do a piece of work whose readings become those of a node."""
        made: list[_V] = []

        def work() -> tuple[object, ...]:
            made.append(make())
            return NOTHING

        self._graph.lose(node)
        self._graph.facts.aside(node, work)
        return made[0]

    def _run(self, maker: Maker) -> Iterator[Row]:
        for page in maker(self._context):
            yield (page.node, ()) if isinstance(page, _Named) else ("", self._stamp(page))

    def _page(self, node: str) -> Plain:
        """Make the page of one record."""
        _, module, function, path = node.split(PART)
        source = self._plain.office.repository.at(path)
        if source is None:
            raise KeyError(path)
        page: Page = getattr(import_module(module), function)(self._plain, source)
        return self._stamp(page)

    def _stamp(self, page: Page) -> Plain:
        for reading in LOOK:
            note(reading)
        card = card_of(page)
        self._site.put(Output(path_of(card), self._frame.fill(page).encode(), page.sources))
        return card

    def _put(self, outputs: Iterable[Output]) -> Paths:
        paths: list[str] = []
        for output in outputs:
            self._site.put(output)
            paths.append(output.path)
        return tuple(paths)


def _page_path(card: Plain) -> Paths:
    return (path_of(cast("Card", card)),)


def _paths(paths: Plain) -> Paths:
    return cast("Paths", paths)
