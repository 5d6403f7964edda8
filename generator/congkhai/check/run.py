"""Run every rule over every record."""

from __future__ import annotations

from functools import cache

from congkhai.check.registry import RULES
from congkhai.check.rule import AnyRule, Context, Rule
from congkhai.check.rules import law, personal, services, thesaurus
from congkhai.check.rules.references import missing_records
from congkhai.model.finding import Finding
from congkhai.source.load import Loaded
from congkhai.source.repository import Source


def check(loaded: Loaded, context: Context) -> list[Finding]:
    """All findings: those of reading, of references, and of every rule; in the order of the files."""
    findings = list(loaded.strays)
    for path in loaded.files:
        findings += of_file(loaded, path, context)
    for source in context.repository:
        findings += of_record(source, context)
    for rule in RULES:
        if not isinstance(rule, Rule):
            findings += rule.run(context)
    return sorted(findings, key=lambda finding: finding.sort_key)


def of_file(loaded: Loaded, path: str, context: Context) -> list[Finding]:
    """What reading a file found, and its references that lead nowhere."""
    body = loaded.read(path)
    return [*body.findings, *missing_records(body.references, context.repository)]


def of_record(source: Source, context: Context) -> list[Finding]:
    """What the rules for single records find in one."""
    found: list[Finding] = []
    for rule in _rules_for(source.key.kind):
        found += rule.of(source, context)
    return found


@cache
def _rules_for(kind: str) -> tuple[Rule, ...]:
    """The rules for single records that look at a kind."""
    return tuple(rule for rule in RULES if isinstance(rule, Rule) and (not rule.kinds or kind in rule.kinds))


def derive_early(source: Source, context: Context) -> None:
    """Derive the facts of one record that rules for all records ask for, so that this may be done elsewhere."""
    if not source.shipped:
        personal.hits(context, source)
    if source.key.kind in law.CITING:
        law.cited(context, source)
    if source.key.kind == "procedure":
        thesaurus.names_of(context, source)
        services.field_of(context, source)


def of_all(context: Context, rule: AnyRule) -> tuple[Finding, ...]:
    """What a rule for all records at once finds."""
    return tuple(rule.run(context))
