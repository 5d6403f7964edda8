"""The keeper's round as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.derive.round import BoardRound, Errand
from congkhai.render.round_words import title_text


def document(office: Office, rounds: Iterable[BoardRound]) -> dict[str, object]:
    """The boards in their order with their errands; days as `2026-11-22`, addresses relative to the site."""
    return {
        "date": office.day.isoformat(),
        "boards": [
            {
                "id": one.board.id,
                "name": one.board.record.name,
                "address": one.board.record.address,
                "page": address(one.board),
                "errands": [_errand(office, errand) for errand in one.errands],
            }
            for one in rounds
        ],
    }


def _errand(office: Office, errand: Errand) -> dict[str, object]:
    item, hanging = errand.item, errand.hanging
    return {
        "chore": errand.chore.value,
        "day": errand.day.isoformat() if errand.day else None,
        "posting": hanging.posting.id if hanging else None,
        "item": {"kind": item.key.kind, "id": item.id} if item else None,
        "title": title_text(errand, office),
        "version": errand.old or (hanging.posting.record.version if hanging else None),
        "replaced_by": {"version": errand.now.code, "series": errand.now.series} if errand.now else None,
        "duty": errand.duty.id if errand.duty else None,
    }
