"""Printing lists of persons: from a folder outside the repository to another, past every store."""

from __future__ import annotations

from pathlib import Path

from congkhai.catalogue import phrase
from congkhai.derive.office import Office
from congkhai.model.disclosure import Disclosure
from congkhai.publish.papers import PrintedFiles
from congkhai.publish.place import place
from congkhai.render.notices.kinds import LISTS, lists
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.person_lists import joined, refused
from congkhai.render.notices.press import Press
from congkhai.render.notices.templates import Templates
from congkhai.source.person_lists import ListError, read_list


def print_lists(office: Office, wanted: tuple[str, ...], folder: Path, own: Path, out: Path) -> PrintedFiles:
    """Write the lists of some disclosures, or of all, to `out`; nothing of a row is kept anywhere else.

    `own` is the folder of the office's templates. Raises CannotPrint when one of those cannot be used, and OSError.
    """
    refusals: list[Refusal] = []
    count = 0
    chosen = [n for n in lists(office) if not wanted or n.name.key.id in wanted or n.name.kind in wanted]
    with Press(Templates.read(own)) as press:
        for notice in chosen:
            whole = notice if isinstance(notice, Refusal) else _whole(office, notice, folder)
            made = whole if isinstance(whole, Refusal) else press.print(whole)
            if isinstance(made, Refusal):
                refusals.append(made)
            else:
                place(out / notice.name.address.removeprefix("in/"), made)
                count += 1
    return PrintedFiles(count, tuple(refusals), (LISTS.name,))


def _whole(office: Office, notice: Notice, folder: Path) -> Notice | Refusal:
    item: Disclosure = office.repository.sources[notice.name.key].record
    try:
        return joined(office, notice, read_list(folder, item.list.file if item.list else ""))
    except ListError as error:
        return refused(notice, "list.file", phrase(f"refusals.{error}"))
