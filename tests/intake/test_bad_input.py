"""Input that cannot be read ends in one clear line, and nothing is written."""

from __future__ import annotations

import gzip
import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from congkhai.catalogue import message
from congkhai.intake import json_records
from congkhai.intake.container import MAX_BYTES
from congkhai.intake.procedures.importer import import_procedures
from congkhai.intake.run import Imported
from congkhai.model.finding import Severity
from congkhai.report.text import sentence
from congkhai.source.load import load
from tests.intake.reading import WORDING
from tests.intake.samples import SCRAPED, scraped

DAY = date(2026, 11, 22)


def brought_in(root: Path, data: bytes, name: str = "nguon.json") -> Imported:
    path = root.parent / name
    path.write_bytes(data)
    return import_procedures(path, root, load(root).repository, WORDING, DAY)


def lines(done: Imported) -> list[str]:
    return [
        f"{f.path}:{f.mark.line}: {f.code} {sentence(f, 'vi')[0]}"
        for f in done.findings
        if f.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "tệp trống"),
        (b"xin chao", "không phải JSON: tệp phải bắt đầu bằng [ hoặc {"),
        (b"<!DOCTYPE html><html><body>Loi 502</body></html>", "đây là trang HTML (có thể là trang báo lỗi lưu nhầm)"),
        (b"%PDF-1.7 ...", "đây là tệp PDF"),
        (b"PK\x03\x04....", "đây là tệp nén hoặc tệp Word, Excel, không phải JSON"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đây là tệp Word, Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu"),
        (b"\x1f\x8b\x08\x00khong phai gzip", "tệp nén .gz bị hỏng hoặc bị cắt"),
        (gzip.compress(b'[{"a":1}]' * 1000, mtime=0)[:-20], "tệp nén .gz bị hỏng hoặc bị cắt"),
        (bytes(range(128, 256)) * 9, "không nhận ra bảng mã của tệp; lưu lại bằng UTF-8"),
        (
            "Déjà vu, garçon où êtes-vous élève là-bas".encode("latin-1"),
            "không nhận ra bảng mã của tệp; lưu lại bằng UTF-8",
        ),
        (b'{\n "data": [1,\n', "tệp bị cắt giữa chừng"),
    ],
)
def test_no_such_file_is_taken(office: Path, data: bytes, told: str) -> None:
    done = brought_in(office, data)
    assert lines(done) == [f"nguon.json:{done.findings[0].mark.line}: NK100 không nhập được tệp: {told}"]
    assert not done.files


def test_missing_file(office: Path) -> None:
    done = import_procedures(office / "khong-co.json", office, load(office).repository, WORDING, DAY)
    assert lines(done) == ["khong-co.json:1: NK100 không nhập được tệp: không có tệp này"]


def test_truncated_array_keeps_what_came_before(office: Path) -> None:
    text = json.dumps([scraped("1.000001"), scraped("1.000002"), scraped("1.000003")], ensure_ascii=False, indent=1)
    done = brought_in(office, text[: text.rindex("cach_thuc")].encode())
    line = text[: text.rindex("ma_thu_tuc")].count("\n")
    told = "NK103 bản ghi số 3 không đọc được: sai cú pháp JSON; phần sau của tệp cũng không đọc được"
    assert lines(done) == [f"nguon.json:{line}: {told}"]
    assert {path for path in done.files if "procedures" in path} == {
        "content/procedures/ho-tich/1.000001.yml",
        "content/procedures/ho-tich/1.000002.yml",
    }


def test_a_broken_row_of_many_is_passed_over(office: Path) -> None:
    rows = [json.dumps(scraped("1.000001")), '{"ma_thu_tuc": ', json.dumps(scraped("1.000002")), "[1]", '"chu"']
    done = brought_in(office, "\n".join(rows).encode(), "nguon.jsonl")
    assert [line.split(" ", 1)[0] for line in lines(done)] == ["nguon.jsonl:2:", "nguon.jsonl:4:", "nguon.jsonl:5:"]
    assert sum("procedures" in path for path in done.files) == 2


def test_a_row_of_a_hundred_megabytes(office: Path) -> None:
    rows = [
        json.dumps(scraped("1.000001")),
        '{"ma_thu_tuc": "' + "a" * 100_000_000 + '"}',
        json.dumps(scraped("1.000002")),
    ]
    done = brought_in(office, "\n".join(rows).encode(), "nguon.jsonl")
    assert lines(done) == ["nguon.jsonl:2: NK103 bản ghi số 2 không đọc được: bản ghi dài quá 5 triệu ký tự"]
    assert sum("procedures" in path for path in done.files) == 2


