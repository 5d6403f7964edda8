"""Small HTML copies of pages, made only to be indexed.

A copy holds the words of the record and nothing of the chrome. Pagefind folds marks but not đ, so every đ that is to
be searched is written as a marked d (see `spelling`), and the browser turns it back before it shows anything. Tags
are parted by line breaks: without white space between them Pagefind glues a code to the next word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from congkhai.model.spelling import fold
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.spelling import mark
from congkhai.render.site.page import Page

#: The filters that results can be narrowed by, as search.js names them.
FILTERS = ("kind", "field", "unit", "audience", "level")
_META = Markup('<meta data-pagefind-meta="{}[content]" content="{}">')
_FILTER = Markup('<meta data-pagefind-filter="{}[content]" content="{}">')


def files(pages: Iterable[Page]) -> Mapping[str, bytes]:
    """The copies by path; a page without text of its own has none."""
    return {
        f"{page.address}index.html": _copy(page, page.search).encode()
        for page in pages
        if page.search and page.search.text
    }


def _copy(page: Page, entry: SearchEntry) -> str:
    lines = [
        "<!doctype html>",
        '<html lang="vi">',
        '<head><meta charset="utf-8"></head>',
        "<body>",
        Markup("<h1>{}</h1>").format(mark(page.title)),
        *_filters(entry),
        _META.format("fold", fold(". ".join((page.title, *entry.names)))),
        *(f"<p>{line}</p>" for line in str(escape(mark(entry.text))).splitlines() if line.strip()),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def labels(entry: SearchEntry) -> tuple[tuple[str, ...], ...]:
    """What a page is filtered by, in the order of FILTERS, each label once."""
    named = ((entry.kind,), entry.fields, entry.units, entry.audience, entry.levels)
    return tuple(tuple(dict.fromkeys(values)) for values in named)


def _filters(entry: SearchEntry) -> Iterator[Markup]:
    for name, values in zip(FILTERS, labels(entry), strict=True):
        for value in values:
            yield _FILTER.format(name, value)
