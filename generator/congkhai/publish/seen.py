"""How everything stood that nodes read, and which of their readings are no longer what they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from congkhai.source.library import Plain


@dataclass(frozen=True, slots=True)
class Seen:
    """What readings (see :mod:`congkhai.source.trace`) were held against. None: it was not looked at.

    `files` are the heads of all files by path, `days` those of their last change; `folders` holds the states of
    readings that begin with `#`, `about` of those with `%`; `site` are the digests of the files of the site.
    """

    files: Mapping[str, Plain] | None = field(default_factory=dict)
    days: Mapping[str, int] | None = field(default_factory=dict)
    folders: Mapping[str, str] | None = field(default_factory=dict)
    about: Mapping[str, str] | None = field(default_factory=dict)
    site: Mapping[str, str] | None = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """The parts by name, as plain data."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    def over(self, before: Seen) -> Seen:
        """What was seen now, and of the rest what was seen before."""
        return replace(before, **{name: value for name, value in self.plain().items() if value is not None})


def moved(then: Seen, now: Seen, names: Collection[str]) -> set[str]:
    """The readings that may not be what they were. `names` are all that were ever read."""
    found: set[str] = set()
    if now.files is not None:
        found.update(_files(then.files or {}, now.files, names))
    for mark, before, after in (("@", then.days, now.days), ("", then.folders, now.folders)):
        if after is not None:
            found.update(f"{mark}{name}" for name in _differing(before or {}, after))
    if now.about is not None:
        found.update(_differing(then.about or {}, now.about))
    return found


def _differing(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name, value in now.items():
        if then.get(name) != value:
            yield name
    yield from then.keys() - now.keys()


def _files(then: Mapping[str, Plain], now: Mapping[str, Plain], names: Iterable[str]) -> Iterator[str]:
    """A change of which records there are, or of what they are called, reaches further than one of what they say."""
    keys: set[tuple[str, str, str]] = set()
    for path in _differing(then, now):
        before, after = then.get(path), now.get(path)
        yield path
        if before is None or after is None or not after[4] or before[4] != after[4]:
            yield f"~{path}"
        if before is None or after is None or before[:3] != after[:3] or before[5] != after[5]:
            keys.update(head[:3] for head in (before, after) if head)
    if not keys:
        return
    yield from ("*", "!", *(f"*{kind}" for kind, _, _ in keys))
    asked = {(kind, id_) for kind, _, id_ in keys}
    for name in names:
        if name[0] in "?!" and len(name) > 1:
            kind, _, id_ = name[1:].split("/", 2)
            if (kind, id_) in asked:
                yield name
