"""Run every rule over every record."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.check.registry import RULES
from congkhai.check.rule import AnyRule, Context
from congkhai.check.rules.references import missing_records
from congkhai.model.finding import Finding
from congkhai.source.load import Loaded


def check(loaded: Loaded, context: Context, rules: Iterable[AnyRule] = RULES) -> list[Finding]:
    """All findings: those of reading, of references, and of every rule; in the order of the files."""
    findings = [*loaded.findings, *missing_records(loaded.references, context.repository)]
    for rule in rules:
        findings += rule.run(context)
    return sorted(findings, key=lambda finding: finding.sort_key)
