"""What the engine writes and has to be put right in every page that it renders."""

from __future__ import annotations

import re

#: A check box takes no autocomplete (HTML Standard, 4.10.18.7); the theme gives it one to forget its state.
_CHECK_BOX = re.compile(r'(<input class="md-toggle" [^>]*type="checkbox" [^>]*?) autocomplete="off"')
#: A table written in Markdown; those of records have a wrapper of their own.
_TABLE = re.compile(r"(?<=\n)<table>.*?</table>", re.DOTALL)
#: A picture in a hand-written page; the emblem in the header is seen at once.
_PICTURE = re.compile(r'<img (?![^>]*(?:\bloading=|"ck-mark))')
#: The theme's own colours, of which pages show none.
_PALETTE = re.compile(r'\s*<link rel="stylesheet" href="[^"]*assets/stylesheets/(?:\w+/)?palette\.[^"]*">')


def tidy(html: str) -> str:
    """The page with only those places changed."""
    html = _PICTURE.sub('<img loading="lazy" ', html)
    html = _CHECK_BOX.sub(r"\1", _PALETTE.sub("", html))
    return _TABLE.sub(r'<div class="ck-table" tabindex="0">\g<0></div>', html)
