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
