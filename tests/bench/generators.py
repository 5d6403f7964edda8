"""The same records as projects of other site generators: no search, no printed notices.

Hugo makes what we make (see :mod:`tests.bench.hugo`). MkDocs and Zensical get one Markdown file a record with its
texts, without lists, data files and the names of what it refers to: less than we make.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench import hugo


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its name, what writes its project from an office that we have built, and the command that builds it.

    `site` is the folder in which it leaves the site.
    """

    name: str
    write: Callable[[Path, Path], None]
    command: tuple[str, ...]
    site: str = "site"


_MKDOCS = """site_name: Công khai
site_url: https://example.com/
theme: {name: material, language: vi}
plugins: []
markdown_extensions: [tables, attr_list]
nav: [index.md]
validation: {omitted_files: ignore}
"""


def _markdown(office: Path, project: Path) -> None:
    _put(project / "mkdocs.yml", _MKDOCS)
    links: list[str] = []
    for path in sorted((office / "content/procedures").rglob("*.yml")):
        record = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
        links.append(f"- [{record['name']}](thu-tuc/{path.stem}.md)")
        _put(project / f"docs/thu-tuc/{path.stem}.md", _page(record))
    _put(project / "docs/index.md", "# Thủ tục\n\n" + "\n".join(links) + "\n")


def _page(record: Mapping[str, Any]) -> str:
    lines = ["---", f"description: {record['summary']}", "hide: [navigation]", "---", "", f"# {record['name']}", ""]
    lines += [record["summary"], "", f"Mã: {record['code']}. Lĩnh vực: {record['field']}.", "", "## Giấy tờ", ""]
    for case in record["cases"]:
        lines += [f"### {case['name']}", "", "| Giấy tờ | Bản chính | Ghi chú |", "|---|---|---|"]
        lines += [f"| {p['name']} | {p['originals']} | {p['note']} |" for p in case["papers"]] + [""]
    lines += ["## Thời hạn, phí", "", "| Cách nộp | Thời hạn | Phí |", "|---|---|---|"]
    for channel in record["channels"]:
        fees = ", ".join(f"{fee['name']}: {fee['amount']} đồng" for fee in channel["fees"])
        lines.append(f"| {channel['kind']} | {channel['time_limit']} | {fees} |")
    lines += ["", "## Các bước", "", *(f"{n}. {step}" for n, step in enumerate(record["steps"], 1))]
    lines += ["", "## Kết quả", "", *(f"- {result}" for result in record["result"])]
    lines += ["", "## Điều kiện", "", record["conditions"], "", "## Cơ quan", ""]
    lines += [*(f"- {agency}" for agency in record["executing"]), "", record["deciding"], "", "## Căn cứ", ""]
    lines += [f"- {basis['act']}, {basis['article']}" for basis in record["basis"]]
    return "\n".join(lines) + "\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


HUGO = Peer("Hugo", hugo.write_project, ("hugo", "--quiet", "--destination", "site"))
MKDOCS = Peer("MkDocs + Material", _markdown, ("mkdocs", "build", "--quiet"))
ZENSICAL = Peer("Zensical", _markdown, ("zensical", "build", "--clean"))
