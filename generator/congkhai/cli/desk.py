"""The desk at which staff enter what happens to postings: looked up, changed, checked, then written or only shown."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from congkhai.catalogue import phrase
from congkhai.cli.opened import open_loaded
from congkhai.cli.settings import DateType, Settings, today
from congkhai.derive.office import Office
from congkhai.intake.postings.lookup import Refused
from congkhai.intake.writer.amend import CannotAmend, amended
from congkhai.intake.writer.emit import to_yaml
from congkhai.model.copy import Copy
from congkhai.model.finding import Finding, Severity
from congkhai.model.kinds import KINDS
from congkhai.publish.inspection import inspect
from congkhai.publish.place import place_together
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.wall import Drawn, wall
from congkhai.report.text import sentence, shown
from congkhai.source.forms import Forms
from congkhai.source.ledger import read_ledger
from congkhai.source.ledger_entry import entry_bytes, entry_path
from congkhai.source.load import FILES, Loaded
from congkhai.source.one_file import ReadFile, typed
from congkhai.source.repository import Key, Repository, Source
from congkhai.source.stripped import stripped

_OPTIONS = (
    click.option("--office", "at", default="", help="Cơ quan có thư mục riêng trong content/offices."),
    click.option("--dry-run", is_flag=True, help="Chỉ hiện những dòng sẽ đổi, không ghi gì."),
    click.pass_obj,
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all entries have."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def day_option(name: str, variable: str, told: str) -> Callable[[Any], Any]:
    """An option for a day that is today unless it says otherwise."""
    return click.option(name, variable, type=DateType(), default=today, help=f"{told}; mặc định là hôm nay.")


@dataclass
class Desk:
    """An office on a day with the entries that are being made; nothing is written before `close`."""

    settings: Settings
    day: date
    at: str
    loaded: Loaded
    before: list[Finding]
    reads: dict[Key, ReadFile] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    copies: list[Copy] = field(default_factory=list)

    @property
    def repository(self) -> Repository:
        """All records, with the entries made so far."""
        sources = dict(self.loaded.repository.sources)
        sources |= {key: read.source for key, read in self.reads.items() if read.source}
        return Repository(sources, self.loaded.repository.names | self.reads.keys())

    @property
    def office(self) -> Office:
        """The office on the day of the entry, as it will be."""
        return Office(self.repository, self.day, forms=Forms(self.settings.root))

    def say(self, reason: str, **params: object) -> None:
        """Tell staff a sentence of the table `register`."""
        click.echo(shown(phrase(f"register.{reason}", self.settings.language, **params)))

    def add(self, key: Key, path: str, record: object) -> None:
        """Enter a new record."""
        self._take(key, path, "", to_yaml(record))

    def change(self, source: Source, record: object) -> None:
        """Enter a change of a record. Raises Refused for a file that cannot be changed line by line."""
        old = self.texts.get(source.path)
        text = old[1] if old else (self.settings.root / source.path).read_bytes().decode()
        try:
            new = amended(text, source.record, record)
        except CannotAmend as odd:
            raise Refused("cannot_amend", path=source.path, field=odd.field or "–") from None
        self._take(source.key, source.path, old[0] if old else text, new)
        read = self.reads[source.key].source
        if read is not None and read.record != record:
            raise Refused("cannot_amend", path=source.path, field="–")

    def attach(self, path: Path, name: str) -> str:
        """Take a scan or photo into the attached files, without what the camera wrote in it; its path there."""
        suffix = path.suffix.lower()
        data = stripped(path.read_bytes())
        place = f"bien-ban/{name}{suffix}"
        if (self.settings.root / FILES / place).exists():
            raise Refused("file_there", path=f"{FILES}/{place}")
        self.files[place] = data
        return place

    def record(self, notice: Notice) -> None:
        """Enter the version of a printed notice in the ledger of copies, unless it is there."""
        known = (*read_ledger(self.settings.root).copies, *self.copies)
        self.copies += wall(self.office, Drawn((notice,), ()), known).unrecorded()

    def close(self, *, dry_run: bool) -> None:
        """Check what comes of the entries; write them, or show their lines. Exits with 1 when an error comes of it."""
        new = self._after()
        for finding in new:
            told, cure = sentence(finding, self.settings.language)
            click.echo(shown(f"{finding.path}: {finding.code} {told}; {cure}"), err=True)
        if any(finding.severity is Severity.ERROR for finding in new):
            self.say("not_entered")
            sys.exit(1)
        for path, (old, text) in self.texts.items():
            if dry_run:
                self._show(path, old, text)
            else:
                self.say("entered" if not old else "changed", path=path)
        if dry_run:
            self.say("dry")
            return
        root = self.settings.root
        fresh = {root / FILES / path: data for path, data in self.files.items()}
        fresh |= {root / entry_path(copy): entry_bytes(copy) for copy in self.copies}
        fresh |= {root / path: text.encode() for path, (old, text) in self.texts.items() if not old}
        changed = {root / path: text.encode() for path, (old, text) in self.texts.items() if old}
        try:
            place_together(changed, fresh)
        except FileExistsError as taken:
            raise Refused("file_there", path=str(taken.filename2 or taken.filename)) from None

    def _take(self, key: Key, path: str, old: str, new: str) -> None:
        self.reads[key] = typed(path, new.encode(), KINDS[key.kind], key.office)
        self.keys[path] = key
        self.texts[path] = (old, new)

    def _after(self) -> list[Finding]:
        """What is found that was not found before."""
        known = {(f.code, f.path, f.field, str(f.params)) for f in self.before}
        changed = {path: self.reads[key] for path, key in self.keys.items()}
        loaded = self.loaded.with_files(self.repository, changed)
        ledger = read_ledger(self.settings.root)
        ledger = replace(ledger, copies=(*ledger.copies, *self.copies))
        found = inspect(loaded, self.settings.root, self.day, frozenset(self.files), ledger)
        return [f for f in found if (f.code, f.path, f.field, str(f.params)) not in known]

    def _show(self, path: str, old: str, new: str) -> None:
        rows = difflib.unified_diff(old.splitlines(), new.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1)
        for row in rows:
            click.echo(shown(row))


@contextmanager
def desk(settings: Settings, day: date, at: str) -> Iterator[Desk]:
    """Open the office for an entry. What is refused ends as wrong usage; an office with errors is not written to."""
    language = settings.language
    loaded, before = open_loaded(settings, day)
    if at and loaded.repository.find("unit", at, at) is None:
        raise click.UsageError(phrase("duties.no_office", language, value=at))
    try:
        yield Desk(settings, day, at, loaded, before)
    except Refused as refused:
        raise click.UsageError(shown(phrase(f"register.{refused.reason}", language, **refused.params))) from None
