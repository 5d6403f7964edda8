"""Days on which something was done: pages tell them as past, so they have come."""

from __future__ import annotations

from collections.abc import Mapping

from congkhai.check.rule import Context, Rule, Violations
from congkhai.check.walk import parts
from congkhai.model.calendar import short_date
from congkhai.model.finding import Severity
from congkhai.model.plan import ProgressUpdate
from congkhai.model.spec import members
from congkhai.source.repository import Source

#: The days of a record that tell of something done. What may be planned ahead, such as a day of posting, is not here.
_DONE: Mapping[str, tuple[str, ...]] = {
    "legal_act": ("issued",),
    "plan": (),  # its updates; a plan that is signed too late is told by KH116
    "document": ("date",),
    "budget": ("published",),
    "disclosure": ("document_date",),
    "answer": ("received", "answered"),
}


def _yet_to_come(source: Source, context: Context) -> Violations:
    """A warning that ends by itself: who prepares a record some days ahead is not held up."""
    dated = [("", source.record, name) for name in _DONE[source.key.kind]]
    dated += [(f"{path}.", update, "date") for path, update in parts(source.record, ProgressUpdate)]
    for where, record, name in dated:
        day = getattr(record, name)
        if day and day > context.day:
            title = members(type(record))[name].spec.title
            yield f"{where}{name}", {"title": title, "day": short_date(day)}


RULES = (Rule("NG101", _yet_to_come, tuple(_DONE), Severity.WARNING),)
