"""The same records as projects of other site generators: no search, no printed notices.

Hugo makes what we make (see :mod:`tests.bench.hugo`). MkDocs and Zensical get one Markdown file a procedure, which says
what our page says, and a list of all of them; no other lists, no data files: less than we make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
markdown_extensions: [tables, def_list, {toc: {permalink: "#"}}]
nav: [index.md]
validation: {omitted_files: ignore}
"""


#: Zensical indexes no page as long as the list of ten thousand.
_ALL = "---\nsearch: {exclude: true}\n---\n\n"


def _markdown(office: Path, project: Path) -> None:
    _put(project / "mkdocs.yml", _MKDOCS)
    links: list[str] = []
    for slug, title, text in _pages(office):
        links.append(f"- [{title}](thu-tuc/{slug}.md)")
        _put(project / f"docs/thu-tuc/{slug}.md", f"---\nhide: [navigation]\n---\n\n{text}")
    _put(project / "docs/index.md", f"{_ALL}# Thủ tục\n\n" + "\n".join(links) + "\n")


def _pages(office: Path) -> Iterator[tuple[str, str, str]]:
    """Slug, title and Markdown of each procedure's page, which says what ours says. Raises ImportError."""
    from markdownify import ATX, markdownify

    for path in sorted((office / "site/thu-tuc").glob("*/index.html")):
        if article := hugo.article(path.read_text("utf-8")):
            text = markdownify(article, heading_style=ATX)
            yield path.parent.name, text.partition("\n")[0].removeprefix("# "), text


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


HUGO = Peer("Hugo", hugo.write_project, ("hugo", "--quiet", "--destination", "site"))
MKDOCS = Peer("MkDocs + Material", _markdown, ("mkdocs", "build", "--quiet"))
ZENSICAL = Peer("Zensical", _markdown, ("zensical", "build", "--clean"))
