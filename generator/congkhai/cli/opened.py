"""An office that has passed its check, for commands that only read, or that enter something."""

from __future__ import annotations

import sys
from datetime import date

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings
from congkhai.derive.office import Office
from congkhai.model.finding import Finding, Severity
from congkhai.publish.inspection import inspect
from congkhai.report.text import render
from congkhai.source.forms import Forms
from congkhai.source.load import Loaded, load


def open_office(settings: Settings, day: date) -> Office:
    """Read and check the office; on an error tell every finding and end with exit status 1."""
    loaded, _ = open_loaded(settings, day)
    return Office(loaded.repository, day, forms=Forms(settings.root))


def open_loaded(settings: Settings, day: date) -> tuple[Loaded, list[Finding]]:
    """What was read, with what the check found in it, no error among that; on an error as `open_office`."""
    root, language = settings.root, settings.language
    loaded = load(root)
    findings = inspect(loaded, root, day)
    if any(finding.severity is Severity.ERROR for finding in findings):
        for line in render(findings, root, language):
            click.echo(line, err=True)
        click.echo(phrase("cli.stopped", language), err=True)
        sys.exit(1)
    return loaded, findings
