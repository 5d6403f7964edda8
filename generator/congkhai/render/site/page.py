"""A page before it is stamped into its shell."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from congkhai.render.search.entry import SearchEntry


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of a page under a heading of the second rank; `id` is its lasting fragment."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Page:
    """What the chrome does not know.

    `address` is relative to the site and ends with `/`, or is empty for the home page. `title` and `description`
    are plain text. `lead` stands between the title and the first section. `sources` are the files (relative to the
    root) that the page was made from. A page without `search` is not found by our search; one that is not `listed`
    not by search engines either.
    """

    address: str
    shell: str
    title: str
    description: str
    lead: Markup
    sections: tuple[PageSection, ...] = ()
    sources: tuple[str, ...] = ()
    search: SearchEntry | None = None
    listed: bool = True
