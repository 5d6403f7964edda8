"""Lighthouse on a phone with a slow network: on a few pages here, on one of each kind in `make soak`."""

import os
from collections.abc import Mapping

from tests.whole.conftest import Built
from tests.whole.kinds import one_of_each
from tests.whole.lighthouse import Verdict, verdicts

#: What every page must reach, of 100.
_FLOORS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_FEW = ("", "thu-tuc/1.001193/", "tim-kiem/", "ngan-sach/2024/2024-quyet-toan-can-doi/")


def short(verdict: Verdict) -> Mapping[str, int]:
    """The categories that do not reach their floor. A printed copy's page is found by its code, by no search engine."""
    floors = _FLOORS | ({"seo": 0} if verdict.failed.keys() == {"is-crawlable"} and is_copy(verdict.page) else {})
    return {name: got for name, got in verdict.scores.items() if got < floors[name]}


def is_copy(page: str) -> bool:
    return page.startswith("in/") and page != "in/"


def test_pages_are_fast_accessible_and_found(built: Built):
    everything = "CONGKHAI_SOAK" in os.environ
    pages = [page for page in one_of_each(built) if page != "404.html"] if everything else _FEW
    found = list(verdicts(built.folder, pages))
    assert [verdict.page for verdict in found] == list(pages)
    assert {v.page: (short(v), v.failed) for v in found if short(v)} == {}
