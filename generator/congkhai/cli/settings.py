"""What every command is told before it starts."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.model.calendar import parse_date
from congkhai.model.problem import ValueProblem
from congkhai.source.tracked import claim, is_own, tracked

#: Where kept results lie, below the root.
_STATE = ".congkhai"


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the group."""

    given_root: Path | None
    language: str
    debug: bool

    @property
    def root(self) -> Path:
        """The office's repository. Raises click.UsageError when no folder above holds `mkdocs.yml`."""
        return self.given_root.resolve() if self.given_root else find_root(Path.cwd())

    @property
    def state(self) -> Path:
        """Where kept results lie. Raises click.UsageError when git tracks them.

        They are trusted to be our own, code among them: from a pull request they could be anybody's. Where git cannot
        tell, those that were not begun in this very place are thrown away.
        """
        place, known = self.root / _STATE, tracked(self.root, _STATE)
        if known or (known is None and place.is_symlink()):
            raise click.UsageError(phrase("cli.state_tracked", self.language, folder=_STATE))
        with suppress(OSError):  # where nothing can be written nothing is kept
            if known is None and place.is_dir() and not is_own(place):
                shutil.rmtree(place)
            claim(place)
        return place


def find_root(start: Path) -> Path:
    """The nearest folder, upwards from `start`, that holds `mkdocs.yml`."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise click.UsageError("không thấy tệp mkdocs.yml ở đây hay thư mục cấp trên; dùng --root THƯ_MỤC")


class DateType(click.ParamType[date]):
    """`2026-11-22` or `22/11/2026`."""

    name = "YYYY-MM-DD"

    def convert(self, value: date | str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a date in either spelling; anything else is wrong usage."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except ValueProblem:
            self.fail(f"“{value}” không phải ngày; viết 2026-07-01", param, ctx)


def today() -> date:
    """The day in Vietnam, which has kept one offset all year since 1975: no table of time zones is needed."""
    return datetime.now(timezone(timedelta(hours=7))).date()


date_option = click.option(
    "--date", "day", type=DateType(), default=today, help="Ngày lấy làm mốc; mặc định là hôm nay (giờ Việt Nam)."
)
