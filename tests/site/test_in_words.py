"""Limits and fees that no number says: pages, search, JSON and notices show the words, and never call silence free."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from congkhai.derive.local_facts import local_facts
from congkhai.render.data import mirror
from congkhai.render.notices.facts.field import FieldFacts
from congkhai.render.notices.facts.field import draft as list_of
from congkhai.render.notices.facts.procedure import facts as sheet_facts
from tests.site.records import Made, make, office

PATH = "content/procedures/1.001193.yml"
BASE = Path(__file__).parents[1] / "base" / PATH
LIMIT = "02 hoặc 04 giờ tùy cảng, kể từ khi tàu cập bến và thuyền trưởng khai báo đầy đủ với cảng vụ"
FEE = "Theo nghị quyết của Hội đồng nhân dân tỉnh"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    record = yaml.load(BASE.read_text("utf-8"), yaml.BaseLoader) | {
        "channels": [
            {
                "kind": "counter",
                "time_limit": "xem ghi chú",
                "time_note": LIMIT,
                "fees": [{"name": "Phí thẩm định", "condition": FEE}],
            },
            {"kind": "online", "time_limit": "chưa rõ", "fees_unknown": "true"},
        ]
    }
    return make(office(tmp_path_factory.mktemp("loi") / "office", {PATH: record}))


def test_pages_and_search_show_the_words(made: Made) -> None:
    address = next(address for address in made.pages if address.endswith("1.001193/"))
    text = made.text(address)
    assert LIMIT in text
    assert FEE in text
    assert "Theo quy định" in text
    assert text.count("Chưa rõ") == 4  # at a glance, in the answers, time and fees of a channel in the table
    for free in ("Không mất phí", "Không thu", "Miễn phí", "Xem ghi chú"):
        assert free not in text
    search = made.pages[address].search
    assert search is not None
    assert LIMIT in search.text


def test_the_mirror_says_what_is_known(made: Made) -> None:
    data = next(data for path, data, _ in mirror.files(made.office) if path.endswith("1.001193.json")).decode()
    for piece in ('"unit": "in_words"', LIMIT, FEE, '"unit": "unknown"', '"fees_unknown": true'):
        assert piece in data


def test_notices_print_the_words(made: Made) -> None:
    source = next(s for s in made.office.repository.all("procedure") if s.id == "1.001193")
    local = local_facts(made.office, source, "")
    found = list_of(made.office, made.office.get("field", source.record.field))
    assert found is not None
    listed = found.facts()
    assert isinstance(listed, FieldFacts)
    (row, *_) = listed.procedures
    assert [(part.channels, part.lines) for part in row.time_limits] == [
        ("Trực tiếp", (LIMIT,)),
        ("Trực tuyến", ("Chưa rõ",)),
    ]
    assert [part.lines for part in row.fees] == [(f"Theo quy định ({FEE})",), ("Chưa rõ",)]
    counter, online = sheet_facts(made.office, source, local).channels
    assert (counter.time_limit, counter.time_note) == (LIMIT, "")
    assert [(fee.name, fee.due, fee.condition) for fee in counter.fees] == [("Phí thẩm định", "Theo quy định", FEE)]
    assert [fee.due for fee in online.fees] == ["Chưa rõ"]
