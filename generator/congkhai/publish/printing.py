"""The notices of a build: gathered and printed where something changed, and held against the ledger of copies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from congkhai.derive.copies import Wall
from congkhai.derive.office import Office
from congkhai.model.copy import Copy, Plain
from congkhai.publish.commit import Staging
from congkhai.publish.gallery import gallery
from congkhai.publish.groups import Groups
from congkhai.publish.lists import Row
from congkhai.publish.output import Output
from congkhai.publish.papers import printed
from congkhai.publish.prints import Prints
from congkhai.publish.request import Request
from congkhai.publish.slips import NODE, SLIPS, Slip, links_by
from congkhai.publish.store import Store
from congkhai.publish.tree import read_tree
from congkhai.publish.workers import one, threads, workers
from congkhai.render.notices.kinds import LISTS, notices_of, subjects
from congkhai.render.notices.notice import Notice, NoticeName, Paper, Refusal
from congkhai.render.notices.templates import Templates
from congkhai.render.site.gallery import PLACE, Specimen
from congkhai.source.fact import PART
from congkhai.source.ledger import Ledger
from congkhai.source.repository import Key
from congkhai.source.trace import Noting, note


def print_notices(  # noqa: PLR0913 - what is printed, and all that remembers what was
    request: Request,
    office: Office,
    ledger: Ledger,
    store: Store,
    groups: Groups,
    site: Staging,
    step: Callable[[int, int], None],
) -> Prints:
    """Put all notices of an office into its site.

    Raises CannotPrint or NoClusterError when nothing can be printed at all.
    """
    root = request.root
    desk = _Desk(office, root / "site_config/notices", store, site)
    rows = groups.group(SLIPS, desk.run, desk.gather, lambda _: ())
    slips = [Slip(*plain) for _, about in rows for plain in about]  # type: ignore[misc]
    drawn = [slip for slip in slips if slip.key]
    missing = [slip for slip in drawn if not desk.stands(slip, groups)]
    opened = one if request.alone else workers(request.scheduler)
    whole = [(slip, desk.notice(slip)) for slip in missing]
    told = {slip.address: found for slip, found in whole if isinstance(found, Refusal)}
    to_print = [found for _, found in whole if isinstance(found, Notice)]
    keys = {slip.address: slip.key for slip in missing}
    for notice, made in printed(to_print, desk.templates, step, opened) if to_print else ():
        if isinstance(made, Refusal):
            told[notice.address] = made
        else:
            store.put(keys[notice.address], made)
            site.put(Output(notice.address, made, notice.sources))
    there = [slip for slip in drawn if slip.address not in told]
    specimens: tuple[Specimen, ...] = ()
    pictures: tuple[Output, ...] = ()
    if any(PLACE in data for data in read_tree(root, "docs").values()):
        with threads(1 if request.alone else os.cpu_count() or 1) as executor:
            specimens, pictures = gallery(drawn, desk.notice, lambda: desk.templates, store, executor)
    return Prints(
        wall=_wall(office, slips, ledger.copies, desk),
        count=len(there),
        links=links_by(there, _record),
        sheets=links_by(there, lambda slip: slip.series),
        refusals=(*(_refusal(slip) for slip in slips if slip.reason and slip.kind != LISTS.name), *told.values()),
        specimens=specimens,
        pictures=pictures,
    )


@dataclass
class _Desk:
    """Where the notices of one build are gathered. `own` is the folder of the office's templates."""

    office: Office
    own: Path
    store: Store
    site: Staging
    _fresh: dict[str, Notice] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)

    @cached_property
    def templates(self) -> Templates:
        """The templates. Raises CannotPrint."""
        return Templates.read(self.own)

    def run(self) -> Iterator[Row]:
        """The nodes of all notices."""
        return ((f"{NODE}{kind}{PART}{subject}", ()) for kind, subject in subjects(self.office))

    def gather(self, node: str) -> tuple[object, ...]:
        """The slips of a node. A file that the store has is put into the site at once, the rest is remembered."""
        note("#notices")
        kind, subject = node.removeprefix(NODE).split(PART)
        return tuple(tuple(self._slip(found, subject)) for found in notices_of(self.office, kind, subject, parts=False))

    def _slip(self, found: Notice | Refusal, subject: str) -> Slip:
        if isinstance(found, Refusal):
            return slip_of(found, subject)
        name = found.name
        mark = "" if name.kind == LISTS.name else found.key(self.templates)
        data = self.store.get(mark) if mark else None
        if data is not None:
            self.site.put(Output(name.address, data, found.sources))
            self._placed.add(name.address)
        elif mark:
            self._fresh[name.address] = found
        return slip_of(found, subject, mark)

    def stands(self, slip: Slip, groups: Groups) -> bool:
        """Say whether the site has the file of a notice, or can get it without printing."""
        address = slip.address
        if address in self._placed:
            return True
        if address in self._fresh:
            return False
        if groups.made((address,)):
            self.site.keep((address,))
            return True
        data = self.store.get(slip.key)
        if data is not None:
            self.site.put(Output(address, data, slip.sources))
        return data is not None

    def notice(self, slip: Slip) -> Notice | Refusal:
        """The whole notice of a slip. Nothing of what it reads is noted: the slip stands for it."""
        fresh = self._fresh.get(slip.address)
        if fresh is not None and not fresh.outline:
            return fresh
        with Noting():
            found = notices_of(self.office, slip.kind, slip.subject, parts=True)
            return next(one for one in found if one.name.address == slip.address)


def slip_of(found: Notice | Refusal, subject: str, key: str = "") -> Slip:
    """The slip of a notice whose file has that key in the store, or of a refusal."""
    name = found.name
    slip = Slip(
        kind=name.kind,
        subject=subject,
        record=(name.key.kind, name.key.id, name.key.office),
        paper=name.paper.value,
        address=name.address,
        series=name.series,
        sources=found.sources,
    )
    if not isinstance(found, Notice):
        return slip._replace(field=found.field, reason=found.reason)
    imprint = found.imprint
    return slip._replace(
        title=imprint.title,
        number=imprint.number,
        page=imprint.page,
        code=found.code,
        key=key,
        size=len(str(found.facts)),
    )


def _wall(office: Office, slips: Iterable[Slip], recorded: Iterable[Copy], desk: _Desk) -> Wall:
    current = {slip.series: slip for slip in slips if not slip.reason}
    refused = frozenset(slip.series for slip in slips if slip.reason and slip.kind != LISTS.name)

    def facts(copy: Copy) -> Plain:
        found = desk.notice(current[copy.series])
        return found.facts if isinstance(found, Notice) else None

    copies = tuple(
        Copy(slip.code, slip.kind, slip.series, slip.number, slip.title, slip.page, office.day, 0, "", None)
        for slip in current.values()
    )
    return Wall(office, tuple(recorded), copies, refused - frozenset(current), facts)


def _record(slip: Slip) -> Key:
    return Key(*slip.record)


def _refusal(slip: Slip) -> Refusal:
    name = NoticeName(slip.kind, _record(slip), Paper(slip.paper), slip.address, slip.series)
    return Refusal(name, slip.field, slip.reason, slip.sources)
