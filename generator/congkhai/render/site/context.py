"""What a maker of pages is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.render.site.templates import Templates
from congkhai.source.repository import Key


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A printed notice of a record: its address relative to the site, and what it is called."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The office on a day, the templates, and the printed notices by record."""

    office: Office
    templates: Templates
    papers: Mapping[Key, tuple[PaperLink, ...]]
