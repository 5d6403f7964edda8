"""Where files are made for the site, and where those that still hold are left as they are.

Whatever is made here has a name, and is made again only when something that was read in its making has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TypeVar, overload

from markupsafe import Markup

from congkhai.publish.commit import Staging
from congkhai.publish.output import Output
from congkhai.render.site.chrome import Chrome
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.registry import Maker
from congkhai.source.fact import PART, Facts
from congkhai.source.repository import Source
from congkhai.source.trace import note

#: Read by every part of a page, and by every page: how it looks.
TEMPLATES = "%templates"
LOOK = (TEMPLATES, "%chrome")

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
class _Made(Page):
    """Stands for a page that was made, or left as it was, under a name of its own."""

    node: str = ""


@dataclass(frozen=True, slots=True)
class _Bench(SiteContext):
    """What makers are handed here: a page of one record gets a name of its own."""

    made: Callable[[str], None] = lambda node: None

    def page(self, make: Callable[[SiteContext, Source], Page], source: Source) -> Page:
        """The page, made only if it must be."""
        node = f"=page{PART}{make.__module__}{PART}{make.__qualname__}{PART}{source.path}"
        self.made(node)
        return _Made("", "", "", "", Markup(), node=node)

    def part(self, make: Callable[[SiteContext, str, Source], Markup], word: str, source: Source) -> Markup:
        """The part, made only if it must be."""

        def made() -> Markup:
            note(TEMPLATES)
            return make(self, word, source)

        node = f"=part{PART}{make.__module__}{PART}{make.__qualname__}{PART}{word}{PART}{source.path}"
        return self.office.facts.get(node, made)


class Workshop:
    """One build's workshop. `cards` are the pages of the site without their HTML, in the order of their makers."""

    def __init__(
        self, site: Staging, facts: Facts, frame: Chrome, context: SiteContext, sources: Callable[[str], Source | None]
    ) -> None:
        self._site = site
        self._facts = facts
        self._frame = frame
        self._plain = context
        self._context = _Bench(
            **{name: getattr(context, name) for name in SiteContext.__slots__},
            made=self._page,
        )
        self._sources = sources
        self.cards: list[Page] = []

    def files(self, name: str, make: Callable[[], Iterable[Output]]) -> int:
        """Files that are made together; how many."""
        node = f"=files{PART}{name}"
        paths = self._facts.aside(node, lambda: tuple(map(self._put, make())))
        if not self._facts.known[node].fresh:
            for path in paths:
                self._site.keep(path)
        return len(paths)

    def pages(self, maker: Maker) -> None:
        """All pages of a maker."""
        node = f"=maker{PART}{maker.__module__}{PART}{maker.__qualname__}"
        for made in self._facts.aside(node, lambda: tuple(self._run(maker))):
            if isinstance(made, Page):
                if not self._facts.known[node].fresh:
                    self._site.keep(_path(made))
                self.cards.append(made)
            else:
                self._page(made)
                self.cards.append(self._card(made))

    def _run(self, maker: Maker) -> Iterator[Page | str]:
        for page in maker(self._context):
            yield page.node if isinstance(page, _Made) else self._stamp(page)

    def _page(self, node: str) -> None:
        """See to it that a page of one record is there."""
        known = node in self._facts.known
        card = self._facts.aside(node, lambda: self._stamp(self._make(node)))
        if not known and not self._facts.known[node].fresh:
            self._site.keep(_path(card))

    def _card(self, node: str) -> Page:
        card = self._facts.known[node].value
        assert isinstance(card, Page), "only pages are named so"
        return card

    def _make(self, node: str) -> Page:
        _, module, function, path = node.split(PART)
        source = self._sources(path)
        if source is None:
            raise KeyError(path)
        page: Page = getattr(import_module(module), function)(self._plain, source)
        return page

    def _stamp(self, page: Page) -> Page:
        for reading in LOOK:
            note(reading)
        self._put(Output(_path(page), self._frame.fill(page).encode(), page.sources))
        return replace(page, lead=Markup(), sections=())

    def _put(self, output: Output) -> str:
        self._site.put(output)
        note(f">{output.path}")
        return output.path


def _path(page: Page) -> str:
    return f"{page.address}index.html"
