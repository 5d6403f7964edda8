"""Where a record is published. Addresses are promises: they never change while the id does not."""

from __future__ import annotations

from congkhai.model.budget import Budget
from congkhai.source.repository import Source


def address(source: Source) -> str:
    """The address of a record's own page relative to the site, such as `thu-tuc/1.001193/`.

    Raises ValueError for a kind that has no page of its own.
    """
    slug = source.kind.slug
    if slug is None:
        raise ValueError(source.key.kind)
    prefix = f"{source.key.office}/" if source.key.office else ""
    if source.key.kind == "budget":
        budget: Budget = source.record
        return f"{prefix}{slug}/{budget.fiscal_year}/{source.id}/"
    return f"{prefix}{slug}/{source.id}/"


def data_address(source: Source) -> str:
    """Where a record lies in the JSON mirror, such as `api/v1/procedure/1.001193.json`."""
    office = f"offices/{source.key.office}/" if source.key.office else ""
    return f"api/v1/{office}{source.key.kind}/{source.id}.json"


def heading(source: Source) -> str:
    """What a record is called."""
    return source.heading
