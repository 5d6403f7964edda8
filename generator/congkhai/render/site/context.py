"""What a maker of pages is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from congkhai.derive.copies import Standing
from congkhai.derive.office import Office
from congkhai.render.site.page import Page
from congkhai.render.site.templates import Templates
from congkhai.source.repository import Key, Source


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A printed notice of a record: its address relative to the site, and what it is called."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The office on a day, the templates, and the printed notices by record.

    `copies` says how every code stands that was ever printed; `sheets` are the printed notices by their series.
    """

    office: Office
    templates: Templates
    papers: Mapping[Key, tuple[PaperLink, ...]]
    copies: Sequence[Standing] = ()
    sheets: Mapping[str, tuple[PaperLink, ...]] = field(default_factory=dict)

    def page(self, make: Callable[[SiteContext, Source], Page], source: Source) -> Page:
        """The page of one record.

        A maker that asks for it so, with a function of its module that needs nothing but the context and the record,
        lets a build leave the page as it is when nothing changed of what that function reads.
        """
        return make(self, source)

    def part(self, make: Callable[[SiteContext, str, Source], Markup], word: str, source: Source) -> Markup:
        """A part of a page that lists many records.

        It is asked for with a function of a module that needs nothing but the context, a word and a record; a build
        then leaves it as it is when nothing changed of what that function reads.
        """
        return make(self, word, source)
