"""Run every rule over every record."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.check.registry import RULES
from congkhai.check.rule import AnyRule, Context, Rule
from congkhai.check.rules.references import missing_records
from congkhai.model.finding import Finding
from congkhai.source.load import Loaded
from congkhai.source.repository import Source


def check(loaded: Loaded, context: Context, rules: Iterable[AnyRule] = RULES) -> list[Finding]:
    """All findings: those of reading, of references, and of every rule; in the order of the files."""
    rules = tuple(rules)
    findings = list(loaded.strays)
    for path in loaded.files:
        findings += of_file(loaded, path, context)
    for source in context.repository:
        findings += of_record(source, context, rules)
    for rule in rules:
        if not isinstance(rule, Rule):
            findings += rule.run(context)
    return sorted(findings, key=lambda finding: finding.sort_key)


def of_file(loaded: Loaded, path: str, context: Context) -> list[Finding]:
    """What reading a file found, and its references that lead nowhere."""
    body = loaded.read(path)
    return [*body.findings, *missing_records(body.references, context.repository)]


def of_record(source: Source, context: Context, rules: Iterable[AnyRule] = RULES) -> list[Finding]:
    """What the rules for single records find in one."""
    found: list[Finding] = []
    for rule in rules:
        if isinstance(rule, Rule) and (not rule.kinds or source.key.kind in rule.kinds):
            found += rule.of(source, context)
    return found


def of_all(context: Context, rule: AnyRule) -> tuple[Finding, ...]:
    """What a rule for all records at once finds."""
    return tuple(rule.run(context))
