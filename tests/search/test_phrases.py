"""Phrases with a character for each word: written here, read in the browser."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from markupsafe import Markup

from congkhai.model.thesaurus import Entry, Thesaurus
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.phrases import BASE, vocabulary, written
from congkhai.render.site.page import Page
from congkhai.source.load import load
from tests.search.modules import modules
from tests.site.conftest import ROOT

PAGE = Page("a/", "thu-tuc/*", "Cấp lại giấy", "", Markup(""), search=SearchEntry("Thủ tục hành chính"))
#: A quotation mark, a backslash, a word with signs that part, what is no letter, a word said often.
ODD = ('" giấy', "\\ giấy", "hết! rồi|à", "giấy ☎ 😀", "x " * 3 + "x")


@pytest.mark.parametrize("count", [0, 3, 60_000])
def test_the_browser_reads_what_was_written(tmp_path: Path, count: int):
    many = tuple(f"từ{number}" for number in range(count))
    thesaurus = Thesaurus(
        everyday=(Entry(term="giấy", variants=many),) if many else (),
        related=(Entry(term="cấp lại", variants=(*ODD, *many[-3:])),),
    )
    with modules(tmp_path, [PAGE], thesaurus) as browser:
        assert browser.run("part.thesaurus") == ([["giấy", *many]] if many else [])
        assert {term for term, *_ in browser.run("then")} == {"cấp lại"}
        assert sorted(browser.run("then.flatMap(([term, ...said]) => said)")) == sorted([*ODD, *many[-3:]])


def test_the_words_said_most_are_one_byte_long():
    entry = Entry(term="b", variants=("a a", *(f"b w{number}" for number in range(200))))
    first, more = vocabulary([entry], [Entry(term="c", variants=("b",))])
    assert (first[0], more) == ("b", ["c"])
    assert written([Entry(term="b", variants=("b b",))], first) == chr(BASE) + " " + chr(BASE) * 2


def test_the_thesaurus_of_the_sample_packs_a_fifth_smaller():
    (source,) = load(ROOT).repository.all("thesaurus")
    thesaurus: Thesaurus = source.record
    some = thesaurus.related
    words, _ = vocabulary(some, ())
    plain = json.dumps([[entry.term, *entry.variants] for entry in some], ensure_ascii=False)
    made = json.dumps([" ".join(words), written(some, words)], ensure_ascii=False)
    assert len(gzip.compress(made.encode())) < 0.85 * len(gzip.compress(plain.encode()))
