"""The command group, and the one place where an error of ours meets a user."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import click

from congkhai import __version__
from congkhai.catalogue import LANGUAGES
from congkhai.cli.settings import Settings
from congkhai.cli.spoken import Context, errors_told, speaking

EXIT_OURS = 3
#: After how many new objects the collector of circles looks for some: loading the program makes many, and none in vain.
_SELDOM = 100_000

#: Every command with its module, in the order of `congkhai --help`. A module is loaded when its command is asked for,
#: so that `check` need not wait for what only `build` uses. A module of a name that Python reserves ends in `_`.
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        name: f"congkhai.cli.{name.replace('-', '_')}{'_' if iskeyword(name) else ''}"
        for name in (
            "check",
            "build",
            "build-all",
            "serve",
            "notices",
            "merge-notices",
            "post",
            "extend",
            "interrupt",
            "withdraw",
            "take-down",
            "boards",
            "ledger",
            "headers",
            "status",
            "impact",
            "import",
            "template",
            "parse-deadline",
            "explain",
            "init",
            "reference",
        )
    }
)


class Commands(click.Group):
    """A group that loads its commands when they are needed, and speaks the language asked for."""

    context_class = Context

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options of the group. Raises click.UsageError in the language of the command line."""
        with errors_told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named. Raises click.ClickException in the language of the command line."""
        with errors_told(ctx):
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return speaking(command)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="congkhai")
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Thư mục kho dữ liệu.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default="vi", show_default=True, is_eager=True, help="Ngôn ngữ thông báo."
)
@click.option("--debug", is_flag=True, help="Hiện chi tiết khi chương trình gặp lỗi.")
@click.pass_context
def cli(context: click.Context, root: Path | None, lang: str, debug: bool) -> None:
    """Công khai: dữ liệu YAML thành trang thông tin và bản niêm yết."""
    context.obj = Settings(root, lang, debug)


def program() -> NoReturn:
    """The command as the system starts it: a process of its own, which ends with it."""
    gc.set_threshold(_SELDOM)
    try:
        run()
    except SystemExit as ended:
        _leave(ended.code)


def run() -> NoReturn:
    """Do what the command line asks for: no traceback reaches a user unless --debug asks for it. Raises SystemExit."""
    try:
        cli.main()
    except Exception as error:  # the last door: whatever is ours ends in one line
        if "--debug" in sys.argv:
            traceback.print_exc()
        told = f"congkhai: lỗi của chương trình ({type(error).__name__}: {error}); chạy lại với --debug để xem chi tiết"
        click.echo(" ".join(told.split()), err=True)
    sys.exit(EXIT_OURS)


def _leave(status: str | int | None) -> NoReturn:
    """End without taking apart, object by object, what the system takes back at once."""
    if not isinstance(status, int | None):
        sys.exit(status)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads what was said; the interpreter knows what to tell of it
        sys.exit(status)
    os._exit(status or 0)
