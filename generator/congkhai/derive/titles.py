"""What a posting may be called where everybody can read it."""

from __future__ import annotations

from congkhai.derive.address import heading
from congkhai.derive.boards import Hanging
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.source.repository import Source


def item_title(hanging: Hanging, office: Office) -> str | None:
    """The heading of what is posted; None for an item that the open web may not name on the day."""
    return title_of(hanging.item, office) if hanging.item else str(hanging.posting.record.item.id)


def title_of(item: Source, office: Office) -> str | None:
    """The heading of a record; None for a disclosure that the open web may not name on the day."""
    if item.key.kind == "disclosure" and not has_page(item, office.day):
        return None
    return heading(item)
