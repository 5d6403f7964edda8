"""A build that makes only what changed leaves the same bytes as one that makes everything."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bench.records import code, procedure
from tests.offices import TODAY, lay_out
from tests.requirements import program
from tests.site.full import RECORDS
from tests.site.records import office

from congkhai.model.finding import Severity
from congkhai.publish.build import build
from congkhai.publish.request import Request, Result
from congkhai.render.search import buckets
from congkhai.render.site.makers import audience, procedure_index

ROOT = Path(__file__).parents[2]
#: Files of the office that every record leans on are changed as well as single records.
_TEMPLATE = "site_config/templates/procedure/steps.html.j2"


def _office(root: Path) -> None:
    lay_out(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for number in range(6):
        _add(root, random.Random(number))


def _files(root: Path) -> list[Path]:
    return sorted(path for top in ("content", "plans", "site_config") for path in (root / top).rglob("*.yml"))


def _add(root: Path, draw: random.Random) -> None:
    number = draw.randrange(1000)
    field = sorted(path.stem for path in (root / "content/fields").glob("*.yml"))[0]
    path = root / f"content/procedures/{code(number)}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(procedure(number, field).replace("act: luat-97-2015-qh13", "act: luat-ho-tich"), "utf-8")


def _edit(root: Path, draw: random.Random) -> None:
    """A word more in a line of text."""
    path = draw.choice(_files(root))
    lines = path.read_text("utf-8").split("\n")
    places = [n for n, line in enumerate(lines) if line.partition(": ")[2].count(" ") > 1 and line[-1] not in "]\"'"]
    if places:
        lines[draw.choice(places)] += f" thêm {draw.randrange(9)}"
        path.write_text("\n".join(lines), "utf-8")


def _amount(root: Path, draw: random.Random) -> None:
    path = draw.choice(_files(root))
    lines = path.read_text("utf-8").split("\n")
    places = [n for n, line in enumerate(lines) if "amount: " in line]
    if places:
        place = draw.choice(places)
        lines[place] = lines[place].partition("amount: ")[0] + f"amount: {draw.randrange(90)}000"
        path.write_text("\n".join(lines), "utf-8")


def _delete(root: Path, draw: random.Random) -> None:
    draw.choice(_files(root)).unlink()


def _rename(root: Path, draw: random.Random) -> None:
    path = draw.choice(_files(root))
    path.rename(path.with_name(f"{path.stem}-{draw.randrange(9)}.yml"))


def _move(root: Path, draw: random.Random) -> None:
    """A file goes to a folder below its own: the record stays the same, its path does not."""
    found = [path for path in _files(root) if path.is_relative_to(root / "content")]
    path = draw.choice(found)
    (path.parent / "khac").mkdir(exist_ok=True)
    path.rename(path.parent / "khac" / path.name)


def _template(root: Path, draw: random.Random) -> None:
    path = root / _TEMPLATE
    if path.exists() and draw.random() < 0.5:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{draw.randrange(9)}</p>\n", "utf-8")


def _notice_template(root: Path, draw: random.Random) -> None:
    """The office's own sheet of a procedure, or again the one that ships."""
    path = root / "site_config/notices/procedure.typ"
    if path.exists() and draw.random() < 0.5:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        shipped = (ROOT / "generator/congkhai/render/notices/templates/procedure.typ").read_text("utf-8")
        path.write_text(f"{shipped}\n// {draw.randrange(9)}\n", "utf-8")


def _guide(root: Path, draw: random.Random) -> None:
    """A page of the office's own, which stands in the navigation of all pages."""
    path = root / f"docs/trang-{draw.randrange(2)}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# Trang {draw.randrange(9)}\n\nNội dung.\n", "utf-8")


def _setting(root: Path, draw: random.Random) -> None:
    path = root / "site_config/site.yml"
    if path.exists():
        lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("hotline:")]
        path.write_text("\n".join([f"hotline: 0296 3 123 {draw.randrange(100, 999)}", *lines]), "utf-8")


def _attach(root: Path, draw: random.Random) -> None:
    path = root / f"content/files/to-{draw.randrange(3)}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"a,b\n1,{draw.randrange(9)}\n", "utf-8")


