"""Every file that pages load beside the theme's own: style sheets, scripts, fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from congkhai.model.site import Site
from congkhai.render.site.schemes import scheme_css

#: The colours of the light and the dark scheme.
SCHEMES = ("day.css", "night.css")
#: Joined in this order behind the colours into one sheet, so that a page makes one request.
SHEETS = (
    "fonts.css",
    "base.css",
    "blocks.css",
    "tables.css",
    "marks.css",
    "chrome.css",
    "home.css",
    "procedures.css",
    "records.css",
    "copies.css",
    "plans.css",
    "search.css",
    "touch.css",
    "print.css",
)
SCRIPTS = (
    "scheme.js",
    "page.js",
    "words.js",
    "filter.js",
    "terms.js",
    "senses.js",
    "whom.js",
    "rank.js",
    "titles.js",
    "phrases.js",
    "related.js",
    "shares.js",
    "query.js",
    "packs.js",
    "engine.js",
    "beside.js",
    "find.js",
    "hits.js",
    "search.js",
    "copies.js",
)
FONTS = ("be-vietnam-pro-400.woff2", "be-vietnam-pro-700.woff2", "OFL-BeVietnamPro.txt")

_FOLDER = "assets/ck/"
_COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)$", re.M | re.S)
#: A sheet with a seal, in the office's colour: the icon in the browser's tab.
_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 2h15l6 6v22H6z" fill="{colour}"/>\
<path d="M11 11h10M11 16h10M11 21h5" stroke="#fff" stroke-width="2.4" stroke-linecap="round" fill="none"/>\
<circle cx="21" cy="23" r="2.8" fill="#fff"/></svg>
"""


def lean(text: str) -> str:
    """A script or a style sheet without its comments and indents: a third less for a telephone to fetch.

    Holds for those written as ours are: a comment begins its line, and no text runs over a line's end.
    """
    return "\n".join(line.strip() for line in _COMMENT.sub("", text).splitlines() if line.strip()) + "\n"


def assets(site: Site) -> Mapping[str, bytes]:
    """The files by their address relative to the site."""
    source = files("congkhai.render.site").joinpath("assets")

    def text(name: str) -> str:
        return source.joinpath(name).read_text("utf-8")

    sheets = [scheme_css(site.primary_color, *map(text, SCHEMES)), *map(text, SHEETS)]
    return {
        f"{_FOLDER}mark.svg": _ICON.format(colour=site.primary_color).encode(),
        f"{_FOLDER}congkhai.css": lean("\n".join(sheets)).encode(),
        **{f"{_FOLDER}{name}": lean(text(name)).encode() for name in SCRIPTS},
        **{f"{_FOLDER}fonts/{name}": source.joinpath("fonts", name).read_bytes() for name in FONTS},
    }
