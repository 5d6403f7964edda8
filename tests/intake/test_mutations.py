"""Records spoilt at random: none makes the reader fail, and no word of any of them gets lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congkhai.intake.cleaning import clean
from congkhai.intake.placing import place
from congkhai.intake.procedures.read import ReadProcedure, code_of
from congkhai.intake.procedures.values import as_text
from congkhai.intake.slugs import folded, unmarked
from congkhai.intake.syllables import SMALL
from congkhai.intake.zeros import with_zeros
from tests.intake.reading import parsed_records, raw_records, read
from tests.intake.samples import PARSED, SCRAPED

DAY = date(2026, 11, 22)
SAMPLES: list[dict[str, Any]] = [SCRAPED, PARSED]
#: Words of the tables' own headings, of channels, units and currencies, and of what means nothing: not facts to keep.
_FURNITURE = folded(
    "Hình thức nộp Thời gian hạn giải quyết Phí lệ Mô tả Tên giấy tờ Mẫu đơn tờ khai Số lượng văn bản pháp lý Mã "
    "Trực tiếp tuyến Dịch vụ bưu chính công ích Ngày làm việc Giờ Miễn Không có thông tin quy định đồng "
    "Việt Nam VND VNĐ USD bản chính sao Bước Từ khóa Chọn cơ quan thực hiện trình tự cấp "
    "Tỉnh Thành phố Bộ ngành Phường Xã Sở Hệ thống chỉ hiển thị những đã áp dụng Nộp hồ sơ"
).split()
FURNITURE = frozenset(word[n:] for word in _FURNITURE for n in (0, 1))  # a capital may be parted from the rest
#: The same where scraping joined them to one another and to what follows.
HEADINGS = re.compile(
    r"hình thức nộp\s*thời (?:gian|hạn)\s*phí, lệ phí\s*mô tả|tên giấy tờ\s*mẫu đơn, tờ khai\s*số lượng"
    r"|tên văn bản pháp lý\s*mã văn bản|từ khóa|mô tả|\d bản (?:chính|sao)|file đính kèm",
    re.IGNORECASE,
)
#: Addresses and copies of the whole page, which say nothing that another field does not.
ASIDE = frozenset({"raw_text", "detail_url", "formality_id", "thu_tuc_id", "mã_thủ_tục", "ma_thu_tuc"})


def cut(text: str, at: float) -> str:
    return text[: int(len(text) * at)]


def zeros(text: str, _at: float) -> str:
    return re.sub(r"(?<=\d)0", "o", text)


def joined(text: str, _at: float) -> str:
    return text.replace("\n", "")


def spaced(text: str, at: float) -> str:
    return text.replace(" ", "\u00a0" if at < 0.5 else "  ")


def marks(text: str, at: float) -> str:
    wrong, right = [(":", " :"), (",", ";"), (";", ","), (".", ","), ("\n", " | "), ("(", " ( ")][int(at * 5.99)]
    return text.replace(wrong, right)


def bulleted(text: str, _at: float) -> str:
    return text.replace("- ", "\uf0b7 ").replace("\n", "\n\uf02d ")


MUTATIONS: list[Callable[[str, float], str]] = [
    cut,
    zeros,
    joined,
    spaced,
    marks,
    bulleted,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: unmarked(text),
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, at: text[int(len(text) * at) :] + text[: int(len(text) * at)],
    lambda text, _: f"{text}\n{text}",
    lambda text, _: f"Không có thông tin{text}",
    lambda text, _: "",
]
JUNK = st.one_of(
    st.none(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.booleans(),
    st.text(max_size=30),
    st.lists(st.text(max_size=10), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=10), max_size=2),
)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all texts of a record, and of the tables that hold them."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))


def changed(value: Any, path: tuple[Any, ...], change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(value)
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], change)
    return copy


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def spoilt(record: dict[str, Any], chance: Random, junk: list[Any]) -> dict[str, Any]:
    """A record with up to four of its values changed."""
    for _ in range(chance.randint(1, 4)):
        path = chance.choice([place for place in leaves(record) if place[-1] not in ASIDE])
        if isinstance(at(record, path), str):
            mutate, share = chance.choice(MUTATIONS), chance.random()
            record = changed(record, path, lambda text, m=mutate, s=share: m(text, s))
        elif chance.random() < 0.5:
            other = chance.choice(junk)
            record = changed(record, path, lambda _, other=other: other)
    return record


def text_of(read: ReadProcedure, written: str) -> str:
    """The letters of all that a record, the acts and the field say, in one run."""
    record = read.draft.record
    labels = [member.label for member in (*record.levels, *record.audience)]
    acts = [f"{m.symbol} {m.title} {m.issuer} {m.kind.label}" for m in read.mentions]
    return letters(" ".join([written, *labels, *acts, read.field_name]))


def letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", folded(with_zeros(clean(text))))


def words(record: dict[str, Any]) -> Iterator[str]:
    for path in leaves(record):
        value = at(record, path)
        if isinstance(value, dict | list) or set(path) & ASIDE:
            continue
        text = HEADINGS.sub(" ", with_zeros(as_text(value)))
        # letters of one size only: a capital begins a cell that scraping joined to the one before
        yield from re.findall(rf"[{SMALL}]{{4,}}", text.lower() if text.isupper() else text)


def check(record: dict[str, Any], root: Path) -> None:
    if code_of(record) is None:
        return  # the importer says that it is no record of the national database
    done = read(record)
    placed = place(root, done.draft, None, None, DAY)
    assert placed.data is not None
    kept = text_of(done, placed.data.decode())
    known = FURNITURE | {""}

    def told(word: str) -> bool:
        """Whether a word, or each of two that scraping joined, stands in what was written."""
        cuts = ((word[:n], word[n:]) for n in range(len(word)))
        return any(all(part in known or part in kept for part in parts) for parts in cuts)

    assert not {word for word in words(record) if not told(letters(word))}, record


@pytest.mark.parametrize("sample", SAMPLES, ids=["scraped", "parsed"])
@given(chance=st.randoms(use_true_random=False), junk=st.lists(JUNK, min_size=1, max_size=4))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_spoilt_samples(tmp_path: Path, sample: dict[str, Any], chance: Random, junk: list[Any]) -> None:
    check(spoilt(sample, chance, junk), tmp_path)


@pytest.fixture(scope="module")
def shared_records() -> list[dict[str, Any]]:
    return [*raw_records(), *parsed_records()]


@pytest.mark.parametrize("seed", range(5))
def test_spoilt_shared_records(tmp_path: Path, shared_records: list[dict[str, Any]], seed: int) -> None:
    chance = Random(seed)
    junk = [None, 7, 1.5, True, "chữ", ["a", "b"], {"k": "v"}, [], {}]
    for record in chance.sample(shared_records, 60):
        check(spoilt(record, chance, junk), tmp_path)


def test_shared_records_as_they_are(tmp_path: Path, shared_records: list[dict[str, Any]]) -> None:
    for record in shared_records:
        check(record, tmp_path)
