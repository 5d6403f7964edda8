"""Only notices whose printed facts changed are printed again; one that is refused stops no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.offices import TODAY
from tests.publish.many import lay_out_many

from congkhai.cli import main
from congkhai.derive.office import Office
from congkhai.publish.build import build
from congkhai.publish.papers import Printed, print_all
from congkhai.publish.request import Request
from congkhai.publish.store import Store
from congkhai.render.notices.facts import volumes
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.wall import draw
from congkhai.source.forms import Forms
from congkhai.source.load import load

SHEETS = ("in/thu-tuc/1.001193.pdf", "in/thu-tuc/1.001194.pdf")


@pytest.fixture
def two(office: Path) -> Path:
    """An office with two procedures in one field."""
    first = (office / "content/procedures/1.001193.yml").read_text("utf-8")
    second = first.replace("1.001193", "1.001194").replace("khai sinh", "khai tử")
    (office / "content/procedures/1.001194.yml").write_text(second, "utf-8")
    return office


class Counted:
    """Prints an office and says which notices had to be drawn."""

    def __init__(self, root: Path, store: Path) -> None:
        self.root = root
        self.store = Store(store)
        self.seen: set[tuple[str, bytes]] = set()

    def __call__(self) -> tuple[int, set[str], Printed]:
        repository = load(self.root).repository
        drawn = draw(Office(repository, TODAY, forms=Forms(self.root)))
        steps: list[int] = []
        printed = print_all(
            drawn, self.root / "site_config/notices", self.store, lambda done, total: steps.append(done)
        )
        now = {(output.path, output.data) for output in printed.outputs}
        changed = {path for path, _ in now - self.seen}
        self.seen = now
        return len(steps), changed, printed


@pytest.fixture
def counted(two: Path, tmp_path: Path) -> Counted:
    return Counted(two, tmp_path / "store")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_is_printed_twice(counted: Counted):
    count, changed, printed = counted()
    assert count == len(printed.outputs) == len(changed) > 4
    assert not printed.refusals
    assert counted()[:2] == (0, set())


def test_a_comment_and_a_fact_that_is_not_printed_print_nothing(counted: Counted, two: Path):
    counted()
    path = two / "content/procedures/1.001193.yml"
    _edit(path, "name: ", "# kiểm tra lại năm sau\nname: ")
    _edit(path, "steps:", "search_terms: [giấy khai sanh]\nsteps:")
    assert counted()[:2] == (0, set())


def test_a_printed_fact_prints_the_notices_that_show_it(counted: Counted, two: Path):
    counted()
    _edit(two / "content/procedures/1.001194.yml", "Nhận kết quả.", "Nhận kết quả tại nhà.")
    count, changed, _ = counted()
    assert "in/thu-tuc/1.001194.pdf" in changed
    assert "in/thu-tuc/1.001193.pdf" not in changed
    assert count == len(changed)
    assert {re.sub(r"-a\d", "", path) for path in changed} <= {
        "in/thu-tuc/1.001194.pdf", "in/thu-tuc/1.001194-the.pdf",
        "in/linh-vuc/ho-tich/so-tay.pdf", "in/thu-tuc/so-tay.pdf",
    }  # fmt: skip


def test_an_official_prints_the_notices_that_name_him(counted: Counted, two: Path):
    counted()
    name = re.search(r"^name: (.+)$", (two / "content/officials/can-bo.yml").read_text("utf-8"), re.M)
    assert name
    _edit(two / "content/officials/can-bo.yml", name[1], "Nguyễn Thị Khác")
    count, changed, _ = counted()
    assert count == len(changed)
    assert set(SHEETS) <= changed
    assert not any(path.startswith("in/le-phi") for path in changed)


def test_a_template_prints_all(counted: Counted, two: Path):
    total = counted()[0]
    own = two / "site_config/notices"
    (own / "lib").mkdir(parents=True)
    (own / "lib/base.typ").write_bytes(Templates.read().files["lib/base.typ"] + b"\n")
    assert counted()[0] == total


def test_one_that_is_refused_stops_no_other_and_the_status_tells(two: Path, tmp_path: Path):
    _edit(two / "content/services/ho-tich.yml", "complaints: chu-tich\n", "")
    out = tmp_path / "ra"
    words = ["--root", str(two), "notices", "--out", str(out), "--date", TODAY.isoformat()]
    done = CliRunner().invoke(main.cli, words)
    assert done.exit_code == 1, done.output
    assert "in/thu-tuc/1.001193.pdf: chưa có người giải quyết khiếu nại" in done.output
    assert not (out / "thu-tuc/1.001193.pdf").exists()
    assert list(out.rglob("*.pdf")), "the others are printed"


def test_of_many_papers_the_first_have_a_button_and_all_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The volumes of a large office do not push what a page is about down a telephone's screen."""
    monkeypatch.setattr(volumes, "MOST", 1)
    root = tmp_path / "office"
    lay_out_many(root, 5)
    build(Request(root, root / "site", tmp_path / "state", TODAY, with_search=False, alone=True))
    page = (root / "site/thu-tuc/index.html").read_text("utf-8")
    wanted = ["danh-muc.pdf", "so-tay.pdf", *(f"so-tay-{number}.pdf" for number in range(2, 7))]
    top, _, foot = page.partition('<footer class="ck-meta">')
    assert re.findall(r'class="ck-button" href="\.\./in/thu-tuc/([^"]+)"', top) == wanted[:2]
    assert re.findall(r'<li><a href="\.\./in/thu-tuc/([^"]+)"', top) == wanted[2:]
    assert f"Các bản in khác ({len(wanted) - 2})" in top
    assert re.findall(r'<li><a href="\.\./in/thu-tuc/([^"]+)"', foot) == wanted
