"""Run every rule over every record."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.check.registry import RULES
from congkhai.check.rule import Context, Rule
from congkhai.check.rules.references import missing_records
from congkhai.model.finding import Finding
from congkhai.source.load import Loaded


def check(loaded: Loaded, context: Context, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings: those of reading, of references, and of every rule; in the order of the files."""
    chosen = tuple(rules)
    findings = [*loaded.findings, *missing_records(loaded.references, context.repository)]
    findings += [
        finding
        for source in context.repository
        for rule in chosen
        if not rule.kinds or source.key.kind in rule.kinds
        for finding in rule.run(source, context)
    ]
    return sorted(findings, key=lambda finding: finding.sort_key)
