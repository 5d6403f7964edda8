"""Vietnamese phrases of deadlines and recurrences: what they say, and what they leave open."""

from congkhai.model.phrases.deadline import as_deadline
from congkhai.model.phrases.reader import read_deadline
from congkhai.model.phrases.reading import (
    Amount,
    Anchor,
    Bound,
    Kind,
    Reading,
    Reason,
    Relation,
    Times,
    Understood,
    Unit,
    Unread,
)
from congkhai.model.phrases.spoken import spoken

__all__ = [
    "Amount",
    "Anchor",
    "Bound",
    "Kind",
    "Reading",
    "Reason",
    "Relation",
    "Times",
    "Understood",
    "Unit",
    "Unread",
    "as_deadline",
    "read_deadline",
    "spoken",
]
