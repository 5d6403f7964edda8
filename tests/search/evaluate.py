"""Ask the search page of the sample office every judged query in a real browser: `make search-eval`."""

from __future__ import annotations

import gzip
import json
import math
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import IO, Any

from congkhai.publish.build import Request, build
from congkhai.publish.serve import server
from tests.browser.chromium import Chromium, find
from tests.search.distractors import names
from tests.search.outside.office import QUESTIONS, official_names, write_mixed, write_office
from tests.search.queries import BLIND, Group, Half, Query, queries

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
#: How many hits count.
SHOWN = 10
#: How much slower than this machine the telephone is on which time is taken.
SLOWER = 4

#: What is fetched for search alone, and of that what every page has anyway.
_OF_SEARCH = ("/tim-kiem/muc-luc", "/pagefind/", "/assets/ck/")
_OF_EVERY_PAGE = ("scheme.js", "page.js", ".css", ".woff2", ".svg")

#: Types a query, sends it and waits until its hits are shown: addresses in order, and the milliseconds it took.
_ASK = """new Promise((done, fail) => {
  const root = document.querySelector("[data-ck-find]");
  const form = root.querySelector("form");
  const scope = new URL(".", new URL(form.action)).pathname.replace(/tim-kiem[/]$/, "");
  const query = QUERY;
  delete root.dataset.ckShown;
  form.querySelector("input").value = query;
  const start = performance.now();
  form.requestSubmit();
  const look = () => {
    const took = performance.now() - start;
    if (took > 20000) return fail(new Error(query));
    if (root.dataset.ckShown !== query) return setTimeout(look, 1);
    const links = [...root.querySelectorAll("a.ck-hit__title")];
    done({ took, hits: links.map((link) => new URL(link.href).pathname.slice(scope.length)) });
  };
  look();
})"""

#: Types a query up to each of some letters: the milliseconds from that key until its titles are drawn and laid out.
_TYPE = """(async () => {
  const root = document.querySelector("[data-ck-find]");
  const input = root.querySelector("input");
  const type = async (end) => {
    input.value = QUERY.slice(0, end);
    if (!input.value.trim()) return 0;
    const drawn = new Promise((done) => {
      const watch = new MutationObserver(() => (watch.disconnect(), done()));
      watch.observe(root, { attributes: true, attributeFilter: ["data-ck-titles"] });
    });
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await drawn;
    void root.offsetHeight;
    return performance.now() - start;
  };
  const took = [];
  let last = 0;
  for (const end of ENDS) {
    if (last !== end - 1) await type(end - 1);
    took.push(await type(end));
    last = end;
    await new Promise((next) => setTimeout(next, 5));
  }
  return took;
})()"""

#: Comes to the box and types its first letter: when its titles were drawn, in milliseconds since 1970.
_COME = """(async () => {
  document.querySelector("#ck-find").focus();
  await TYPED;
  return performance.timeOrigin + performance.now();
})()"""

#: Types a query key by key as somebody does, and sends it: the milliseconds from then until its hits are shown.
_WRITE = """(async () => {
  const input = document.querySelector("#ck-find");
  const query = QUERY;
  input.focus();
  for (let end = 1; end <= query.length; end += 1) {
    input.value = query.slice(0, end);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((next) => setTimeout(next, BETWEEN));
  }
  return (await ASKED).took;
})()"""
#: Milliseconds between two keys of somebody who types five a second.
_BETWEEN = 200

#: The same sum each time, to tell a slow page from a busy machine: the milliseconds it took.
LOOP = """(() => {
  const start = performance.now();
  let sum = 0;
  for (let n = 0; n < 5e6; n += 1) sum = (sum * 31 + n) % 1000003;
  return sum < 0 ? 0 : performance.now() - start;
})()"""
#: How often each query is typed: of each key the least time counts, as other work only ever adds. So that a machine
#: that is busy for a while is not taken for slow keys, the slowest, one in so many, are typed more often.
_TIMES = 3
_AGAIN = 6
_SLOWEST = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page showed for a query. `rank` is the place of the first right hit among those shown."""

    query: Query
    hits: tuple[str, ...]
    milliseconds: float

    @property
    def rank(self) -> int | None:
        return self.query.rank(list(self.hits))


@dataclass(frozen=True, slots=True)
class Score:
    """How good some answers are; shares from 0 to 1."""

    count: int
    first: float
    three: float
    reciprocal: float
    empty: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes before anybody asks, until the first titles, until the first full answer; then milliseconds.

    `loop` is what five million steps of a fixed sum took at least, in the same page, at the same speed.
    """

    unasked: int
    titles: int
    full: int
    keys: list[float]
    answers: list[float]
    loop: float

    @property
    def key(self) -> float:
        """What 95 of 100 keys take at most, as multiples of the loop."""
        return quantiles(self.keys, n=20)[18] / self.loop


