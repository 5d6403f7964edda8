"""A bundle that was begun with pages as they were is the one that is made from nothing of the pages as they are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from markupsafe import Markup
from tests.offices import TODAY, lay_out

from congkhai.derive.address import address
from congkhai.publish import foreseen
from congkhai.publish.build import build
from congkhai.publish.card import card_of, marks_of
from congkhai.publish.engines import EngineError
from congkhai.publish.foreseen import Foreseen
from congkhai.publish.pagefind import Pagefind, pagefind
from congkhai.publish.request import Request
from congkhai.publish.texts import Texts
from congkhai.render.search import buckets, copies
from congkhai.render.search.bundle import canonical
from congkhai.render.search.entry import SearchEntry
from congkhai.render.site.page import Page
from congkhai.source.load import load
from congkhai.source.repository import Source
from congkhai.source.shelf import Shelf

ROOT = Path(__file__).parents[2]


def page(source: Source, more: str = "") -> Page:
    entry = SearchEntry("Thủ tục", f"{source.heading}\nGiấy tờ, phí và nơi nộp. {more}", fields=("Đất đai",))
    return Page(address(source), "thu-tuc/*", source.heading, "", Markup(), search=entry)


@pytest.fixture(scope="module")
def sources() -> Sequence[Source]:
    return load(ROOT).repository.all("procedure")[:30]


Begin = Callable[[Sequence[Source], Sequence[Page]], Foreseen]


@pytest.fixture
def begin(sources: Sequence[Source]) -> Iterator[Begin]:
    """Begins with the bundles of some records, of pages as they were; those left out have lost their texts."""
    with Shelf(None, "") as shelf, ThreadPoolExecutor(2) as executor:
        begun: list[Foreseen] = []

        def made(changed: Sequence[Source], before: Sequence[Page]) -> Foreseen:
            texts = Texts(shelf, lambda lost: ())
            for one in before:
                texts.put(card_of(one), one.search.text if one.search else "")
            texts.flush()
            found = Foreseen()
            found.begin(changed, [card_of(page(source)) for source in sources], texts, executor)
            begun.append(found)
            return found

        yield made
        for one in begun:
            one.close()


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each bundle had that was made from nothing."""
    counts: list[int] = []

    def counted(files: dict[str, bytes]) -> dict[str, bytes]:
        counts.append(len(files))
        return pagefind(files)

    monkeypatch.setattr(foreseen, "pagefind", counted)
    return counts


def changed_pages(sources: Sequence[Source], places: Sequence[int]) -> dict[str, bytes]:
    more = {place: f"Thêm {place} chữ: hộ tịch." for place in places}
    return dict(copies.files(page(source, more.get(place, "")) for place, source in enumerate(sources)))


@pytest.mark.parametrize("places", [[7], [0, 29], [], list(range(30))], ids=str)
def test_the_bundle_is_that_of_the_pages_as_they_are(
    begin: Begin, sources: Sequence[Source], from_nothing: list[int], places: list[int]
):
    before = [page(source) for source in sources]
    now = changed_pages(sources, places)
    assert canonical(begin([sources[3]], before).made(now)) == canonical(pagefind(now))
    assert not from_nothing, "it was begun before"


def test_other_pages_than_before_are_indexed_from_nothing(
    begin: Begin, sources: Sequence[Source], from_nothing: list[int]
):
    before = [page(source) for source in sources]
    fewer = changed_pages(sources[1:], [4])
    assert canonical(begin([sources[3]], before).made(fewer)) == canonical(pagefind(fewer))
    assert from_nothing == [29]


def test_pages_whose_texts_were_lost_are_indexed_from_nothing(
    begin: Begin, sources: Sequence[Source], from_nothing: list[int]
):
    now = changed_pages(sources, [4])
    before = [page(source) for source in sources[:9]]
    assert canonical(begin([sources[3]], before).made(now)) == canonical(pagefind(now))
    assert from_nothing == [30]


def test_only_bundles_of_what_changed_are_begun_and_only_few(
    begin: Begin, sources: Sequence[Source], from_nothing: list[int], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(buckets, "MOST", 10)
    before = [page(source) for source in sources]
    marks = [found for one in before if (found := marks_of(card_of(one)))]
    parted = list(buckets.buckets(range(30), lambda place: marks[place].place).values())
    assert len(parted) > 2
    touched, other = parted[0], parted[1]
    now = {path: data for n in touched for path, data in copies.files([page(sources[n], "khác")]).items()}
    beside = {path: data for n in other for path, data in copies.files([page(sources[n])]).items()}
    found = begin([sources[touched[0]]], before)
    found.made(beside)
    assert from_nothing == [len(other)]
    assert canonical(found.made(now)) == canonical(pagefind(now))
    assert from_nothing == [len(other)]
    begin(sources, before).made(now)
    assert from_nothing == [len(other), len(touched)], "all of them changed: nothing was begun"


def test_what_nobody_asked_for_is_ended(begin: Begin, sources: Sequence[Source], monkeypatch: pytest.MonkeyPatch):
    engines: list[Pagefind] = []

    class Watched(Pagefind):
        def __init__(self) -> None:
            super().__init__()
            engines.append(self)

    monkeypatch.setattr(foreseen, "Pagefind", Watched)
    found = begin([sources[3]], [page(source) for source in sources])
    found.close()
    assert [engine.ended for engine in engines] == [True] * len(engines)


def test_an_engine_that_fails_early_is_asked_again(
    begin: Begin, sources: Sequence[Source], from_nothing: list[int], monkeypatch: pytest.MonkeyPatch
):
    class Failing(Pagefind):
        def add(self, copies: object) -> None:
            raise EngineError("pagefind")

    monkeypatch.setattr(foreseen, "Pagefind", Failing)
    now = changed_pages(sources, [1])
    begun = begin([sources[3]], [page(source) for source in sources])
    assert canonical(begun.made(now)) == canonical(pagefind(now))
    assert from_nothing == [30]


def test_a_build_after_one_change_indexes_nothing_from_nothing(
    tmp_path: Path, from_nothing: list[int], monkeypatch: pytest.MonkeyPatch
):
    root = tmp_path / "office"
    lay_out(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    path = sorted((root / "content/procedures").rglob("*.yml"))[0]
    asked = Request(root, tmp_path / "site", tmp_path / "state", TODAY, with_notices=False, with_search=True)
    assert build(asked).committed
    assert len(from_nothing) == 1
    path.write_text(path.read_text("utf-8") + "conditions: Mang theo áo mưa xanh.\n", "utf-8")
    assert build(asked).committed
    assert len(from_nothing) == 1
    other = Request(root, tmp_path / "other", tmp_path / "new", TODAY, with_notices=False, with_search=True)
    assert build(other).committed
    trees = [
        {one.relative_to(site): one.read_bytes() for one in site.rglob("*") if one.is_file()}
        for site in (tmp_path / "site", tmp_path / "other")
    ]
    assert trees[0] == trees[1]
