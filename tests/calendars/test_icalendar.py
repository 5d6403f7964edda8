"""Calendars to subscribe to, read back by other people's programs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from congkhai.derive.diary.appointment import Appointment, remembered
from congkhai.publish.build import opened
from congkhai.render.data import calendars
from congkhai.render.data.icalendar import Calendar, icalendar
from congkhai.source.load import load
from tests.offices import TODAY
from tests.requirements import program
from tests.site.full import RECORDS
from tests.site.records import office

RECEPTION = "tiep-cong-dan/lich/lich.ics"
ROSTER = "lich-truc/truc/lich.ics"
UNIT = "co-quan/phong-tu-phap/lich.ics"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def made(records: Mapping[str, Any], root: Path, day: date = TODAY, **facts: Any) -> dict[str, bytes]:
    here = replace(office(root, dict(records), day), **facts)
    return {path: data for path, data, _ in calendars.files(here)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(RECORDS, tmp_path_factory.mktemp("full") / "office")


def events(data: bytes) -> dict[str, Any]:
    calendar = Parsed.from_ical(data)
    assert not calendar.errors
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    for event in found.values():
        assert "RRULE" not in event
        assert not event.errors
    return found


def test_every_calendar_is_read_back_by_icalendar(files: dict[str, bytes]) -> None:
    names = [path for path in files if path.endswith(".ics")]
    assert {RECEPTION, ROSTER, UNIT, "lich.ics", "ke-hoach/ke-hoach-thu/lich.ics"} <= set(names)
    for name in names:
        calendar = Parsed.from_ical(files[name])
        assert calendar["METHOD"] == "PUBLISH"
        assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
        told = json.loads(files[name.replace(".ics", ".json")])["items"]
        assert {item["uid"] for item in told} == set(events(files[name]))


def test_a_session_stands_at_its_hour_in_vietnam(files: dict[str, bytes]) -> None:
    found = events(files[RECEPTION])
    session = found["reception.lich.20261125.1.1@thu-nghiem.example"]
    assert session["DTSTART"].dt == datetime(2026, 11, 25, 7, 30, tzinfo=HANOI)
    assert session["DTSTART"].dt.utcoffset().total_seconds() == 7 * 3600
    assert session["SUMMARY"] == "Tiếp công dân: Chủ tịch Ủy ban nhân dân xã Nguyễn Văn Thử"
    assert (session["STATUS"], session["SEQUENCE"]) == ("CONFIRMED", 0)
    moved = found["reception.lich.20261202.1.1@thu-nghiem.example"]
    assert (moved["DTSTART"].dt.date(), moved["SEQUENCE"]) == (date(2026, 12, 4), 1)
    assert "Họp Hội đồng nhân dân" in moved["DESCRIPTION"]
    dropped = found["reception.lich.20261230.1.1@thu-nghiem.example"]
    assert (dropped["STATUS"], dropped["SEQUENCE"]) == ("CANCELLED", 1)


def test_staff_receive_on_working_days_when_the_head_does_not(files: dict[str, bytes]) -> None:
    found = events(files["tiep-cong-dan/lich/thuong-xuyen.ics"])
    days = {event["DTSTART"].dt.date() for event in found.values()}
    assert date(2026, 11, 23) in days
    assert date(2026, 11, 24) not in days, "a holiday"
    assert date(2026, 11, 25) not in days, "the head receives"
    assert date(2026, 9, 2) not in days, "a holiday"
    assert all(day.weekday() < 3 for day in days)


def test_a_watch_through_the_night_ends_on_the_next_day(files: dict[str, bytes]) -> None:
    watch = events(files[ROSTER])["roster.truc.truc-ban.20270205T0730@thu-nghiem.example"]
    assert watch["DTEND"].dt == datetime(2027, 2, 6, 7, 30, tzinfo=HANOI)


def test_a_unit_is_told_its_tasks_and_reports(files: dict[str, bytes]) -> None:
    found = events(files[UNIT])
    task = found["plan.ke-hoach-thu.viec-mot.1@thu-nghiem.example"]
    assert task["DTSTART"].dt == date(2026, 12, 2), "moved from 30 November"
    assert "trùng ngày hội của xã" in task["DESCRIPTION"]
    assert task["URL"].endswith("ke-hoach/ke-hoach-thu/nhiem-vu/#viec-viec-mot")
    assert "plan.ke-hoach-thu.bao-cao-1.1.20261201@thu-nghiem.example" in found


def test_lines_are_folded_in_octets_and_values_escaped(files: dict[str, bytes]) -> None:
    one = Appointment(
        uid="a",
        title="Đối thoại; hỏi, đáp \\ về “đất” " + "ở " * 60,
        start=datetime(2026, 1, 1, 8),
        end=datetime(2026, 1, 1, 9),
        page="x/",
        text="Dòng một\nDòng hai",
    )
    data = icalendar(Calendar("Lịch", "Về", "https://a.vn/x/", "https://a.vn/", "a.vn", date(2026, 1, 1), (one,)))
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    (event,) = Parsed.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == one.title.strip()
    assert event["DESCRIPTION"] == "Dòng một\nDòng hai\nhttps://a.vn/x/"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    one = Appointment("a", text, datetime(2026, 1, 1), datetime(2026, 1, 1), "", whole_day=True)
    data = icalendar(Calendar("L", "V", "https://a.vn/", "https://a.vn/", "a.vn", date(2026, 1, 1), (one,)))
    (event,) = Parsed.from_ical(data).walk("VEVENT")
    assert str(event["SUMMARY"]) == text.strip()
    assert max(map(len, data.split(b"\r\n"))) <= 75


def changed(change: str) -> dict[str, Any]:
    records = deepcopy(RECORDS)
    reception = records["content/reception/lich.yml"]
    if change == "hours":
        reception["periodic"][0]["hours"] = ["8:00-11:00"]
    elif change == "moved again":
        reception["exceptions"][0]["moved_to"] = "2026-12-03"
    elif change == "other days":
        reception["periodic"][0] |= {"days": ["thu"]}
        reception["exceptions"] = []
    return records


def commit(root: Path, words: str) -> None:
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=a", "-c", "user.email=a@a.vn")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", words]):
        subprocess.run(["git", *command], cwd=root, check=True, env=quiet)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The reception calendar after each of four commits, as a build of that commit publishes it."""
    program("git", package="git")
    root = tmp_path_factory.mktemp("git") / "office"
    out = []
    office(root, changed(""), TODAY)
    for change in ("first", "hours", "moved again", "other days", "as at first"):
        for path, record in changed(change).items():
            (root / path).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        commit(root, change)
        out.append(events(published(root)[RECEPTION]))
    return out


