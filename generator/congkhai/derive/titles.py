"""What a posting may be called where everybody can read it."""

from __future__ import annotations

from congkhai.derive.address import heading
from congkhai.derive.boards import Hanging
from congkhai.derive.office import Office
from congkhai.derive.publication import has_page
from congkhai.model.disclosure import Disclosure


def item_title(hanging: Hanging, office: Office) -> str | None:
    """The heading of what is posted; None for an item that the open web may not name on the day."""
    if hanging.item is None:
        return str(hanging.posting.record.item.id)
    if isinstance(hanging.item.record, Disclosure) and not has_page(hanging.item, office.day):
        return None
    return heading(hanging.item)
