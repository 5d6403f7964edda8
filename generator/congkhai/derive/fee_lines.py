"""What a dossier costs on a channel, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from congkhai.derive.office import Office
from congkhai.model.fee import Fee, FeeKind
from congkhai.model.money import Money
from congkhai.model.procedure import Channel, ChannelFee
from congkhai.source.repository import Source


class FeeLine(NamedTuple):
    """One amount to pay; None where the source says it in words only, which then stand in `condition`.

    `source` is the record of the fee list behind it, if any; `place` counts in `channel.fees`.
    """

    name: str
    kind: FeeKind | None
    amount: Money | None
    condition: str | None
    per: str | None
    source: Source | None
    place: int


def fee_lines(office: Office, channel: Channel, at: str = "") -> tuple[FeeLine, ...]:
    """Every amount due on a channel, zero amounts included; empty when nothing is due, or when that is not known.

    A fee named with an amount is one line, also when no rate of the fee list has that amount (as when it is
    waived); a fee named without one stands for all its rates.
    """
    lines: list[FeeLine] = []
    for place, due in enumerate(channel.fees):
        if due.fee is None:
            if due.name:
                lines.append(FeeLine(due.name, None, due.amount, due.condition, None, None, place))
            continue
        source = office.get("fee", due.fee, at)
        fee: Fee = source.record
        if due.amount is not None:
            lines.append(_named(fee, due, due.amount, source, place))
        else:
            lines += [
                FeeLine(fee.name, fee.kind, rate.amount, due.condition or rate.condition, rate.per, source, place)
                for rate in fee.rates
            ]
    return tuple(lines)


def _named(fee: Fee, due: ChannelFee, amount: Money, source: Source, place: int) -> FeeLine:
    rates = [rate for rate in fee.rates if rate.amount == amount]
    condition = due.condition or (rates[0].condition if len(rates) == 1 else None)
    units = {rate.per for rate in rates}
    return FeeLine(fee.name, fee.kind, amount, condition, units.pop() if len(units) == 1 else None, source, place)


def price_range(lines: Iterable[FeeLine]) -> str | None:
    """`8.000 đồng`, or `5.000 – 8.000 đồng` when conditions differ; None when no figure says what is due."""
    amounts = sorted(
        {line.amount for line in lines if line.amount and line.amount.amount}, key=lambda m: (m.currency, m.amount)
    )
    if not amounts:
        return None
    low, high = amounts[0], amounts[-1]
    if low == high:
        return str(low)
    if low.currency != high.currency:
        return f"{low}; {high}"
    return f"{str(low).rpartition(' ')[0]} – {high}"