def published(root: Path, day: date = TODAY) -> dict[str, bytes]:
    return {path: data for path, data, _ in calendars.files(opened(load(root), root, day))}


def test_the_number_grows_with_every_change_and_never_falls(history: list[dict[str, Any]]) -> None:
    for before, after in zip(history, history[1:], strict=False):
        for uid, event in before.items():
            assert uid in after
            same = all(event[name] == after[uid][name] for name in ("DTSTART", "DTEND", "STATUS"))
            assert after[uid]["SEQUENCE"] == event["SEQUENCE"] if same else after[uid]["SEQUENCE"] > event["SEQUENCE"]


def test_what_was_dropped_is_cancelled(history: list[dict[str, Any]]) -> None:
    uid = "reception.lich.20261125.1.1@thu-nghiem.example"
    assert [calendar[uid]["STATUS"] for calendar in history] == [
        *("CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED")
    ]
    numbers = [calendar[uid]["SEQUENCE"] for calendar in history]
    assert numbers == sorted(set(numbers))


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abc"), st.tuples(st.integers(1, 3), st.booleans()), max_size=3),
        min_size=1,
        max_size=6,
    )
)
def test_sequences_hold_for_any_past(past: list[dict[str, tuple[int, bool]]]) -> None:
    def version(one: dict[str, tuple[int, bool]]) -> list[Appointment]:
        at = {day: datetime(2026, 1, day) for day in (1, 2, 3)}
        return [Appointment(uid, "", at[day], at[day], "", changed=odd) for uid, (day, odd) in one.items()]

    before: dict[str, Appointment] = {}
    for length in range(1, len(past) + 1):
        now = {one.uid: one for one in remembered([version(one) for one in past[:length]])}
        assert set(before) <= set(now)
        for uid, one in before.items():
            same = replace(now[uid], sequence=0) == replace(one, sequence=0)
            assert now[uid].sequence == one.sequence if same else now[uid].sequence > one.sequence
            assert now[uid].cancelled is (uid not in past[length - 1])
        before = now


