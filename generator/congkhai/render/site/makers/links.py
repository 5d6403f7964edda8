"""Addresses inside a page, and links to records and files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from congkhai.derive.address import address, heading
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the site: what it is called, and its address relative to the site."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """A page as a card: what it holds, and how much."""

    link: Link
    summary: str
    count: int


def base_of(at: str) -> str:
    """The way from a page back to the top of the site: `./` for the home page, `../../` for `thu-tuc/1.001193/`."""
    return "../" * at.count("/") or "./"


def link(source: Source) -> Link:
    """The link to a record's own page. Raises ValueError for a kind without pages."""
    return Link(heading(source), address(source))


def file_address(path: str) -> str:
    """Where an attached file of `content/files` is published, relative to the site."""
    return "tep/" + quote(path)


def file_links(paths: Iterable[str]) -> tuple[Link, ...]:
    """Attached files by their names."""
    return tuple(Link(path.rpartition("/")[2], file_address(path)) for path in paths)
