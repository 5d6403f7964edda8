"""The ledger of printed copies: what was recorded stays as it was, and nothing of it goes missing."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.check.rule import Context
from congkhai.model.copy import by_series
from congkhai.model.finding import Finding, Mark, Severity
from congkhai.source.ledger_entry import entry_path


class LedgerRule:
    """The rule of all codes BI1xx."""

    def run(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for each damaged entry, and for each that another one follows and that is not there."""
        for fault in context.ledger.faults:
            yield _found("BI102" if fault.readable else "BI101", fault.path)
        broken = {fault.path.rpartition("/")[0] for fault in context.ledger.faults}
        for versions in by_series(context.ledger.copies).values():
            codes = {copy.code for copy in versions}
            for copy in versions:
                path = entry_path(copy)
                if copy.after and copy.after not in codes and path.rpartition("/")[0] not in broken:
                    yield _found("BI103", path, missing=copy.after)


def _found(code: str, path: str, **params: object) -> Finding:
    return Finding(code, Severity.ERROR, path, Mark.start_of_file(), params=params)


RULES = (LedgerRule(),)
