"""Whatever stands in a record is printed literally or refused with field and cure; one bad record stops no other."""

from __future__ import annotations

import dataclasses
import random
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.model.budget import Budget, Row
from congkhai.render.notices import press as press_module
from congkhai.render.notices import typefaces
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.text import clean
from congkhai.source.repository import Key, Repository
from tests.notices import verapdf
from tests.notices.poison import POISONS, SHOWN, alone, spoil, with_text
from tests.notices.samples import reader, squeezed, texts, words

BATCHES = 10
EACH = 50


@pytest.mark.parametrize("batch", range(BATCHES))
def test_five_hundred_poisoned_records(sample: Office, press: Press, tmp_path: Path, batch: int):
    """No crash, no wrong file; a sample of the files is judged by veraPDF."""
    printed = refused = 0
    for number in range(EACH):
        key, poison, where, office = spoil(sample, random.Random(1000 * batch + number))
        said = f"{key.kind}/{key.id} {where} {poison}"
        shown = SHOWN[key.kind]
        for notice in [n for n in notices(office) if n.name.paper.value in {"a5", "a4"} and n.name.kind in shown]:
            made = press.print(notice) if isinstance(notice, Notice) else notice
            if isinstance(made, Refusal):
                refused += 1
                assert made.field or "cỡ chữ" in made.reason, (said, made)
                assert 10 < len(made.reason) < 300, (said, made)
                assert "mẫu in có lỗi" not in made.reason, (said, made)
                continue
            printed += 1
            assert isinstance(notice, Notice)
            path = tmp_path / f"{number}.pdf"
            path.write_bytes(made)
            _inside(path, said)
            if number % 10 == 0:
                assert verapdf.judge(path, verapdf.archive(notice)) == (), said
    assert printed > EACH / 3
    assert refused > 5


def _inside(path: Path, said: str) -> None:
    found, sizes = words(path)
    assert all(w.left > 15 and w.right < sizes[w.page][0] - 15 and w.bottom < sizes[w.page][1] - 10 for w in found), (
        said
    )


_SHOWN = (
    "panic",
    "read",
    "markup",
    "reference",
    "braces",
    "comment",
    "package",
    "script",
    "link",
    "quotes",
    "decomposed",
    "tabs",
)


@pytest.mark.parametrize("poison", _SHOWN)
def test_code_is_text(sample: Office, press: Press, poison: str):
    source = sample.get("procedure", "1.001193")
    record = with_text(source.record, ("name",), POISONS[poison])
    record = with_text(record, ("steps", 0), POISONS[poison])
    made = _print(press, alone(sample, source.key, record), source.key)
    assert isinstance(made, bytes), made
    pages = [page.extract_text() for page in reader(made).pages]
    assert "".join(squeezed(page) for page in pages).count(squeezed(clean(POISONS[poison]))) >= 2
    links = [a.get_object()["/A"]["/URI"] for page in reader(made).pages for a in page.get("/Annots", [])]
    assert {link.partition("://")[0] for link in links} <= {"https", "http"}


@pytest.mark.parametrize(
    ("poison", "sign"),
    [("nul", "U+0000"), ("bidi", "U+202E"), ("isolate", "U+2067"), ("private", "U+F0B7"), ("emoji", "U+1F44D"),
     ("cjk", "U+4E2D"), ("arabic", "U+0645"), ("bell", "U+0007"), ("megabyte", "1.000.000 ký tự")],
)  # fmt: skip
def test_what_cannot_be_printed_is_refused_with_its_place(sample: Office, press: Press, poison: str, sign: str):
    source = sample.get("procedure", "1.001193")
    spent = []
    for text in ("Nộp hồ sơ.", POISONS[poison]):
        office = alone(sample, source.key, with_text(source.record, ("steps", 1), text))
        start = time.thread_time()
        made = _print(press, office, source.key)
        spent.append(time.thread_time() - start)
    assert spent[1] < 20 * spent[0], "it costs far more to refuse than to print"
    assert isinstance(made, Refusal)
    assert made.field == "steps[1].text[0]"
    assert sign in made.reason
    assert "content/procedures/ho-tich/1.001193.yml" in made.sources


def test_a_name_of_420_characters_is_set_smaller_and_whole(sample: Office, press: Press):
    source = sample.get("procedure", "1.001193")
    for name in (POISONS["long"], "Giấychứngnhận" * 32):
        made = _print(press, alone(sample, source.key, with_text(source.record, ("name",), name)), source.key)
        assert isinstance(made, bytes)
        assert squeezed(name) in squeezed(reader(made).pages[0].extract_text())


