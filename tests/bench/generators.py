"""The same records as projects of other site generators: the same texts, no search, no printed notices."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its name, what writes its project from the folder of procedures, and the command that builds it.

    `site` is the folder in which it leaves the site.
    """

    name: str
    write: Callable[[Path, Path], None]
    command: tuple[str, ...]
    site: str = "site"


_HUGO_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Params.record.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a><nav><ul>
{{ range $slug, $title := site.Params.sections }}<li><a href="/{{ $slug }}/">{{ $title }}</a></li>
{{ end }}</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Params.address }}</p><p>{{ site.Params.hotline }}</p></footer>
</body>
</html>
"""
_HUGO_SINGLE = """{{ define "main" }}{{ with .Params.record }}
<h1>{{ .name }}</h1>
<p>{{ .summary }}</p>
<dl><dt>Mã</dt><dd>{{ .code }}</dd><dt>Lĩnh vực</dt><dd><a href="/linh-vuc/{{ .field }}/">{{ .field }}</a></dd></dl>
<h2 id="giay-to">Giấy tờ</h2>
{{ range .cases }}<h3>{{ .name }}</h3>
<table><thead><tr><th>Giấy tờ</th><th>Bản chính</th><th>Ghi chú</th></tr></thead><tbody>
{{ range .papers }}<tr><td>{{ .name }}</td><td>{{ .originals }}</td><td>{{ .note }}</td></tr>
{{ end }}</tbody></table>{{ end }}
<h2 id="thoi-han-phi">Thời hạn, phí</h2>
<table><thead><tr><th>Cách nộp</th><th>Thời hạn</th><th>Phí</th></tr></thead><tbody>
{{ range .channels }}<tr><td>{{ .kind }}</td><td>{{ .time_limit }}</td>
<td>{{ range .fees }}{{ .name }}: {{ .amount }} đồng{{ end }}</td></tr>
{{ end }}</tbody></table>
<h2 id="cac-buoc">Các bước</h2>
<ol>{{ range .steps }}<li>{{ . }}</li>{{ end }}</ol>
<h2 id="ket-qua">Kết quả</h2>
<ul>{{ range .result }}<li>{{ . }}</li>{{ end }}</ul>
<h2 id="dieu-kien">Điều kiện</h2>
<p>{{ .conditions }}</p>
<h2 id="co-quan">Cơ quan</h2>
<ul>{{ range .executing }}<li>{{ . }}</li>{{ end }}</ul><p>{{ .deciding }}</p>
<h2 id="can-cu">Căn cứ</h2>
<ul>{{ range .basis }}<li>{{ .act }}, {{ .article }}</li>{{ end }}</ul>
{{ end }}{{ end }}
"""
_HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ with .Params.record }}{{ .code }} {{ .summary }}{{ end }}</li>
{{ end }}</ul>{{ end }}
"""
_HUGO_ADAPTER = """{{ range $field, $records := site.Data.procedures }}{{ range $id, $record := $records }}
{{ $.AddPage (dict "kind" "page" "path" (replace $id "." "-") "title" $record.name "linh-vuc" (slice $field)
  "params" (dict "record" $record "linh-vuc" (slice $field))) }}
{{ end }}{{ end }}
"""
_HUGO_CONFIG = """
baseURL = "https://example.com/"
title = "Công khai"
languageCode = "vi"
disableKinds = ["RSS"]
[taxonomies]
field = "linh-vuc"
[params]
address = "Số 1 đường Một"
hotline = "0296 3 123 456"
[params.sections]
thu-tuc = "Thủ tục"
linh-vuc = "Lĩnh vực"
le-phi = "Phí, lệ phí"
van-ban = "Văn bản"
can-bo = "Cán bộ"
co-quan = "Cơ quan"
"""
_MKDOCS = """site_name: Công khai
site_url: https://example.com/
theme: {name: material, language: vi}
plugins: []
markdown_extensions: [tables, attr_list]
nav: [index.md]
validation: {omitted_files: ignore}
"""


def _hugo(procedures: Path, project: Path) -> None:
    shutil.copytree(procedures, project / "data/procedures")
    for path, text in {
        "hugo.toml": _HUGO_CONFIG,
        "content/thu-tuc/_content.gotmpl": _HUGO_ADAPTER,
        "content/thu-tuc/_index.md": "---\ntitle: Thủ tục\n---\n",
        "layouts/baseof.html": _HUGO_PAGE,
        "layouts/single.html": _HUGO_SINGLE,
        "layouts/page.html": _HUGO_SINGLE,
        "layouts/list.html": _HUGO_LIST,
        "layouts/home.html": _HUGO_LIST,
    }.items():
        _put(project / path, text)


def _markdown(procedures: Path, project: Path) -> None:
    _put(project / "mkdocs.yml", _MKDOCS)
    links: list[str] = []
    for path in sorted(procedures.rglob("*.yml")):
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


HUGO = Peer("Hugo", _hugo, ("hugo", "--quiet", "--destination", "site"))
MKDOCS = Peer("MkDocs + Material", _markdown, ("mkdocs", "build", "--quiet"))
ZENSICAL = Peer("Zensical", _markdown, ("zensical", "build", "--clean"))
