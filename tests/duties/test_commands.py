"""`congkhai status` and `congkhai impact`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from congkhai.cli.main import cli
from tests.duties.small import PLACES, disclosure, posting
from tests.site.records import office

RECORDS: dict[str, Any] = {
    **PLACES,
    "content/disclosures/ke-hoach.yml": disclosure("11", "1"),
    "content/postings/2026-1.yml": posting(
        1, "disclosure", "ke-hoach", ["tru-so", "ap-1", "ap-2"], "2026-11-04", days="30"
    ),
    "content/postings/2026-2.yml": posting(2, "procedure", "1.001193", ["mot-cua"], "2026-11-04"),
    "content/legal-acts/luat-moi.yml": {
        "symbol": "03/2026/QH16", "kind": "law", "issuer": "Quốc hội", "title": "Luật Hộ tịch mới",
        "in_force": "2027-03-01", "replaces": ["luat-ho-tich"],
    },
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    office(tmp_path / "office", RECORDS)
    return tmp_path / "office"


def run(root: Path, *arguments: str, day: str = "2026-11-22") -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), *arguments, "--date", day])


def test_status_as_json(root: Path):
    done = run(root, "status", "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["date"] == "2026-11-22"
    assert len(told["duties"]) == 100 == sum(told["counts"].values())
    duties = {duty["id"]: duty for duty in told["duties"]}
    met = duties["dccs-11-1-ktxh"]
    assert (met["state"], met["verified"], met["due"], met["done"]) == ("met", True, "2026-11-09", "2026-11-04")
    assert [(one["kind"], one["id"]) for one in met["evidence"]] == [("disclosure", "ke-hoach"), ("posting", "2026-1")]
    assert duties["tctt-danhmuc"]["state"] == "late"
    assert duties["tctt-danhmuc"]["next"]
    assert duties["ns-tinh"]["reason"] == "other_body"
    assert duties["tcd-tansuat"]["verified"] is False
    assert set(told["counts"]) == {"met", "due_soon", "late", "not_due", "not_applicable", "unknown"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_status_for_people_and_time_alone_never_fails(root: Path, language: str):
    done = CliRunner().invoke(cli, ["--root", str(root), "--lang", language, "status", "--all", "--date", "2031-01-01"])
    assert done.exit_code == 0, done.output
    assert all(line.isprintable() for line in done.output.splitlines())
    assert "{" not in done.output
    assert done.output.count("tcd-lich: ") == 1


def test_status_stops_at_content_with_errors(root: Path):
    (root / "content/fields/ho-tich.yml").write_text("name: Hộ tịch\n")
    assert run(root, "status").exit_code == 1


@pytest.mark.parametrize("name", ["luat-ho-tich", "60/2014/QH13"])
def test_impact_as_json(root: Path, name: str):
    done = run(root, "impact", name, "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["act"]["id"] == "luat-ho-tich"
    assert told["act"]["ended"] is False
    assert [one["id"] for one in told["successors"]] == ["luat-moi"]
    records = {kind: [one["id"] for one in found] for kind, found in told["records"].items()}
    assert records["procedure"] == ["1.001193"]
    assert records["fee"] == ["le-phi-khai-sinh"]
    assert "hotich-nhancon" in records["duty"]
    assert "in/thu-tuc/1.001193.pdf" in {one["address"] for one in told["notices"]}
    assert [(one["id"], one["postings"]) for one in told["boards"]] == [
        ("mot-cua", [{"id": "2026-2", "record": "procedure/1.001193"}])
    ]


def test_impact_for_people_names_the_place_in_the_law(root: Path):
    done = run(root, "impact", "10/2022/QH15")
    assert "dccs-danhmuc-quy: Danh mục nội dung đã công khai trong quý [khoản 2 Điều 13]" in done.output
    assert "ke-hoach: Nội dung thử" in done.output


def test_impact_of_an_unknown_act_names_the_nearest(root: Path):
    done = run(root, "impact", "luat-ho-tic")
    assert done.exit_code == 2
    assert "luat-ho-tich" in done.output
