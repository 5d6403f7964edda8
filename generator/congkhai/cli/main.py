"""The command group, and the one place where an error of ours meets a user."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click

from congkhai import __version__
from congkhai.catalogue import LANGUAGES
from congkhai.cli import check, explain
from congkhai.cli.settings import Settings

EXIT_FINDINGS, EXIT_USAGE, EXIT_OURS = 1, 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="congkhai")
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Thư mục kho dữ liệu.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="vi", show_default=True, help="Ngôn ngữ thông báo.")
@click.option("--debug", is_flag=True, help="Hiện chi tiết khi chương trình gặp lỗi.")
@click.pass_context
def cli(context: click.Context, root: Path | None, lang: str, debug: bool) -> None:
    """Công khai: dữ liệu YAML thành trang thông tin và bản niêm yết."""
    context.obj = Settings(root, lang, debug)


#: Every command, in the order of `congkhai --help`.
COMMANDS = (check.command, explain.command)
for command in COMMANDS:
    cli.add_command(command)


def run() -> None:
    """Entry point: no traceback reaches a user unless --debug asks for it."""
    debug = "--debug" in sys.argv
    try:
        cli.main(standalone_mode=True)
    except Exception as error:  # the last door: whatever is ours ends in one line
        if debug:
            traceback.print_exc()
        click.echo(f"congkhai: lỗi của chương trình ({type(error).__name__}: {error}); chạy lại với --debug để xem chi tiết", err=True)
        sys.exit(EXIT_OURS)
