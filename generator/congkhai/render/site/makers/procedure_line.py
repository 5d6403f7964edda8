"""A procedure as one line of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.alphabet import order
from congkhai.derive.fee_lines import fee_lines
from congkhai.derive.office import Office
from congkhai.derive.time_words import short_time
from congkhai.model.pickled import quickly_pickled
from congkhai.model.procedure import Audience, Channel, Procedure
from congkhai.render.site.makers.price_table import price_summary
from congkhai.source.fact import fact
from congkhai.source.repository import Key, Source


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """What a list shows of a procedure: enough to know whether it is the one, and what it takes."""

    title: str
    address: str
    code: str
    summary: str
    time: str
    price: str
    papers: str


def in_force(source: Source, office: Office) -> bool:
    """Say whether a procedure is in force on the day."""
    procedure: Procedure = source.record
    return procedure.validity is None or procedure.validity.holds(office.day)


def time_text(channel: Channel) -> str:
    """A time limit where nothing beside it says that it is one."""
    if channel.time_limit.unit in {"unstated", "unknown"}:
        return phrase(f"site.time_{channel.time_limit.unit}")
    return short_time(channel)


def papers_text(counts: Sequence[int]) -> str:
    """`3 giấy tờ`, or `3–6 giấy tờ` where cases differ: nobody shall come with the fewest of them."""
    low, high = min(counts), max(counts)
    return phrase("site.papers_count", n=low if low == high else f"{low}–{high}")


def procedure_line(office: Office, source: Source) -> ProcedureLine:
    """One line."""
    record: Procedure = source.record
    lines = [fee_lines(office, channel, source.key.office) for channel in record.channels]
    times = dict.fromkeys(time_text(channel) for channel in record.channels)
    return ProcedureLine(
        title=record.name,
        address=address(source),
        code=record.code,
        summary=record.summary or "",
        time=" / ".join(times),
        price=price_summary(record.channels, lines),
        papers=papers_text([len(case.papers) for case in record.cases]),
    )


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Membership:
    """Under what a procedure is counted: its field, whom it is for, and whether it is in force."""

    field: Key
    audience: tuple[Audience, ...]
    in_force: bool


@fact
def membership(office: Office, source: Source) -> Membership:
    """Where a procedure belongs. It stays the same when only what a line shows is changed."""
    record: Procedure = source.record
    field = office.get("field", record.field, source.key.office).key
    return Membership(field, record.audience, in_force(source, office))


@fact
def field_counts(office: Office) -> Mapping[Key, int]:
    """How many procedures in force each field holds."""
    found = [membership(office, source) for source in office.repository.all("procedure")]
    return dict(Counter(one.field for one in found if one.in_force))


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure where many are sorted, with the fees that it asks; `line` is None when it is not in force."""

    place: tuple[tuple[int, ...], tuple[int, ...]]
    line: ProcedureLine | None
    fees: tuple[Source, ...]


@fact
def procedure_row(office: Office, source: Source) -> ProcedureRow:
    """One row, known once for all lists."""
    record: Procedure = source.record
    line = procedure_line(office, source) if in_force(source, office) else None
    asked = [line.source for channel in record.channels for line in fee_lines(office, channel, source.key.office)]
    fees = {fee.key: fee for fee in asked if fee}
    return ProcedureRow(order(_bare(record.name)), line, tuple(fees.values()))


def procedure_lines(office: Office, sources: Iterable[Source]) -> tuple[ProcedureLine, ...]:
    """Lines in the order of the alphabet, only of procedures in force."""
    rows = [procedure_row(office, source) for source in sources]
    return tuple(row.line for row in sorted(rows, key=lambda row: row.place) if row.line)


def _bare(title: str) -> str:
    """A name without the word that half of them begin with."""
    return title.removeprefix("Thủ tục ").strip()
