"""All records of an office's repository, in memory, with where each came from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from congkhai.model.finding import Mark
from congkhai.model.kinds import KINDS, Kind
from congkhai.model.pickled import by_values
from congkhai.source.nodes import Mapping, mark_of, states, text_at
from congkhai.source.trace import note


class Key(NamedTuple):
    """What names a record: its kind, the office it belongs to (empty: all offices), and its id."""

    kind: str
    id: str
    office: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return by_values(self)


class Unread(ABC):
    """Stands for what has not been fetched yet, and may be forgotten and fetched again."""

    @abstractmethod
    def record(self, source: Source) -> Any:  # noqa: ANN401 - a record of any kind
        """The record of a source."""

    @abstractmethod
    def tree(self, source: Source) -> Mapping:
        """The tree of its file. Raises OSError, or ValueError when the file is another now."""

    @abstractmethod
    def heading(self, source: Source) -> str:
        """What its record is called."""


class _Record:
    """The attribute `record`: reading it is noted, and fetches what is unread."""

    def __get__(self, source: Source | None, owner: type) -> Any:  # noqa: ANN401 - a record of any kind
        if source is None:
            raise AttributeError("record")
        held = source.__dict__
        note(held["path"])
        value = held["_record"]
        return value.record(source) if held["_unread"] else value

    def __set__(self, source: Source, value: Any) -> None:  # noqa: ANN401
        source.__dict__["_record"] = value
        source.__dict__["_unread"] = isinstance(value, Unread)


class _Tree:
    """The attribute `tree`: read again from the file where it was not kept."""

    def __get__(self, source: Source | None, owner: type) -> Mapping:
        if source is None:
            raise AttributeError("tree")
        value = source.__dict__["_tree"]
        tree: Mapping = value if isinstance(value, Mapping) else value.tree(source)
        return tree

    def __set__(self, source: Source, value: Mapping | Unread) -> None:
        source.__dict__["_tree"] = value


@dataclass(frozen=True)
class Source:
    """A record and its file. `path` is relative to the root; `digest` is the SHA-256 of the file.

    `record` and `tree` may be given as :class:`Unread` and are then fetched when they are asked for.
    A `shipped` record came with the program: its path lies outside the office's repository.
    """

    key: Key
    path: str
    record: Any
    tree: Any
    digest: str
    shipped: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the office's repository that the record was read from."""
        return () if self.shipped else (self.path,)

    @property
    def kind(self) -> Kind:
        """The kind of the record."""
        return KINDS[self.key.kind]

    @property
    def id(self) -> str:
        """The id of the record, whether its file states it or its name gives it."""
        return self.key.id

    @property
    def heading(self) -> str:
        """What the record is called. Reading only this is no reading of the record."""
        note(f"~{self.path}")
        value = self.__dict__["_record"]
        return str(value.heading(self)) if self.__dict__["_unread"] else heading_of(self.key, value)

    def states(self, field_path: str) -> bool:
        """Say whether the file itself states a field."""
        return states(self.tree, field_path)

    def text(self, field_path: str) -> str | None:
        """A field as the file writes it; None when it is absent or no text."""
        return text_at(self.tree, field_path)

    def mark(self, field_path: str = "") -> Mark:
        """Where a field stands in the file."""
        if not field_path:
            return Mark.start_of_file()
        return mark_of(self.tree, field_path)


Source.record = _Record()
Source.tree = _Tree()


def heading_of(key: Key, record: object) -> str:
    """What a record is called: by the field that titles its kind, else by its id."""
    return str(getattr(record, KINDS[key.kind].heading, None) or key.id)


@dataclass(frozen=True, eq=False)
class Repository:
    """Every record by key. A reference is looked for in the office of the record that makes it, then among all.

    `names` also holds the keys of records that could not be read, so that a mistake in one file does not make
    every mention of it look like another.
    """

    sources: MappingABC[Key, Source]
    names: AbstractSet[Key] = frozenset()

    def find(self, kind: str, id: str, office: str = "") -> Source | None:  # noqa: A002 - the word of the domain
        """The record that a reference made in an office names; None when it is missing or unreadable."""
        note(f"?{kind}/{office}/{id}")
        return self.sources.get(Key(kind, id, office)) or self.sources.get(Key(kind, id))

    def get(self, key: Key) -> Source | None:
        """The record of exactly this key; None when it is missing or unreadable."""
        found = self.find(key.kind, key.id, key.office)
        return found if found and found.key == key else None

    def knows(self, kind: str, id: str, office: str = "") -> bool:  # noqa: A002
        """Say whether a file of that name exists, readable or not."""
        note(f"!{kind}/{office}/{id}")
        return Key(kind, id, office) in self.names or Key(kind, id) in self.names

    def all(self, kind: str) -> tuple[Source, ...]:
        """The records of a kind, in the order of their files."""
        note(f"*{kind}")
        return self._by_kind.get(kind, ())

    def at(self, path: str) -> Source | None:
        """The record of a file; None when it is missing, unreadable, or not the first of its name."""
        return self._by_path.get(path)

    def ids(self, kind: str, office: str = "") -> list[str]:
        """All ids of a kind that a reference made in an office may name."""
        note("!")
        return sorted({key.id for key in self.names if key.kind == kind and key.office in {"", office}})

    def __iter__(self) -> Iterator[Source]:
        """Yield every record, in the order of their files."""
        note("*")
        return iter(self.sources.values())

    def __len__(self) -> int:
        """How many records of the office could be read; what ships with the program is not counted."""
        return sum(not source.shipped for source in self.sources.values())

    @property
    def offices(self) -> bool:
        """Whether any record is that of one office and not of all."""
        return any(key.office for key in self.names)

    @cached_property
    def _by_path(self) -> dict[str, Source]:
        return {source.path: source for source in self.sources.values()}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Source, ...]]:
        groups: dict[str, list[Source]] = {}
        for source in self.sources.values():
            groups.setdefault(source.key.kind, []).append(source)
        return {kind: tuple(group) for kind, group in groups.items()}