def score(answers: list[Answer]) -> Score:
    """Success at 1 and 3 and mean reciprocal rank at 10. There must be an answer."""
    ranks = [answer.rank for answer in answers]
    size = len(ranks)
    return Score(
        count=size,
        first=sum(rank == 1 for rank in ranks) / size,
        three=sum(rank is not None and rank <= 3 for rank in ranks) / size,
        reciprocal=sum(1 / rank for rank in ranks if rank) / size,
        empty=sum(not answer.hits for answer in answers),
    )


@dataclass(slots=True)
class Line:
    """What a server sent for search: when it was asked, in milliseconds since 1970, and so many bytes, texts packed
    as every host packs them."""

    address: str
    sent: list[tuple[float, int]] = field(default_factory=list)

    def until(self, moment: float = math.inf) -> int:
        """The bytes of all that was asked for before a moment."""
        return sum(size for asked, size in self.sent if asked < moment)


@contextmanager
def served(site: Path) -> Iterator[Line]:
    """A site on this machine whose every answer is counted."""
    web = server(site, 0)
    line = Line(f"http://127.0.0.1:{web.server_address[1]}/tim-kiem/")
    plain: Any = web.RequestHandlerClass

    class Counting(plain.func):  # type: ignore[misc, name-defined]
        def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:
            asked = time.time() * 1000
            data = source.read()
            if self.path.startswith(_OF_SEARCH) and not self.path.endswith(_OF_EVERY_PAGE):
                size = len(gzip.compress(data)) if self.path.endswith((".js", ".json")) else len(data)
                line.sent.append((asked, size))
            outputfile.write(data)

    web.RequestHandlerClass = partial(Counting, **plain.keywords)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        yield line
    finally:
        web.shutdown()
        web.server_close()


