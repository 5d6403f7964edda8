"""A page as links, fragments and words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "form": "action",
}
_SILENT = {"script", "style", "svg", "template"}


@dataclass
class Seen:
    """What stands in a page. `loads` are the links that a browser follows by itself."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        if tag in _LINKS and _LINKS[tag] in found:
            link = found[_LINKS[tag]]
            follows = tag not in {"a", "form"} and found.get("rel") not in {"canonical", "alternate"}
            (self.seen.loads if follows else self.seen.links).append(link)
        if "id" in found:
            self.seen.ids.append(found["id"])
        self.seen.inline += [name for name in found if name.startswith("on") or name == "style"]
        for name in ("title", "aria-label", "alt", "placeholder"):
            if found.get(name):
                self.seen.words.append(found[name])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.seen.words.append(data.strip())


def read(html: str) -> Seen:
    """Take a page apart."""
    reader = _Reader()
    reader.feed(html)
    return reader.seen
