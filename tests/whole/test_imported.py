"""All shared records of the national database come into the sample office, which then checks and builds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from congkhai.cli.main import cli
from congkhai.intake.procedures.importer import import_procedures
from congkhai.publish.build import Request, build
from congkhai.source.load import load
from tests.intake.reading import PARSED, RAW, WORDING, shared
from tests.whole.conftest import DAY, ROOT
from tests.whole.html import broken_links


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with the 247 records brought in; what it had of them already stays as it was."""
    root = tmp_path_factory.mktemp("nhap") / "office"
    for folder in ("content", "plans", "site_config", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path, count in ((RAW, 40), (PARSED, 207)):
        done = import_procedures(shared(path), root, load(root).repository, WORDING, DAY)
        assert done.records == count
        assert not done.aside
        assert not done.broken
        for name, data in done.files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
    return root


def test_what_was_written_has_no_error(office: Path) -> None:
    done = CliRunner().invoke(cli, ["--root", str(office), "check", "--date", DAY.isoformat()], catch_exceptions=False)
    assert done.exit_code == 0, done.output[-2000:]


def test_records_of_the_office_itself_stay(office: Path) -> None:
    for path in (ROOT / "content/procedures").rglob("*.yml"):
        assert (office / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


def test_the_site_has_a_page_for_each(office: Path) -> None:
    folder = office.parent / "site"
    result = build(Request(office, folder, office.parent / "state", DAY, with_notices=False, with_search=False))
    assert result.committed is not None, result.findings
    wanted = {
        source.id: source.record.name for source in load(office).repository.all("procedure") if not source.key.office
    }
    assert len(wanted) > 247
    for code, name in wanted.items():
        page = (folder / "thu-tuc" / code / "index.html").read_text("utf-8")
        assert name.split("(")[0].split('"')[0].split("&")[0].strip()[:40] in page, code
        data = json.loads((folder / "api/v1/procedure" / f"{code}.json").read_text("utf-8"))
        assert "import_notes" not in json.dumps(data)
    assert [link for link in broken_links(folder) if link.startswith(("thu-tuc/", "van-ban/", "linh-vuc/"))] == []
