"""A procedure as either source has it: still words, but every word in its place."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.intake.acts import ActRow


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One line of the table of channels."""

    channel: str
    time: str
    fees: str
    description: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper; counts are None where the source gives none, `form` names the files that come with it."""

    name: str
    originals: int | None
    copies: int | None
    form: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The papers under one heading; the heading is empty where there is one set only."""

    name: str
    papers: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """All that a source says of one procedure. `extras` are (label, text) of what no field of ours takes;
    `leftovers` are texts in which no row could be made out, with the part they stood in; `strangers` are (key, text)
    of keys that nobody knows."""

    code: str
    name: str
    field: str
    levels: str
    audience: str
    steps: str
    executing: str
    deciding: str
    authorised: str
    coordinating: str
    results: tuple[str, ...]
    conditions: str
    announced: str
    channels: tuple[ChannelRow, ...]
    cases: tuple[CaseRow, ...]
    acts: tuple[ActRow, ...]
    keywords: str = ""
    related: str = ""
    extras: tuple[tuple[str, str], ...] = ()
    leftovers: tuple[tuple[str, str], ...] = ()
    strangers: tuple[tuple[str, str], ...] = ()
