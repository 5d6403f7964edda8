"""The whole way: read, check, stop on errors, derive, render, compare with the manifest, write, prune."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files as package_files
from pathlib import Path

from congkhai.derive.copies import Wall
from congkhai.derive.diary.keep import GIVERS
from congkhai.derive.office import Office
from congkhai.derive.publication import withheld_files
from congkhai.model.copy import COPIES, code_at
from congkhai.model.emblem import EMBLEMS
from congkhai.model.finding import Finding, Severity
from congkhai.publish import engines, papers
from congkhai.publish.commit import Committed, commit
from congkhai.publish.gallery import gallery
from congkhai.publish.inspection import inspect
from congkhai.publish.ledger import record
from congkhai.publish.manifest import Manifest
from congkhai.publish.output import Output, gather
from congkhai.publish.store import Store, digest_of
from congkhai.publish.tree import read_package, read_tree
from congkhai.render.data import calendars, feeds, mirror, work
from congkhai.render.headers.servers import IN_SITE, headers
from congkhai.render.notices.notice import Refusal
from congkhai.render.notices.wall import Drawn, draw, wall
from congkhai.render.search import copies, titles
from congkhai.render.search.bundle import canonical
from congkhai.render.site import chrome, moved, sitemap
from congkhai.render.site.bundle import assets
from congkhai.render.site.chrome import Chrome
from congkhai.render.site.context import SiteContext
from congkhai.render.site.gallery import PLACE, Specimen, fill_gallery
from congkhai.render.site.page import Page
from congkhai.render.site.registry import MAKERS
from congkhai.render.site.templates import Templates
from congkhai.source.emblems import read_emblems
from congkhai.source.forms import read_forms
from congkhai.source.history import earlier_records, last_changes
from congkhai.source.ledger import read_ledger
from congkhai.source.load import FILES, Loaded, load
from congkhai.source.memory import many_objects
from congkhai.source.stripped import stripped

#: Where Pagefind's bundle stands in the site.
_BUNDLE = "pagefind/"

#: Told the name of a stage, and how many of how many steps are done.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to build. `site` is where to; `state` keeps results that need not be made again.

    With `record` the versions of notices that the ledger lacks are written to it once the site stands.
    """

    root: Path
    site: Path
    state: Path
    day: date
    with_notices: bool = True
    with_search: bool = True
    engine: engines.ChromeEngine = engines.ChromeEngine.MKDOCS
    record: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. With an ERROR among the findings nothing was written and `committed` is None."""

    findings: tuple[Finding, ...]
    records: int
    pages: int = 0
    notices: int = 0
    refusals: tuple[Refusal, ...] = ()
    committed: Committed | None = None
    vanished: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    recorded: int = 0
    unrecorded: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)


class _Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@many_objects()
def build(request: Request, progress: Progress = lambda stage, done, total: None) -> Result:
    """Build an office's site. Raises OSError, EngineError or ShellError with the last good site in place."""
    clock = _Clock()
    with clock.stage("read"):
        loaded = load(request.root, lambda done, total: progress("read", done, total))
        ledger = read_ledger(request.root)
    with clock.stage("check"):
        findings = tuple(inspect(loaded, request.root, request.day, ledger=ledger))
    records = len(loaded.repository)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Result(findings, records, seconds=clock.seconds)
    office = opened(loaded, request.root, request.day)
    store = Store(request.state)
    with clock.stage("chrome"):
        frame = draw_chrome(request, office, store)
    with clock.stage("notices"), ThreadPoolExecutor(os.cpu_count()) as executor:
        drawn = draw(office)
        printed = _notices(request, drawn, store, executor, progress)
        specimens, pictures = _gallery(request, drawn, store, executor)
    with clock.stage("pages"):
        copies = wall(office, drawn, ledger.copies)
        pages = list(_pages(request.root, office, printed, copies, progress))
        outputs = list(_site(request.root, office, frame, pages, specimens))
        for made in (mirror.files(office), calendars.files(office), feeds.files(office), work.files(office)):
            outputs += [Output(path, data, sources) for path, data, sources in made]
        outputs += [*printed.outputs, *pictures]
    if request.with_search:
        with clock.stage("search"):
            outputs += _search(office, pages, store)
    with clock.stage("write"):
        found = gather(outputs)
        before = Manifest.read(request.site)
        vanished, forgotten = tuple(_vanished(before, found)), tuple(_forgotten(before, found))
        written = commit(request.site, found, request.day, lambda done, total: progress("write", done, total))
        unrecorded = copies.unrecorded()
        if request.record:
            record(request.root, unrecorded)
    return Result(
        findings=findings,
        records=records,
        pages=len(pages),
        notices=len(printed.outputs),
        refusals=printed.refusals,
        committed=written,
        vanished=vanished,
        forgotten=forgotten,
        recorded=len(unrecorded) if request.record else 0,
        unrecorded=0 if request.record else len(unrecorded),
        seconds=clock.seconds,
    )


