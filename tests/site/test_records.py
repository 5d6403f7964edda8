"""Pages of records: nothing runs, nothing leaks, every fact is the record's own, every link leads somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from congkhai.check.walk import is_record
from congkhai.derive.address import address
from congkhai.derive.office import Office
from congkhai.model.kinds import KINDS
from congkhai.model.spec import Level, members
from congkhai.publish.tree import read_tree
from congkhai.render.data import calendars, feeds, mirror, work
from congkhai.render.data.copies import COPIES_FILE
from congkhai.render.data.duties import STATES
from congkhai.source.load import FILES, load
from congkhai.source.repository import Source
from tests.offices import TODAY, cases
from tests.site.full import RECORDS
from tests.site.records import Made, make, office, only

ROOT = Path(__file__).parents[2]
HOSTILE = '<b class="x">\'&{{ 7*7 }}{% x %}</b>'
#: Texts that are read as something else, so that a checked record cannot hold markup in them.
_TYPED = {"values", "recurrence"}


class _Reader(HTMLParser):
    """Links, ids, and the text of every element that names the field it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.fields: list[tuple[str, list[str]]] = []
        self._open: list[tuple[str, list[str] | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.links += [link for name in ("href", "src") if (link := found.get(name))]
        if found.get("id"):
            self.ids.append(str(found["id"]))
        words: list[str] | None = None
        if found.get("data-field"):
            words = []
            self.fields.append((str(found["data-field"]), words))
        if tag not in {"br", "img", "wbr", "col", "hr"}:
            self._open.append((tag, words))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, words in self._open:
            if words is not None:
                words.append(data)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("full") / "office", RECORDS)


@pytest.fixture(scope="module")
def sample() -> Office:
    return Office(load(ROOT).repository, TODAY)


@pytest.fixture(scope="module")
def sample_pages(sample: Office) -> Made:
    return make(sample)


def hostile(value: Any) -> Any:
    """The record with markup at the end of each text that may hold any text."""
    changes: dict[str, Any] = {}
    for name, member in members(type(value)).items():
        old = getattr(value, name)
        free = member.scalar and member.scalar.reader in {"line", "prose"} and not member.spec.pattern
        if old is None or name in _TYPED:
            continue
        if free:
            changes[name] = tuple(text + HOSTILE for text in old) if member.many else old + HOSTILE
        elif member.many and old and is_record(old[0]):
            changes[name] = tuple(hostile(item) for item in old)
        elif is_record(old):
            changes[name] = hostile(old)
    return replace(value, **changes)


def test_markup_in_any_text_is_shown_and_never_run(full: Office):
    spoilt = [replace(source, record=hostile(source.record)) for source in full.repository if source.key.kind != "site"]
    made = make(only(full, *spoilt))
    for where in made.pages:
        html = made.html(where)
        assert "<b class" not in html, where
        assert "7*7" not in html or "{{ 7*7 }}" in html, where
        for tag, attributes in _Reader(html).tags:
            assert tag != "b", where
            assert tag != "script" or "src" in attributes, where
            assert not [name for name in attributes if name.startswith("on") or name in {"style", "x"}], where
    assert HOSTILE in made.pages["ke-hoach/ke-hoach-thu/"].title
    assert made.html("ke-hoach/ke-hoach-thu/").count("&lt;b class=") > 20


def test_only_these_fields_are_not_public():
    """A new one must be given data in `full.py`, so that the tests below could see it leak."""
    hidden = {
        f"{kind.name}.{n}"
        for kind in KINDS.values()
        for n, m in members(kind.record).items()
        if m.spec.level is not Level.PUBLIC
    }
    assert hidden == {"official.private_phone", "privacy.waivers", "procedure.import_notes"}


def test_what_is_not_public_reaches_no_page_and_no_search(full: Office):
    procedure = full.get("procedure", "1.001193")
    noted = replace(procedure, record=replace(procedure.record, import_notes=("Chỉ lưu nội bộ",)))
    assert full.official("chu-tich").private_phone == "0912 345 678"
    everything = make(only(full, noted)).everything()
    assert "0299 3 555 020" in everything
    assert not re.search(r"0912[ .]?345[ .]?678", everything)
    assert "Chỉ lưu nội bộ" not in everything


def test_every_field_named_on_a_page_is_the_record_s(full: Office):
    made = make(full)
    for source in full.repository:
        if source.kind.slug and address(source) in made.pages:
            assert_fields(source, made.html(address(source)))


def test_every_public_text_is_on_the_page(full: Office):
    """Every text of every record with a page of its own stands on that page, but for what search alone is given."""
    made = make(full)
    unseen = {"search_terms", "recurrence", "evidence", "evidence_file", "minutes", "files", "photo", "form"}
    for source in full.repository:
        if source.key.kind in {
            "plan",
            "reception",
            "contact",
            "budget",
            "disclosure",
            "event",
            "answer",
            "board",
            "document",
        }:
            page = made.pages[address(source)]
            shown = [made.text(page.address), page.title, *(section.title for section in page.sections)]
            text = " ".join(" ".join(shown).split())
            for name, words in _texts(source.record, unseen):
                assert " ".join(words.split()) in text, (source.path, name)


def test_every_link_of_every_page_of_the_sample_leads_somewhere(sample: Office, sample_pages: Made):
    known = {path for data in (mirror, calendars, feeds, work) for path, *_ in data.files(sample)}
    known |= {STATES, COPIES_FILE} | {f"tep/{path}" for path in read_tree(ROOT, FILES)}
    ids: dict[str, set[str]] = {}
    broken = []
    for where in sample_pages.pages:
        for link in _Reader(sample_pages.html(where)).links:
            if urlsplit(link).scheme in {"http", "https", "mailto", "tel", "webcal"}:
                continue
            target, fragment = urldefrag(unquote(urljoin(f"/{where}", link)).lstrip("/"))
            if target in known or target.startswith(("huong-dan/", "gioi-thieu/", "in/", "assets/")):
                continue
            if target not in sample_pages.pages:
                broken.append((where, link))
                continue
            if target not in ids:
                page = sample_pages.pages[target]
                ids[target] = {*_Reader(sample_pages.html(target)).ids, *(section.id for section in page.sections)}
            if fragment and fragment not in ids[target]:
                broken.append((where, link))
    assert broken == []


def test_every_field_named_in_the_sample_is_the_record_s(sample: Office, sample_pages: Made):
    for source in sample.repository:
        if source.kind.slug and address(source) in sample_pages.pages:
            assert_fields(source, sample_pages.html(address(source)))


def test_pages_of_the_sample_are_sound(sample_pages: Made):
    for where, page in sample_pages.pages.items():
        html = sample_pages.html(where)
        ids = [*_Reader(html).ids, *(section.id for section in page.sections)]
        assert len(ids) == len(set(ids)), where
        assert "noi-dung" not in ids, where
        assert page.title, where
        assert page.description, where
        assert re.search(r'href="(?:\./|(?:\.\./)+)"', html) or page.shell in {"trang-chu", "tim-kiem"}, where
        assert "None" not in sample_pages.text(where), where
        collection = page.shell.partition("/")[0]
        assert page.sources or collection in {"tim-kiem", "minh-bach", "in"}, where
        assert page.search or not page.listed or collection in {"trang-chu", "tim-kiem", "cong-khai", "minh-bach"}, (
            where
        )


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.name)
@pytest.mark.parametrize("day", [date(2024, 2, 29), TODAY, date(2031, 1, 1)])
def test_every_good_office_has_its_pages_on_any_day(case: Any, day: date, tmp_path: Path):
    root = case.lay_out(tmp_path / "office")
    make(Office(load(root).repository, day))


