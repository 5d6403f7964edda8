"""A page as links, fragments and words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

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
            follows = tag not in {"a", "form"} and found.get("rel", "").strip() not in {"canonical", "alternate"}
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


def pages_of(site: Path) -> list[Path]:
    """Every page of a built site."""
    return sorted(p for p in site.rglob("*.html") if "pagefind" not in p.parts)


def broken_links(site: Path) -> list[str]:
    """Links of any page that lead to no file of the site, or to no place in it."""
    found = []
    ids: dict[Path, set[str]] = {}
    for page in pages_of(site):
        seen = read(page.read_text())
        for link in sorted({*seen.links, *seen.loads}):
            if urlsplit(link).scheme in {"http", "https", "mailto", "tel", "webcal"}:
                continue
            path, fragment = urldefrag(link)
            path = unquote(path.partition("?")[0])
            base = site if path.startswith("/") else page.parent
            target = (base / path.lstrip("/")).resolve() if path else page
            if target.is_dir():
                target /= "index.html"
            if urlsplit(link).scheme or not target.is_file():
                found.append(f"{page.relative_to(site)}: {link}")
            elif fragment and target.suffix == ".html":
                if target not in ids:
                    ids[target] = set(read(target.read_text()).ids)
                if fragment not in ids[target]:
                    found.append(f"{page.relative_to(site)}: {link} (#)")
    return found