def opened(loaded: Loaded, root: Path, day: date) -> Office:
    """The office on a day with what git remembers of its records that have days of their own."""
    dated = [source for kind in GIVERS for source in loaded.repository.all(kind)]
    forms = read_forms(root, loaded.repository)
    return Office(loaded.repository, day, last_changes(root), earlier_records(root, dated), forms=forms)


def _vanished(old: Manifest, outputs: Mapping[str, Output]) -> Iterator[str]:
    """Addresses of pages that were published before and now are not: each needs an entry in `moved.yml`."""
    for path in old.files:
        if path.endswith("/index.html") and path not in outputs and not path.startswith(COPIES):
            yield path.removesuffix("index.html")


def _forgotten(old: Manifest, outputs: Mapping[str, Output]) -> Iterator[str]:
    """Codes that were published before and that no page answers for any more: nobody had recorded them."""
    for path in old.files:
        if path not in outputs and (code := code_at(path)):
            yield code


def draw_chrome(request: Request, office: Office, store: Store) -> Chrome:
    """What surrounds every page, from the store when nothing of it changed. Raises EngineError or ShellError."""
    root, engine = request.root, request.engine
    own = read_package(package_files("congkhai.render.site").joinpath("overrides"))
    theme = {**own, **read_tree(root / "site_config/overrides")}
    config = (root / "mkdocs.yml").read_bytes()
    offices = any(source.key.office for source in office.repository)
    tree = chrome.engine_input(office.site, config, read_tree(root / "docs"), theme, offices=offices)
    key = digest_of("chrome", *engines.versions(engine), *(part for item in sorted(tree.items()) for part in item))
    files = store.get_files(key)
    if files is None:
        files = engines.draw(tree, engine)
        store.put_files(key, files)
    return chrome.take(files)


def _notices(request: Request, drawn: Drawn, store: Store, executor: Executor, progress: Progress) -> papers.Printed:
    if not request.with_notices:
        return papers.Printed()
    own = request.root / "site_config/notices"
    return papers.print_all(drawn, own, store, executor, lambda done, total: progress("notices", done, total))


def _gallery(
    request: Request, drawn: Drawn, store: Store, executor: Executor
) -> tuple[tuple[Specimen, ...], list[Output]]:
    """The pictures of the guide to templates; none for an office whose guides leave no place for them."""
    wanted = request.with_notices and any(PLACE in data for data in read_tree(request.root / "docs").values())
    return gallery(drawn, request.root / "site_config/notices", store, executor) if wanted else ((), [])


def _pages(root: Path, office: Office, printed: papers.Printed, copies: Wall, progress: Progress) -> Iterator[Page]:
    own = Templates(root / "site_config/templates")
    context = SiteContext(office, own, printed.links, copies.standings(), printed.sheets)
    for number, maker in enumerate(MAKERS, 1):
        yield from maker(context)
        progress("pages", number, len(MAKERS))
    yield from moved.stones(office)


def _site(
    root: Path, office: Office, frame: Chrome, pages: list[Page], specimens: tuple[Specimen, ...]
) -> Iterator[Output]:
    for page in pages:
        html = frame.fill(page)
        yield Output(f"{page.address}index.html", html.encode(), page.sources)
    own = Templates(root / "site_config/templates")
    for path, data in {**frame.files, **assets(office.site)}.items():
        yield Output(path, fill_gallery(path, data, specimens, own) if path.endswith(".html") else data)
    found = headers(office.site, frame.inline)
    for path, write in IN_SITE.items():
        yield Output(path, write(found).encode())
    for path, data in moved.redirects(office):
        yield Output(path, data, ("site_config/moved.yml",))
    for path, data in sitemap.files(office, pages).items():
        yield Output(path, data)
    if emblem := office.site.emblem:
        data = read_emblems(root)[emblem.file].data
        yield Output(emblem.published, data, (f"{EMBLEMS}/{emblem.file}",))
    withheld = withheld_files(office)
    for path, data in read_tree(root / FILES).items():
        if path in withheld:
            continue
        yield Output(f"tep/{path}", stripped(data), (f"{FILES}/{path}",))


def _search(office: Office, pages: list[Page], store: Store) -> list[Output]:
    tree = {f"copies/{path}": data for path, data in copies.files(pages).items()}
    key = digest_of("search", *engines.versions(), *(part for item in sorted(tree.items()) for part in item))
    files = store.get_files(key)
    if files is None:
        files = canonical(engines.pagefind(tree))
        store.put_files(key, files)
    known = office.repository.all("thesaurus")
    index = titles.files(pages, known[0].record if known else None, (_BUNDLE,))
    return [
        *(Output(f"{_BUNDLE}{path}", data) for path, data in files.items()),
        *(Output(*file) for file in index.items()),
    ]
