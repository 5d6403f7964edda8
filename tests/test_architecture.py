"""The walls of the house (DESIGN): in which direction imports run, and how large a room may grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import congkhai

PACKAGE = Path(congkhai.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
#: What each room may import from, besides itself. Left imports from right, never back; `catalogue` holds the texts
#: that people read and leans on nothing, like `pdf_merge`, which others may use without the rest; `intake` turns
#: foreign files into records and leaves all writing to `cli`.
RIGHT = ("publish", "render", "derive", "check", "source", "model")
MAY: dict[str, set[str]] = {
    "cli": {*RIGHT, "intake", "report", "catalogue"},
    **{room: set(RIGHT[n + 1 :]) for n, room in enumerate(RIGHT)},
    "intake": {"check", "source", "model"},
    "report": {"model", "catalogue"},
    "catalogue": set(),
    "pdf_merge": set(),
}
for room in ("render", "publish"):
    MAY[room] |= {"catalogue"}
for room in ("publish", "cli"):
    MAY[room] |= {"pdf_merge"}
#: Rooms that never open a file: they are given what they need.
WITHOUT_FILES = ("model", "check", "derive")
LONGEST = 400


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(path: Path) -> set[str]:
    """The dotted names of what a module imports, wherever in the module it does so."""
    package = ("congkhai", *path.relative_to(PACKAGE).with_suffix("").parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
    return found


def _rooms(path: Path) -> set[str]:
    names = [name.split(".") for name in _imports(path) if name.startswith("congkhai.")]
    known = {child.name for child in PACKAGE.iterdir() if child.is_dir()}
    return {name[1] for name in names if name[1] in known}


@pytest.mark.parametrize("path", [p for p in MODULES if _room(p) in MAY], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_in_one_direction(path: Path) -> None:
    room = _room(path)
    assert _rooms(path) - {room} <= MAY[room]


def test_every_room_is_known() -> None:
    rooms = {_room(path) for path in MODULES if _imports(path)} - {""}
    assert rooms <= set(MAY)


@pytest.mark.parametrize("room", WITHOUT_FILES)
def test_some_rooms_touch_neither_files_nor_the_clock(room: str) -> None:
    banned = {"os", "pathlib.Path", "subprocess", "shutil", "tempfile", "io", "time", "socket", "urllib.request"}
    for path in PACKAGE.joinpath(room).rglob("*.py"):
        assert not _imports(path) & banned, path
        calls = {ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)}
        assert not calls & {"open", "print", "date.today", "datetime.now", "datetime.date.today"}, path


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_are_explained_and_fit_a_few_screens(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= LONGEST
