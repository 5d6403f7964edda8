"""What a procedure costs, in few words and in full."""

from __future__ import annotations

import pytest

from congkhai.derive.address import address
from congkhai.derive.fee_lines import fee_lines
from congkhai.derive.office import Office
from congkhai.model.money import Money
from congkhai.model.procedure import Channel, ChannelFee, ChannelKind
from congkhai.model.time_limit import TimeLimit
from congkhai.render.site.makers.price_table import price_rows, price_summary
from congkhai.source.repository import Repository
from tests.site.conftest import DAY

FEE = "le-phi-ho-tich"


@pytest.fixture(scope="module")
def office(repository: Repository) -> Office:
    return Office(repository, DAY)


def channel(kind: ChannelKind, *fees: ChannelFee) -> Channel:
    return Channel(kind=kind, time_limit=TimeLimit.parse("trong ngày"), fees=fees)


def due(amount: int | None, condition: str | None = None) -> ChannelFee:
    return ChannelFee(fee=FEE, amount=Money(amount) if amount is not None else None, condition=condition)


def test_a_waived_fee_is_a_line_of_its_own(office: Office):
    lines = fee_lines(office, channel(ChannelKind.COUNTER, due(0, "Đúng hạn"), due(8000, "Quá hạn")))
    assert [(line.amount.amount, line.condition, line.place) for line in lines] == [
        (0, "Đúng hạn", 0),
        (8000, "Quá hạn", 1),
    ]


def test_a_fee_without_an_amount_stands_for_all_its_rates(office: Office):
    lines = fee_lines(office, channel(ChannelKind.COUNTER, due(None)))
    assert [line.amount for line in lines] == [rate.amount for rate in office.get("fee", FEE).record.rates]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([[]], "Không mất phí"),
        ([[0]], "Không mất phí"),
        ([[8000]], "8.000 đồng"),
        ([[8000], [4000]], "4.000 – 8.000 đồng"),
        ([[0, 8000], [0, 4000]], "Miễn phí hoặc 4.000 – 8.000 đồng"),
        ([[8000], []], "Miễn phí hoặc 8.000 đồng"),
    ],
)
def test_the_price_in_a_few_words(office: Office, amounts: list[list[int]], words: str):
    channels = [channel(ChannelKind.COUNTER, *(due(a) for a in some)) for some in amounts]
    assert price_summary(channels, [fee_lines(office, one) for one in channels]) == words


IN_WORDS = ChannelFee(name="Phí thẩm định", condition="Theo nghị quyết của HĐND tỉnh")
SILENT = Channel(kind=ChannelKind.ONLINE, time_limit=TimeLimit.parse("trong ngày"), fees_unknown=True)


@pytest.mark.parametrize(
    ("channels", "words"),
    [
        ([channel(ChannelKind.COUNTER, IN_WORDS)], "Theo quy định"),
        ([channel(ChannelKind.COUNTER, IN_WORDS, due(8000))], "8.000 đồng hoặc theo quy định"),
        ([channel(ChannelKind.COUNTER, IN_WORDS), channel(ChannelKind.POST)], "Miễn phí hoặc theo quy định"),
        ([SILENT], "Chưa rõ"),
        ([SILENT, SILENT], "Chưa rõ"),
        ([channel(ChannelKind.COUNTER, due(8000)), SILENT], "8.000 đồng (có cách nộp chưa rõ)"),
        ([channel(ChannelKind.COUNTER), SILENT], "Không mất phí (có cách nộp chưa rõ)"),
    ],
)
def test_silence_is_never_called_free(office: Office, channels: list[Channel], words: str):
    assert price_summary(channels, [fee_lines(office, one) for one in channels]) == words


def test_a_fee_in_words_stands_with_its_words(office: Office):
    channels = [channel(ChannelKind.COUNTER, IN_WORDS)]
    (row,) = price_rows(channels, [fee_lines(office, one) for one in channels])
    assert (row.name, row.condition) == ("Phí thẩm định", "Theo nghị quyết của HĐND tỉnh")
    assert [(price.amount, price.value) for price in row.prices] == [("Theo quy định", None)]


def test_channels_are_named_only_where_they_differ(office: Office):
    channels = [
        channel(ChannelKind.COUNTER, due(0, "Đúng hạn"), due(8000, "Quá hạn")),
        channel(ChannelKind.ONLINE, due(0, "Đúng hạn"), due(4000, "Quá hạn")),
    ]
    rows = price_rows(channels, [fee_lines(office, one) for one in channels])
    free = next(row for row in rows if row.condition == "Đúng hạn")
    assert [(p.amount, p.channels) for p in free.prices] == [("Không thu", "")]
    assert free.address == address(office.get("fee", FEE))
    late = [(p.amount, p.channels, p.field) for row in rows if row.condition == "Quá hạn" for p in row.prices]
    assert late == [
        ("8.000 đồng", "Trực tiếp", "channels[0].fees[1]"),
        ("4.000 đồng", "Trực tuyến", "channels[1].fees[1]"),
    ]
