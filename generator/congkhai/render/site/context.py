"""What a maker of pages is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from congkhai.derive.copies import Standings
from congkhai.derive.office import Office
from congkhai.render.site.page import Page
from congkhai.render.site.templates import Templates
from congkhai.source.repository import Key, Source

#: What a page is about: a record, or what a text names.
_Subject = TypeVar("_Subject", Source, str)


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
    copies: Standings = field(default_factory=Standings)
    sheets: Mapping[str, tuple[PaperLink, ...]] = field(default_factory=dict)

    def page(self, make: Callable[[SiteContext, _Subject], Page], subject: _Subject) -> Page:
        """The page of one record, or of what a text names.

        A maker that asks for it so, with a function of its module that needs nothing but the context and the subject,
        lets a build leave the page as it is when nothing changed of what that function reads.
        """
        return make(self, subject)

    def part(self, make: Callable[[SiteContext, str, Source], Markup], word: str, source: Source) -> Markup:
        """A part of a page that lists many records.

        It is asked for with a function of a module that needs nothing but the context, a word and a record; a build
        then leaves it as it is when nothing changed of what that function reads.
        """
        return make(self, word, source)
