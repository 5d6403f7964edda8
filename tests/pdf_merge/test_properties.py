"""Whatever is merged: pages, texts, tags, links, bookmarks, labels and attachments are those of the parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.pdf_merge import Part, merge
from tests.notices import verapdf
from tests.pdf_merge.made import DOCUMENTS, Made, plain
from tests.pdf_merge.readback import bookmarks, dangling, marks, opened, targets, tree

SETS = st.lists(DOCUMENTS, min_size=1, max_size=3)
some = settings(max_examples=8)


def merged(made: list[Made]) -> bytes:
    return merge([Part(f"{number}.pdf", one.data) for number, one in enumerate(made)], "Tập bản in")


@some
@given(SETS)
def test_pages_are_those_of_the_parts(made: list[Made]):
    book = opened(merged(made))
    pages = [page for one in made for page in opened(one.data).pages]
    assert len(book.pages) == len(pages)
    for ours, theirs in zip(book.pages, pages, strict=True):
        assert ours.mediabox == theirs.mediabox
        assert ours.get_contents().get_data() == theirs.get_contents().get_data()
        assert ours.extract_text() == theirs.extract_text()
        assert len(ours.get("/Annots", [])) == len(theirs.get("/Annots", []))
        assert ours["/Tabs"] == theirs["/Tabs"]
    assert dangling(book) == []


@some
@given(SETS)
def test_the_tree_is_those_of_the_parts_side_by_side(made: list[Made]):
    book = opened(merged(made))
    whole = tree(book)
    assert whole.kind == "/Document"
    assert [part.kind for part in whole.children] == ["/Part"] * len(made)
    at = 0
    for part, one in zip(whole.children, made, strict=True):
        file = opened(one.data)
        theirs = tree(file)
        shape = [(e.kind, [(p + at, m) for p, m in e.contents], e.objects, len(e.children)) for e in theirs.walk()]
        ours = [(e.kind, list(e.contents), e.objects, len(e.children)) for e in part.walk()]
        assert ours[1:] == shape[1:]
        mine = [e for e in part.walk() if e.headers]
        assert {h for e in mine for h in e.headers} <= {i for e in part.walk() for i in e.ids}, (
            "headers of another part"
        )
        at += len(file.pages)
    for number in range(len(book.pages)):
        tagged = {m for e in whole.walk() for p, m in e.contents if p == number}
        assert tagged == marks(book, number), "contents without a tag"


@some
@given(SETS)
def test_links_and_bookmarks_lead_to_the_same_pages(made: list[Made]):
    book = opened(merged(made))
    wanted: list[list[object]] = []
    shown: list[tuple[int, str, int]] = []
    for number, one in enumerate(made):
        file = opened(one.data)
        at = len(wanted)
        wanted += [[t + at if isinstance(t, int) else t for t in page] for page in targets(file)]
        shown.append((0, str(one.facts["title"]) or f"{number}.pdf", at))
        shown += [(depth + 1, title, page + at) for depth, title, page in bookmarks(file)]
    assert targets(book) == wanted
    assert bookmarks(book) == shown


@some
@given(SETS)
def test_labels_and_attachments_are_kept(made: list[Made]):
    book = opened(merged(made))
    files = [opened(one.data) for one in made]
    counted = not any("/PageLabels" in file.root_object for file in files)
    labels = [label for file in files for label in file.page_labels]
    assert book.page_labels == ([str(n) for n in range(1, len(labels) + 1)] if counted else labels)
    attached = [content for file in files for found in file.attachments.values() for content in found]
    kept = [content for found in book.attachments.values() for content in found]
    assert sorted(kept) == sorted(attached)
    assert len(book.attachments) == len(attached), "two attachments of one name"
    assert len(book.root_object.get("/AF", [])) == len(attached)


@some
@given(SETS)
def test_the_same_parts_give_the_same_bytes(made: list[Made]):
    assert merged(made) == merged(made)


@some
@given(SETS, SETS)
def test_merging_a_merged_file_changes_no_page(first: list[Made], second: list[Made]):
    at_once = opened(merged([*first, *second]))
    title = {"title": "Tập bản in"}
    in_turn = opened(merged([Made(merged(first), title), Made(merged(second), title)]))
    assert [p.extract_text() for p in in_turn.pages] == [p.extract_text() for p in at_once.pages]
    assert targets(in_turn) == targets(at_once)
    assert [e.contents for e in tree(in_turn).walk() if e.contents] == [
        e.contents for e in tree(at_once).walk() if e.contents
    ]


@settings(max_examples=4)
@given(st.lists(DOCUMENTS, min_size=2, max_size=5))
def test_what_comes_out_conforms(tmp_path_factory: pytest.TempPathFactory, made: list[Made]):
    path: Path = tmp_path_factory.mktemp("merged") / "book.pdf"
    path.write_bytes(merged(made))
    archive = "a-3a" if any(one.facts["attach"] for one in made) else "a-2a"
    assert verapdf.judge(path, archive) == ()


def test_many_alike_cost_little_more_than_one():
    """Fonts, profiles and pictures that the parts have alike are kept once."""
    one = plain("Một").data
    alike = [Part(f"{n}.pdf", one) for n in range(20)]
    assert len(merge(alike, "Tập")) < 3 * len(one)
