"""A stamped page is the page that each engine itself makes of the same content, byte for byte."""

from __future__ import annotations

import json
import re
from importlib.resources import files as package_files
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from congkhai.publish.engines import draw
from congkhai.publish.request import ChromeEngine
from congkhai.publish.tree import read_package
from congkhai.render.headers.policy import policy
from congkhai.render.site import chrome
from congkhai.render.site.page import Page, PageSection
from congkhai.render.site.shells import POLICY, SHELLS, TOP_ID
from congkhai.render.site.tidy import tidy
from congkhai.source.load import load

ROOT = Path(__file__).parents[2]
SITE = load(ROOT).repository.all("site")[0].record

_LEAD = Markup('<p class="ck-summary">Một câu &amp; “ngoặc” &lt;kép&gt;.</p>')
_BODY = Markup('<div class="ck-table"><table><tr><td>1.001193</td></tr></table></div>')

PAGES = (
    Page("thu-tuc/1.001193/", "thu-tuc/*", "Đăng ký khai sinh", "Giấy tờ, phí, thời hạn.", _LEAD, (
        PageSection("giay-to", "Giấy tờ cần nộp", _BODY),
        PageSection("can-cu", "Căn cứ pháp lý", _BODY),
    )),
    Page("thu-tuc/9.999999/", "thu-tuc/*", "Cha & mẹ: <con> \"nuôi\" 'một'", "Nộp \"1\" & <2> 'bản'.", _LEAD, (
        PageSection("a", "Phí & lệ phí <mới> \"2026\" 'x'", _BODY),
    )),
    Page("le-phi/khong-muc/", "le-phi/*", "Không có mục nào", "Chỉ có phần đầu.", _LEAD),
    Page("ngan-sach/2026/du-toan/", "ngan-sach/*/*", "Dự toán 2026", "Biểu.", _LEAD, (PageSection("so", "Số", _BODY),)),
    Page("le-phi/", "le-phi", "Phí, lệ phí", "Mọi khoản.", _LEAD),
    Page("", "trang-chu", "Bạn cần làm gì?", "Trang của xã.", _LEAD),
)  # fmt: skip


def markdown(page: Page) -> str:
    """The page as somebody would write it by hand."""
    hidden = "[navigation]" if SHELLS[page.shell].contents else "[navigation, toc]"
    head = f"---\ntitle: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n"
    head += f"robots: {'all' if page.listed else 'noindex'}\nhide: {hidden}\n"
    head += "".join(f"{name}: {path}\n" for name, path in SHELLS[page.shell].followed) + "---\n"
    parts = [f"# {written(page.title)} {{: #{TOP_ID} }}", page.lead]
    for section in page.sections:
        parts += [f"## {written(section.title)} {{: #{section.id} }}", section.html]
    return head + "\n\n".join(parts) + "\n"


def written(title: str) -> str:
    """A title in Markdown."""
    return title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.fixture(scope="module", params=ChromeEngine)
def rendered(request: pytest.FixtureRequest) -> tuple[chrome.Chrome, dict[str, bytes]]:
    theme = read_package(package_files("congkhai.render.site").joinpath("overrides"))
    config = (ROOT / "mkdocs.yml").read_bytes()
    shells = chrome.engine_input(SITE, config, {}, theme)
    by_hand = {f"{p.address.rstrip('/') or 'index'}.md": markdown(p).encode() for p in PAGES}
    # A page that lies where a shell lies takes its place: first the shells, then the pages.
    native = dict(shells)
    for path, text in by_hand.items():
        shell = path.removesuffix(".md") + "/index.md"
        native[f"docs/{shell if f'docs/{shell}' in native else path}"] = text
    return chrome.take(draw(shells, request.param)), draw(native, request.param)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address or "home")
def test_stamped_equals_native(rendered: tuple[chrome.Chrome, dict[str, bytes]], page: Page):
    frame, native = rendered
    stamped = frame.stamps[page.shell].fill(page)
    written = tidy(native[f"{page.address}index.html"].decode())
    written = written.replace(POLICY, str(escape(policy(frame.inline, served=False))))
    assert _spelt(stamped) == _spelt(written)


def _spelt(html: str) -> str:
    """Quotation marks have two spellings in an attribute; each engine has its own."""
    return html.replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


def test_no_placeholder_is_left(rendered: tuple[chrome.Chrome, dict[str, bytes]]):
    frame, _ = rendered
    for page in PAGES:
        assert not re.search(r"CK[A-Z]+PLACEHOLDER|ck-\w+-placeholder|\x00", frame.stamps[page.shell].fill(page))


def test_a_text_that_looks_like_a_placeholder_stays(rendered: tuple[chrome.Chrome, dict[str, bytes]]):
    frame, _ = rendered
    page = Page(
        "thu-tuc/x/", "thu-tuc/*", "CKCONTENTPLACEHOLDER", "CKTITLEPLACEHOLDER", Markup("<p>CKTITLEPLACEHOLDER</p>")
    )
    html = frame.stamps[page.shell].fill(page)
    assert "<title>CKCONTENTPLACEHOLDER" in html
    assert "<p>CKTITLEPLACEHOLDER</p>" in html
