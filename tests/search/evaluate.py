"""Ask the search page of the sample office every judged query in a real browser: `make search-eval`."""

from __future__ import annotations

import json
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import quantiles

from congkhai.publish.build import Request, build
from congkhai.publish.serve import server
from tests.browser.chromium import Chromium, find
from tests.search.queries import Group, Half, Query, queries

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
#: How many hits the page shows at once, and as many count.
SHOWN = 10

#: Types a query, sends it and waits until its hits are shown: addresses in order, and the milliseconds it took.
_ASK = """new Promise((done, fail) => {
  const root = document.querySelector("[data-ck-find]");
  const form = root.querySelector("form");
  const scope = window.__md_scope.pathname.replace(/[/]*$/, "/");
  const query = QUERY;
  delete root.dataset.ckShown;
  form.querySelector("input").value = query;
  const start = performance.now();
  form.requestSubmit();
  const look = () => {
    const took = performance.now() - start;
    if (took > 20000) return fail(new Error(query));
    if (root.dataset.ckShown !== query) return setTimeout(look, 2);
    const links = [...root.querySelectorAll("a.ck-hit__title")];
    done({ took, hits: links.map((link) => new URL(link.href).pathname.slice(scope.length)) });
  };
  look();
})"""


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


@contextmanager
def sample_site() -> Iterator[str]:
    """The sample office, built for this purpose and served; the address of its search page."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        result = build(Request(ROOT, site, ROOT / ".congkhai", DAY, with_notices=False))
        if result.committed is None:
            raise RuntimeError(result.findings)
        web = server(site, 0)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{web.server_address[1]}/tim-kiem/"
        finally:
            web.shutdown()
            web.server_close()


def ask(browser: Chromium, page: str, asked: Iterable[Query]) -> Iterator[Answer]:
    """Ask each query on one page, one after the other, as somebody does who tries again."""
    browser.open(page)
    for query in asked:
        told = browser.run(_ASK.replace("QUERY", json.dumps(query.text)))
        yield Answer(query, tuple(told["hits"][:SHOWN]), told["took"])


def _table(answers: list[Answer], half: Half) -> Iterator[str]:
    ours = [answer for answer in answers if answer.query.half is half]
    yield f"{half.value:14}{'n':>5}{'S@1':>8}{'S@3':>8}{'MRR@10':>8}{'empty':>7}"
    groups: list[tuple[str, Callable[[Answer], bool]]] = [
        *((group.value, lambda answer, group=group: answer.query.group is group) for group in Group),
        ("all", lambda answer: True),
    ]
    for name, belongs in groups:
        got = score([answer for answer in ours if belongs(answer)])
        yield f"{name:14}{got.count:5}{got.first:8.1%}{got.three:8.1%}{got.reciprocal:8.3f}{got.empty:7}"


def _missed(answers: list[Answer]) -> Iterator[str]:
    for answer in answers:
        if answer.query.half is Half.TUNED and answer.rank != 1:
            got = answer.hits[0] if answer.hits else "-"
            yield f"{answer.rank or '-':>3} {answer.query.group.value:13}{answer.query.text!r}: {got}"


def main() -> None:
    """Print the figures of both halves; with `--misses`, also what was not first in the tuned half."""
    path = find()
    if path is None:
        sys.exit("cần chromium: apt install chromium")
    with sample_site() as page, Chromium(path) as browser:
        answers = list(ask(browser, page, queries()))
    for half in Half:
        print("\n".join(_table(answers, half)), end="\n\n")
    cuts = quantiles([answer.milliseconds for answer in answers], n=20)
    print(f"milliseconds: p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}")
    if "--misses" in sys.argv:
        print("\n".join(_missed(answers)))


if __name__ == "__main__":
    main()
