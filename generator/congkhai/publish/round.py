"""The papers of a round: the list itself, and everything that must be printed for it, merged into one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congkhai.pdf_merge import MergeError, Part, merge
from congkhai.publish.place import place
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.press import Press
from congkhai.render.notices.round import Sheet
from congkhai.render.notices.templates import Templates


@dataclass(frozen=True, slots=True)
class Stack:
    """How many papers were merged, those for which the office prints nothing, and those that cannot be printed.

    `error` is why the merge failed; then nothing was written.
    """

    count: int
    missing: tuple[Sheet, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    error: MergeError | None = None


def print_list(notice: Notice, templates: Templates, out: Path) -> Refusal | None:
    """Write the list of a round; why not, when it cannot be printed. Raises OSError."""
    with Press(templates) as press:
        made = press.print(notice)
    if isinstance(made, Refusal):
        return made
    place(out, made)
    return None


def print_stack(sheets: Iterable[Sheet], templates: Templates, out: Path, title: str, day: date) -> Stack:
    """Print what a round needs, board by board, and write it as one file. Raises OSError."""
    parts: list[Part] = []
    missing: list[Sheet] = []
    refusals: list[Refusal] = []
    with Press(templates) as press:
        printed: dict[str, bytes | Refusal] = {}
        for sheet in sheets:
            if sheet.notice is None:
                missing.append(sheet)
                continue
            notice = sheet.notice
            made = printed.setdefault(notice.address, b"") or press.print(notice)
            printed[notice.address] = made
            if isinstance(made, Refusal):
                refusals.append(made)
            else:
                parts.append(Part(notice.address, made, f"{sheet.board}: {notice.imprint.title}"))
    if parts:
        try:
            place(out, merge(parts, title, language="vi", made=day))
        except MergeError as error:
            return Stack(0, tuple(missing), tuple(refusals), error)
    return Stack(len(parts), tuple(missing), tuple(refusals))
