"""What a page shows of each field of its record: the text of the elements that carry `data-field`."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_EMPTY = {"br", "img", "input", "meta", "link", "hr", "source"}


@dataclass
class Shown:
    """One element: its field, its text, and the value that machines read from it."""

    field: str
    text: str
    value: str | None
    link: str | None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Shown] = []
        self._open: list[tuple[str, Shown | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        field = named.get("data-field")
        shown = Shown(field, "", named.get("value") or named.get("datetime"), named.get("href")) if field else None
        if shown:
            self.found.append(shown)
        if tag in _EMPTY:
            self.handle_data("\n")
        else:
            self._open.append((tag, shown))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in {"p", "li", "div"}:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        for _, shown in self._open:
            if shown:
                shown.text += data


def shown(html: str) -> list[Shown]:
    """Every shown field, in the order of the page, with white space drawn together."""
    reader = _Reader()
    reader.feed(html)
    for one in reader.found:
        one.text = " ".join(one.text.split())
    return reader.found
