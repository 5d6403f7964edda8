"""Where a record and its data are published, and what it is called."""

from __future__ import annotations

from congkhai.source.address import address
from congkhai.source.repository import Source

__all__ = ["address", "data_address", "heading"]


def data_address(source: Source) -> str:
    """Where a record lies in the JSON mirror, such as `api/v1/procedure/1.001193.json`."""
    office = f"offices/{source.key.office}/" if source.key.office else ""
    return f"api/v1/{office}{source.key.kind}/{source.id}.json"


def heading(source: Source) -> str:
    """What a record is called."""
    return source.heading
