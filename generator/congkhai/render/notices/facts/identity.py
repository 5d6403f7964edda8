"""Who publishes, and the people whom a notice names."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.model.official import Official
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class Identity:
    """The office at the head of every notice. `sample` marks data that is only an example."""

    name: str
    province: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """An official by name and title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Person:
    """An official as the law makes him or her public: name, title, office phone."""

    name: str
    title: str
    phone: str


def office_unit(office: Office, at: str) -> Source:
    """The unit that publishes: of the office `at`, or of the site when that is empty."""
    return office.get("unit", at or office.site.office, at)


def identity(office: Office, at: str = "") -> Identity:
    """The head of a notice of the office `at`."""
    return Identity(office_unit(office, at).record.name, office.site.province, office.site.sample)


def hotline(office: Office, at: str = "") -> str:
    """The number to call about a notice of the office `at`: its own, or the site's."""
    return (office_unit(office, at).record.phone if at else None) or office.site.hotline


def person(source: Source, phone: str = "") -> Person:
    """An official; `phone` stands in where the record has none."""
    official: Official = source.record
    return Person(official.name, official.title, official.phone or phone)


def holder(source: Source) -> Holder:
    """An official without a phone."""
    official: Official = source.record
    return Holder(official.name, official.title)