def assert_fields(source: Source, html: str) -> None:
    for field, words in _Reader(html).fields:
        value = _at(source.record, field)
        if isinstance(value, str) and value not in {"", "-"} and not _is_reference(source.record, field):
            assert "".join(value.split()) == "".join("".join(words).split()), (source.path, field)


def _at(record: Any, field: str) -> Any:
    for part in field.split("."):
        name, _, number = part.partition("[")
        record = getattr(record, name)
        if number:
            record = record[int(number.rstrip("]"))]
    return record


def _is_reference(record: Any, field: str) -> bool:
    parent, _, last = field.rpartition(".")
    owner = _at(record, parent) if parent else record
    return members(type(owner))[last.partition("[")[0]].ref is not None


def _texts(value: Any, unseen: set[str], where: str = "") -> list[tuple[str, str]]:
    found = []
    for name, member in members(type(value)).items():
        old = getattr(value, name)
        if old is None or name in unseen or member.spec.level is not Level.PUBLIC:
            continue
        for item in old if member.many else (old,):
            if is_record(item):
                found += _texts(item, unseen, f"{where}{name}.")
            elif (
                member.scalar
                and member.scalar.reader in {"line", "prose"}
                and name not in {"article", "clause", "point"}
            ):
                found += [(f"{where}{name}", line) for line in item.split("\n\n")]
    return found
