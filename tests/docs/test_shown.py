"""What README and the guides show is true: the commands are understood, the files are there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from congkhai.cli.main import COMMANDS, cli
from congkhai.render.site.shells import SHELLS

ROOT = Path(__file__).parents[2]
GUIDES = [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "huong-dan").glob("*.md")]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(GUIDES)]
#: A command line ends where the shell takes over.
_SHELL = {">", "|", "&&", "<"}
#: Pages that a build makes beside the written ones.
_MADE = {shell.markdown_path for shell in SHELLS.values()}
#: Folders whose files a text names, relative to the repository or to the package.
_TOPS = (ROOT, ROOT / "generator" / "congkhai")
_FOLDERS = ("docs/", "generator/", "tests/", *(f"{entry.name}/" for entry in _TOPS[1].iterdir() if entry.is_dir()))


def shown(page: Path) -> Iterator[list[str]]:
    """The arguments of each `congkhai` in a page's code, without what the shell reads."""
    text = page.read_text("utf-8")
    fences = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for fence in fences for line in fence.splitlines()] + re.findall(r"`(congkhai [^`]+)`", text)
    for line in lines:
        words = shlex.split(line, comments=True)
        places = [n for n, word in enumerate(words) if word == "congkhai" or word.endswith("/bin/congkhai")]
        if places and (n := places[0]) + 1 < len(words):
            end = next((k for k, word in enumerate(words) if k > n and word in _SHELL), len(words))
            yield words[n + 1 : end]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_shown_is_one_that_we_have(page: Path):
    for words in shown(page):
        context = click.Context(cli, info_name="congkhai")
        _, rest, _ = cli.make_parser(context).parse_args(list(words))
        assert rest, words
        name, *arguments = rest
        assert name in COMMANDS, (page.name, words)
        command = cli.get_command(context, name)
        assert command is not None
        command.make_parser(click.Context(command, info_name=name, parent=context)).parse_args(arguments)


def test_commands_are_shown_at_all():
    assert sum(1 for page in PAGES for _ in shown(page)) > 60


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_named_is_there(page: Path):
    text = page.read_text("utf-8")
    linked = [path for path in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if not path.startswith(("http", "../tra-cuu"))]
    assert [path for path in linked if not (page.parent / path).exists() and path not in _MADE] == []
    named = [path for path in re.findall(r"`([a-z_0-9./-]+/[a-z_0-9./-]*)`", text) if path.startswith(_FOLDERS)]
    assert [path for path in named if not any((top / path).exists() for top in _TOPS)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_target_of_make_is_in_the_makefile(page: Path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    wanted = re.findall(r"`make ([a-z-]+)", page.read_text("utf-8"))
    wanted += re.findall(r"^make (?:-C \S+ )?([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(wanted) <= targets
