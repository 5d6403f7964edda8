"""Offices that have a record for each name: a new one, and the sample."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from shutil import copy, copytree

import yaml
from click.testing import CliRunner

from congkhai.cli.main import cli
from tests.search.distractors import names

_FOLDER = Path(__file__).parent
_ROOT = _FOLDER.parents[2]
#: So many names that nobody asks for stand among those of the sample and the official ones.
_OTHERS = 190
NAMES = _FOLDER / "names.tsv"
QUESTIONS = _FOLDER / "questions.tsv"


def official_names() -> list[tuple[str, str, str]]:
    """Code, field and name of each procedure."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["code"], row["field"], row["name"]) for row in rows]


def write_office(folder: Path, more: Iterable[str] = ()) -> None:
    """Make the office in an empty folder; `more` are names of procedures that nobody asks for."""
    done = CliRunner().invoke(cli, ["init", str(folder)], catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(done.output)
    _write_names(folder, more)


def write_mixed(folder: Path) -> None:
    """Make the sample office in an empty folder, with the official names and some that nobody asks for: about 600."""
    for name in ("content", "plans", "site_config", "docs"):
        copytree(_ROOT / name, folder / name)
    copy(_ROOT / "mkdocs.yml", folder)
    _write_names(folder, names(_OTHERS))


def _write_names(folder: Path, more: Iterable[str]) -> None:
    rows = official_names()
    rows += [(f"8.{number:06}", "Lĩnh vực khác", name) for number, name in enumerate(more)]
    slugs = {field: f"linh-vuc-{number}" for number, field in enumerate(dict.fromkeys(field for _, field, _ in rows))}
    for field, slug in slugs.items():
        _write(folder / f"content/fields/{slug}.yml", {"name": field, "summary": f"Các việc về {field.lower()}."})
    for code, field, name in rows:
        _write(folder / f"content/procedures/{slugs[field]}/{code}.yml", _record(code, slugs[field], name))


def _record(code: str, field: str, name: str) -> dict[str, object]:
    return {
        "code": code,
        "name": name,
        "field": field,
        "levels": ["commune"],
        "audience": ["citizen"],
        "summary": "Nộp hồ sơ tại quầy tiếp nhận, nhận kết quả theo giấy hẹn.",
        "steps": ["Nộp hồ sơ tại quầy tiếp nhận.", "Nhận kết quả theo giấy hẹn."],
        "channels": [{"kind": "counter", "time_limit": "10 ngày làm việc"}],
        "cases": [{"papers": [{"name": "Đơn đề nghị theo mẫu", "originals": "1"}]}],
        "executing": ["Ủy ban nhân dân cấp xã"],
        "deciding": "Ủy ban nhân dân cấp xã",
        "result": ["Kết quả giải quyết thủ tục"],
        "basis": [{"act": "luat-60-2014-qh13", "article": "15"}],
    }


def _write(path: Path, record: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
