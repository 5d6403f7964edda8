"""Newer input into a file that people have worked on: only what the source changed is changed, and told in words.

Three versions of each fact are compared: what the last import said (its digest), what the file says, what the source
says now. A fact that the source did not change stays as the file has it; one that only the source changed is replaced;
one that both changed stays, and is told. Comments, the order of keys and all quotes of the file stay.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from congkhai.intake.writer.emit import is_record, to_yaml
from congkhai.intake.writer.facts import facts, item_names, kept, mark, shown, title_of
from congkhai.intake.writer.scalars import text_of
from congkhai.model.spec import Member, members

_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that the source says differently: where, in the words of the fields' titles, and both values.

    `taken` is false where the file keeps its own value.
    """

    place: str
    old: str
    new: str
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of the file after the merge, the same as before when nothing was taken, and every change."""

    text: str
    changes: tuple[Change, ...]


def merge(text: str, current: Any, newer: Any, base: Mapping[str, str] | None) -> Merged:  # noqa: ANN401 - records of one kind
    """Merge `newer` into the file `text`, whose record is `current`; `base` is what the last import kept, if any."""
    yaml = _yaml()
    tree = yaml.load(text)
    merger = _Merger(base)
    merger.mapping(tree, current, newer, "", "")
    if not any(change.taken for change in merger.changes):
        return Merged(text, tuple(merger.changes))
    out = io.StringIO()
    yaml.dump(tree, out)
    return Merged(out.getvalue(), tuple(merger.changes))


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@dataclass(slots=True)
class _Merger:
    base: Mapping[str, str] | None
    changes: list[Change] = field(default_factory=list)

    def mapping(self, tree: CommentedMap, current: object, newer: object, path: str, words: str) -> None:
        for name, member in members(type(newer)).items():
            old, new = getattr(current, name), getattr(newer, name)
            place = f"{path}.{name}" if path else name
            said = f"{words} › {member.spec.title}" if words else member.spec.title
            if member.many and (is_record((old or new or (None,))[0])):
                self._items(tree, member, (old, new), place, said, newer)
            elif not member.many and (is_record(old) or is_record(new)):
                self._record(tree, member, (old, new), place, said, newer)
            elif _text(old) != _text(new):
                old, new = (
                    value if _is_given(record, member) else None for value, record in ((old, current), (new, newer))
                )
                if self._wanted(place, old, new, member, said):
                    _put(tree, member, new, newer)

    def _record(  # noqa: PLR0913 - one place of the tree, seen from all three versions
        self, tree: CommentedMap, member: Member, pair: tuple[Any, Any], place: str, words: str, newer: object
    ) -> None:
        old, new = pair
        if old is not None and new is not None:
            self.mapping(tree[member.name], old, new, place, words)
        elif old is not None and self._gone(place, old, member, words):
            del tree[member.name]
        elif new is not None and self._added(place, new, member, words):
            _insert(tree, member.name, _fragment(member, new, newer), newer)

    def _wanted(self, place: str, old: object, new: object, member: Member, words: str) -> bool:
        """Decide about one fact, and note what was decided."""
        was = kept(self.base, place)
        now = mark(_text(new)) if new not in (None, ()) else None
        if self.base is not None and was == now:
            return False
        mine = mark(_text(old)) if old not in (None, ()) else None
        taken = self.base is not None and mine == was
        if self.base is None and new in (None, ()):
            return False
        self.changes.append(Change(words, shown(member, old), shown(member, new), taken))
        return taken

    def _items(
        self,
        tree: CommentedMap,
        member: Member,
        pair: tuple[tuple[Any, ...], tuple[Any, ...]],
        place: str,
        words: str,
        newer: object,
    ) -> None:
        old, new = (dict(zip(item_names(items), items, strict=True)) for items in pair)
        sequence: CommentedSeq = tree.get(member.name) or CommentedSeq()
        where = list(old)
        for name, item in new.items():
            if name in old:
                self.mapping(sequence[where.index(name)], old[name], item, f"{place}[{name}]", _called(words, item))
        for name in [n for n in old if n not in new]:
            if self._gone(f"{place}[{name}]", old[name], member, words):
                del sequence[where.index(name)]
                where.remove(name)
        for name in [n for n in new if n not in old]:
            if self._added(f"{place}[{name}]", new[name], member, words):
                sequence.insert(_position(name, list(new), where), _fragment(member, (new[name],), newer)[0])
                where.insert(_position(name, list(new), where), name)
        if sequence and member.name not in tree:
            _insert(tree, member.name, sequence, newer)
        elif not sequence and member.name in tree:
            del tree[member.name]

    def _gone(self, place: str, item: object, member: Member, words: str) -> bool:
        """An item of the file that the source does not have: its own, or one that the source dropped."""
        if self.base is None or kept(self.base, place) is None:
            return False
        untouched = all(kept(self.base, path) == mark(text) for path, text in facts(item, place))
        self.changes.append(Change(words, shown(member, item), "", untouched))
        return untouched

    def _added(self, place: str, item: object, member: Member, words: str) -> bool:
        """An item that the file does not have: a new one, or one that somebody took out of the file."""
        if kept(self.base, place) is not None:
            return False
        taken = self.base is not None
        self.changes.append(Change(words, "", shown(member, item), taken))
        return taken


def _called(words: str, item: object) -> str:
    title = title_of(item)
    return f"{words} ({title})" if title else words


def _text(value: Any) -> str:  # noqa: ANN401 - the value of any field
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _SEPARATOR.join(text_of(item) for item in value)
    return text_of(value)


def _put(tree: CommentedMap, member: Member, value: object, record: object) -> None:
    if value in (None, ()):
        tree.pop(member.name, None)
        return
    fresh = _fragment(member, value, record)
    if member.name in tree:
        tree[member.name] = fresh
    else:
        _insert(tree, member.name, fresh, record)


def _is_given(record: object, member: Member) -> bool:
    default = type(record).__dataclass_fields__[member.name].default  # type: ignore[attr-defined]
    return member.required or getattr(record, member.name) != default


def _fragment(member: Member, value: object, record: object) -> Any:  # noqa: ANN401 - a node of the tree
    """A value as a node of the tree, in the style of the canonical writer."""
    return _yaml().load("".join(f"{row}\n" for row in _rows(type(record), member, value)))[member.name]


def _rows(cls: type, member: Member, value: object) -> Iterator[str]:
    names = members(cls)
    values = {name: value if name == member.name else (() if names[name].many else None) for name in names}
    yield from to_yaml(cls(**values)).splitlines()


def _insert(tree: CommentedMap, name: str, node: object, record: object) -> None:
    """Put a new key where the model has it: after the last key that the model has before it."""
    order = list(members(type(record)))
    before = set(order[: order.index(name)])
    place = max((n + 1 for n, key in enumerate(tree) if key in before), default=0)
    tree.insert(place, name, node)


def _position(name: str, order: list[str], present: list[str]) -> int:
    """Where a new item goes: after the nearest item before it in the source that the file has too."""
    for earlier in reversed(order[: order.index(name)]):
        if earlier in present:
            return present.index(earlier) + 1
    return 0 if any(later in present for later in order[order.index(name) + 1 :]) else len(present)