@contextmanager
def site_of(root: Path) -> Iterator[Line]:
    """An office's site, built for this purpose and served."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        result = build(Request(root, site, ROOT / ".congkhai", DAY, with_notices=False))
        if result.committed is None:
            raise RuntimeError(result.findings)
        with served(site) as line:
            yield line


def ask(browser: Chromium, page: str, asked: Iterable[Query]) -> Iterator[Answer]:
    """Ask each query on one page, one after the other, as somebody does who tries again."""
    browser.open(page)
    yield from again(browser, asked)


def again(browser: Chromium, asked: Iterable[Query]) -> Iterator[Answer]:
    """Ask on the page that is open."""
    for query in asked:
        told = browser.run(_ASK.replace("QUERY", json.dumps(query.text)))
        yield Answer(query, tuple(told["hits"][:SHOWN]), told["took"])


def write(browser: Chromium, query: Query) -> float:
    """Type a query on the page that is open and send it: the milliseconds from then until all hits are shown."""
    script = _WRITE.replace("ASKED", _ASK).replace("QUERY", json.dumps(query.text)).replace("BETWEEN", str(_BETWEEN))
    took: float = browser.run(script)
    return took


def never_asked(browser: Chromium, line: Line, asked: Sequence[Query]) -> tuple[list[float], float]:
    """Milliseconds of each query, asked once on one page that has answered one before, and of the loop beside them.

    Only the page is slowed: a browser does not slow a worker, in which the text of pages is searched.
    """
    first, *others = asked
    list(ask(browser, line.address, [first]))
    browser.slow(SLOWER)
    try:
        took, loops = [], []
        for query in others:
            took += [answer.milliseconds for answer in again(browser, [query])]
            loops.append(browser.run(LOOP))
    finally:
        browser.slow(1)
    return took, median(loops)


def spend(browser: Chromium, line: Line, asked: list[Query]) -> Cost:
    """What the first answer costs somebody who comes for the first time, and how long each key and answer takes."""
    line.sent.clear()
    browser.open(line.address)
    unasked = line.until()
    drawn = browser.run(_COME.replace("TYPED", _typing(asked[0], [1])))
    list(again(browser, asked[:1]))
    titles, full = line.until(drawn) - unasked, line.until() - unasked
    browser.slow(SLOWER)
    try:
        keys, loop = _keys(browser, asked)
        answers = [answer.milliseconds for answer in again(browser, asked)]
    finally:
        browser.slow(1)
    return Cost(unasked, titles, full, keys, answers, loop)


def _keys(browser: Chromium, asked: list[Query]) -> tuple[list[float], float]:
    """The least milliseconds of each key, and of the loop, which is run between them.

    The loop runs at full speed and is counted as slower: a slowed page is held up now and then, and a short
    script that is not held up looks as fast as ever.
    """
    ends = [[end for end in range(1, len(query.text) + 1) if query.text[:end].strip()] for query in asked]
    took: dict[tuple[int, int], float] = {}
    loops: list[float] = []
    for turn in range(_TIMES + _AGAIN):
        browser.slow(1)
        loops.append(browser.run(LOOP) * SLOWER)
        browser.slow(SLOWER)
        slowest = sorted(took, key=lambda key: took[key])[-max(1, len(took) // _SLOWEST) :]
        for number, query in enumerate(asked):
            typed = ends[number] if turn < _TIMES else sorted(end for one, end in slowest if one == number)
            for end, new in zip(typed, _typed(browser, query, typed), strict=True):
                took[number, end] = min(new, took.get((number, end), new))
    return list(took.values()), min(loops)


def _typed(browser: Chromium, query: Query, ends: list[int]) -> list[float]:
    took: list[float] = browser.run(_typing(query, ends))
    return took


def _typing(query: Query, ends: list[int]) -> str:
    return _TYPE.replace("QUERY", json.dumps(query.text)).replace("ENDS", json.dumps(ends))


def table(answers: list[Answer], name: str) -> Iterator[str]:
    """The figures of some answers by class."""
    yield f"{name:14}{'n':>5}{'S@1':>8}{'S@3':>8}{'MRR@10':>8}{'empty':>7}"
    groups: list[tuple[str, Callable[[Answer], bool]]] = [
        *((group.value, lambda answer, group=group: answer.query.group is group) for group in Group),
        ("all", lambda answer: True),
    ]
    for label, belongs in groups:
        if members := [answer for answer in answers if belongs(answer)]:
            got = score(members)
            yield f"{label:14}{got.count:5}{got.first:8.1%}{got.three:8.1%}{got.reciprocal:8.3f}{got.empty:7}"


def missed(answers: list[Answer]) -> Iterator[str]:
    """What was not first."""
    for answer in answers:
        if answer.rank != 1:
            got = answer.hits[0] if answer.hits else "-"
            yield f"{answer.rank or '-':>3} {answer.query.group.value:13}{answer.query.text!r}: {got}"


def told(spent: Cost) -> Iterator[str]:
    """Bytes and milliseconds in words."""
    kilobytes = ", ".join(f"{size / 1000:.0f} KB" for size in (spent.unasked, spent.titles, spent.full))
    yield f"bytes before the box is focused, until the first titles, until the first full answer: {kilobytes}"
    for name, values in (("a key until its titles", spent.keys), ("the full answer", spent.answers)):
        cuts = quantiles(values, n=20)
        yield f"milliseconds, processor {SLOWER} times slower, {name}: p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}"
    yield f"a key at p95 as multiples of a fixed loop of {spent.loop:.0f} ms: {spent.key:.2f}"


def outside(browser: Chromium) -> list[Answer]:
    """What the site of an office answers that has official names and the thesaurus of every new office, no more."""
    with _made(write_office) as line:
        return list(ask(browser, line.address, queries(QUESTIONS)))


@contextmanager
def mixed() -> Iterator[Line]:
    """The site of the mixed office."""
    with _made(write_mixed) as line:
        yield line


@contextmanager
def many(count: int) -> Iterator[Line]:
    """The site of an office with so many procedures: official ones, and others that nobody asks for."""
    with _made(partial(write_office, more=names(count - len(official_names())))) as line:
        yield line


@contextmanager
def _made(write: Callable[[Path], None]) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as name:
        write(Path(name) / "office")
        with site_of(Path(name) / "office") as line:
            yield line


def blind(browser: Chromium, line: Line) -> Iterator[list[Answer]]:
    """What the site of the mixed office, served on a line, answers to each set of blind queries."""
    for path in BLIND:
        yield list(ask(browser, line.address, queries(path)))


def main() -> None:
    """Print the figures of all sets; with `--misses`, what was not first of those that search may be tuned on.

    Of the held half and of blind queries no misses are told: who reads them tunes on them.
    """
    path = find()
    if path is None:
        sys.exit("cần chromium: apt install chromium")
    asked = queries()
    with site_of(ROOT) as line, Chromium(path) as browser:
        answers = list(ask(browser, line.address, asked))
        spent = spend(browser, line, asked[::12])
    with Chromium(path) as browser:
        others = outside(browser)
        with mixed() as line:
            unseen = list(blind(browser, line))
            more = spend(browser, line, [answer.query for answer in unseen[0][::40]])
    for half in Half:
        print("\n".join(table([answer for answer in answers if answer.query.half is half], half.value)), end="\n\n")
    print("\n".join(table(others, "outside")), end="\n\n")
    for path, some in zip(BLIND, unseen, strict=True):
        print("\n".join(table(some, path.stem)), end="\n\n")
    print("\n".join(told(spent)))
    print("over about 600 procedures:", *told(more), sep="\n")
    if "--misses" in sys.argv:
        print("\n".join(missed([*(answer for answer in answers if answer.query.half is Half.TUNED), *others])))


if __name__ == "__main__":
    main()
