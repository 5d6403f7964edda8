"""YAML bytes to a tree of texts, on libyaml's events.

YAML 1.1 reads `7:30` as 450, `50.000` as 50.0 and `1.000110` as a float, so no scalar is resolved here.
Events, not `compose`: composing recurses in C, and a file of ten thousand levels would end the process.
"""

from __future__ import annotations

import re
import unicodedata

import yaml

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.source.characters import FORBIDDEN, Cleaned, clean, code_point
from congkhai.source.nodes import Entry, Items, Mapping, Node, Text
from congkhai.source.plain import read_plain
from congkhai.source.syntax import diagnose

MAX_BYTES = 2_000_000
MAX_DEPTH = 40


class _Stop(Exception):  # noqa: N818 - no error of ours: the file's end as far as we can read
    """Reading cannot go on; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read(path: str, data: bytes) -> tuple[Mapping | None, list[Finding]]:
    """Read one file; `path` is only named in findings. The tree is None when there is nothing to go on with."""
    findings: list[Finding] = []
    try:
        cleaned, odd = clean(path, _decode(path, data))
        findings.extend(odd)
        tree = (read_plain(cleaned.text) if not odd else None) or _Builder(path, cleaned, findings).build()
    except _Stop as stop:
        return None, [*findings, stop.finding]
    return tree, findings


def _error(path: str, code: str, mark: Mark, /, **params: object) -> Finding:
    return Finding(code, Severity.ERROR, path, mark, params=params)


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
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Builder:
    """One pass over the events of one file."""

    def __init__(self, path: str, cleaned: Cleaned, findings: list[Finding]) -> None:
        self.path = path
        self.cleaned = cleaned
        self.lines = cleaned.text.split("\n")
        self.findings = findings
        # What most files have none of is looked for once, not at every scalar.
        self.may_lose_text = " #" in cleaned.text or "\t#" in cleaned.text
        self.has_escapes = "\\" in cleaned.text

    def build(self) -> Mapping:
        """Return the root mapping. Raises _Stop."""
        try:
            root = self._read_events()
        except yaml.YAMLError as error:
            slip = diagnose(error, self.lines)
            mark = self._span(slip.line, slip.column, slip.line, slip.column + 1)
            raise _Stop(_error(self.path, "YM103", mark, reason=slip.reason)) from None
        if not isinstance(root, Mapping):
            raise _Stop(_error(self.path, "YM105", root.mark if root else Mark.start_of_file()))
        return root

    def refuse(self, code: str, mark: Mark, **params: object) -> _Stop:
        """The end of reading at a place."""
        return _Stop(_error(self.path, code, mark, **params))

    def _span(self, line: int, column: int, end_line: int, end_column: int) -> Mark:
        if not self.cleaned.gaps:
            return Mark(line + 1, column + 1, end_line + 1, end_column + 1)
        start, end = self.cleaned.column(line, column), self.cleaned.column(end_line, end_column)
        return Mark(line + 1, start + 1, end_line + 1, end + 1)

    def _mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        assert start is not None, "libyaml marks every event"
        assert end is not None, "libyaml marks every event"
        return self._span(start.line, start.column, end.line, end.column)

    def _read_events(self) -> Node | None:
        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        for event in yaml.parse(self.cleaned.text, Loader=yaml.CSafeLoader):
            node: Node | None = None
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_extras(event)
                node = self._scalar(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                node = stack.pop().close(self)
            elif isinstance(event, yaml.NodeEvent):
                self._refuse_extras(event)
                if len(stack) >= MAX_DEPTH:
                    raise self.refuse("YM104", self._mark(event), limit=MAX_DEPTH)
                stack.append(_Open(isinstance(event, yaml.MappingStartEvent), self._mark(event)))
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refuse("YM107", self._mark(event), what="---")
            if node is not None:
                if stack:
                    stack[-1].add(node)
                else:
                    root = node
        return root

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if not event.anchor and not getattr(event, "tag", None):
            return
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse("YM107", self._mark(event), what=f"*{event.anchor}")
        if event.anchor:
            raise self.refuse("YM107", self._mark(event), what=f"&{event.anchor}")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag and event.tag != "!":
            raise self.refuse("YM107", self._mark(event), what=event.tag)

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        mark = self._mark(event)
        value, quoted = event.value, bool(event.style)
        if self.may_lose_text and not quoted and value:
            self._tell_lost_comment(event)
        # The text of the file is clean by now: what is found here was written as an escape such as "\u200b".
        if self.has_escapes and (hidden := FORBIDDEN.search(value)):
            self.findings.append(_error(self.path, "YM109", mark, character=code_point(hidden[0])))
        return Text(unicodedata.normalize("NFC", value), mark, quoted)

    def _tell_lost_comment(self, event: yaml.ScalarEvent) -> None:
        assert event.end_mark, "libyaml marks every event"
        line, column = event.end_mark.line, event.end_mark.column
        rest = self.lines[line][column:]
        if re.match(r"\s+#\S", rest):
            mark = self._span(line, column, line, len(self.lines[line]))
            self.findings.append(Finding("YM121", Severity.WARNING, self.path, mark, params={"lost": rest.strip()}))


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
                shape = "[…]" if isinstance(key, Items) else "{…}"
                raise builder.refuse("YM132", key.mark, field=shape, want="key")
            if key.value == "<<" and not key.quoted:
                raise builder.refuse("YM107", key.mark, what="<<")
            if key.value in entries:
                first = entries[key.value].key.mark.line
                builder.findings.append(_error(builder.path, "YM106", key.mark, key=key.value, first=first))
                continue
            entries[key.value] = Entry(key, value)
        return Mapping(entries, self.mark)
