"""YAML bytes to a tree of texts, on libyaml's events.

YAML 1.1 reads `7:30` as 450, `50.000` as 50.0 and `1.000110` as a float, so no scalar is resolved here.
Events, not `compose`: composing recurses in C, and a file of ten thousand levels would end the process.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.source.nodes import Entry, Items, Mapping, Node, Text

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

#: Characters that are never meant in administrative text: controls, bidi marks and overrides, zero-width and
#: soft hyphens, private use, non-characters. A line break and a tab are left to libyaml.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)


class _Stop(Exception):
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read(path: str, data: bytes) -> tuple[Mapping | None, list[Finding]]:
    """Read one file; `path` is only named in findings. The tree is None when there is nothing to go on with."""
    findings: list[Finding] = []
    try:
        text = _decode(path, data)
        findings.extend(_odd_characters(path, text))
        tree = _Builder(path, text, findings).build()
    except _Stop as stop:
        return None, [*findings, stop.finding]
    return tree, findings


def _error(path: str, code: str, mark: Mark, fix: str | None = None, **params: object) -> Finding:
    return Finding(code, Severity.ERROR, path, mark, params=params, fix=fix)


def _decode(path: str, data: bytes) -> str:
    start = Mark.start_of_file()
    if len(data) > MAX_BYTES:
        raise _Stop(_error(path, "YM101", start, size=len(data) // 1000, limit=MAX_BYTES // 1000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Stop(_error(path, "YM102", Mark(line, 1, line, 2))) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise _Stop(_error(path, "YM102", Mark(line, 1, line, 2)))
    return text.replace("\r\n", "\n")


def _place(text: str, start: int, end: int) -> Mark:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Mark(line, column, line, column + end - start)


def _odd_characters(path: str, text: str) -> Iterator[Finding]:
    for match in _FORBIDDEN.finditer(text):
        name = f"U+{ord(match[0]):04X}"
        yield _error(path, "YM109", _place(text, *match.span()), fix="", character=name)
    if unicodedata.is_normalized("NFC", text):
        return
    offset = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            for word in re.finditer(r"\S+", line):
                if not unicodedata.is_normalized("NFC", word[0]):
                    composed = unicodedata.normalize("NFC", word[0])
                    mark = _place(text, offset + word.start(), offset + word.end())
                    yield _error(path, "YM108", mark, fix=composed, value=composed)
                    break
        offset += len(line) + 1


class _Builder:
    """One pass over the events of one file."""

    def __init__(self, path: str, text: str, findings: list[Finding]) -> None:
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self.findings = findings

    def build(self) -> Mapping:
        """Return the root mapping. Raises _Stop."""
        root: Node | None = None
        try:
            root = self._read_events()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            column = mark.column + 1 if mark else 1
            raise _Stop(self._syntax(line, column, str(error.problem or error.context or ""))) from None
        except yaml.YAMLError:
            raise _Stop(self._syntax(1, 1, "")) from None
        if not isinstance(root, Mapping):
            mark = root.mark if root else Mark.start_of_file()
            raise _Stop(_error(self.path, "YM105", mark))
        return root

    def _syntax(self, line: int, column: int, problem: str) -> Finding:
        line = min(line, len(self.lines))
        source = self.lines[line - 1] if self.lines else ""
        if "\t" in source[: max(column, 1)] or source.startswith("\t"):
            reason = "tab"
        elif "mapping values are not allowed" in problem:
            reason = "colon"
        elif "quoted scalar" in problem or "unexpected end of stream" in problem:
            reason = "quote"
        elif "could not find expected ':'" in problem or "block mapping" in problem or "block end" in problem:
            reason = "indent"
        else:
            reason = "other"
        return _error(self.path, "YM103", Mark(line, column, line, column + 1), reason=reason)

    def _mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        return Mark(start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _refuse(self, code: str, event: yaml.Event, **params: object) -> _Stop:
        return _Stop(_error(self.path, code, self._mark(event), **params))

    def _read_events(self) -> Node | None:
        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            node: Node | None = None
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse("YM107", event, what="---")
            elif isinstance(event, yaml.AliasEvent):
                raise self._refuse("YM107", event, what=f"*{event.anchor}")
            elif isinstance(event, yaml.NodeEvent):
                if event.anchor:
                    raise self._refuse("YM107", event, what=f"&{event.anchor}")
                if event.tag and event.tag != "!":
                    raise self._refuse("YM107", event, what=event.tag)
                if isinstance(event, yaml.ScalarEvent):
                    node = self._scalar(event)
                else:
                    if len(stack) >= MAX_DEPTH:
                        raise self._refuse("YM104", event, limit=MAX_DEPTH)
                    stack.append(_Open(isinstance(event, yaml.MappingStartEvent), self._mark(event)))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                node = stack.pop().close(self)
            if node is not None:
                if stack:
                    stack[-1].add(node)
                else:
                    root = node
        return root

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        mark = self._mark(event)
        quoted = event.style is not None and event.style != ""
        if not quoted and event.value:
            rest = self.lines[mark.end_line - 1][mark.end_column - 1 :]
            if re.match(r"\s+#\S", rest):
                at = Mark(mark.end_line, mark.end_column, mark.end_line, len(self.lines[mark.end_line - 1]) + 1)
                self.findings.append(Finding("YM121", Severity.WARNING, self.path, at, params={"lost": rest.strip()}))
        return Text(unicodedata.normalize("NFC", event.value), mark, quoted)


class _Open:
    """A mapping or sequence whose end has not come yet."""

    def __init__(self, mapping: bool, mark: Mark) -> None:
        self.mapping = mapping
        self.mark = mark
        self.nodes: list[Node] = []

    def add(self, node: Node) -> None:
        self.nodes.append(node)

    def close(self, builder: _Builder) -> Node:
        if not self.mapping:
            return Items(tuple(self.nodes), self.mark)
        entries: dict[str, Entry] = {}
        for key, value in zip(self.nodes[::2], self.nodes[1::2], strict=True):
            if not isinstance(key, Text):
                raise _Stop(_error(builder.path, "YM132", key.mark, field="", want="key"))
            if key.value == "<<" and not key.quoted:
                raise _Stop(_error(builder.path, "YM107", key.mark, what="<<"))
            if key.value in entries:
                first = entries[key.value].key.mark.line
                builder.findings.append(_error(builder.path, "YM106", key.mark, key=key.value, first=first))
                continue
            entries[key.value] = Entry(key, value)
        return Mapping(entries, self.mark)
