"""Click's own words (usage, headings, what is wrong with an option) in the language of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, Any

import click

from congkhai.catalogue import labels

_PLACE = re.compile(r"\{(\w+)(?:!r)?\}")


def translated(text: str, language: str) -> str:
    """A sentence of Click in a language; what the catalogue does not know stays as it is."""
    for pattern, told in _sentences(language):
        found = pattern.fullmatch(text)
        if found:
            return told.format(**{name: translated(said, language) for name, said in found.groupdict().items()})
    return text


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    known = labels("click") if language == "vi" else {}
    return tuple((_pattern(said), told) for said, told in known.items())


def _pattern(said: str) -> re.Pattern[str]:
    """What matches a sentence of Click with its places filled."""
    parts = _PLACE.split(said)
    written = (f"(?P<{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(written), re.DOTALL)


def language_of(context: click.Context | None) -> str:
    """The language asked for with --lang; Vietnamese before it is known."""
    return (context.find_root().params.get("lang") if context else None) or "vi"


class Formatter(click.HelpFormatter):
    """Help as Click lays it out, with its words translated."""

    language = "vi"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is typed."""
        said = translated(prefix or "Usage:", self.language).rstrip()
        words = (translated(word, self.language) for word in args.split(" "))
        super().write_usage(prog, " ".join(words), f"{said} ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(translated(heading, self.language))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with their help."""
        told = [(self._option(name), self._help(text)) for name, text in rows]
        super().write_dl(told, col_max, col_spacing)

    def _option(self, name: str) -> str:
        words = name.split(" ", 1) if name.startswith("--") else [name]
        return " ".join(translated(word, self.language) for word in words)

    def _help(self, text: str) -> str:
        body, space, extra = text.partition("  [")
        return translated(body, self.language) + (f"  [{translated(extra[:-1], self.language)}]" if space else "")


class Context(click.Context):
    """A context whose help is written by our formatter."""

    def make_formatter(self) -> click.HelpFormatter:
        """Give a formatter in the language of the command line."""
        formatter = Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.language = language_of(self)
        return formatter


class Wrong(click.UsageError):
    """Wrong usage, told in the language of the command line."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is typed, where help is, and what was wrong."""
        language = language_of(self.ctx)
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=file, err=True)
            option = self.ctx.help_option_names[-1]
            hint = f"Try '{self.ctx.command_path} {option}' for help."
            click.echo(translated(hint, language) + "\n", file=file, err=True)
        click.echo(translated(f"Error: {self.message}", language), file=file, err=True)


def speaking(command: click.Command) -> click.Command:
    """The same command, with those below it, whose help is written by our formatter."""
    command.context_class = Context
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        speaking(below)
    return command


class Failed(click.ClickException):
    """Something that could not be done, told in the language of the command line."""

    def __init__(self, message: str, language: str) -> None:
        super().__init__(message)
        self.language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what could not be done."""
        click.echo(translated(f"Error: {self.message}", self.language), file=file, err=True)


@contextmanager
def errors_told(context: click.Context | None = None) -> Iterator[None]:
    """Whatever is said against a command line, or of its failure, is said in its language."""
    try:
        yield
    except (Wrong, Failed, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        raise Wrong(error.format_message(), error.ctx) from error
    except click.ClickException as error:
        raise Failed(error.format_message(), language_of(context)) from error
