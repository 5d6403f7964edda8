"""What lists of all records ask each of them for, derived in one visit to each."""

from __future__ import annotations

from congkhai.derive.backlinks import named
from congkhai.derive.duties.proofs.collections import applied
from congkhai.derive.news.records import entry_of, told_of
from congkhai.derive.office import Office
from congkhai.derive.publication import files_of
from congkhai.derive.roster import hands_of
from congkhai.render.site.makers.home import names_in_force
from congkhai.render.site.makers.procedure_line import membership, procedure_row
from congkhai.source.repository import Source


def derive_early(office: Office, source: Source) -> None:
    """Derive the facts of one record that lists of many ask for.

    Of a hundred thousand records few can be held at once: each list that walked over all of them would fetch all of
    them again.
    """
    named(office, source)
    files_of(office, source)
    if told_of(source):
        entry_of(office, source)
    if source.key.kind == "procedure":
        for derive in (membership, procedure_row, hands_of, names_in_force, applied):
            derive(office, source)
