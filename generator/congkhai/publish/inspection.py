"""All findings on an office, with what rules may look at besides the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from congkhai.check.rule import Context
from congkhai.check.run import check
from congkhai.derive.holidays import public_holidays
from congkhai.model.finding import Finding
from congkhai.source.attachments import posted_digests, read_attachments
from congkhai.source.emblems import read_emblems
from congkhai.source.files import attached_files
from congkhai.source.ledger import Ledger, read_ledger
from congkhai.source.load import Loaded


def inspect(
    loaded: Loaded, root: Path, day: date, coming: frozenset[str] = frozenset(), ledger: Ledger | None = None
) -> list[Finding]:
    """All findings on what was read, as of a day.

    `coming` are attached files that are about to be written; `ledger` is that of the printed copies, when it has been
    read already.
    """
    sites = loaded.repository.all("site")
    years = range(day.year - 5, day.year + 3)
    context = Context(
        loaded.repository,
        day,
        attached_files(root) | coming,
        public_holidays(sites[0].record, years) if sites else {},
        read_attachments(root),
        posted_digests(root, loaded.repository),
        ledger or read_ledger(root),
        emblems=read_emblems(root),
    )
    return check(loaded, context)
