"""What nearly fits one page is set in smaller type and closer lines, within Decree 30/2020/NĐ-CP; never beyond."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from congkhai.derive.office import Office
from congkhai.model.plan import Plan, Section, Signatory
from congkhai.render.notices.notice import Notice
from congkhai.render.notices.press import Press
from tests.notices.decree30 import Document, measure
from tests.notices.samples import reader, squeezed
from tests.notices.test_decree30 import printed

_LINE = "Đoạn {n} của nội dung kế hoạch."
_LONGER = _LINE + " Đoạn này dài hơn một dòng, để đoạn nào cũng có hai dòng chữ trên trang giấy khổ A4."


def _plan(sample: Office, press: Press, text: str) -> Document:
    """A short plan of the sample, signed, with no appendix."""
    record: Plan = sample.get("plan", "an-giang-20-kh-ubnd-2010").record
    signed = Signatory(capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Huỳnh Thế Năng")
    section = Section(number="1", text=text)
    bare = dataclasses.replace(record, basis=(), preamble=None, reports=(), indicators=(), recipients=())
    short = dataclasses.replace(bare, sections=(section,), signatory=signed)
    return Document(*measure(printed(sample, press, short)))


def _body(document: Document) -> list[tuple[int, float, float]]:
    """Page, height and size of the lines of the text, from top to bottom."""
    lines = {(r.page, round(r.y, 1)): r.size for r in document.runs if "Đoạn" in r.text or "trang giấy" in r.text}
    return sorted((page, y, size) for (page, y), size in lines.items())


def test_type_and_lines_come_closer_before_a_second_page_is_needed(sample: Office, press: Press):
    sizes = []
    for count in range(3, 16):
        document = _plan(sample, press, "\n\n".join(_LONGER.format(n=n) for n in range(count)))
        body = _body(document)
        (size,) = {size for _, _, size in body}
        gaps = [(b[1] - a[1]) / 25.4 * 72 for a, b in zip(body, body[1:], strict=False) if a[0] == b[0]]
        assert 13 <= size <= 14
        assert 1.15 * size <= min(gaps) + 0.3
        assert max(gaps) - min(gaps) >= 6 - 0.5
        sizes.append((len(document.sizes), size, round(min(gaps) / size, 2)))
    one = [(size, gap) for pages, size, gap in sizes if pages == 1]
    assert one[0] == (14, 1.34)
    assert {size for size, _ in one} == {13, 14}
    assert len(set(one)) >= 3
    # What needs two pages anyhow is set as usual, and once it does, all that is longer does.
    assert {(size, gap) for pages, size, gap in sizes if pages == 2} == {(14, 1.34)}
    assert [pages for pages, _, _ in sizes] == sorted(pages for pages, _, _ in sizes)


def test_two_lines_of_the_text_go_along_with_the_signature(sample: Office, press: Press):
    """Even where each paragraph is one line."""
    two = 0
    for count in range(18, 46, 2):
        document = _plan(sample, press, "\n\n".join(_LINE.format(n=n) for n in range(count)))
        page = next(r.page for r in document.runs if r.text.startswith("TM. "))
        two += page > 0
        assert len([line for line in _body(document) if line[0] == page]) >= 2, count
    assert two


def test_a_posting_of_several_boards_stays_on_one_page(press: Press, one_of_each: Mapping[str, Notice]):
    notice = one_of_each["posting_notice-a4"]
    assert isinstance(notice.facts, dict)
    places = notice.facts["places"]
    assert isinstance(places, list)
    for count in (5, 6):
        facts = {**notice.facts, "places": (places * count)[:count], "extensions": []}
        made = press.print(dataclasses.replace(notice, facts=facts))
        assert isinstance(made, bytes)
        assert len(Document(*measure(made)).sizes) == 1, count


def test_rows_of_a_budget_stand_closer_before_only_its_explanation_needs_a_page(
    everything: tuple[Notice, ...], press: Press
):
    (found,) = [n for n in everything if n.name.kind == "budget" and n.name.key.id == "2025-du-toan-chi"]
    facts = found.facts
    assert isinstance(facts, dict)
    data = press.print(found)
    assert isinstance(data, bytes), data
    (page,) = reader(data).pages
    text = squeezed(page.extract_text())
    assert all(squeezed(words)[:40] in text for words in facts["explanation"])
    assert all(squeezed(row["label"])[:12] in text for row in facts["rows"])