def test_khal_shows_the_sessions(files: dict[str, bytes], tmp_path: Path) -> None:
    """A client that people use: its own database, its own reading of the zone."""
    khal = Path(sys.executable).parent / "khal"
    assert khal.exists(), "khal is in the dev extra"
    (tmp_path / "cal").mkdir()
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[xa]]\npath = {tmp_path}/cal\n[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\n"
        "default_timezone = Asia/Ho_Chi_Minh\ntimeformat = %H:%M\ndateformat = %d/%m/%Y\nlongdateformat = %d/%m/%Y\n"
        f"datetimeformat = %d/%m/%Y %H:%M\nlongdatetimeformat = %d/%m/%Y %H:%M\n[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    env = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def run(*words: str) -> str:
        done = subprocess.run(
            [khal, "-c", config, *words], capture_output=True, text=True, env=env, timeout=120, input="\n" * 50
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    source = tmp_path / "lich.ics"
    source.write_bytes(files[RECEPTION])
    run("import", "--batch", "-a", "xa", str(source))
    shown = run("list", "--format", "{start-date} {start-time}-{end-time} {title} {status}", "25/11/2026", "40d")
    assert "25/11/2026 07:30-11:30 Tiếp công dân: Chủ tịch Ủy ban nhân dân xã Nguyễn Văn Thử" in shown
    assert "04/12/2026 07:30-11:30" in shown


def test_the_calendars_of_an_office_without_days(tmp_path: Path) -> None:
    found = made({}, tmp_path / "office")
    assert events(found["lich.ics"]) == {}


DELETED = (
    *("content/reception/lich.yml", "content/rosters/truc.yml", "content/events/gap-dan.yml", "plans/ke-hoach-thu.yml"),
)


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """An office whose records with days were all deleted, and its calendars before that."""
    program("git", package="git")
    root = tmp_path_factory.mktemp("gone") / "office"
    office(root, RECORDS, TODAY)
    commit(root, "first")
    before = published(root)
    for path in DELETED:
        (root / path).unlink()
    commit(root, "gone")
    return root, before


def test_events_of_a_deleted_file_are_cancelled(emptied: tuple[Path, dict[str, bytes]]) -> None:
    root, before = emptied
    after = published(root)
    since = {event["UID"]: event for path in before if path.endswith(".ics") for event in events(before[path]).values()}
    assert len(since) > 40
    for path in (path for path in before if path.endswith(".ics")):
        told = events(after[path])
        for uid, event in events(before[path]).items():
            assert told[uid]["STATUS"] == "CANCELLED"
            assert told[uid]["SEQUENCE"] > event["SEQUENCE"] or event["STATUS"] == "CANCELLED"
            assert told[uid]["DTSTART"] == event["DTSTART"]


def test_of_a_deleted_file_nothing_but_its_days_is_told(emptied: tuple[Path, dict[str, bytes]]) -> None:
    root, before = emptied
    after = published(root)
    for path in ("lich.ics", RECEPTION, ROSTER, UNIT, "lich.json"):
        said = {str(event["SUMMARY"]) for event in events(before[path]).values()} if path.endswith("ics") else {"Trực"}
        assert said
        assert not any(text in after[path].decode() for text in said)


def test_a_deleted_event_leaves_the_calendars_a_year_after_its_day(emptied: tuple[Path, dict[str, bytes]]) -> None:
    root, before = emptied
    last = max(event["DTSTART"].dt for event in events(before[RECEPTION]).values()).date()
    assert events(published(root, last + timedelta(days=366))[RECEPTION])
    assert RECEPTION not in published(root, last + timedelta(days=367))


def test_a_file_that_comes_back_holds_again(emptied: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    gone, before = emptied
    root = tmp_path / "office"
    shutil.copytree(gone, root)
    path = root / DELETED[0]
    path.write_text(json.dumps(RECORDS[DELETED[0]], ensure_ascii=False), "utf-8")
    commit(root, "back")
    told, between, first = (events(made[RECEPTION]) for made in (published(root), published(gone), before))
    for uid, event in told.items():
        assert event["STATUS"] == first[uid]["STATUS"]
        assert event["SEQUENCE"] > between[uid]["SEQUENCE"] or first[uid]["STATUS"] == "CANCELLED"
    path.unlink()
    commit(root, "gone again")
    for uid, event in events(published(root)[RECEPTION]).items():
        assert event["STATUS"] == "CANCELLED"
        assert event["SEQUENCE"] > told[uid]["SEQUENCE"] or first[uid]["STATUS"] == "CANCELLED"


def test_a_file_that_only_moved_is_not_gone(tmp_path: Path) -> None:
    program("git", package="git")
    root = tmp_path / "office"
    office(root, RECORDS, TODAY)
    commit(root, "first")
    before = published(root)
    (root / "content/rosters/nam-nay").mkdir()
    (root / "content/rosters/truc.yml").rename(root / "content/rosters/nam-nay/truc.yml")
    commit(root, "moved")
    assert published(root)[ROSTER] == before[ROSTER]
