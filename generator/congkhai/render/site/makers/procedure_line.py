"""A procedure as one line of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congkhai.catalogue import phrase
from congkhai.derive.address import address
from congkhai.derive.alphabet import order
from congkhai.derive.fee_lines import fee_lines
from congkhai.derive.office import Office
from congkhai.derive.time_words import short_time
from congkhai.model.procedure import Channel, Procedure
from congkhai.render.site.makers.price_table import price_summary
from congkhai.source.repository import Source


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """What a list shows of a procedure: enough to know whether it is the one, and what it takes."""

    title: str
    address: str
    code: str
    summary: str
    time: str
    price: str
    papers: int


def in_force(source: Source, office: Office) -> bool:
    """Say whether a procedure is in force on the day."""
    procedure: Procedure = source.record
    return procedure.validity is None or procedure.validity.holds(office.day)


def time_text(channel: Channel) -> str:
    """A time limit where nothing beside it says that it is one."""
    if channel.time_limit.unit in {"unstated", "unknown"}:
        return phrase(f"site.time_{channel.time_limit.unit}")
    return short_time(channel)


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
        papers=min(len(case.papers) for case in record.cases),
    )


def procedure_lines(office: Office, sources: Iterable[Source]) -> tuple[ProcedureLine, ...]:
    """Lines in the order of the alphabet, only of procedures in force."""
    found = [procedure_line(office, source) for source in sources if in_force(source, office)]
    return tuple(sorted(found, key=lambda line: order(_bare(line.title))))


def _bare(title: str) -> str:
    """A name without the word that half of them begin with."""
    return title.removeprefix("Thủ tục ").strip()
