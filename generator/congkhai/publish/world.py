"""How everything stands that a site is made from, so that what was made before can be held against it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date

from congkhai.check.rule import Context
from congkhai.derive.office import Office
from congkhai.model.emblem import EMBLEMS
from congkhai.publish.store import digest_of
from congkhai.source.fact import PART, Holder, again, on_day
from congkhai.source.load import FILES, Loaded
from congkhai.source.repository import Repository, Source
from congkhai.source.survey import Survey

#: What the attributes of a rule's context are made from.
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "files": (FILES,),
    "attachments": (FILES, "docs"),
    "digests": (FILES, "content/postings", "content/offices"),
    "ledger": ("site_config/copies",),
    "holidays": ("site_config/site.yml",),
    "emblems": (EMBLEMS,),
    "forms": (FILES, "content/procedures", "content/offices"),
}


class World:
    """The states of readings (see :mod:`congkhai.source.trace`), each a text that changes when what is read does.

    `intact` are the whole files of the last site with their digests: the state of `>path`. `about` holds the states of
    everything that begins with `%`, such as templates; a state of None says that it was not looked at, as when only
    a check is made.
    """

    def __init__(self, loaded: Loaded, survey: Survey, day: date) -> None:
        self._loaded = loaded
        self._survey = survey
        self._day = day
        self._sources = {source.path: source for source in loaded.repository.sources.values()}
        self._digests: dict[str, str] = {}
        self.intact: Mapping[str, str] | None = None
        self.changes: Mapping[str, date] | None = None
        self.past: str | None = None
        self.about: dict[str, str] | None = None
        self.office: Office | None = None
        self.context: Context | None = None

    def state(self, reading: str) -> str | None:
        """How a reading stands."""
        repository = self._loaded.repository
        rest = reading[1:]
        match reading[0]:
            case "~":
                # What a record is called may be for staff only, and states are kept.
                return digest_of(self._sources[rest].heading) if rest in self._sources else ""
            case "?":
                return _path(repository.find(*_key(rest)))
            case "!":
                return self._names() if not rest else str(repository.knows(*_key(rest)))
            case "*":
                return self._collection(rest)
            case "@":
                return None if self.changes is None else str(self.changes.get(rest, ""))
            case ">":
                return None if self.intact is None else self.intact.get(rest, "")
            case "%":
                return None if self.about is None else self.about.get(reading, "")
            case "#" if rest == "past":
                return self.past
            case "#":
                return self._once(reading, lambda: self._survey.digest(*_FOLDERS[rest]))
        return self._loaded.digest(reading)

    def source(self, path: str) -> Source | None:
        """The record of a path."""
        return self._sources.get(path)

    def again(self, name: str) -> bool:
        """Derive a fact once more; say whether that could be done."""
        module, _, day = name[1:].split(PART)[:3]
        holder: Holder | None = self.context if module.startswith("congkhai.check.") else self.office
        if holder is None:
            return False
        if day not in {"-", holder.day.isoformat()}:
            holder = on_day(holder, date.fromisoformat(day))
        return again(name, holder, self.source)

    def _collection(self, kind: str) -> str:
        def look() -> str:
            repository: Repository = self._loaded.repository
            found = repository.all(kind) if kind else tuple(repository)
            return _digest("\0".join(f"{s.path}\1{s.key.kind}/{s.key.office}/{s.key.id}" for s in found))

        return self._once(f"*{kind}", look)

    def _names(self) -> str:
        return self._once("!", lambda: _digest("\0".join(sorted(map(repr, self._loaded.repository.names)))))

    def _once(self, name: str, look: Callable[[], str]) -> str:
        if name not in self._digests:
            self._digests[name] = look()
        return self._digests[name]


def _key(rest: str) -> tuple[str, str, str]:
    """Kind, id and office."""
    kind, office, id_ = rest.split("/", 2)
    return kind, id_, office


def _path(source: Source | None) -> str:
    return source.path if source else ""


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
