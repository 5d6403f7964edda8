"""The keeper's round in words, for pages, paper and the terminal alike."""

from __future__ import annotations

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.derive.round import Chore, Errand
from congkhai.derive.titles import item_title, title_of
from congkhai.model.calendar import short_date
from congkhai.model.posting import Posting


def chore_text(chore: Chore, language: str = "vi") -> str:
    """`Gỡ xuống`."""
    return phrase(f"round.chores.{chore.value}", language)


def number_text(errand: Errand) -> str:
    """`45/2026`; empty for what is not in the register yet."""
    if errand.hanging is None:
        return ""
    posting: Posting = errand.hanging.posting.record
    return f"{posting.number}/{posting.year}"


def title_text(errand: Errand, office: Office, language: str = "vi") -> str:
    """What the paper is called; an item that may not be named is told as such."""
    if errand.hanging:
        title = item_title(errand.hanging, office)
    else:
        title = title_of(errand.item, office) if errand.item else None
    return title or phrase("round.unnamed", language)


def why_text(errand: Errand, language: str = "vi") -> str:
    """Why, and since when or by when."""
    day = short_date(errand.day) if errand.day else ""
    match errand.chore:
        case Chore.REPLACE:
            now = errand.now.code if errand.now else ""
            return phrase("round.replaced", language, old=errand.old, now=now, day=day)
        case Chore.TAKE_DOWN if errand.old:
            return phrase("round.gone", language, old=errand.old)
        case Chore.TAKE_DOWN:
            return phrase("round.full", language, day=day)
        case Chore.REHANG:
            return phrase("round.interrupted", language, day=day)
        case Chore.EXTEND if errand.hanging and errand.duty:
            return phrase("round.short", language, day=day, duty=errand.duty.record.title)
        case Chore.SOON:
            return phrase("round.until", language, day=day)
    duty = errand.duty.record.title if errand.duty else ""
    if duty:
        return phrase("round.wanted" if day else "round.wanted_now", language, duty=duty, day=day)
    return phrase("round.planned", language, day=day)
