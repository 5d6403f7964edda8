"""What a dossier costs on a channel, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.derive.office import Office
from congkhai.model.fee import Fee, FeeKind
from congkhai.model.money import Money
from congkhai.model.procedure import Channel, Procedure
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One amount to pay. `source` is the record of the fee list behind it, if any."""

    name: str
    kind: FeeKind | None
    amount: Money
    condition: str | None
    per: str | None
    source: Source | None


def fee_lines(office: Office, channel: Channel, at: str = "") -> tuple[FeeLine, ...]:
    """Every amount due on a channel; empty when nothing is due."""
    lines: list[FeeLine] = []
    for due in channel.fees:
        if due.fee is None:
            if due.name and due.amount is not None:
                lines.append(FeeLine(due.name, None, due.amount, due.condition, None, None))
            continue
        source = office.get("fee", due.fee, at)
        fee: Fee = source.record
        for rate in fee.rates:
            if due.amount is None or rate.amount == due.amount:
                condition = due.condition or rate.condition
                lines.append(FeeLine(fee.name, fee.kind, rate.amount, condition, rate.per, source))
    return tuple(lines)


def price_range(lines: Iterable[FeeLine]) -> str | None:
    """`8.000 đồng`, or `5.000 – 8.000 đồng` when conditions differ; None when nothing is due."""
    amounts = sorted({line.amount for line in lines if line.amount.amount}, key=lambda m: (m.currency, m.amount))
    if not amounts:
        return None
    low, high = amounts[0], amounts[-1]
    if low == high:
        return str(low)
    if low.currency != high.currency:
        return f"{low}; {high}"
    return f"{str(low).rpartition(' ')[0]} – {high}"


def procedure_price(office: Office, procedure: Procedure, at: str = "") -> str | None:
    """The price range over all channels of a procedure; None when it is free."""
    return price_range(line for channel in procedure.channels for line in fee_lines(office, channel, at))
