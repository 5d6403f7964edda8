"""Officials as pages name them."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.derive.address import address
from congkhai.model.official import Official
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class PersonView:
    """Name and title of an official with the office's ways to reach them; `address` is their own page."""

    name: str
    title: str
    phone: str | None
    email: str | None
    address: str


def person(source: Source) -> PersonView:
    """An official as other records' pages show them."""
    official: Official = source.record
    return PersonView(official.name, official.title, official.phone, official.email, address(source))