def test_a_bomb(office: Path) -> None:
    done = brought_in(office, gzip.compress(b" " * (MAX_BYTES + 10)), "nguon.json.gz")
    assert "quá 256 MB" in lines(done)[0]


def test_deep_nesting(office: Path) -> None:
    done = brought_in(office, b"[" + b"[" * 100_000 + b"]" * 100_000 + b"]")
    assert lines(done)[0].startswith("nguon.json:1: NK103 bản ghi số 1 không đọc được: ")
    done = brought_in(office, b'{"a": ' + b"[" * 100_000)
    assert lines(done)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ma_thu_tuc": "T-HTI-1234-TT"}, "NK106"),
        ({"ma_thu_tuc": "../../../etc/passwd"}, "NK106"),
        ({"ma_thu_tuc": 1.00119}, "NK109"),
        ({"ma_thu_tuc": ""}, "NK106"),
        ({"ma_thu_tuc": None}, "NK106"),
    ],
)
def test_codes_that_are_none(office: Path, change: dict[str, object], code: str) -> None:
    done = brought_in(office, json.dumps([scraped("1.000001") | change]).encode())
    assert [f.code for f in done.findings if f.severity is Severity.ERROR] == [code]
    assert not done.files


def test_a_code_twice(office: Path) -> None:
    done = brought_in(office, json.dumps([scraped("1.000001"), scraped("1.000001") | {"ten_thu_tuc": "Khác"}]).encode())
    assert lines(done) == ["nguon.json:1: NK107 mã 1.000001 đã có ở bản ghi số 1; bản ghi số 2 không được nhập"]


def test_unknown_shape_names_the_fields(office: Path) -> None:
    done = brought_in(office, b'[{"id": 1, "title": "x"}]')
    assert lines(done) == [
        "nguon.json:1: NK105 bản ghi số 1 không phải thủ tục của cơ sở dữ liệu quốc gia (các trường: id, title)"
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1258", "tcvn3", "vni"])
def test_other_encodings_are_recognised(office: Path, encoding: str) -> None:
    text = json.dumps([SCRAPED], ensure_ascii=False)
    done = brought_in(office, encoded(text, encoding))
    assert "name: Đăng ký khai sinh" in done.files["content/procedures/ho-tich/1.000001.yml"].decode()
    assert [f.code for f in done.findings if f.code == "NK102"] == ([] if encoding == "utf-8-sig" else ["NK102"])


def encoded(text: str, encoding: str) -> bytes:
    from congkhai.intake import legacy

    if encoding == "tcvn3":
        table = {letter: code for code, letter in legacy._TCVN3_SMALL.items()} | dict(
            zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)
        )
        return "".join(table.get(c, table.get(c.lower(), c)) for c in text).encode("latin-1")
    if encoding == "cp1258":  # tones stand after their letters
        tones = "\u0300\u0301\u0303\u0309\u0323"
        split = (unicodedata.normalize("NFD", letter) for letter in text)
        return "".join(
            unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones))
            + "".join(c for c in letter if c in tones)
            for letter in split
        ).encode(encoding)
    if encoding == "vni":
        codes = {unicodedata.normalize("NFC", letter): code for code, letter in legacy._VNI.items()}
        return "".join(codes.get(c, c) for c in text).encode("cp1252")
    return text.encode(encoding)


def test_anything_at_all_in_the_fields(office: Path) -> None:
    """Whatever JSON puts into a field, the import ends, and what it writes can be read."""
    odd: list[object] = [
        None,
        1,
        True,
        [],
        {},
        ["a"],
        {"a": 1},
        "\x00\x01\u202e",
        "a" * 200_000,
        "Bước 1" * 500,
        "(" * 3000,
        "1 bản chính" * 900,
    ]
    rows = []
    for number, value in enumerate(odd):
        for part, key in enumerate(SCRAPED):
            if key != "ma_thu_tuc":
                rows.append(scraped(f"2.{number:03d}{part:03d}") | {key: value})
    done = brought_in(office, json.dumps(rows).encode())
    assert done.records == len(rows)
    assert len([p for p in done.placed if p.kind == "procedure"]) == len(rows)


def test_every_reason_has_words() -> None:
    from congkhai.catalogue import phrase

    source = "".join(path.read_text("utf-8") for path in Path(json_records.__file__).parent.rglob("*.py"))
    import re

    for reason in set(re.findall(r'Unreadable\("(\w+)"|RawRecord\([^)]*None, "(\w+)"', source)):
        assert phrase(f"reasons.intake_{reason[0] or reason[1]}")
    assert message("NK100").explain
