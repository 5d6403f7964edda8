"""Findings for other programs: JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote

from congkhai import __version__
from congkhai.catalogue import message
from congkhai.model.finding import Finding, Severity
from congkhai.report.text import sentence

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_json(findings: Iterable[Finding], language: str) -> str:
    """A list of objects with code, severity, path, line, column, end, field, message, hint and fix."""
    rows = []
    for finding in findings:
        text, hint = sentence(finding, language)
        mark = finding.mark
        rows.append(
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "path": finding.path,
                "line": mark.line,
                "column": mark.column,
                "end_line": mark.end_line,
                "end_column": mark.end_column,
                "field": finding.field,
                "message": text,
                "hint": hint,
                "fix": finding.fix,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding], language: str) -> str:
    """Workflow commands that GitHub draws on the lines of a pull request."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_property(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    lines = []
    for finding in findings:
        text, hint = sentence(finding, language)
        place = f"file={escape_property(finding.path)},line={finding.mark.line},col={finding.mark.column}"
        body = escape(f"{text} – {hint}" if hint else text)
        lines.append(f"::{_GITHUB[finding.severity]} {place},title={finding.code}::{body}")
    return "\n".join(lines)


def as_sarif(findings: Iterable[Finding], language: str) -> str:
    """A SARIF log with one run."""
    found = list(findings)
    rules = [
        {
            "id": code,
            "shortDescription": {"text": message(code, language).title},
            "fullDescription": {"text": message(code, language).explain},
        }
        for code in sorted({finding.code for finding in found})
    ]
    results = []
    for finding in found:
        text, hint = sentence(finding, language)
        mark = finding.mark
        region = {
            "startLine": mark.line,
            "startColumn": mark.column,
            "endLine": mark.end_line,
            "endColumn": mark.end_column,
        }
        results.append(
            {
                "ruleId": finding.code,
                "level": _SARIF[finding.severity],
                "message": {"text": f"{text}. {hint}" if hint else text},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": quote(finding.path)}, "region": region}}
                ],
            }
        )
    driver = {"name": "congkhai", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


#: The reports that `check --format` offers besides the text for people.
FORMATS: Mapping[str, Callable[[Iterable[Finding], str], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
