"""Where files are made for the site, and where those that still hold are left as they are.

Whatever is made here has a name, and is made again only when something that was read in its making has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TypeVar, cast

from markupsafe import Markup

from congkhai.derive.copies import Standing, Standings, Wall
from congkhai.publish.card import Card, card_of, page_of, path_of
from congkhai.publish.commit import Staging
from congkhai.publish.graph import Graph
from congkhai.publish.groups import Groups, Paths, Plain
from congkhai.publish.lists import Lists, Row
from congkhai.publish.output import Output
from congkhai.publish.store import digest_of
from congkhai.publish.texts import Texts
from congkhai.render.site.chrome import Chrome
from congkhai.render.site.context import SiteContext
from congkhai.render.site.page import Page
from congkhai.render.site.registry import ALL, Maker
from congkhai.source.fact import PART
from congkhai.source.repository import Source
from congkhai.source.shelf import Shelf
from congkhai.source.trace import note

#: Read by every part of a page, and by every page: how it looks.
TEMPLATES = "%templates"
LOOK = (TEMPLATES, "%chrome")

#: Begins what a page is about in the name of its node: the path of a record, or a text.
_RECORD, _TEXT = "s", "t"

_K = TypeVar("_K")
_S = TypeVar("_S", Source, str)
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


class ToldStandings(Standings):
    """How codes stand, each a reading: `%copy CODE`; `%codes` are all codes, `%copies` and `%copies X` many at once."""

    def __init__(self, wall: Wall) -> None:
        plain = wall.standings()
        super().__init__(plain, plain.facts)

    def __iter__(self) -> Iterator[Standing]:
        note("%copies")
        return super().__iter__()

    def get(self, code: str) -> Standing | None:
        """How a code stands; None when it was never published."""
        note(f"%copy {code}")
        return super().get(code)

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes."""
        note("%codes")
        return super().codes

    def under(self, letter: str) -> tuple[Standing, ...]:
        """Those whose codes begin with a character."""
        note(f"%copies {letter}")
        return super().under(letter)

    def states(self) -> Mapping[str, str]:
        """How its readings stand."""
        told = {code: standing.told for code, standing in self._by_code.items()}
        letters = {
            f"%copies {letter}": digest_of(*(told[standing.copy.code] for standing in group))
            for letter, group in self._letters.items()
        }
        single = {f"%copy {code}": text for code, text in told.items()}
        return {**single, **letters, "%copies": digest_of(*letters.values()), "%codes": digest_of(*told)}


@dataclass(frozen=True, slots=True)
class _Named(Page):
    """Stands for a page of one record, by the name of its node."""

    node: str = ""


