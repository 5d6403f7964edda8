"""Whether a record that was put together can be published: the door and the rules decide, as for any file."""

from __future__ import annotations

from datetime import date
from typing import Any

from congkhai.check.registry import RULES
from congkhai.check.rule import Context, Rule
from congkhai.check.rules.references import missing_records
from congkhai.model.finding import Finding, Severity
from congkhai.model.kinds import KINDS
from congkhai.model.scalars import is_slug
from congkhai.source.bind import bind
from congkhai.source.reader import read
from congkhai.source.repository import Key, Repository, Source


def unfit(kind: str, id: str, path: str, text: str, day: date) -> tuple[list[Finding], Any]:  # noqa: A002, ANN401
    """Errors of the file that `text` would be, those of other records apart, and its record (None when it has none)."""
    data = text.encode()
    tree, findings = read(path, data)
    if tree is None:
        return findings, None
    bound = bind(KINDS[kind].record, tree, path)
    findings += bound.findings
    # References to records that are not there yet are the office's to mend; one that can name none is a fault here.
    findings += missing_records((ref for ref in bound.references if not is_slug(ref.id)), Repository({}, frozenset()))
    if bound.record is not None:
        source = Source(Key(kind, id), path, bound.record, tree, "")
        context = Context(Repository({source.key: source}, frozenset({source.key})), day)
        for rule in RULES:
            if isinstance(rule, Rule) and kind in rule.kinds:
                findings += rule.run(context)
    return [finding for finding in findings if finding.severity is Severity.ERROR], bound.record