def _touch(root: Path, draw: random.Random) -> None:
    draw.choice(_files(root)).touch()


OPERATIONS: tuple[Callable[[Path, random.Random], None], ...] = (
    _add, _edit, _edit, _edit, _amount, _amount, _delete, _rename, _move, _template, _notice_template, _guide,
    _setting, _attach, _touch,
)  # fmt: skip


def _build(root: Path, site: Path, state: Path) -> Result:
    return build(Request(root, site, state, TODAY, with_notices=True, with_search=True))


def _tree(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that keeps what other programs made, so that not every fresh build must ask them again."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module", autouse=True)
def of_many() -> Iterator[None]:
    """So few pages in a bucket of the index that an office of a few dozen has many, and so few procedures on a page
    that a list stands now on one page and now on several.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(buckets, "MOST", 12)
        for maker in (audience, procedure_index):
            patch.setattr(maker, "MOST", 8)
        yield


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 10_000)), min_size=3, max_size=7))
def test_whatever_changes_the_site_is_that_of_a_fresh_build(
    kept: Path,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[Callable[[Path, random.Random], None], int]],
) -> None:
    base = tmp_path_factory.mktemp("again")
    root, site, state = base / "office", base / "site", base / "state"
    _office(root)
    shutil.copytree(kept, state, dirs_exist_ok=True)
    assert _build(root, site, state).committed
    for number, (operation, seed) in enumerate(steps):
        shutil.copytree(root, base / "before")
        operation(root, random.Random(seed))
        again = _build(root, site, state)
        fresh_state = base / f"state-{number}"
        shutil.copytree(state, fresh_state, ignore=lambda _, names: [n for n in names if n.startswith("congkhai.db")])
        fresh = _build(root, base / f"site-{number}", fresh_state)
        assert again.findings == fresh.findings
        if any(finding.severity is Severity.ERROR for finding in fresh.findings):
            shutil.rmtree(root)
            (base / "before").rename(root)
        else:
            shutil.rmtree(base / "before")
            assert (again.pages, again.notices, again.records) == (fresh.pages, fresh.notices, fresh.records)
            assert _tree(site) == _tree(base / f"site-{number}")
    shutil.copytree(state, kept, dirs_exist_ok=True, ignore=lambda _, names: [n for n in names if "congkhai" in n])
    shutil.rmtree(base)


_DATED = ("content/rosters", "content/events")


def _commit(root: Path) -> None:
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=a", "-c", "user.email=a@a.vn")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", *command], cwd=root, check=True, env=quiet)


def test_deleted_files_are_remembered_as_by_a_fresh_build(kept: Path, tmp_path: Path) -> None:
    """Files with days go, come back and go again, committed or not: calendars cancel what is gone."""
    program("git", package="git")
    root, site, state = tmp_path / "office", tmp_path / "site", tmp_path / "state"
    office(root, {path: record for path, record in RECORDS.items() if path.startswith(_DATED)})
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(kept, state, dirs_exist_ok=True)
    _commit(root)
    roster, event = root / "content/rosters/truc.yml", root / "content/events/gap-dan.yml"
    data = roster.read_bytes()
    steps: tuple[Callable[[], object], ...] = (
        lambda: None,
        roster.unlink,
        lambda: _commit(root),
        lambda: roster.write_bytes(data),
        lambda: (_commit(root), event.unlink(), roster.unlink(), _commit(root)),
    )
    for number, step in enumerate(steps):
        step()
        request = Request(root, site, state, TODAY, with_notices=False, with_search=False)
        assert build(request).committed
        fresh_state = tmp_path / f"state-{number}"
        shutil.copytree(state, fresh_state, ignore=lambda _, names: [n for n in names if n.startswith("congkhai.db")])
        build(replace(request, site=tmp_path / f"site-{number}", state=fresh_state))
        assert _tree(site) == _tree(tmp_path / f"site-{number}")
        gone = b"STATUS:CANCELLED" in (site / "lich-truc/truc/lich.ics").read_bytes()
        assert gone == (number in {1, 2, 4})
