"""The whole way: read, check, stop on errors, derive, render, compare with the manifest, write, prune.

What was made in an earlier build and still holds is not made again (see :mod:`congkhai.publish.graph`).
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from congkhai.derive.copies import Wall
from congkhai.derive.diary.keep import GIVERS
from congkhai.derive.office import Office
from congkhai.derive.publication import withheld_files
from congkhai.model.copy import COPIES, code_at
from congkhai.model.emblem import EMBLEMS
from congkhai.model.finding import Finding, Severity
from congkhai.model.scalars import PUBLISHED
from congkhai.publish.card import told as told_of
from congkhai.publish.commit import Staging, staging
from congkhai.publish.compiled import compiled_templates
from congkhai.publish.engines import EngineError
from congkhai.publish.forks import shared
from congkhai.publish.frame import drawing_chrome
from congkhai.publish.graph import Graph
from congkhai.publish.groups import Groups
from congkhai.publish.inspection import context_of, inspect_again
from congkhai.publish.ledger import record
from congkhai.publish.lists import Lists
from congkhai.publish.output import Output
from congkhai.publish.prints import Prints
from congkhai.publish.program import program
from congkhai.publish.recent import Recent
from congkhai.publish.request import Clock, Progress, Request, Result
from congkhai.publish.slips import forget
from congkhai.publish.still import seal
from congkhai.publish.store import Store, digest_of
from congkhai.publish.texts import Texts
from congkhai.publish.tree import read_tree
from congkhai.publish.workers import threads
from congkhai.publish.workshop import Told, ToldStandings, Workshop, telling_before
from congkhai.publish.world import World
from congkhai.render.data import calendars, duties, feeds, mirror, work
from congkhai.render.data import copies as copied_data
from congkhai.render.headers.servers import IN_SITE, headers
from congkhai.render.site import moved, sitemap
from congkhai.render.site.bundle import assets
from congkhai.render.site.chrome import Chrome
from congkhai.render.site.context import SiteContext
from congkhai.render.site.early import derive_early
from congkhai.render.site.gallery import Specimen, fill_gallery
from congkhai.render.site.registry import ALL
from congkhai.render.site.templates import Templates
from congkhai.source.emblems import read_emblems
from congkhai.source.fact import Facts
from congkhai.source.forms import Forms
from congkhai.source.head import head
from congkhai.source.history import last_changes, read_past
from congkhai.source.late import Late, late
from congkhai.source.ledger import Ledger, read_ledger
from congkhai.source.library import Library
from congkhai.source.load import FILES, Loaded, load
from congkhai.source.memory import many_objects
from congkhai.source.repository import Source
from congkhai.source.shelf import Shelf
from congkhai.source.stripped import stripped
from congkhai.source.survey import Survey, survey
from congkhai.source.trace import note

if TYPE_CHECKING:
    from congkhai.publish.searching import Indexing


@many_objects()
def build(
    request: Request,
    progress: Progress = lambda stage, done, total: None,
    seen: Survey | None = None,
    hold: Callable[[object], None] = lambda made: None,
    recent: Recent | None = None,
) -> Result:
    """Build an office's site. `seen` is how its files stand, if that is known already; `recent` is what an earlier
    build in this process left.

    Who ends right after it may `hold` what it was made with: to take very many records apart costs more than to leave.
    Raises OSError, EngineError or ShellError with the last good site in place.
    """
    running, recent = program(), recent or Recent()
    with Shelf(request.state, running, recent.opened) as shelf:
        made = _Build(request, progress, shelf, running, seen or survey(request.root), recent)
        hold(made)
        return made.run()


class _Build:
    """One build, from reading to writing."""

    def __init__(  # noqa: PLR0913 - what a build is made with
        self,
        request: Request,
        progress: Progress,
        shelf: Shelf,
        running: str,
        seen: Survey,
        recent: Recent,
    ) -> None:
        self.request = request
        self.recent = recent
        self.program = running
        self.progress = progress
        self.shelf = shelf
        self.clock = Clock()
        self.store = Store(request.state)
        self.seen = seen
        conditions = request.day.isoformat()
        self.checks, self.graph = Graph(shelf, "check", conditions), Graph(shelf, "site", conditions)
        with self.clock.stage("read"):
            library = Library(request.root, shelf)
            share = None if request.alone else shared
            self.loaded = load(request.root, partial(progress, "read"), library, self.seen, share)
            self.ledger: Ledger = read_ledger(request.root)
        self.world = World(self.loaded, self.seen, request.day)
        self.lists = Lists(shelf, usable=True)

    def run(self) -> Result:
        with ExitStack() as stack:
            self.chrome = self._begin_chrome(stack)
            if self.request.with_search:
                self._foresee(stack)
            return self._run()

    def _begin_chrome(self, stack: ExitStack) -> Callable[[], tuple[Chrome, str]]:
        """Have the chrome drawn while records are checked; what prevents it is told when it is wanted."""
        sites, offices = self.loaded.repository.all("site"), self.loaded.repository.offices

        def begun() -> Callable[[], tuple[Chrome, str]]:
            return stack.enter_context(drawing_chrome(self.request, sites[0].record, self.store, offices=offices))

        try:
            return begun()
        except (EngineError, OSError, IndexError):
            return lambda: begun()()

    def _foresee(self, stack: ExitStack) -> None:
        """Begin with the bundles of search that are sure to change, where a build makes little else."""
        from congkhai.publish.foreseen import Foreseen  # slow to load, and not always needed

        self.executor = stack.enter_context(threads(1 if self.request.alone else os.cpu_count() or 1))
        self.foreseen = Foreseen()
        stack.callback(self.foreseen.close)
        if not self.request.alone and self.loaded.again and len(self.graph):
            changed = filter(None, map(self.loaded.repository.at, self.loaded.again))
            self.foreseen.begin(changed, telling_before(self.lists), Texts(self.shelf, lambda lost: ()), self.executor)

    def _run(self) -> Result:
        request, clock = self.request, self.clock
        with clock.stage("check"):
            context = context_of(self.loaded, request.root, request.day, self.checks.facts, ledger=self.ledger)
            self.world.context = context
            self.checks.hold_against(self.world)
            findings, told = inspect_again(self.loaded, context, self.checks, self.shelf, alone=request.alone)
            self.checks.save(self.world, told)
        records = len(self.loaded.repository)
        if any(finding.severity is Severity.ERROR for finding in findings):
            return Result(findings, records, seconds=clock.seconds)
        with clock.stage("history"):
            self._open()
        with staging(request.site, self.recent.standing) as site:
            return self._made(findings, records, site)

    def _made(self, findings: tuple[Finding, ...], records: int, site: Staging) -> Result:
        request, clock, office = self.request, self.clock, self.office
        self.graph.hold_against(self.world)
        with clock.stage("chrome"):
            frame, look = self.chrome()
        lists = self.lists if len(self.graph) else Lists(self.shelf, usable=False)
        with clock.stage("notices"):
            prints = self._print(Groups(site, self.graph, lists, alone=True), lists, site)
            copied, specimens = prints.wall, prints.specimens
        with clock.stage("pages"):
            links, sheets = Told("paper", prints.links), Told("sheet", prints.sheets)
            told = ToldStandings(copied)
            own = request.root / "site_config/templates"
            self.world.about = {
                "%chrome": look,
                "%templates": self.seen.digest("site_config/templates"),
                "%specimens": digest_of(repr(specimens)),
                **links.states(),
                **sheets.states(),
                **told.states(),
            }
            self.graph.hold_against(self.world)
            compiled = compiled_templates(request.state)
            templates = Templates(own, compiled)
            context = SiteContext(office, templates, links, told, sheets)
            if not len(self.graph):
                for source in office.repository:
                    derive_early(office, source)
            workshop = Workshop(site, self.graph, lists, self.shelf, frame, context, alone=request.alone)
            self.workshop = workshop  # let go of with the build: to take it apart would be slow
            search = partial(self._begin_search, workshop, site)
            step = partial(self.progress, "pages")
            begun = None
            if request.with_search and len(self.graph):  # else copies are made, which no thread bears
                workshop.pages((maker for maker in ALL if maker.tells), step)
                begun = search()  # its engine works while pages are made that only list others
            workshop.pages(ALL, step)
        with clock.stage("files"):
            self._files(workshop, frame, specimens)
            base = office.site.url.rstrip("/") + "/"
            workshop.files("copies", partial(_named, partial(copied_data.files, base, told)))
            key = digest_of(
                office.site.url, *(f"{path} {day}" for path, day in office.changes.items()), *told_of(workshop.cards)
            )
            workshop.keyed("sitemap", key, lambda: _outputs(sitemap.files(office, workshop.pages_made)))
            for output in prints.pictures:
                site.put(output)
        if request.with_search:
            with clock.stage("search"):
                (begun or search()).finish(workshop.silent)
        with clock.stage("write"):
            gone = tuple(site.gone())
            workshop.texts.drop(path.removesuffix("index.html") for path in gone)
            committed = site.commit(request.day, partial(self.progress, "write"))
            self.recent.leave(site.left)
            self.world.site = site.digests
            unrecorded = copied.unrecorded()
            if request.record:
                record(request.root, copied.whole(unrecorded))
        result = Result(
            findings=findings,
            records=records,
            pages=len(workshop.cards),
            notices=prints.count,
            refusals=prints.refusals,
            committed=committed,
            vanished=tuple(filter(None, map(_page_at, gone))),
            forgotten=tuple(filter(None, map(code_at, gone))) if request.with_notices else (),
            recorded=len(unrecorded) if request.record else 0,
            unrecorded=0 if request.record else len(unrecorded),
            healed=self.shelf.damaged,
            seconds=clock.seconds,
        )
        self.graph.save(self.world, {**self.about, **lists.changed, **seal(request, self.seen, site.stamps(), result)})
        return replace(result, unkept=self.shelf.failed or self.store.failed or compiled.failed)

    def _open(self) -> None:
        """The office with its history, which is looked up only when there is a new commit."""
        root, now = self.request.root, head(self.request.root)
        kept = self.shelf.about("changes")
        then, days = marshal.loads(kept) if kept else ("", {})  # noqa: S302 - written by ourselves
        changes = {path: date.fromordinal(day) for path, day in days.items()}
        if not now or then != now:
            changes = dict(last_changes(root))
            days = {path: day.toordinal() for path, day in changes.items()}
        self.about = {"changes": marshal.dumps((now, days))}
        dated = dated_sources(self.loaded)
        self.office = opened(self.loaded, root, self.request.day, changes, self.graph.facts)
        self.world.office, self.world.changes = self.office, changes
        self.world.past = digest_of(now, *(f"{source.path} {source.digest}" for source in dated))

    def _print(self, groups: Groups, lists: Lists, site: Staging) -> Prints:
        if not self.request.with_notices:
            forget(self.graph, lists)
            return Prints(Wall(self.office, (), ()))
        from congkhai.publish.printing import print_notices  # what prints is not loaded for nothing

        step = partial(self.progress, "notices")
        return print_notices(self.request, self.office, self.ledger, self.store, groups, site, step)

    def _files(self, workshop: Workshop, frame: Chrome, specimens: tuple[Specimen, ...]) -> None:
        """Everything that is no page and no notice."""
        office, root = self.office, self.request.root

        def look() -> Iterator[Output]:
            note("%chrome")
            note("%specimens")
            note("%templates")
            own = Templates(root / "site_config/templates")
            for path, data in {**frame.files, **assets(office.site)}.items():
                yield Output(path, fill_gallery(path, data, specimens, own) if path.endswith(".html") else data)
            found = headers(office.site, frame.inline)
            for path, write in IN_SITE.items():
                yield Output(path, write(found).encode())

        def emblem() -> Iterator[Output]:
            note("#emblems")
            if chosen := office.site.emblem:
                data = read_emblems(root)[chosen.file].data
                yield Output(chosen.published, data, (f"{EMBLEMS}/{chosen.file}",))

        def left() -> Iterator[Output]:
            for path, data in moved.redirects(office):
                yield Output(path, data, ("site_config/moved.yml",))

        def attached() -> Iterator[Output]:
            note("#files")
            withheld = withheld_files(office)
            for path, data in read_tree(root, FILES).items():
                if path not in withheld and PurePosixPath(path).suffix.lower() in PUBLISHED:
                    yield Output(f"tep/{path}", stripped(data), (f"{FILES}/{path}",))

        def part(name: str) -> Iterator[Output]:
            return _named(partial(mirror.part, office, name))

        end_data = workshop.several("data", partial(mirror.records, office), part)
        workshop.files("look", look)
        workshop.files("emblem", emblem)
        workshop.files("moved", left)
        workshop.files("calendars", partial(_named, partial(calendars.files, office)))
        workshop.files("feeds", partial(_named, partial(feeds.files, office)))
        workshop.files("duties", partial(_named, partial(duties.files, office)))
        workshop.files("work", partial(_named, partial(work.files, office)))
        workshop.files("attached", attached)
        end_data()
        workshop.several("collections", mirror.collections, part)()

    def _begin_search(self, workshop: Workshop, site: Staging) -> Indexing:
        """Have pages with texts indexed, which are made already."""
        from congkhai.publish.searching import Indexing  # slow to load, and not always needed

        known = next(iter(self.office.repository.all("thesaurus")), None)
        texts, program = workshop.texts, self.program
        return Indexing(workshop.telling, texts, known, program, site, self.store, self.executor, self.foreseen)


def _page_at(path: str) -> str:
    """The address of a page that was published at a path; empty for any other file. Codes are told of otherwise."""
    return path.removesuffix("index.html") if path.endswith("/index.html") and not path.startswith(COPIES) else ""


def dated_sources(loaded: Loaded) -> list[Source]:
    """The records that have days of their own, whose past is looked at."""
    return [source for kind in GIVERS for source in loaded.repository.all(kind)]


def opened(
    loaded: Loaded, root: Path, day: date, changes: Mapping[str, date] | None = None, facts: Facts | None = None
) -> Office:
    """The office on a day with what git remembers of its records that have days of their own."""
    memory = Late(lambda: read_past(root, dated_sources(loaded), GIVERS))
    past, removed = late(lambda: memory.get().earlier), late(lambda: memory.get().removed)
    days = last_changes(root) if changes is None else changes
    return Office(loaded.repository, day, days, past, facts or Facts(), Forms(root), removed)


def _outputs(files: Mapping[str, bytes]) -> Iterator[Output]:
    return (Output(path, data) for path, data in files.items())


def _named(files: Callable[[], Iterable[tuple[str, bytes, tuple[str, ...]]]]) -> Iterator[Output]:
    return (Output(path, data, sources) for path, data, sources in files())
