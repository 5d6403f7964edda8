"""The table of channels to channels: one of each kind, whatever number of rows the source has for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from congkhai.intake.cleaning import line, parted
from congkhai.intake.draft import Origin
from congkhai.intake.nothing import denied, unsaid
from congkhai.intake.procedures.fees import ReadFees, read_fees
from congkhai.intake.procedures.foreign import ChannelRow
from congkhai.intake.procedures.time_limits import ReadLimit, read_limit
from congkhai.intake.slugs import folded
from congkhai.intake.wording import Wording
from congkhai.model.finding import Finding
from congkhai.model.procedure import Channel, ChannelFee, ChannelKind
from congkhai.model.time_limit import TimeLimit

_KINDS = (
    (re.compile(r"truc tuyen|qua mang|cong dich vu cong|online|vneid|internet|moi truong dien tu"), ChannelKind.ONLINE),
    (re.compile(r"truc tiep|mot cua|trung tam phuc vu|tai tru so|tai cho"), ChannelKind.COUNTER),
    (re.compile(r"buu chinh|buu dien"), ChannelKind.POST),
)
#: Names that say no more than which channel it is.
_BARE = re.compile(r"(?:nop )?(?:truc tiep|(?:qua )?(?:dich vu )?buu chinh(?: cong ich)?|truc tuyen)")
_LONGEST_TIME_NOTE = 500
_LONGEST_NOTE = 1000
_LONGEST_CONDITION = 500
#: A cell of more words than this is a phrase that can stand alone.
_PHRASE = 3
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
    """Channels, findings, what did not fit into them, and files that their cells name, by what the cell is about."""

    channels: tuple[Channel, ...]
    findings: tuple[Finding, ...]
    rest: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


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
        kinds = _kinds(row.channel)
        if not kinds:
            findings.append(origin.warning("NK123", "channels", value=line(row.channel)))
            rest.append(
                " | ".join(line(part) for part in (row.channel, row.time, row.fees, row.description) if line(part))
            )
            continue
        read = _Row(row, read_limit(row.time, row.description), read_fees(row.fees, wording("fee")))
        for kind in kinds:
            groups.setdefault(kind, []).append(read)
    channels: list[Channel] = []
    for place, (kind, group) in enumerate(groups.items()):
        channel, over = _channel(kind, group, wording)
        channels.append(channel)
        rest += over
        findings += _findings(kind, group, f"channels[{place}]", origin)
    files = dict.fromkeys(
        (wording("fee"), file) for group in groups.values() for read in group for file in read.fees.files
    )
    return ReadChannels(tuple(channels), tuple(findings), tuple(rest), tuple(files))


def _kinds(name: str) -> list[ChannelKind]:
    """The channels that a cell names, in its order: `Trực tiếp hoặc qua bưu điện` are two."""
    plain = folded(name)
    places = [(match.start(), kind) for words, kind in _KINDS if (match := words.search(plain))]
    return [kind for _, kind in sorted(places, key=lambda found: found[0])]


def _channel(kind: ChannelKind, group: list[_Row], wording: Wording) -> tuple[Channel, list[str]]:
    limits = [read.limit.limit for read in group if read.limit.limit]
    limit = _together(group, limits)
    time_note, note, over = _notes(group, limit, wording)
    fees = _in_their_cases(group)
    unknown = not fees and all(any(code == "NK132" for code, _ in read.fees.doubts) for read in group)
    return (
        Channel(
            kind=kind,
            time_limit=limit,
            time_note=time_note or None,
            fees=_once(fees),
            fees_unknown=unknown,
            note=note or None,
        ),
        over,
    )


def _in_their_cases(group: list[_Row]) -> tuple[ChannelFee, ...]:
    """The fees of all rows; where rows ask different fees, each keeps the case that its row describes."""
    same = len({read.fees.fees for read in group}) == 1
    found: dict[ChannelFee, None] = {}
    for read in group:
        case = parted(_described(read), _LONGEST_CONDITION)[0]
        for fee in read.fees.fees:
            found[fee if same or fee.condition or not case else replace(fee, condition=case)] = None
    return tuple(found)


def _once(fees: tuple[ChannelFee, ...]) -> tuple[ChannelFee, ...]:
    """Fees without those of zero that another of zero, or one in words, says with a condition."""
    bare = {fee.name for fee in fees if fee.amount and not fee.amount.amount and not fee.condition}
    said = {fee.name for fee in fees if fee.condition and not (fee.amount and fee.amount.amount)}
    return tuple(
        fee
        for fee in fees
        if not (fee.name in bare & said and fee.amount and not fee.amount.amount and not fee.condition)
    )


def _together(group: list[_Row], limits: list[TimeLimit]) -> TimeLimit:
    """A range over limits of one unit, or the longest of several units; in words where one row has no number."""
    if not limits and all(unsaid(read.row.time) for read in group):
        return TimeLimit.parse("chưa rõ")
    if len(limits) < len(group):
        return TimeLimit.parse("xem ghi chú")
    units = {limit.unit for limit in limits}
    if len(units) == 1:
        low, high = min(limit.low for limit in limits), max(limit.high for limit in limits)
        return TimeLimit(units.pop(), low, high)
    return max(limits, key=lambda limit: _MINUTES.get(limit.unit, 0) * limit.high)


def _notes(group: list[_Row], together: TimeLimit, wording: Wording) -> tuple[str, str, list[str]]:
    """The note on time, the note of the channel, and what fitted into neither."""
    about_time: list[str] = []
    about: list[str] = []
    several = len({read.limit.limit for read in group}) > 1
    for read in group:
        description = _described(read)
        about_time += [read.limit.note] if read.limit.note else []
        about += [] if _BARE.fullmatch(folded(read.row.channel)) else [line(read.row.channel)]
        if read.limit.limit is None:
            about_time += [] if together.unit == "unknown" else [_in_words(read, wording)]
            if description and description != line(read.row.time):
                (about_time if _speaks_of_time(description) else about).append(description)
        elif several:
            said = str(read.limit.limit).lower()
            about_time.append(f"{said}: {description}" if description else said)
        elif description and _speaks_of_time(description):
            about_time.append(description)
        elif description:
            about.append(description)
        about += [wording("fee_more", text=text) for text in read.fees.rest]
    return _fitted(list(dict.fromkeys(about_time)), list(dict.fromkeys(about)))


def _described(read: _Row) -> str:
    """The description of a row on one line, empty where it says nothing."""
    text = read.row.description
    return "" if unsaid(text) or denied(text) else line(text)


def _in_words(read: _Row, wording: Wording) -> str:
    """The cell itself where it is a phrase, and a sentence about it where it is but a number."""
    cell = line(read.row.time)
    if unsaid(cell):
        return wording("time_unsaid")
    return cell if len(cell.split()) > _PHRASE else wording("time_unread", text=cell)


def _speaks_of_time(text: str) -> bool:
    start = folded(text)[:120]
    return any(word in start for word in ("ngay", "gio ", "thoi han", "thoi gian", "thang")) and any(
        c.isdigit() for c in start
    )


def _fitted(about_time: list[str], about: list[str]) -> tuple[str, str, list[str]]:
    time_note, more = parted(_joined(about_time), _LONGEST_TIME_NOTE)
    note, over = parted(_joined([more, *about] if more else about), _LONGEST_NOTE)
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
