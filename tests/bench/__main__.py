"""`python -m tests.bench [NAME...]`: run benchmarks, print their figures, and write them to a page of the guide.

Processor seconds and ratios are what counts: a machine that does other work as well stretches only the wall clock.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.bench import country, growth, notices, search, sites
from tests.bench.measure import Line

#: Every benchmark: its name, what the page calls it, and what measures.
BENCHMARKS: Mapping[str, tuple[str, Callable[[], Iterator[Line]]]] = {
    "many": ("In rất nhiều phiếu", notices.many),  # first: what the others leave in memory would be counted
    "notice": ("In một phiếu thủ tục", notices.per_notice),
    "booklet": ("In sổ tay 300 trang", notices.booklet),
    "site": ("Dựng cả trang, cạnh Hugo, MkDocs + Material và Zensical", sites.whole),
    "growth": ("Gấp mười lần bản ghi", growth.growth),
    "search": ("Tìm kiếm trên khoảng 600 thủ tục", search.searched),
    "country": ("Dựng cho cả nước: mỗi xã một kho dữ liệu", country.country),
}
PAGE = Path(__file__).parents[2] / "docs/do-luong.md"
_PACKAGES = ("typst", "weasyprint", "pypdf", "segno", "hugo", "mkdocs", "mkdocs-material", "zensical")


def main() -> int:
    """Run; the exit status is 1 when a bound is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*BENCHMARKS, []], help="mặc định: tất cả")
    parser.add_argument("--write", action="store_true", help=f"ghi kết quả vào {PAGE.name}")
    given = parser.parse_args()
    found: dict[str, list[Line]] = {}
    for name in given.names or BENCHMARKS:
        title, measure = BENCHMARKS[name]
        print(f"{name}: {title}", flush=True)
        found[name] = []
        for line in measure():
            found[name].append(line)
            print(f"  {_told(line)}", flush=True)
    if given.write:
        PAGE.write_text(page(found, PAGE.read_text("utf-8") if PAGE.exists() else ""), "utf-8")
    return 1 if any(line.kept is False for lines in found.values() for line in lines) else 0


def page(found: Mapping[str, list[Line]], before: str = "") -> str:
    """The page of results. Of the page `before` the parts stay that were not measured now."""
    head = [
        "# Đo lường\n",
        "Kết quả của `make bench`. Cái đáng so sánh là giây CPU và tỷ lệ giữa các chương trình đo trong cùng một lần",
        "chạy: máy đang bận việc khác chỉ làm dài giờ đồng hồ.\n",
        "- Các chương trình so sánh vẽ cùng dữ liệu, cùng phông, cùng mã QR, từ một trang HTML; WeasyPrint ghi",
        "  PDF/UA-1, Chromium ghi PDF có thẻ. Bản in của congkhai đạt cùng lúc PDF/A-2a (sổ tay: PDF/A-3a)",
        "  và PDF/UA-1.",
        "- Dựng trang: Hugo làm từ cùng dữ liệu những gì congkhai làm: cùng khung trang, cùng từng chữ trên trang",
        "  thủ tục (có so lại), tệp JSON của từng bản ghi, các danh sách, sơ đồ trang, bản tin; nhưng không kiểm tra",
        "  dữ liệu. MkDocs và Zensical dựng từ Markdown các trang thủ tục (cùng chữ với trang của congkhai) và một",
        "  danh sách, không có danh sách khác và tệp JSON.",
        "- Trước mỗi lần đo, những gì lần trước ghi đã nằm trên đĩa. Việc ngắn (không có gì đổi, một dòng đổi) đo",
        "  ba lần, kể lần ở giữa.",
        f"- Phiên bản: {', '.join(f'{name} {_version(name)}' for name in _PACKAGES)}\n",
    ]
    kept = {title: text for title, _, text in (part.partition("\n") for part in before.split("\n## ")[1:])}
    texts = {BENCHMARKS[name][0]: _table(lines) for name, lines in found.items()}
    parts = [
        f"## {title}\n\n{texts.get(title) or kept[title].strip()}"
        for title, _ in BENCHMARKS.values()
        if title in texts or title in kept
    ]
    return "\n".join(head) + "\n" + "\n\n".join(parts) + "\n"


def _table(lines: list[Line]) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} nhân, Python {platform.python_version()}"
    out = [f"Ngày đo: {datetime.now(UTC):%d/%m/%Y}; máy: {machine}.\n"]
    out += ["| Đo gì | Kết quả | Yêu cầu |", "|---|---|---|"]
    out += [f"| {line.what} | {_figure(line.value)} {line.unit} | {_asked(line)} |" for line in lines]
    return "\n".join(out)


def _told(line: Line) -> str:
    return f"{line.what}: {_figure(line.value)} {line.unit} {_asked(line)}".rstrip()


def _asked(line: Line) -> str:
    return "" if line.kept is None else f"{line.bound} {'đạt' if line.kept else 'KHÔNG ĐẠT'}"


def _figure(value: float) -> str:
    places = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    shown = f"{value:,.{places}f}"
    return shown.replace(",", " ").replace(".", ",").replace(" ", ".")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(không có)"


if __name__ == "__main__":
    sys.exit(main())
