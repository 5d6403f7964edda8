"""A tree of texts to a typed record, with every mistake found on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.model.pickled import by_values
from congkhai.model.problem import ValueProblem
from congkhai.model.scalars import MARKED, TYPED, is_slug
from congkhai.model.spec import Member, members
from congkhai.source.choices import choices, meant, nearest, told
from congkhai.source.nodes import Items, Mapping, Node, Text

#: Plain text that YAML parsers other than ours read as a truth value, nothing, a number, a time or a date.
_RISKY = re.compile(
    r"""(?ix) y|n|yes|no|on|off|true|false|null|~|=
    | [-+]? (?: [0-9][0-9_]*\.?[0-9_]* | \.[0-9_]+ ) (?: e[-+]?[0-9]+ )? | [-+]?\.inf | \.nan
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?
    | 0x[0-9a-f_]+ | 0o[0-7_]+ | 0b[01_]+
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?: t | \ + ) [0-9:.+\-z\ ]+ )?"""
)
_MISSING = object()


class Reference(NamedTuple):
    """A text that names another record, and where it stands."""

    path: str
    office: str
    field: str
    kind: str
    id: str
    mark: Mark

    def __reduce__(self) -> tuple[Any, ...]:
        return by_values(self)


@dataclass(frozen=True, slots=True)
class Bound:
    """One file typed. `record` is None exactly when an ERROR stands among the findings, or a reference gives what can
    name no record.

    References are kept even then, so that all mistakes of a file are told at once.
    """

    record: Any | None
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]


def bind(cls: type, tree: Mapping, path: str, office: str = "") -> Bound:
    """Type one file as a record of `cls`."""
    binder = _Binder(path, office)
    value = binder.record(cls, tree, "")
    failed = any(f.severity is Severity.ERROR for f in binder.findings)
    return Bound(None if failed or binder.astray else value, tuple(binder.findings), tuple(binder.references))


class _Binder:
    def __init__(self, path: str, office: str) -> None:
        self.path = path
        self.office = office
        self.findings: list[Finding] = []
        self.references: list[Reference] = []
        self.astray = False

    def complain(self, code: str, mark: Mark, where: str, /, **params: object) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self.path, mark, where, params))

    def record(self, cls: type, node: Mapping, where: str) -> object:
        known = members(cls)
        values: dict[str, object] = {}
        for name, entry in node.entries.items():
            member = known.get(name)
            if member is None:
                near, allowed = nearest(name, known), ", ".join(known)
                self.complain("YM130", entry.key.mark, _join(where, name), key=name, nearest=near, allowed=allowed)
                continue
            value = self.field(member, entry.value, _join(where, name))
            if value is not _MISSING:
                values[name] = value
        whole = True
        for name in _required(cls):
            if name not in values:
                whole = False
                if name not in node.entries:
                    first = next(iter(node.entries.values())).key.mark if node.entries else node.mark
                    self.complain("YM131", first, _join(where, name), key=name, title=known[name].spec.title)
        return cls(**values) if whole else _MISSING

    def field(self, member: Member, node: Node, where: str) -> object:
        if not member.many:
            return self.value(member, node, where)
        if not isinstance(node, Items):
            if isinstance(node, Text) and not node.value and not node.quoted:
                self.complain("YM133", node.mark, where, key=member.name, title=member.spec.title)
            else:
                self.complain("YM132", node.mark, where, field=member.name, want="list")
            return _MISSING
        if len(node.items) < member.spec.min_items:
            self.complain("YM137", node.mark, where, title=member.spec.title, least=member.spec.min_items)
        values = [self.value(member, item, f"{where}[{index}]") for index, item in enumerate(node.items)]
        if member.key:
            self._unique(member.key, node, where)
        return tuple(v for v in values if v is not _MISSING) if _MISSING not in values else _MISSING

    def _unique(self, key: str, node: Items, where: str) -> None:
        seen: dict[str, int] = {}
        for index, item in enumerate(node.items):
            entry = item.entries.get(key) if isinstance(item, Mapping) else None
            if entry and isinstance(entry.value, Text):
                value = entry.value.value
                if value in seen:
                    self.complain("YM144", entry.value.mark, f"{where}[{index}].{key}", value=value, first=seen[value])
                seen.setdefault(value, entry.value.mark.line)

    def value(self, member: Member, node: Node, where: str) -> object:
        if member.base is not str and _is_nested(member.base):
            if isinstance(node, Mapping):
                return self.record(member.base, node, where)
            if isinstance(node, Text) and not node.value:
                self.complain("YM133", node.mark, where, key=member.name, title=member.spec.title)
                return _MISSING
            short = _short(member.base)
            if short and isinstance(node, Text):
                text = self.value(short, node, where)
                return text if text is _MISSING else member.base(**{short.name: text})
            self.complain("YM132", node.mark, where, field=member.name, want="mapping")
            return _MISSING
        if not isinstance(node, Text):
            self.complain("YM132", node.mark, where, field=member.name, want="text")
            return _MISSING
        if not node.value.strip() and not (node.quoted and member.spec.blank):
            self.complain("YM133", node.mark, where, key=member.name, title=member.spec.title)
            return _MISSING
        return self.scalar(member, node, where)

    def scalar(self, member: Member, node: Text, where: str) -> object:
        text = node.value
        allowed = None if member.base is str else choices(member.base)
        if allowed is not None:
            value = allowed.get(text, _MISSING)
            if value is _MISSING:
                self.complain(
                    "YM134", node.mark, where, value=text, nearest=meant(text, allowed), allowed=told(allowed)
                )
            return value
        try:
            if member.ref:
                self.references.append(Reference(self.path, self.office, where, member.ref.kind, text, node.mark))
                if is_slug(text):
                    return text
                # Such as the number of an act in place of its id: who looks for the record will tell the nearest ids.
                self.astray = True
                return _MISSING
            if member.base is str:
                value = MARKED[member.scalar.reader](text) if member.scalar else text
            else:
                return self._checked_value(member, node, TYPED[member.base](text), where)
        except ValueProblem as problem:
            params = {"title": member.spec.title, **problem.params}
            self.complain(problem.code, _within(node.mark, problem), where, **params)
            return _MISSING
        return self._checked_text(member, node, value, where)

    def _checked_value(self, member: Member, node: Text, value: object, where: str) -> object:
        spec = member.spec
        if isinstance(value, int | Decimal):
            if spec.least is not None and value < spec.least:
                self.complain("YM206", node.mark, where, title=spec.title, value=node.value, least=spec.least)
                return _MISSING
            if spec.most is not None and value > spec.most:
                self.complain("YM207", node.mark, where, title=spec.title, value=node.value, most=spec.most)
                return _MISSING
        return value

    def _checked_text(self, member: Member, node: Text, value: str, where: str) -> object:
        spec = member.spec
        if len(value) > spec.max_length:
            self.complain("YM135", node.mark, where, title=spec.title, length=len(value), limit=spec.max_length)
            return _MISSING
        if spec.pattern and not re.fullmatch(spec.pattern, value):
            params = {"title": spec.title, "value": value, "help": spec.help, "example": spec.example or ""}
            self.complain("YM136", node.mark, where, **params)
            return _MISSING
        if not node.quoted and _RISKY.fullmatch(value):
            quoted, params = f'"{value}"', {"value": value}
            self.findings.append(Finding("YM120", Severity.WARNING, self.path, node.mark, where, params, quoted))
        return value


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _within(mark: Mark, problem: ValueProblem) -> Mark:
    if problem.end is None or mark.line != mark.end_line:
        return mark
    return Mark(mark.line, mark.column + problem.start, mark.line, mark.column + problem.end)


@cache
def _required(cls: type) -> tuple[str, ...]:
    return tuple(member.name for member in members(cls).values() if member.required)


@cache
def _short(cls: type) -> Member | None:
    """The field whose text alone may stand for a whole record of the class."""
    return next((member for member in members(cls).values() if member.spec.short), None)


@cache
def _is_nested(base: type) -> bool:
    return hasattr(base, "__dataclass_fields__") and base not in TYPED