@pytest.mark.parametrize(
    ("missing", "field"), [("receiving", "service.receiving"), ("complaints", "service.complaints")]
)
def test_a_sheet_without_its_people_is_refused(sample: Office, press: Press, missing: str, field: str):
    """Who receives and who settles complaints must be on the wall (Decree 63/2010, Law 2/2011): never a blank line."""
    empty = {"receiving": (), "complaints": None}[missing]
    sources = {
        key: dataclasses.replace(s, record=dataclasses.replace(s.record, **{missing: empty}))
        if key.kind == "service"
        else s
        for key, s in sample.repository.sources.items()
    }
    made = _print(press, Office(Repository(sources), sample.day), Key("procedure", "1.001193"))
    assert isinstance(made, Refusal)
    assert made.field == field
    assert "content/services" in made.reason


def _print(press: Press, office: Office, key: Key) -> bytes | Refusal:
    found = next(notices(office, key.__eq__))
    return press.print(found) if isinstance(found, Notice) else found


def _table(sample: Office, rows: int) -> tuple[Key, Budget]:
    source = sample.get("budget", "2026-9-thang-thu")
    width = len(source.record.columns)
    made = tuple(
        Row(number=str(n), level=1, label=f"Khoản thu số {n}", values=("1.000",) * width) for n in range(1, rows + 1)
    )
    return source.key, dataclasses.replace(source.record, rows=made, explanation=None, basis=())


def test_a_table_of_5000_rows_is_refused_with_its_length(sample: Office, press: Press):
    key, record = _table(sample, 5000)
    made = _print(press, alone(sample, key, record), key)
    assert isinstance(made, Refusal)
    assert made.field == "rows"
    assert "5.000" in made.reason
    assert "2.000" in made.reason


def test_a_table_of_1500_rows_has_its_head_on_every_page(sample: Office, press: Press, tmp_path: Path):
    key, record = _table(sample, 1500)
    made = _print(press, alone(sample, key, record), key)
    assert isinstance(made, bytes)
    path = tmp_path / "long.pdf"
    path.write_bytes(made)
    found, sizes = words(path)
    heads = [w.page for w in found if w.text == "STT"]
    assert heads == list(range(len(sizes)))
    rows = {page: 0 for page in heads}
    for w in found:
        if w.text == "khoản" or w.text == "Khoản":
            rows[w.page] += 1
    assert sum(rows.values()) >= 1500
    assert min(rows.values()) > 0


@pytest.mark.parametrize("rows", range(1, 41, 3))
def test_no_head_stands_alone_at_the_foot(sample: Office, press: Press, tmp_path: Path, rows: int):
    key, record = _table(sample, rows)
    made = _print(press, alone(sample, key, record), key)
    assert isinstance(made, bytes)
    path = tmp_path / "table.pdf"
    path.write_bytes(made)
    pages = [squeezed(page) for page in texts(path)]
    assert any("khoảnthusố" in text for text in pages)
    for text in pages:
        assert ("nộidung" in text) == ("khoảnthusố" in text)


def test_one_bad_record_stops_no_other(sample: Office, press: Press):
    source = sample.get("procedure", "1.001193")
    spoilt = dataclasses.replace(source, record=with_text(source.record, ("name",), POISONS["emoji"]))
    office = Office(Repository({**sample.repository.sources, source.key: spoilt}), sample.day)
    before, after = list(notices(sample)), list(notices(office))
    assert len(before) == len(after)
    bad = {n.name.address for n in after if isinstance(n, Refusal)} - {
        n.name.address for n in before if isinstance(n, Refusal)
    }
    alone = {"in/thu-tuc/1.001193.pdf", "in/thu-tuc/1.001193-the.pdf", "in/linh-vuc/ho-tich.pdf"}
    posted = {name for name in bad if name.startswith("in/niem-yet/")}
    assert "in/niem-yet/2026-001/thong-bao.pdf" in posted, "papers of its posting tell its name"
    holding = {"in/linh-vuc/ho-tich/so-tay.pdf", "in/thu-tuc/so-tay.pdf", "in/thu-tuc/danh-muc.pdf"}
    assert bad - posted == {*alone, *holding}


def test_a_missing_font_is_told_and_never_replaced(
    monkeypatch: pytest.MonkeyPatch, templates: Templates, one_of_each: Mapping[str, Notice]
):
    """Without our fonts nothing is printed: neither the system's nor Typst's own step in, nor is text left out."""
    known = typefaces.manifest()
    lost = {"file": "Tinos-Lost.ttf", "sha256": ""}
    monkeypatch.setattr(typefaces, "manifest", lambda: {**known, "files": [*known["files"], lost]})
    monkeypatch.setattr(press_module, "fonts", typefaces.fonts.__wrapped__)
    with Press(templates) as bare:
        made = bare.print(one_of_each["procedure-a4"])
    assert isinstance(made, Refusal)
    assert "Tinos-Lost.ttf" in made.reason
