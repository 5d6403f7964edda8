"""How everything stands that a site is made from, so that what was made before can be held against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from congkhai.check.rule import Context
from congkhai.derive.office import Office
from congkhai.model.emblem import EMBLEMS
from congkhai.publish.seen import Seen
from congkhai.source.fact import PART, Holder, again, on_day
from congkhai.source.load import FILES, Loaded
from congkhai.source.repository import Source
from congkhai.source.survey import Survey

#: What the attributes of a rule's context are made from.
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "files": (FILES,),
    "attachments": (FILES, "docs"),
    "digests": (FILES, "content/postings", "content/offices"),
    "ledger": ("site_config/copies",),
    "holidays": ("site_config/site.yml",),
    "swapped": ("site_config/site.yml",),  # they come with the program: no file makes them
    "emblems": (EMBLEMS,),
    "notices": ("site_config/notices", EMBLEMS),
}


class World:
    """What readings (see :mod:`congkhai.source.trace`) are held against.

    `about` holds the states of everything that begins with `%`, such as templates; `site` are the digests of the files
    that the site has. What is None was not looked at, as when only a check is made.
    """

    def __init__(self, loaded: Loaded, survey: Survey, day: date) -> None:
        self._loaded = loaded
        self._survey = survey
        self._day = day
        self._folders: dict[str, str] = {}
        self.site: Mapping[str, str] | None = None
        self.changes: Mapping[str, date] | None = None
        self.past: str | None = None
        self.about: dict[str, str] | None = None
        self.office: Office | None = None
        self.context: Context | None = None

    def seen(self, names: Iterable[str]) -> Seen:
        """How all of it stands. `names` are the readings whose states are wanted, where a state must be found out."""
        folders = {name: state for name in names if name[0] == "#" and (state := self._folder(name[1:])) is not None}
        days = None if self.changes is None else {path: day.toordinal() for path, day in self.changes.items()}
        return Seen(self._loaded.heads, days, folders, self.about, self.site)

    def source(self, path: str) -> Source | None:
        """The record of a path."""
        return self._loaded.repository.at(path)

    def again(self, name: str) -> bool:
        """Derive a fact once more; say whether that could be done."""
        module, _, day = name[1:].split(PART)[:3]
        holder: Holder | None = self.context if module.startswith("congkhai.check.") else self.office
        if holder is None:
            return False
        if day not in {"-", holder.day.isoformat()}:
            holder = on_day(holder, date.fromisoformat(day))
        return again(name, holder, self.source)

    def _folder(self, name: str) -> str | None:
        if name in {"past", "removed"}:
            return self.past
        if name not in self._folders:
            self._folders[name] = self._survey.digest(*_FOLDERS[name])
        return self._folders[name]
