"""The pictures in the guide to templates: what stands in the place that the hand-written page leaves for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.render.site.templates import Templates

#: What a guide writes where the pictures are to stand, in a paragraph of its own.
PLACE = b'<div class="ck-gallery"></div>'


@dataclass(frozen=True, slots=True)
class Specimen:
    """One kind of notice: its template, its papers, and the first page of one of its notices.

    `picture` and `file` are addresses relative to the site, empty when the office prints none; sizes are in pixels.
    """

    kind: str
    template: str
    papers: tuple[str, ...]
    picture: str
    width: int
    height: int
    file: str

    @property
    def title(self) -> str:
        """What the kind is called."""
        return phrase(f"notice_kinds.{self.kind}")


def fill_gallery(path: str, page: bytes, specimens: Iterable[Specimen], templates: Templates) -> bytes:
    """A page with the pictures in their place; a page without a place as it is. `path` is that of its file."""
    if PLACE not in page:
        return page
    base = "../" * path.count("/")
    html = templates.render("gallery.html.j2", specimens=tuple(specimens), base=base)
    return page.replace(PLACE, str(html).encode(), 1)
