"""Procedures: what hangs on the channel, what hangs on the case, and the names people know them by."""

from __future__ import annotations

from congkhai.check.rule import Context, Rule, Violations
from congkhai.model.calendar import clamp, short_date
from congkhai.model.fee import Fee
from congkhai.model.finding import Severity
from congkhai.model.procedure import Procedure
from congkhai.source.repository import Source


def _code_differs(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    if source.id != procedure.code:
        yield "id" if procedure.id else "code", {"code": procedure.code, "id": source.id}


def _amount_of_no_rate(source: Source, context: Context) -> Violations:
    procedure: Procedure = source.record
    for c, channel in enumerate(procedure.channels):
        for f, due in enumerate(channel.fees):
            found = context.repository.find("fee", due.fee, source.key.office) if due.fee else None
            if found is None or due.amount is None or due.amount.amount == 0:  # 0 says that nothing is due
                continue
            fee: Fee = found.record
            amounts = [rate.amount for rate in fee.rates]
            if due.amount not in amounts:
                rates = ", ".join(dict.fromkeys(map(str, amounts)))
                yield f"channels[{c}].fees[{f}].amount", {"amount": str(due.amount), "fee": found.id, "rates": rates}


def _fee_out_of_time(source: Source, context: Context) -> Violations:
    """A fee to come may stand there early, with a condition that says from when; what has ended may not."""
    procedure: Procedure = source.record
    day = clamp(context.day, procedure.validity)
    for c, channel in enumerate(procedure.channels):
        for f, due in enumerate(channel.fees):
            found = context.repository.find("fee", due.fee, source.key.office) if due.fee else None
            fee: Fee | None = found.record if found else None
            if fee is None or fee.validity is None or fee.validity.holds(day):
                continue
            start, end = fee.validity.start, fee.validity.end
            if due.condition is None or (end and end < day):
                told = {"start": short_date(start) if start else "", "end": short_date(end) if end else ""}
                yield f"channels[{c}].fees[{f}].fee", {"name": fee.name, **told, "day": short_date(day)}


def _channel_twice(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    seen = set()
    for c, channel in enumerate(procedure.channels):
        if channel.kind in seen:
            yield f"channels[{c}].kind", {"value": channel.kind.value, "label": channel.kind.label}
        seen.add(channel.kind)


def _nameless_fee(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    for c, channel in enumerate(procedure.channels):
        for f, due in enumerate(channel.fees):
            if due.fee is None and (due.name is None or (due.amount is None and due.condition is None)):
                yield f"channels[{c}].fees[{f}]", {}


def _words_missing(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    for c, channel in enumerate(procedure.channels):
        if channel.time_limit.unit == "in_words" and channel.time_note is None:
            yield f"channels[{c}].time_limit", {"label": channel.kind.label}


def _known_and_unknown(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    for c, channel in enumerate(procedure.channels):
        if channel.fees_unknown and channel.fees:
            yield f"channels[{c}].fees_unknown", {"label": channel.kind.label}


def _time_unknown(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    found = {
        c: channel.kind.label for c, channel in enumerate(procedure.channels) if channel.time_limit.unit == "unknown"
    }
    if found:
        yield f"channels[{next(iter(found))}].time_limit", {"channels": ", ".join(found.values())}


def _fees_unknown(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    found = {c: channel.kind.label for c, channel in enumerate(procedure.channels) if channel.fees_unknown}
    if found:
        yield f"channels[{next(iter(found))}].fees_unknown", {"channels": ", ".join(found.values())}


def _paper_without_count(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    for c, case in enumerate(procedure.cases):
        for p, paper in enumerate(case.papers):
            if paper.originals <= 0 and paper.copies <= 0 and not paper.show_only:
                yield f"cases[{c}].papers[{p}]", {"name": paper.name}


def _common_name_repeated(source: Source, _context: Context) -> Violations:
    procedure: Procedure = source.record
    seen = {_folded(procedure.name)}
    for n, name in enumerate(procedure.common_names):
        if _folded(name) in seen:
            yield f"common_names[{n}]", {"value": name}
        seen.add(_folded(name))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


RULES = (
    Rule("TT101", _code_differs, ("procedure",)),
    Rule("TT102", _amount_of_no_rate, ("procedure",)),
    Rule("TT104", _channel_twice, ("procedure",)),
    Rule("TT105", _nameless_fee, ("procedure",)),
    Rule("TT106", _paper_without_count, ("procedure",), Severity.WARNING),
    Rule("TT109", _common_name_repeated, ("procedure",), Severity.WARNING),
    Rule("TT111", _words_missing, ("procedure",)),
    Rule("TT112", _known_and_unknown, ("procedure",)),
    Rule("TT113", _time_unknown, ("procedure",), Severity.WARNING),
    Rule("TT114", _fees_unknown, ("procedure",), Severity.WARNING),
    Rule("TT116", _fee_out_of_time, ("procedure",), Severity.WARNING),
)
