"""What the pages of a kind of record have in common: the list of all, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.office import last_change
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.context import PaperLink, SiteContext
from congkhai.render.site.makers.footing import MetaView, close, footing, index_meta, record_meta
from congkhai.render.site.makers.links import Link, base_of
from congkhai.render.site.makers.parts import Wanted, parts
from congkhai.render.site.page import Page, PageSection
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class Collection:
    """The pages of a kind of record.

    `slug` is the folder of their addresses and the name of their shells; `noun` the folder of their templates and the
    beginning of their headings in the catalogue, where `plural` is what they are called together; `data` is the address
    of all of them as JSON.
    """

    slug: str
    noun: str
    plural: str
    data: str | None = None

    @property
    def index(self) -> str:
        """The address of the list: `le-phi/`."""
        return f"{self.slug}/"

    @property
    def link(self) -> Link:
        """The way to the list."""
        return Link(phrase(f"site.{self.plural}"), self.index)


def index_page(
    context: SiteContext,
    of: Collection,
    sources: Sequence[Source],
    *,
    whole: str = "",
    papers: tuple[PaperLink, ...] = (),
    description: str | None = None,
    search: SearchEntry | None = None,
    **values: object,
) -> Page:
    """The list of a collection: `<noun>/index.html.j2` with `meta`, `base` and the values.

    Very many `sources` are the `whole` of a kind. `papers` are the printed notices of all; it is
    described by `site.<plural>_about` and found by its title unless told otherwise.
    """
    title, at = of.link.title, of.index
    changed = last_change(context.office, whole) if whole else context.office.changed(*sources)
    meta = replace(index_meta(context, title, at, changed, of.data), papers=papers)
    return Page(
        address=at,
        shell=of.slug,
        title=title,
        description=description or phrase(f"site.{of.plural}_about"),
        lead=context.templates.render(f"{of.noun}/index.html.j2", meta=meta, base=base_of(at), **values),
        sources=tuple(path for source in sources for path in source.files),
        search=search or SearchEntry(sources[0].kind.title if sources else title),
    )


def record_page(
    context: SiteContext,
    of: Collection,
    source: Source,
    wanted: Iterable[Wanted | PageSection],
    *,
    title: str,
    description: str,
    search: SearchEntry | None,
    also: Sequence[Source] = (),
    meta: MetaView | None = None,
    **values: object,
) -> Page:
    """The page of a record: `<noun>/page.html.j2`, then the parts that have something to show, then the footing.

    Templates are handed `meta`, `base`, `index` (the way back to the list) and the values. `also` are other records
    whose facts the page shows.
    """
    at = address(source)
    meta = meta or record_meta(context, source, *also)
    handed = {"meta": meta, "base": base_of(at), "index": of.link, **values}
    lead = context.templates.render(f"{of.noun}/page.html.j2", **handed)
    sections = parts(context, of.noun, wanted, **handed)
    if not sections:
        lead += footing(context, at, meta)
    return Page(
        address=at,
        shell=f"{of.slug}/*",
        title=title,
        description=description,
        lead=lead,
        sections=close(context, at, meta, sections) if sections else (),
        sources=tuple(path for one in (source, *also) for path in one.files),
        search=search,
    )
