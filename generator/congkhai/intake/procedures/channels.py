"""The table of channels to channels: one of each kind, whatever number of rows the source has for it."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.intake.cleaning import line, parted
from congkhai.intake.draft import Origin
from congkhai.intake.procedures.fees import ReadFees, read_fees
from congkhai.intake.procedures.foreign import ChannelRow
from congkhai.intake.procedures.nothing import denied, unsaid
from congkhai.intake.procedures.time_limits import ReadLimit, read_limit
from congkhai.intake.slugs import folded
from congkhai.intake.wording import Wording
from congkhai.model.finding import Finding
from congkhai.model.procedure import Channel, ChannelFee, ChannelKind
from congkhai.model.time_limit import TimeLimit

_KINDS = (
    ("truc tuyen", ChannelKind.ONLINE),
    ("truc tiep", ChannelKind.COUNTER),
    ("buu chinh", ChannelKind.POST),
)
_LONGEST_TIME_NOTE = 500
_LONGEST_NOTE = 1000
#: Minutes of each unit, to find the longest of limits that no range can hold.
_MINUTES = {
    "minute": 1,
    "hour": 60,
    "working_hour": 60,
    "day": 1440,
    "working_day": 1440,
    "week": 10080,
    "month": 43200,
    "year": 525600,
}


@dataclass(frozen=True, slots=True)
class ReadChannels:
    """Channels, findings, words of the source by field path where no value could be read, and what did not fit."""

    channels: tuple[Channel, ...]
    findings: tuple[Finding, ...]
    words: dict[str, str]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    row: ChannelRow
    limit: ReadLimit
    fees: ReadFees


def read_channels(rows: tuple[ChannelRow, ...], origin: Origin, wording: Wording) -> ReadChannels:
    """Group rows by channel, in the order in which the channels come first."""
    groups: dict[ChannelKind, list[_Row]] = {}
    findings: list[Finding] = []
    rest: list[str] = []
    for row in rows:
        kind = next((kind for words, kind in _KINDS if words in folded(row.channel)), None)
        if kind is None:
            findings.append(origin.warning("NK123", "channels", value=line(row.channel)))
            rest.append(
                " | ".join(line(part) for part in (row.channel, row.time, row.fees, row.description) if line(part))
            )
            continue
        read = _Row(row, read_limit(row.time, row.description), read_fees(row.fees, wording("fee")))
        groups.setdefault(kind, []).append(read)
    channels, words = [], {}
    for place, (kind, group) in enumerate(groups.items()):
        channel, unread, over = _channel(kind, group, wording)
        channels.append(channel)
        rest += over
        if unread:
            words[f"channels[{place}].time_limit"] = wording("see_note")
        findings += _findings(kind, group, f"channels[{place}]", origin)
    return ReadChannels(tuple(channels), tuple(findings), words, tuple(rest))


def _channel(kind: ChannelKind, group: list[_Row], wording: Wording) -> tuple[Channel, bool, list[str]]:
    limits = [read.limit.limit for read in group if read.limit.limit]
    unread = len(limits) < len(group)
    limit = _together(limits) if limits and not unread else TimeLimit.parse("không quy định")
    time_note, note, over = _notes(group, limits, wording)
    fees = tuple(dict.fromkeys(fee for read in group for fee in read.fees.fees))
    if any(fee.amount and fee.amount.amount for fee in fees):
        fees = tuple(fee for fee in fees if fee.amount is None or fee.amount.amount or fee.condition)
    return (
        Channel(kind=kind, time_limit=limit, time_note=time_note or None, fees=_once(fees), note=note or None),
        unread,
        over,
    )


def _once(fees: tuple[ChannelFee, ...]) -> tuple[ChannelFee, ...]:
    """Fees without those of no amount that another says with a condition."""
    bare = {fee.name for fee in fees if fee.amount and not fee.amount.amount and not fee.condition}
    said = {fee.name for fee in fees if fee.condition}
    return tuple(
        fee
        for fee in fees
        if not (fee.name in bare & said and fee.amount and not fee.amount.amount and not fee.condition)
    )


def _together(limits: list[TimeLimit]) -> TimeLimit:
    """A range over limits of one unit, or the longest of several units."""
    units = {limit.unit for limit in limits}
    if len(units) == 1:
        low, high = min(limit.low for limit in limits), max(limit.high for limit in limits)
        return TimeLimit(units.pop(), low, high)
    return max(limits, key=lambda limit: _MINUTES.get(limit.unit, 0) * limit.high)


def _notes(group: list[_Row], limits: list[TimeLimit], wording: Wording) -> tuple[str, str, list[str]]:
    """The note on time, the note of the channel, and what fitted into neither."""
    about_time: list[str] = []
    about: list[str] = []
    several = len({(read.limit.limit, line(read.row.description)) for read in group}) > 1
    for read in group:
        description = "" if unsaid(read.row.description) or denied(read.row.description) else line(read.row.description)
        cell = line(read.row.time)
        if read.limit.limit is None:
            said = wording("time_unread", text=cell) if cell and not unsaid(cell) else wording("time_unsaid")
            about_time.append(said)
            about += [description] if description and description != cell else []
        elif several and len({str(limit) for limit in limits}) > 1:
            about_time.append(
                f"{str(read.limit.limit).lower()}: {description}" if description else str(read.limit.limit).lower()
            )
        elif description and _speaks_of_time(description):
            about_time.append(description)
        elif description:
            about.append(description)
        about += [wording("fee_more", text=text) for text in read.fees.rest]
    return _fitted(list(dict.fromkeys(about_time)), list(dict.fromkeys(about)))


def _speaks_of_time(text: str) -> bool:
    start = folded(text)[:120]
    return any(word in start for word in ("ngay", "gio ", "thoi han", "thoi gian", "thang")) and any(
        c.isdigit() for c in start
    )


def _fitted(about_time: list[str], about: list[str]) -> tuple[str, str, list[str]]:
    time_note = _joined(about_time)
    if len(time_note) > _LONGEST_TIME_NOTE:
        about, time_note = [*about_time, *about], ""
    note, over = parted(_joined(about), _LONGEST_NOTE)
    return time_note, note, [over] if over else []


def _joined(parts: list[str]) -> str:
    return "; ".join([*(part.rstrip(".; ") for part in parts[:-1]), *parts[-1:]])


def _findings(kind: ChannelKind, group: list[_Row], path: str, origin: Origin) -> list[Finding]:
    found = []
    for read in group:
        if read.limit.doubt:
            params = {"channel": kind.label, "value": line(read.row.time), "description": line(read.row.description)}
            found.append(origin.warning(read.limit.doubt, f"{path}.time_limit", **params))
        found += [
            origin.warning(code, f"{path}.fees", channel=kind.label, value=value) for code, value in read.fees.doubts
        ]
    if len({(read.limit.limit, line(read.row.description)) for read in group}) > 1:
        found.append(origin.warning("NK124", path, channel=kind.label, count=len(group)))
    return _distinct(found)


def _distinct(found: list[Finding]) -> list[Finding]:
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        kept.setdefault(
            (finding.code, finding.field, tuple(sorted((k, str(v)) for k, v in finding.params.items()))), finding
        )
    return list(kept.values())
