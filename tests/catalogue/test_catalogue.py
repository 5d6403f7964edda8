"""All texts that staff read: complete in both languages, none left over, each with its places filled."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import congkhai
from congkhai.catalogue import LANGUAGES, codes, message, phrase
from congkhai.check.registry import RULES
from congkhai.check.rule import Rule, WholeRule
from congkhai.model.finding import Finding, Mark, Severity
from congkhai.report.text import sentence
from tests.strings import strings_of

PACKAGE = Path(congkhai.__file__).parent
TABLES = {
    language: tomllib.loads((PACKAGE / "catalogue" / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES
}
#: What `congkhai` prints when it is used; every other table belongs to pages and notices, which are Vietnamese.
STAFF = ("severity", "words", "reasons", "findings", "report", "cli", "merge", "stages")
CODE = re.compile(r"[A-Z]{2}\d{3}")
STRINGS = strings_of(PACKAGE)


def _keys(table: object, where: str = "") -> set[str]:
    if not isinstance(table, dict):
        return {where}
    return {key for name, value in table.items() for key in _keys(value, f"{where}.{name}")}


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("table", STAFF)
def test_english_has_the_same_keys_and_places(table: str) -> None:
    vietnamese, english = TABLES["vi"][table], TABLES["en"][table]
    assert _keys(english) == _keys(vietnamese)
    for key in _keys(vietnamese) if table != "reasons" else ():  # they are put into a text, and have no places
        assert _places(_get(vietnamese, key)) == _places(_get(english, key)), key


def _get(table: dict[str, object], key: str) -> str:
    value: object = table
    for part in key.split(".")[1:]:
        value = value[part]
    return str(value)


def test_english_has_no_table_of_its_own() -> None:
    assert set(TABLES["en"]) <= set(TABLES["vi"])
    for table in TABLES["en"]:
        assert _keys(TABLES["en"][table]) == _keys(TABLES["vi"][table])


def test_english_is_translated() -> None:
    marks = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
    same = {
        "qđ",
        "đ",
        "lưu",
        "giờ",
        "ngày",
        "làm",
        "việc",
        "trong",
        "không",
        "quy",
        "định",
        "đồng",
        "có",
        "có/không",
        "ế",
        "tháp",
    } | {
        "chưa",
        "rõ",
        "xem",
        "ghi",
        "chú",
    }
    for code, texts in TABLES["en"]["findings"].items():
        for text in texts.values():
            words = {w.strip("“”\"',.;:()/").casefold() for w in text.split() if marks.search(w)}
            assert words <= same, (code, words - same)


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_all_its_texts(code: str, language: str) -> None:
    assert CODE.fullmatch(code)
    text = message(code, language)
    assert text.title
    assert text.message
    assert len(text.explain) > 20
    assert text.explain[-1] in ".”)"
    assert text.message[-1] not in ".!"
    assert not _places(text.title) | _places(text.explain)


def test_every_rule_has_texts_and_a_code_of_its_own() -> None:
    listed = [rule.code for rule in RULES if isinstance(rule, (Rule, WholeRule))]
    assert len(RULES) - len(listed) == 2, "the gate for personal data and the ledger of copies tell of several codes"
    assert len(set(listed)) == len(listed)
    assert set(listed) <= set(codes())


def test_no_code_is_left_over_and_none_is_missing() -> None:
    used = {text for text in STRINGS if CODE.fullmatch(text)}
    assert used == set(codes())


@pytest.mark.parametrize("table", ["words", "reasons"])
def test_no_word_or_reason_is_left_over(table: str) -> None:
    beginnings = tuple(text for text in STRINGS if text.endswith("_") and len(text) > 3)
    assert [key for key in TABLES["vi"][table] if key not in STRINGS and not key.startswith(beginnings)] == []


def test_an_unknown_code_or_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        message("XX999")
    with pytest.raises(KeyError):
        phrase("report.none")


def test_a_message_says_when_a_parameter_is_missing() -> None:
    with pytest.raises(KeyError):
        sentence(Finding("YM202", Severity.ERROR, "x.yml", Mark.start_of_file()), "vi")
