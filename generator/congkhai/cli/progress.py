"""A bar for long work, when somebody is watching."""

from __future__ import annotations

import sys
from types import TracebackType

import click

from congkhai.catalogue import phrase

_WIDTH = 30


class Bars:
    """One bar after the other on standard error; nothing when quiet or when the output is not a terminal."""

    def __init__(self, quiet: bool, language: str) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._language = language
        self._stage = ""
        self._percent = -1

    def __enter__(self) -> Bars:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown and self._stage:
            click.echo(err=True)

    def step(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a stage are through."""
        percent = done * 100 // total if total else 100
        if not self._shown or (stage == self._stage and percent == self._percent):
            return
        if self._stage and stage != self._stage:
            click.echo(err=True)
        self._stage, self._percent = stage, percent
        filled = "█" * (percent * _WIDTH // 100)
        name = phrase(f"stages.{stage}", self._language)
        click.echo(f"\r{name:<12} {filled:<{_WIDTH}} {percent:3d} % ({done}/{total})", err=True, nl=False)