@dataclass(frozen=True, slots=True)
class _Bench(SiteContext):
    """What makers are handed here: a page of one record gets a name of its own, and is made later, if it must be."""

    def page(self, make: Callable[[SiteContext, _S], Page], subject: _S) -> Page:
        """What stands for the page."""
        told = f"{_RECORD}{subject.path}" if isinstance(subject, Source) else f"{_TEXT}{subject}"
        node = f"=page{PART}{make.__module__}{PART}{make.__qualname__}{PART}{told}"
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
        shelf: Shelf,
        frame: Chrome,
        context: SiteContext,
        *,
        alone: bool = False,
    ) -> None:
        self._site = site
        self.texts = Texts(shelf, self._again)
        self._groups = Groups(site, graph, lists, self.texts, alone=alone)
        self._lists = lists
        self._frame = frame
        self._plain = context
        self._context = _Bench(**{name: getattr(context, name) for name in SiteContext.__slots__})
        self._cards: dict[Maker, list[Card]] = {}

    @property
    def cards(self) -> list[Card]:
        """The cards of all pages, in the order of their makers."""
        return self._of(ALL)

    @property
    def telling(self) -> list[Card]:
        """The cards of those whose texts search reads."""
        return self._of(maker for maker in ALL if maker.tells)

    @property
    def silent(self) -> list[Card]:
        """The cards of those that have no texts."""
        return self._of(maker for maker in ALL if not maker.tells)

    @property
    def pages_made(self) -> Iterator[Page]:
        """The pages of the site without HTML and texts, in the order of their makers."""
        return map(page_of, self.cards)

    def pages(self, makers: Iterable[Maker], step: Callable[[int, int], None]) -> None:
        """All pages of those makers whose pages are not made yet; `step` is told how many of all makers are done."""
        begun: dict[Maker, Callable[[], list[Row]]] = {}
        for maker in makers:
            if maker not in self._cards:
                begun[maker] = self._groups.begin(_node(maker), partial(self._run, maker), self._page, _page_path)
                step(len(self._cards) + len(begun), len(ALL))
        self._cards |= {maker: [cast("Card", card) for _, card in rows()] for maker, rows in begun.items()}
        self.texts.flush()

    def files(self, name: str, make: Callable[[], Iterable[Output]]) -> None:
        """Files that are made together."""
        self._groups.group(f"=files{PART}{name}", lambda: [("", self._put(make()))], lambda _: (), _paths)

    def several(
        self, name: str, words: Callable[[], Iterable[str]], make: Callable[[str], Iterable[Output]]
    ) -> Callable[[], object]:
        """Begin with files of which there are some for each of several words; what is returned ends that."""
        start = f"=files{PART}{name}{PART}"

        def made(node: str) -> Plain:
            return self._put(make(node.removeprefix(start)))

        return self._groups.begin(
            f"=group{PART}{name}", lambda: ((f"{start}{word}", ()) for word in words()), made, _paths
        )

    def keyed(self, name: str, key: str, make: Callable[[], Iterable[Output]]) -> None:
        """Files that are made from nothing but what a key stands for."""
        then, paths = next(iter(self._lists.get(name) or ()), ("", ()))
        if then == key and self._groups.stand(cast("Paths", paths)):
            self._site.keep(cast("Paths", paths))
        else:
            self._lists.put(name, [(key, self._put(make()))])

    def _of(self, makers: Iterable[Maker]) -> list[Card]:
        return [card for maker in makers for card in self._cards[maker]]

    def _run(self, maker: Maker) -> Iterator[Row]:
        for page in maker(self._context):
            yield (page.node, ()) if isinstance(page, _Named) else ("", self._stamp(page))

    def _page(self, node: str) -> Plain:
        """Make the page of one record."""
        _, module, function, told = node.split(PART)
        subject = self._plain.office.repository.at(told[1:]) if told[0] == _RECORD else told[1:]
        if subject is None:
            raise KeyError(told)
        page: Page = getattr(import_module(module), function)(self._plain, subject)
        return self._stamp(page)

    def _stamp(self, page: Page) -> Plain:
        for reading in LOOK:
            note(reading)
        card = card_of(page)
        self._site.put(Output(path_of(card), self._frame.fill(page).encode(), page.sources))
        self.texts.put(card, page.search.text if page.search else "")
        return card

    def _again(self, addresses: Collection[str]) -> Iterator[tuple[Card, str]]:
        """Pages that stand, made once more for their texts."""
        for maker in ALL:
            for page in maker(self._plain):
                if page.address in addresses and page.search:
                    yield card_of(page), page.search.text

    def _put(self, outputs: Iterable[Output]) -> Paths:
        paths: list[str] = []
        for output in outputs:
            self._site.put(output)
            paths.append(output.path)
        return tuple(paths)


def telling_before(lists: Lists) -> list[Card]:
    """The cards of those whose texts search reads, as the last build made them."""
    found = (lists.get(_node(maker)) for maker in ALL if maker.tells)
    return [cast("Card", card) for rows in found for _, card in rows or ()]


def _node(maker: Maker) -> str:
    return f"=maker{PART}{maker.module}"


def _page_path(card: Plain) -> Paths:
    return (path_of(cast("Card", card)),)


def _paths(paths: Plain) -> Paths:
    return cast("Paths", paths)
