"""What a procedure costs: one row per case, and the channels on which an amount holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.fee_lines import FeeLine, price_range
from congkhai.model.money import Money
from congkhai.model.procedure import Channel


class PriceView(NamedTuple):
    """An amount and where it stands in the record; `channels` is empty when it holds for every way to hand in.

    `value` is None where the record says the amount in words only.
    """

    amount: str
    value: int | None
    field: str
    channels: str


class PriceRow(NamedTuple):
    """A fee in one case; `address` leads to the fee's own page."""

    name: str
    condition: str | None
    per: str | None
    address: str | None
    prices: tuple[PriceView, ...]


def price_rows(channels: Sequence[Channel], lines: Sequence[Sequence[FeeLine]]) -> tuple[PriceRow, ...]:
    """The fees of all channels laid together; `lines` holds those of each channel, in its order."""
    rows: dict[tuple[str, str | None, str | None, str | None], list[tuple[int, FeeLine]]] = {}
    for number, (_channel, due) in enumerate(zip(channels, lines, strict=True)):
        for line in due:
            at = address(line.source) if line.source else None
            rows.setdefault((line.name, line.condition, line.per, at), []).append((number, line))
    return tuple(
        PriceRow(name, condition, per, at, tuple(_prices(channels, found)))
        for (name, condition, per, at), found in rows.items()
    )


def price_summary(channels: Sequence[Channel], lines: Sequence[Sequence[FeeLine]]) -> str:
    """The price of a procedure in a few words: `Không mất phí`, `8.000 đồng`, `Miễn phí hoặc 4.000 – 8.000 đồng`.

    `lines` holds the fees of each channel, in its order. What the record does not know is never called free.
    """
    unknown = [channel.fees_unknown for channel in channels]
    if all(unknown):
        return phrase("site.price_unknown")
    price = price_range(line for due in lines for line in due)
    if any(line.amount is None for due in lines for line in due):
        words = phrase("site.price_in_words")
        price = phrase("site.price_or", one=price, other=words.lower()) if price else words
    waived = any(
        (not due and not hidden) or any(line.amount is not None and line.amount.amount == 0 for line in due)
        for due, hidden in zip(lines, unknown, strict=True)
    )
    if price is None:
        price = phrase("site.free")
    elif waived:
        price = phrase("site.free_or", price=price[0].lower() + price[1:])
    return phrase("site.price_partly", price=price) if any(unknown) else price


def money_text(amount: Money | None) -> str:
    """An amount as a page says it: `Không thu` for zero, `Theo quy định` for one that is said in words."""
    if amount is None:
        return phrase("site.price_in_words")
    return str(amount) if amount.amount else phrase("site.no_charge")


def _prices(channels: Sequence[Channel], found: Sequence[tuple[int, FeeLine]]) -> list[PriceView]:
    amounts: dict[Money | None, list[tuple[int, FeeLine]]] = {}
    for number, line in found:
        amounts.setdefault(line.amount, []).append((number, line))
    everywhere = len(amounts) == 1 and len({number for number, _ in found}) == len(channels)
    views = []
    for amount, holders in amounts.items():
        number, line = holders[0]
        labels = dict.fromkeys(channels[n].kind.label for n, _ in holders)
        where = "" if everywhere else ", ".join(labels)
        value = amount.amount if amount else None
        views.append(PriceView(money_text(amount), value, f"channels[{number}].fees[{line.place}]", where))
    return views
