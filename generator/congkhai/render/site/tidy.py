"""What the engine writes and has to be put right in every page that it renders."""

from __future__ import annotations

import re

#: A check box takes no autocomplete (HTML Standard, 4.10.18.7); the theme gives it one to forget its state.
_CHECK_BOX = re.compile(r'(<input class="md-toggle" [^>]*type="checkbox" [^>]*?) autocomplete="off"')
#: A table written in Markdown; those of records have a wrapper of their own.
_TABLE = re.compile(r"(?<=\n)<table>.*?</table>", re.DOTALL)


def tidy(html: str) -> str:
    """The page with only those places changed."""
    html = _CHECK_BOX.sub(r"\1", html)
    return _TABLE.sub(r'<div class="ck-table" tabindex="0">\g<0></div>', html)
