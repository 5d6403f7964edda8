"""What search finds, fetches and takes over some six hundred procedures, asked in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median, quantiles

from tests.bench.measure import Line
from tests.browser.chromium import Chromium, find
from tests.search.evaluate import (
    LOOP,
    SLOWER,
    Answer,
    Cost,
    again,
    blind,
    many,
    mixed,
    never_asked,
    score,
    spend,
    write,
)
from tests.search.evaluate import Line as Wire
from tests.search.outside.office import QUESTIONS
from tests.search.queries import Group, Query, queries

#: How often a query is asked of the costs, and how many are asked by somebody who comes for the first time.
_EVERY, _COLD = 40, 10
#: Over how many procedures so many questions are asked of which no word was asked before.
_MANY, _ASKED = (3000, 10000), 60
#: Ways of writing that are told together, with what is asked of them: right at first, among the first three.
_TOLD: tuple[tuple[str, tuple[Group, ...], float, float], ...] = (
    ("mọi cách viết", tuple(Group), 95, 98),
    ("đúng tên, không dấu, dấu thanh, mã", (Group.EXACT, Group.PLAIN, Group.PARTLY, Group.TONE, Group.CODE), 100, 100),
    ("viết tắt, tên hằng ngày, gõ sai", (Group.ABBREVIATION, Group.EVERYDAY, Group.TYPO), 95, 98),
    ("câu hỏi", (Group.SENTENCE,), 88, 97),
)


def searched() -> Iterator[Line]:
    """Queries that nothing was tuned on, then bytes and milliseconds. Raises ImportError without a browser."""
    path = find()
    if path is None:
        raise ImportError("chromium")
    with mixed() as wire:
        with Chromium(path) as browser:
            sets = list(blind(browser, wire))
            for number, answers in enumerate(sets, 1):
                yield from _scores(f"Bộ câu hỏi {number}", answers)
            some = [answer.query for answer in sets[0][::_EVERY]]
            yield from _costs(spend(browser, wire, some))
        yield from _first_times(path, wire, [answer.query for answer in sets[0][:: len(sets[0]) // _COLD]])
    yield from _never_asked(path)


def _scores(name: str, answers: list[Answer]) -> Iterator[Line]:
    for told, groups, first, three in _TOLD:
        if some := [answer for answer in answers if answer.query.group in groups]:
            got = score(some)
            for where, share, least in (("đứng đầu", got.first, first), ("trong ba dòng đầu", got.three, three)):
                kept = share * 100 >= least
                yield Line(f"{name}, {told} ({got.count} câu): {where}", share * 100, "%", f"≥ {least}", kept)


def _costs(spent: Cost) -> Iterator[Line]:
    for told, size, most in (
        ("gợi ý tên đầu tiên", spent.titles, 60),
        ("câu trả lời đầy đủ đầu tiên", spent.full, 250),
    ):
        yield Line(f"Tải về trước {told}", size / 1000, "KB", f"≤ {most}", size <= most * 1000)
    slow = f"máy chậm {SLOWER} lần, 95 % số lần"
    key, answer = (_most(values) for values in (spent.keys, spent.answers))
    yield Line(f"Từ một phím đến gợi ý tên, {slow}", key, "ms", "≤ 30", key <= 30)
    yield Line(f"Câu trả lời đầy đủ, {slow}", answer, "ms", "≤ 300", answer <= 300)


def _first_times(path: str, wire: Wire, asked: list[Query]) -> Iterator[Line]:
    """Each by somebody who has nothing of the site yet: the page is open, all else comes while they type or after."""
    ways: tuple[tuple[str, Callable[[Chromium, Query], float]], ...] = (
        ("gõ 5 phím một giây", write),
        ("dán cả câu", lambda browser, query: next(again(browser, [query])).milliseconds),
    )
    for told, way in ways:
        took, loops = [], []
        for query in asked:
            with Chromium(path) as browser:
                browser.open(wire.address)
                browser.slow(SLOWER)
                took.append(way(browser, query))
                loops.append(browser.run(LOOP))
        what = f"Câu đầu tiên của người mới vào, {told}, máy chậm {SLOWER} lần"
        yield Line(f"{what}, thường thì", median(took), "ms", "≤ 300", median(took) <= 300)
        yield _beside(what, median(loops))


def _never_asked(path: str) -> Iterator[Line]:
    """Questions with words that this browser has not yet fetched anything of, over many procedures."""
    asked = queries(QUESTIONS)
    for count in _MANY:
        with many(count) as wire, Chromium(path) as browser:
            took, loop = never_asked(browser, wire, asked[:: len(asked) // _ASKED][: _ASKED + 1])
        what = f"Câu chưa ai hỏi, {count} thủ tục, máy chậm {SLOWER} lần"
        for share, value in (("50 %", median(took)), ("95 %", _most(took))):
            yield Line(f"{what}: {share} số lần", value, "ms", "≤ 300", value <= 300)
        yield _beside(what, loop)


def _beside(what: str, loop: float) -> Line:
    """What a fixed sum took meanwhile, which tells a busy machine from a slow page."""
    return Line(f"{what}: vòng lặp cố định 5 triệu bước đo xen kẽ", loop, "ms")


def _most(values: list[float]) -> float:
    return quantiles(values, n=20)[18]
