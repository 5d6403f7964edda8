"""Feeds: valid Atom, names that last, and nothing in them that is not public."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from congkhai.derive.office import Office
from congkhai.render.data import calendars, feeds
from tests.offices import TODAY
from tests.site.full import RECORDS
from tests.site.records import office

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = Path(__file__).parents[3] / "shared/data/validators/atom.rnc"
PLAN = "plans/ke-hoach-thu.yml"


def made(here: Office) -> dict[str, bytes]:
    return {path: data for path, data, _ in feeds.files(here)}


def entries(data: bytes) -> dict[str, Any]:
    feed = etree.fromstring(data)
    found = {entry.findtext(f"{ATOM}id"): entry for entry in feed.iter(f"{ATOM}entry")}
    assert len(found) == len(list(feed.iter(f"{ATOM}entry")))
    return found


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("full") / "office", RECORDS)


def test_every_feed_has_what_the_standard_asks(here: Office) -> None:
    found = made(here)
    assert {"cap-nhat.atom", "ke-hoach/cap-nhat.atom", "ke-hoach/qua-han.atom", "niem-yet/cap-nhat.atom"} <= set(found)
    for path, data in found.items():
        feed = etree.fromstring(data)
        ids = [one.text for one in feed.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids))
        for one in (feed, *feed.iter(f"{ATOM}entry")):
            assert one.findtext(f"{ATOM}id").startswith("tag:thu-nghiem.example,2026-01-01:")
            assert one.findtext(f"{ATOM}title")
            assert one.findtext(f"{ATOM}updated").endswith("T00:00:00+07:00")
        (own,) = [one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
        assert own == f"https://thu-nghiem.example/{path}"


@pytest.mark.skipif(not GRAMMAR.exists(), reason="the grammar of Atom lies beside the repository")
def test_the_grammar_of_atom_holds(here: Office, tmp_path: Path) -> None:
    names = []
    for number, data in enumerate(made(here).values()):
        names.append(tmp_path / f"{number}.xml")
        names[-1].write_bytes(data)
    pyjing = Path(sys.executable).parent / "pyjing"
    assert shutil.which("java"), "install a Java runtime"
    done = subprocess.run(
        [pyjing, "-c", GRAMMAR, *names], capture_output=True, text=True, env=dict(os.environ), timeout=300
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_a_name_never_changes(here: Office, tmp_path: Path) -> None:
    """Another title, another day of change: the same name, a newer version."""
    plan = RECORDS[PLAN] | {"title": "Tên đã sửa"}
    later = office(tmp_path / "office", RECORDS | {PLAN: plan})
    later = replace(later, changes={PLAN: date(2026, 11, 20)})
    name = "tag:thu-nghiem.example,2026-01-01:plan/ke-hoach-thu"
    before, after = (entries(made(one)["ke-hoach/cap-nhat.atom"])[name] for one in (here, later))
    assert before.findtext(f"{ATOM}title") != after.findtext(f"{ATOM}title") == "Tên đã sửa"
    assert before.findtext(f"{ATOM}updated") < after.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+07:00"


def late(folder: Path, day: date, **task: Any) -> dict[str, Any]:
    plan = dict(RECORDS[PLAN])
    own = {"id": "viec-tre", "text": "Lập danh sách", "lead": "phong-tu-phap", "deadlines": ["trước ngày 01/10/2026"]}
    plan["sections"] = [{"number": "I", "tasks": [own | task]}]
    found = made(office(folder / "office", RECORDS | {PLAN: plan}, day))
    assert set(entries(found["ke-hoach/qua-han.atom"])) <= set(entries(found["co-quan/phong-tu-phap/cap-nhat.atom"]))
    return entries(found["ke-hoach/qua-han.atom"])


def test_what_became_late_is_told_from_the_day_after(tmp_path: Path) -> None:
    name = "tag:thu-nghiem.example,2026-01-01:late/ke-hoach-thu/viec-tre/2026-09-30"
    assert late(tmp_path / "a", date(2026, 9, 30)) == {}
    (entry,) = late(tmp_path / "b", date(2026, 10, 1)).values()
    assert entry.findtext(f"{ATOM}id") == name
    assert entry.findtext(f"{ATOM}updated") == "2026-10-01T00:00:00+07:00"
    done = [{"date": "2026-10-20", "text": "Đã lập", "done": "true"}]
    told = late(tmp_path / "c", TODAY, updates=done)[name].findtext(f"{ATOM}summary")
    assert "làm xong 20/10/2026" in told
    in_time = [{"date": "2026-09-20", "text": "Đã lập", "done": "true"}]
    assert late(tmp_path / "d", TODAY, updates=in_time) == {}
    soft = ["dự kiến trước ngày 01/10/2026"]
    assert late(tmp_path / "e", TODAY, deadlines=soft) == {}


def test_feeds_and_calendars_tell_nothing_that_is_not_public(tmp_path: Path) -> None:
    """The secret is there: a hidden disclosure, its posting, a private number."""
    secret = {"title": "Danh sách hộ nghèo ấp Tám", "summary": "Bốn hộ nhà chú Tư", "document": "QĐ 77"}
    path = "content/disclosures/ke-hoach-dat.yml"
    for number, hidden in enumerate(({"readers": "staff"}, {"published": "2026-12-24"})):
        records = RECORDS | {path: RECORDS[path] | secret | hidden}
        here = office(tmp_path / f"office-{number}", records)
        told = b"".join(data for make in (feeds.files, calendars.files) for _, data, _ in make(here)).decode()
        for text in (*secret.values(), "0912 345 678", "ke-hoach-dat"):
            assert text not in told
    shown = office(tmp_path / "shown", RECORDS | {path: RECORDS[path] | secret})
    told = b"".join(data for _, data, _ in feeds.files(shown)).decode()
    assert secret["title"] in told
    assert secret["summary"] not in told
