"""Search as a citizen meets it: typed without marks, by code, by everyday name, by keyboard, and without scripts."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from congkhai.model.spelling import fold
from congkhai.publish import searching
from congkhai.publish.card import card_of
from congkhai.publish.commit import staging
from congkhai.publish.foreseen import Foreseen
from congkhai.publish.store import Store
from congkhai.publish.texts import Texts
from congkhai.render.search import buckets, packs, titles
from congkhai.source.shelf import Shelf
from tests.browser.chromium import Chromium
from tests.requirements import judge, program
from tests.search.evaluate import served
from tests.search.queries import Group, queries
from tests.site.conftest import make_pages
from tests.whole.conftest import DAY, Built

_DONE = "document.querySelector('[data-ck-find]')?.dataset.ckShown === {!r}"
_HITS = (
    "[...document.querySelectorAll('.ck-hit')].map(hit => [hit.querySelector('a').getAttribute('href'), hit.innerText])"
)
_HEADINGS = "[...document.querySelectorAll('.ck-find__group h2')].map(heading => heading.textContent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium(program("chromium", "chromium-browser", package="chromium")) as opened:
        yield opened


def ask(browser: Chromium, address: str, query: str, **filters: str) -> list[tuple[str, str]]:
    browser.view(width=390, height=800)
    browser.open(f"{address}tim-kiem/?{urlencode({'q': query, **filters})}")
    browser.wait_for(_DONE.format(query))
    assert browser.problems() == []
    return [(href, text) for href, text in browser.run(_HITS)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("khai sinh", "/thu-tuc/1.001193/"),
        ("Đăng ký khai sinh", "/thu-tuc/1.001193/"),
        ("DANG KY KHAI SINH", "/thu-tuc/1.001193/"),
        ("làm giấy khai sinh", "/thu-tuc/1.001193/"),
        ("lam giay khai sinh", "/thu-tuc/1.001193/"),
        ("thủ tục làm giấy khai sinh cho con cần gì", "/thu-tuc/1.001193/"),
        ("1.001193", "/thu-tuc/1.001193/"),
        ("1001193", "/thu-tuc/1.001193/"),
        ("dat dai", "/linh-vuc/dat-dai/"),
        ("đất đai", "/linh-vuc/dat-dai/"),
        ("lệ phí hộ tịch", "/le-phi/le-phi-ho-tich/"),
        ("tran minh khoa", "/can-bo/chu-tich/"),
        ("123/2015/NĐ-CP", "/van-ban/nd-123-2015-nd-cp/"),
    ],
)
def test_what_comes_first(browser: Chromium, address: str, query: str, first: str):
    hits = ask(browser, address, query)
    assert hits[0][0] == first, [href for href, _ in hits[:4]]


def test_typing_without_marks_finds_land(browser: Chromium, address: str):
    with_marks, without = (ask(browser, address, query) for query in ("đất đai", "dat dai"))
    assert without[0] == with_marks[0]
    assert {href for href, _ in without} > {href for href, _ in with_marks}
    assert sum("đất đai" in text.casefold() for _, text in without) > 5
    named = "Võ Thành Đạt"
    assert (named in str(without), named in str(with_marks)) == (True, False)


def test_a_hit_shows_kind_facts_and_no_trace_of_the_index(browser: Chromium, address: str):
    _, text = ask(browser, address, "1.001193")[0]
    assert "Thủ tục hành chính · Hộ tịch" in text
    assert "Trong ngày làm việc" in text
    assert "đồng" in text
    assert "\u0345" not in text


def test_filters_narrow_and_stand_in_the_address(browser: Chromium, address: str):
    hits = ask(browser, address, "hộ tịch", kind="Phí, lệ phí")
    assert hits
    assert all(href.startswith("/le-phi/") for href, _ in hits)
    assert browser.run("document.querySelector('[name=kind]').value") == "Phí, lệ phí"


def test_nothing_found_offers_the_fields_and_the_hotline(browser: Chromium, address: str, built: Built):
    assert ask(browser, address, "xyzqwk") == []
    text = browser.run("document.querySelector('article').innerText")
    assert "Không tìm thấy gì cho “xyzqwk”" in text
    assert built.repository.all("site")[0].record.hotline in text
    assert browser.run("getComputedStyle(document.querySelector('.ck-find__ways')).display") != "none"
    assert browser.run("document.querySelectorAll('.ck-find__ways a[href*=\"linh-vuc/\"]').length") > 5


def test_the_count_is_told_in_words_to_screen_readers(browser: Chromium, address: str):
    ask(browser, address, "khai sinh")
    status = "document.querySelector('[role=status]')"
    assert browser.run(f"{status}.getAttribute('aria-live')") == "polite"
    assert browser.run(f"{status}.textContent").startswith("Tìm thấy ")


def test_typing_and_keys_alone_lead_to_the_page(browser: Chromium, address: str):
    browser.view(width=1280)
    browser.open(f"{address}tim-kiem/")
    assert browser.run("performance.getEntriesByType('resource').some(e => e.name.includes('/pagefind/'))") is False
    browser.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))")
    browser.type("1.001193")
    browser.wait_for(_DONE.format("1.001193"))
    assert browser.run("location.search") == "?q=1.001193"
    browser.press("ArrowDown")
    assert browser.run("document.activeElement.classList.contains('ck-hit__title')")
    browser.press("Enter")
    browser.wait_for("location.pathname === '/thu-tuc/1.001193/'")


def test_the_field_in_the_header_asks_on_every_page(browser: Chromium, address: str):
    browser.view(width=360)
    browser.open(f"{address}le-phi/")
    browser.run("document.querySelector('#ck-ask').focus()")
    browser.type("ket hon")
    browser.press("Enter")
    browser.wait_for("location.pathname === '/tim-kiem/'")
    browser.wait_for(_DONE.format("ket hon"))
    assert browser.run(_HITS)


def test_the_best_come_first_and_the_rest_by_kind(browser: Chromium, address: str):
    ask(browser, address, "khai sinh")
    groups = browser.run(
        "[...document.querySelectorAll('.ck-find__group')].map(group => ["
        "group.querySelector('h2')?.textContent || '', group.querySelectorAll('.ck-hit').length])"
    )
    assert groups[0] == ["", 3]
    assert groups[1][0].startswith("Thủ tục hành chính (")
    assert all(name and count <= 5 for name, count in groups[1:])


def test_more_hits_of_a_kind_come_when_asked_for(browser: Chromium, address: str):
    before = len(ask(browser, address, "đăng ký"))
    browser.run("document.querySelector('.ck-find__more:not([hidden])').click()")
    assert browser.run("document.querySelectorAll('.ck-hit').length") > before
    assert browser.run("document.activeElement.classList.contains('ck-hit__title')")


def test_titles_answer_while_one_types_and_the_text_follows(browser: Chromium, address: str):
    browser.view(width=390, height=800)
    browser.open(f"{address}tim-kiem/")
    # The page itself keeps what titles answered: on a busy machine the text has followed before anybody can ask. And
    # there the pause after the last key may be over before the first answer: "sin" is no word that stands for itself.
    browser.run(
        "const find = document.querySelector('[data-ck-find]'); new MutationObserver(() => {"
        " if (find.dataset.ckTitles === 'khai sin') window.first ??= document.querySelector('.ck-hit a').pathname;"
        "}).observe(find, {attributes: true})"
    )
    browser.run("document.querySelector('#ck-find').focus()")
    browser.type("khai sin")
    browser.wait_for(_DONE.format("khai sin"))
    assert browser.run("window.first") == "/thu-tuc/1.001193/"


def test_the_engine_comes_while_somebody_still_types(browser: Chromium, address: str):
    browser.view(width=390, height=800)
    browser.open(f"{address}tim-kiem/")
    came = browser.run("""(async () => {
      const root = document.querySelector("[data-ck-find]");
      const input = root.querySelector("input");
      const fetched = () => performance.getEntriesByType("resource").some((one) => one.name.endsWith("/beside.js"));
      input.focus();
      for (let key = 0; key < 200 && !fetched(); key += 1) {
        input.value = key % 2 ? "khai sin" : "khai si";
        input.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((next) => setTimeout(next, 100)); // no pause: nobody has asked yet
      }
      return fetched();
    })()""")
    assert came


def test_indexes_in_many_pieces_answer_as_one(
    browser: Chromium, address: str, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(titles, "FIRST", 60)
    monkeypatch.setattr(titles, "OTHER", 60)
    monkeypatch.setattr(buckets, "MOST", 150)
    monkeypatch.setattr(packs, "MOST", 2)
    pages = list(make_pages(built.repository).values())
    (thesaurus,) = built.repository.all("thesaurus")
    with Shelf(None, "") as shelf, staging(tmp_path / "site") as site, ThreadPoolExecutor() as executor:
        cards, texts = [card_of(page) for page in pages], Texts(shelf, lambda _addresses: ())
        for card, page in zip(cards, pages, strict=True):
            texts.put(card, page.search.text if page.search else "")
        texts.flush()
        searching.Indexing(cards, texts, thesaurus, "1", site, Store(tmp_path / "store"), executor, Foreseen()).finish()
        site.commit(DAY)
    pieces = json.loads((tmp_path / "site" / titles.MANIFEST).read_text())
    assert min(len(pieces[name]) for name in ("parts", "bundles")) > 3
    assert len(pieces["packs"]) > 1
    for path in built.folder.iterdir():
        if path.name not in {"tim-kiem", "pagefind", "manifest.json"}:
            (tmp_path / "site" / path.name).symlink_to(path)
    shutil.copy(built.folder / "tim-kiem/index.html", tmp_path / "site/tim-kiem")
    with served(tmp_path / "site") as line:
        many = line.address.removesuffix("tim-kiem/")
        assert ask(browser, many, "khai sinh")[0][0] == "/thu-tuc/1.001193/"
        assert ask(browser, many, "83/KH-UBND")[0][0] == "/ke-hoach/dong-thap-83-kh-ubnd-2014/"
        ask(browser, many, "hộ tịch")
        assert any(name.startswith("Văn bản pháp luật") for name in browser.run(_HEADINGS))
        for query in [query for query in queries() if query.group is Group.BODY][::6]:
            hits = ask(browser, many, query.text)
            assert query.rank([href.removeprefix("/") for href, _ in hits]) == 1, query.text
        narrowed = ask(browser, many, "ban chinh giay to", field="Hộ tịch", level="Cấp Xã")
        assert narrowed
        assert all("Hộ tịch" in text for _, text in narrowed)
        assert browser.run("document.querySelectorAll('.ck-hit mark').length") > 0


#: A browser of some years ago: it unpacks nothing, and its workers cannot be modules.
_OLD = """delete self.DecompressionStream;
self.Worker = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error"))); }
  terminate() {}
};"""


def test_a_browser_of_some_years_ago_reads_the_text_of_pages_as_well(browser: Chromium, address: str):
    script = browser.send("Page.addScriptToEvaluateOnNewDocument", source=_OLD)["identifier"]
    try:
        assert ask(browser, address, "giay kham suc khoe")[0][0] == "/thu-tuc/2.001263/"
        assert browser.run("document.querySelector('.ck-hit mark').textContent")
    finally:
        browser.send("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


#: The first time that a page of a browser whose workers cannot be modules fetches a file, it does not come.
_FAILING = """self.Worker = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error"))); }
  terminate() {}
};
const fetched = self.fetch;
const failed = new Set();
self.fetch = async (address, ...more) => {
  const name = `${address.url || address}`;
  if (!name.includes("PART") || failed.has(name)) return fetched(address, ...more);
  failed.add(name);
  throw new TypeError(name);
};"""


@pytest.mark.parametrize("part", ["muc-luc.json", "muc-luc-hien-", "muc-luc-", "-mo-", "wasm."])
def test_what_did_not_come_is_asked_for_again(browser: Chromium, address: str, part: str):
    script = browser.send("Page.addScriptToEvaluateOnNewDocument", source=_FAILING.replace("PART", part))["identifier"]
    try:
        browser.open(f"{address}tim-kiem/?q=giay+kham+suc+khoe")
        status = "document.querySelector('[role=status]').textContent"
        for _ in range(4):  # one part after the other fails
            browser.wait_for(f"{status}.match(/Không tải được|Tìm thấy/)")
            browser.run(f"{status} = ''; document.querySelector('#ck-find').form.requestSubmit()")
        browser.wait_for(_DONE.format("giay kham suc khoe"))
        assert browser.run(_HITS)[0][0] == "/thu-tuc/2.001263/"
        assert browser.run("document.querySelectorAll('.ck-hit mark').length") > 0
    finally:
        browser.send("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        browser.open(address)
        browser.problems()


def test_without_the_program_of_the_engine_the_page_says_so(browser: Chromium, address: str):
    script = browser.send("Page.addScriptToEvaluateOnNewDocument", source=_FAILING.replace("PART", " "))["identifier"]
    browser.send("Network.enable")
    browser.send("Network.setCacheDisabled", cacheDisabled=True)
    browser.send("Network.setBlockedURLs", urls=["*/engine.js"])
    try:
        browser.open(f"{address}tim-kiem/?q=khai+sinh")
        browser.wait_for("document.querySelector('[role=status]').textContent.includes('Không tải được')")
        assert browser.run(_HITS)[0][0] == "/thu-tuc/1.001193/"
    finally:
        browser.send("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        browser.send("Network.setBlockedURLs", urls=[])
        browser.send("Network.setCacheDisabled", cacheDisabled=False)
        browser.open(address)
        browser.problems()


def test_a_letter_pasted_as_a_whole_is_answered(browser: Chromium, address: str):
    browser.open(f"{address}tim-kiem/")
    letter = " ".join(f"đơn{n % 9} khai sinh {chr(97 + n % 26) * 3}" for n in range(400))
    asked = f"(async () => {{ const box = document.querySelector('#ck-find'); box.value = {letter!r};"
    before = browser.run(f"{asked} box.form.requestSubmit(); return box.maxLength; }})()")
    browser.wait_for("document.querySelector('[data-ck-find]').dataset.ckShown?.length > 5000")
    assert before == 500


@pytest.mark.parametrize("query", ["messi", "bitcoin", "marriage registration", "9.999999"])
def test_words_that_stand_nowhere_find_nothing(browser: Chromium, address: str, query: str):
    assert ask(browser, address, query) == []
    assert not browser.run("document.querySelector('.ck-find__ways').hidden")


def test_a_word_that_stands_nowhere_spoils_no_question(browser: Chromium, address: str):
    assert ask(browser, address, "kết hôn wifi")[0][0] == "/thu-tuc/1.000894/"
    assert ask(browser, address, "khai sinh abcxyz")[0][0] == "/thu-tuc/1.001193/"


@pytest.mark.parametrize("query", ["0299 3 555 011", "02993555011", "0299.3.555.011"])
def test_a_telephone_number_finds_whose_it_is(browser: Chromium, address: str, query: str):
    assert "/lien-he/duong-day-nong/" in [href for href, _ in ask(browser, address, query)[:3]]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("giờ làm việc", "/lien-he/"),
        ("giờ mở cửa", "/lien-he/"),
        ("minh bạch", "/minh-bach/"),
        ("quý 3/2026", "/cong-khai/danh-muc-cong-khai-quy-3-2026/"),
        ("đèn đường hỏng", "/hoi-dap/den-duong-ap-3/"),
        ("loa phát thanh", "/bang-tin/loa/"),
        ("góp ý", "/lien-he/hom-thu-tru-so/"),
        ("địa chỉ trụ sở", "/lien-he/"),
    ],
)
def test_what_the_office_itself_is_asked_is_among_the_first(browser: Chromium, address: str, query: str, page: str):
    assert page in [href for href, _ in ask(browser, address, query)[:3]]


def test_a_unit_is_one_value_of_the_filter(browser: Chromium, address: str):
    hits = ask(browser, address, "cong an", unit="Công an xã Thanh Bình Đông")
    assert "/co-quan/cong-an-xa/" in [href for href, _ in hits]


def test_a_slip_beside_an_act_s_number_leaves_the_number(browser: Chromium, address: str):
    ask(browser, address, "01/07/2025 khai sihn")
    assert browser.run("document.querySelector('.ck-find__right button').textContent") == "01/07/2025 khai sinh"
    ask(browser, address, "1.001193.000.00.00.H20")
    assert browser.run("document.querySelector('.ck-find__right').hidden")


def test_nothing_is_fetched_before_the_box_is_focused(browser: Chromium, address: str):
    fetched = (
        "performance.getEntriesByType('resource').map(e => e.name).filter(n => /muc-luc|pagefind|find.js/.test(n))"
    )
    browser.view(width=390, height=800)
    browser.open(f"{address}tim-kiem/")
    assert browser.run(fetched) == []
    browser.run("document.querySelector('#ck-find').focus()")
    browser.wait_for(f"{fetched}.some(name => name.endsWith('.pack'))")
    assert not any("pagefind" in name for name in browser.run(fetched))


def test_a_slip_is_put_right_beside_what_was_typed(browser: Chromium, address: str):
    hits = ask(browser, address, "đăng ký khai sinhh")
    assert hits[0][0] == "/thu-tuc/1.001193/"
    assert browser.run("document.querySelector('#ck-find').value") == "đăng ký khai sinhh"
    assert "“đăng ký khai sinhh”" in browser.run("document.querySelector('[role=status]').textContent")
    button = "document.querySelector('.ck-find__right button')"
    assert browser.run(f"{button}.textContent") == "đăng ký khai sinh"
    browser.run(f"{button}.click()")
    browser.wait_for(_DONE.format("đăng ký khai sinh"))
    assert browser.run("new URLSearchParams(location.search).get('q')") == "đăng ký khai sinh"
    assert browser.run("document.querySelector('.ck-find__right').hidden")


def test_nothing_found_offers_the_nearest_names(browser: Chromium, address: str):
    assert ask(browser, address, "kxhaixsinxh") == []
    near = "[...document.querySelectorAll('.ck-find__near a')].map(link => link.textContent)"
    assert any("khai sinh" in name for name in browser.run(near))


def test_a_procedure_is_found_by_level_and_field(browser: Chromium, address: str):
    hits = ask(browser, address, "đăng ký", field="Hộ tịch", level="Cấp Xã")
    assert hits
    assert all("Hộ tịch" in text for _, text in hits)
    assert browser.run("document.querySelector('.ck-find__filters').open")


def test_words_that_stand_only_in_a_text_are_shown_where_they_stand(browser: Chromium, address: str):
    href, text = ask(browser, address, "giay kham suc khoe")[0]
    assert href == "/thu-tuc/2.001263/"
    assert "khám sức khỏe" in text
    assert browser.run("document.querySelector('.ck-hit mark').textContent")


def test_results_can_be_used_by_everybody(browser: Chromium, address: str):
    axe = judge("axe-core/axe.min.js").read_text()
    for dark in (False, True):
        for width in (360, 1280):
            browser.view(width=width, dark=dark)
            for query in ("khai sinhh", "xyzqwk"):
                browser.open(f"{address}tim-kiem/?{urlencode({'q': query, 'level': 'Cấp Xã'})}")
                browser.wait_for(_DONE.format(query))
                browser.run(axe + ";0")
                script = (
                    "axe.run(document).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 200)))"
                )
                assert browser.run(script) == [], (query, width, dark)
                assert browser.run("document.documentElement.scrollWidth") <= width


def test_markup_in_a_query_is_text(browser: Chromium, address: str):
    query = "<img src=x onerror=alert(1)>"
    ask(browser, address, query)
    assert query in browser.run("document.querySelector('[role=status]').textContent")
    assert browser.run("document.querySelectorAll('.ck-find img').length") == 0


def test_without_scripts_the_page_says_so_and_leads_on(browser: Chromium, address: str, built: Built):
    browser.view(width=360, scripts=False)
    browser.open(f"{address}tim-kiem/?q=khai+sinh")
    browser.view(width=360)
    html = (built.folder / "tim-kiem/index.html").read_text()
    assert "<noscript>" in html
    assert '<details class="ck-find__filters" hidden>' in html
    assert 'href="../thu-tuc/"' in html


def test_the_list_of_procedures_narrows_while_one_types(browser: Chromium, address: str):
    browser.view(width=360)
    browser.open(f"{address}thu-tuc/")
    shown = "document.querySelectorAll('[data-ck-filter]:not([hidden])').length"
    whole = browser.run(shown)
    browser.run("document.querySelector('#ck-filter').focus()")
    browser.type("khai sinh")
    assert 0 < browser.run(shown) < whole
    browser.open(f"{address}thu-tuc/")
    browser.run("document.querySelector('#ck-filter').focus()")
    browser.type("zzz")
    assert browser.run(shown) == 0
    assert browser.run("document.querySelector('[data-ck-filter-box] output').textContent").startswith("Không có")


@pytest.mark.parametrize(
    "text", ["Đất đai", "ủy ban NHÂN DÂN", "Nguyễn Thị Ỷ", "1.001193", "u\u0309y quye\u0302\u0300n"]
)
def test_browser_and_generator_fold_alike(browser: Chromium, address: str, text: str):
    browser.view(width=360)
    browser.open(f"{address}tim-kiem/")
    script = f"import('{address}assets/ck/words.js').then(words => words.fold({text!r}))"
    assert browser.run(script) == fold(text)
