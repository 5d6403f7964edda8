"""All records of an office whose files are known: the source of each is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from congkhai.source.repository import Key, Repository, Source
from congkhai.source.trace import note

#: Kind, office and id of a record: what a key holds, cheaper to look up by the ten thousand.
Name = tuple[str, str, str]


class Sources(Mapping[Key, Source]):
    """Sources by key, in the order of their files. `paths` are those of the readable ones, by name."""

    def __init__(self, paths: Mapping[Name, str], make: Callable[[str], Source | None]) -> None:
        self._paths = paths
        self._make = make
        self._made: dict[str, Source] = {}
        self._kinds: dict[str, tuple[Source, ...]] = {}

    def __getitem__(self, key: Key) -> Source:
        return self.at(self._paths[key.kind, key.office, key.id])

    def __iter__(self) -> Iterator[Key]:
        return (Key(kind, id_, office) for kind, office, id_ in self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def at(self, path: str) -> Source:
        """The source of a path. Raises KeyError when it holds no record that can be read."""
        source = self._made.get(path) or self._make(path)
        if source is None:
            raise KeyError(path)
        self._made[path] = source
        return source

    def of_kind(self, kind: str) -> tuple[Source, ...]:
        """The sources of a kind."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(self.at(path) for name, path in self._paths.items() if name[0] == kind)
        return self._kinds[kind]

    def every(self) -> Iterator[Source]:
        """All sources."""
        return map(self.at, self._paths.values())


class Names(AbstractSet[Key]):
    """Keys that are made only for those who want to see them all."""

    def __init__(self, names: AbstractSet[Name]) -> None:
        self._names = names

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Key) and (key.kind, key.office, key.id) in self._names

    def __iter__(self) -> Iterator[Key]:
        return (Key(kind, id_, office) for kind, office, id_ in self._names)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def offices(self) -> bool:
        """Whether any of them is of one office."""
        return any(office for _, office, _ in self._names)


@dataclass(frozen=True, eq=False)
class Shelved(Repository):
    """A repository of such sources. `own` is how many records are the office's and did not come with the program."""

    sources: Sources = field(kw_only=True)
    names: Names = field(kw_only=True)
    own: int = field(kw_only=True)

    def all(self, kind: str) -> tuple[Source, ...]:
        """The records of a kind, in the order of their files."""
        note(f"*{kind}")
        return self.sources.of_kind(kind)

    def at(self, path: str) -> Source | None:
        """The record of a file; None when it is missing or unreadable."""
        try:
            return self.sources.at(path)
        except KeyError:
            return None

    @property
    def offices(self) -> bool:
        """Whether any record is that of one office and not of all."""
        return self.names.offices

    def __iter__(self) -> Iterator[Source]:
        """Yield every record, in the order of their files."""
        note("*")
        return self.sources.every()

    def __len__(self) -> int:
        """How many records of the office could be read; what ships with the program is not counted."""
        return self.own
