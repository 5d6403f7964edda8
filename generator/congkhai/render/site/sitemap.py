"""What search engines are told: every listed page with the day of its last change, and where that list is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from markupsafe import Markup

from congkhai.derive.office import Office
from congkhai.render.site.page import Page

#: The protocol's limit of addresses in one file.
_LIMIT = 50_000
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(office: Office, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """`sitemap.xml` (in parts with an index when there are very many pages) and `robots.txt`, by path."""
    base = office.site.url.rstrip("/") + "/"
    entries = [_entry(base, office, page) for page in sorted(pages, key=lambda p: p.address) if page.listed]
    parts = [entries[start : start + _LIMIT] for start in range(0, len(entries), _LIMIT)] or [[]]
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"
    made = {"robots.txt": robots.encode()}
    if len(parts) == 1:
        return made | {"sitemap.xml": _document("urlset", parts[0])}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    made |= {name: _document("urlset", part) for name, part in zip(names, parts, strict=True)}
    index = [Markup("<sitemap><loc>{}</loc></sitemap>").format(base + name) for name in names]
    return made | {"sitemap.xml": _document("sitemapindex", index)}


def _entry(base: str, office: Office, page: Page) -> Markup:
    changed = _changed(office.changes, page.sources)
    when = Markup("<lastmod>{}</lastmod>").format(changed.isoformat()) if changed else ""
    return Markup("<url><loc>{}</loc>{}</url>").format(base + page.address, when)


def _changed(changes: Mapping[str, date], sources: Iterable[str]) -> date | None:
    return max((changes[path] for path in sources if path in changes), default=None)


def _document(root: str, lines: Iterable[str]) -> bytes:
    return "\n".join(_lines(root, lines)).encode()


def _lines(root: str, lines: Iterable[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<{root} xmlns="{_SCHEMA}">'
    yield from lines
    yield f"</{root}>\n"
