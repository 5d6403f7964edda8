"""The office of the benchmark as a project of Hugo that makes of its records what our build makes of them.

Every page bears our own chrome, byte for byte but for the addresses, taken from a page that we have built; what a
procedure's page says is the same word for word, with names where the record has ids, and `same_words` proves it; only
the short answers at the top of a phone's screen, which repeat what follows, are left to ours. Each record has its JSON
file; there are lists by field, by audience and field, and by legal act, with the same facts on each line; a sitemap and
feeds. Hugo checks nothing, and has no history, calendars, duties or codes to derive.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

_PROJECT = Path(__file__).with_name("hugo-project")
#: The folders of records, by the name under which the templates know them.
_DATA: Mapping[str, str] = {
    "procedures": "procedures",
    "officials": "officials",
    "units": "units",
    "fees": "fees",
    "fields": "fields",
    "services": "services",
    "legal-acts": "acts",
}
_ARTICLE = re.compile(r'<h1 id="noi-dung">.*?(?=</article>)', re.DOTALL)
_SHORT_ANSWERS = re.compile(r'<dl class="ck-glance">.*?</dl>', re.DOTALL)
_HEADER_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_LINK_WITHIN = re.compile(r'<a [^>]*href="#[^>]*>(.*?)</a>', re.DOTALL)
_CONTENTS = re.compile(r'<nav class="md-nav md-nav--secondary".*?</nav>', re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
_ADDRESS = re.compile(r'<link rel="canonical" href="([^"]*)">')


def write_project(office: Path, project: Path) -> None:
    """Write the project of an office whose site we have built."""
    shutil.copytree(_PROJECT, project)
    for folder, name in _DATA.items():
        for path in (office / "content" / folder).rglob("*.yml"):
            below = path.relative_to(office / "content" / folder) if name == "procedures" else path.name
            target = project / "data" / name / below
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    shutil.copy(office / "site_config/site.yml", project / "data/site.yml")
    built = next((office / "site/thu-tuc").glob("*/index.html")).read_text("utf-8")
    (project / "layouts/baseof.html").write_text(_chrome(built), "utf-8")


def article(page: str) -> str:
    """What one of our pages says, without chrome, links within the page, and what Hugo's page leaves out too."""
    found = _ARTICLE.search(_SHORT_ANSWERS.sub("", page))
    return _LINK_WITHIN.sub(r"\1", _HEADER_LINK.sub("", found[0])) if found else ""


def same_words(ours: str, theirs: str) -> bool:
    """Say whether two pages of one record say the same."""
    return _words(ours) == _words(theirs)


def _chrome(page: str) -> str:
    """The layout around every page: the chrome of one of ours with Hugo's placeholders."""
    found = [pattern.search(page) for pattern in (_TITLE, _DESCRIPTION, _ADDRESS)]
    title, description, address = (match[1] for match in found if match)
    page = _ARTICLE.sub('{{ block "main" . }}{{ end }}', page)
    page = _CONTENTS.sub('{{ block "contents" . }}{{ end }}', page)
    page = page.replace(description, '{{ block "description" . }}{{ .Title }}{{ end }}', 1)
    page = page.replace(description, '{{ template "description" . }}')
    page = page.replace(title, "{{ .Title }}").replace(address, "{{ .Permalink }}")
    return page.replace("../../", "/").replace('"../.."', '"/"').replace('"../"', '"/thu-tuc/"')


def _words(page: str) -> list[str]:
    return html.unescape(re.sub(r"<[^>]+>", " ", article(page))).split()
