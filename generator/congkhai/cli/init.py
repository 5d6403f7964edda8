"""`congkhai init`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from congkhai.catalogue import phrase
from congkhai.cli.settings import Settings
from congkhai.publish.place import place
from congkhai.publish.tree import read_package


@click.command("init", short_help="Bắt đầu kho dữ liệu của một cơ quan.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def command(settings: Settings, folder: Path) -> None:
    """Tạo kho dữ liệu mới trong thư mục FOLDER, có sẵn một thủ tục làm mẫu và dựng được ngay."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(phrase("cli.not_empty", settings.language, folder=folder))
    for name, data in read_package(files("congkhai").joinpath("starter")).items():
        place(folder / name.replace("dot-", "."), data)
    click.echo(phrase("cli.started", settings.language, folder=folder))
