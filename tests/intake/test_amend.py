"""A change of a record touches the lines of what changed and no other."""

from __future__ import annotations

import difflib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.intake.writer.amend import CannotAmend, amended
from congkhai.intake.writer.emit import to_yaml
from congkhai.model.kinds import KINDS
from congkhai.model.posting import Extension, Interruption, Posting, Withdrawal
from congkhai.source.bind import bind
from congkhai.source.one_file import typed
from tests.trees import mapping as tree_of
from tests.trees import records

FILE = """\
# Tờ này do văn phòng lập.
number: 7   # theo sổ giấy
year: 2026

item: {kind: fee, id: le-phi-ho-tich}   # biểu phí
boards:
    - tru-so      # sân trước
    - "ap-1"
# từ đây là thời gian
start:   2026-07-01
days: 30
posted_by: 'can-bo'
note: >-
  Dán ở cửa.
  Nhìn từ ngoài vào.


# hết
"""
LONGER = Extension(
    until=date(2026, 9, 1), reason="Chờ kết quả: chưa có", decided=date(2026, 7, 20), decided_by="chu-tich"
)
WITHDRAWN = Withdrawal(day=date(2026, 7, 2), reason="a: b", by="c")
TORN = Interruption(start=date(2026, 7, 3), reason="Bị xé")


def read(text: str) -> Posting:
    found = typed("content/postings/2026-7.yml", text.encode(), KINDS["posting"])
    assert found.source, found.findings
    record: Posting = found.source.record
    return record


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Lines that went, and lines that came."""
    lines = list(difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True)))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def test_a_new_key_goes_where_the_model_has_it():
    old = read(FILE)
    new = replace(old, taken_down=date(2026, 8, 3), extensions=(LONGER,))
    text = amended(FILE, old, new)
    assert read(text) == new
    gone, come = changed(FILE, text)
    assert gone == []
    assert "".join(come) == (
        'extensions:\n  - until: 2026-09-01\n    reason: "Chờ kết quả: chưa có"\n    decided: 2026-07-20\n'
        "    decided_by: chu-tich\ntaken_down: 2026-08-03\n"
    )
    assert text.index("posted_by") < text.index("extensions") < text.index("taken_down") < text.index("note")


def test_lists_keep_their_own_indentation():
    old = read(FILE)
    new = replace(old, boards=(*old.boards, "ap-2"))
    gone, come = changed(FILE, amended(FILE, old, new))
    assert (gone, come) == ([], ["    - ap-2\n"])


def test_a_value_is_replaced_within_its_line():
    old = read(FILE)
    text = amended(FILE, old, replace(old, start=date(2026, 7, 2)))
    assert changed(FILE, text) == (["start:   2026-07-01\n"], ["start:   2026-07-02\n"])


def test_an_open_interruption_is_closed_inside_its_item():
    file = FILE.replace("note:", "interruptions:\n  # bão\n  - reason: Bị xé # gió\n    start: 2026-07-03\nnote:")
    old = read(file)
    new = replace(old, interruptions=(replace(TORN, end=date(2026, 7, 5)), TORN))
    text = amended(file, old, new)
    assert read(text) == new
    assert changed(file, text) == ([], ["    end: 2026-07-05\n", "  - start: 2026-07-03\n", "    reason: Bị xé\n"])


def test_an_empty_list_is_opened():
    file = FILE.replace("note:", "extensions: []   # chưa\nnote:")
    old = read(file)
    text = amended(file, old, replace(old, extensions=(LONGER,)))
    assert changed(file, text)[0] == ["extensions: []   # chưa\n"]
    assert read(text).extensions == (LONGER,)


@pytest.mark.parametrize("change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.rstrip()])
def test_line_ends_marks_and_a_missing_last_line_break_stay(change):
    file = change(FILE)
    old = read(file)
    text = amended(file, old, replace(old, withdrawn=Withdrawal(day=date(2026, 7, 2), reason="Sai", by="chu-tich")))
    assert read(text).withdrawn
    rest = text
    for line in ("withdrawn:", "  day: 2026-07-02", "  reason: Sai", "  by: chu-tich"):
        end = "\r\n" if "\r\n" in file else "\n"
        assert line + end in rest
        rest = rest.replace(line + end, "", 1)
    assert rest == file


@pytest.mark.parametrize(
    "file",
    [
        FILE.replace('boards:\n    - tru-so      # sân trước\n    - "ap-1"', "boards: [tru-so, ap-1]"),
        "{number: 7, year: 2026, item: {kind: fee, id: x}, boards: [tru-so], start: 2026-07-01, posted_by: can-bo}\n",
    ],
)
def test_what_stands_on_one_line_is_refused(file: str):
    old = read(file)
    with pytest.raises(CannotAmend):
        amended(file, old, replace(old, boards=(*old.boards, "ap-2")))


def test_nothing_is_ever_taken_out():
    old = read(FILE)
    with pytest.raises(CannotAmend):
        amended(FILE, old, replace(old, note=None))


_COMMENTS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["# ghi chú", "", "   # thụt vào", "#"])), max_size=8
)


@settings(max_examples=60)
@given(st.data())
def test_any_change_of_any_file_leaves_the_other_lines(data: st.DataObject):
    """Files as the writer makes them, with comments and empty lines strewn in; any change that commands make."""
    old = bind(Posting, tree_of(data.draw(records(Posting))), "x.yml").record
    lines = to_yaml(old).splitlines()
    for place, comment in data.draw(_COMMENTS):
        lines.insert(min(place, len(lines)), comment)
    file = "\n".join(lines) + "\n"
    old = typed("content/postings/2026-7.yml", file.encode(), KINDS["posting"]).source
    if old is None:  # a comment inside a folded text became a part of it
        return
    record: Posting = old.record
    new = replace(
        record,
        taken_down=data.draw(st.sampled_from([record.taken_down, date(2026, 8, 3)])) or record.taken_down,
        extensions=(*record.extensions, *data.draw(st.sampled_from([(), (LONGER,), (LONGER, LONGER)]))),
        interruptions=(*record.interruptions, *data.draw(st.sampled_from([(), (TORN,)]))),
        withdrawn=record.withdrawn or data.draw(st.sampled_from([None, WITHDRAWN])),
    )
    text = amended(file, record, new)
    assert typed("content/postings/2026-7.yml", text.encode(), KINDS["posting"]).source.record == new
    gone, _come = changed(file, text)
    assert all(line.startswith("taken_down:") for line in gone)
