"""All records of an office's repository, in memory, with where each came from."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congkhai.model.finding import Mark
from congkhai.model.kinds import KINDS, Kind
from congkhai.source.nodes import Mapping, mark_of, states, text_at


@dataclass(frozen=True, slots=True)
class Key:
    """What names a record: its kind, the office it belongs to (empty: all offices), and its id."""

    kind: str
    id: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A record and its file. `path` is relative to the root; `digest` is the SHA-256 of the file.

    A `shipped` record came with the program: its path lies outside the office's repository.
    """

    key: Key
    path: str
    record: Any
    tree: Mapping
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


@dataclass(frozen=True, eq=False)
class Repository:
    """Every record by key. A reference is looked for in the office of the record that makes it, then among all.

    `names` also holds the keys of records that could not be read, so that a mistake in one file does not make
    every mention of it look like another.
    """

    sources: MappingABC[Key, Source]
    names: frozenset[Key] = frozenset()

    def find(self, kind: str, id: str, office: str = "") -> Source | None:  # noqa: A002 - the word of the domain
        """The record that a reference made in an office names; None when it is missing or unreadable."""
        return self.sources.get(Key(kind, id, office)) or self.sources.get(Key(kind, id))

    def knows(self, kind: str, id: str, office: str = "") -> bool:  # noqa: A002
        """Say whether a file of that name exists, readable or not."""
        return Key(kind, id, office) in self.names or Key(kind, id) in self.names

    def all(self, kind: str) -> tuple[Source, ...]:
        """The records of a kind, in the order of their files."""
        return self._by_kind.get(kind, ())

    def ids(self, kind: str, office: str = "") -> list[str]:
        """All ids of a kind that a reference made in an office may name."""
        return sorted({key.id for key in self.names if key.kind == kind and key.office in {"", office}})

    def __iter__(self) -> Iterator[Source]:
        """Yield every record, in the order of their files."""
        return iter(self.sources.values())

    def __len__(self) -> int:
        """How many records of the office could be read; what ships with the program is not counted."""
        return sum(not source.shipped for source in self.sources.values())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Source, ...]]:
        groups: dict[str, list[Source]] = {}
        for source in self.sources.values():
            groups.setdefault(source.key.kind, []).append(source)
        return {kind: tuple(group) for kind, group in groups.items()}
