"""The register that ships: whole, honest about what was not verified, and overridden by an office's own files."""

from __future__ import annotations

import json
from pathlib import Path

from congkhai.model.duty_terms import DutyGroup, LawRank
from congkhai.source.load import load
from congkhai.source.register import shipped
from tests.offices import findings, lay_out

#: Rows that the research marks as not read in the text of the law, or lists among its gaps.
UNVERIFIED = {
    "dccs-11-14-khac", "motcua-xinloi", "motcua-thongtin", "tsc-muasam", "tsc-sudung", "tsc-khaithac", "tcd-tansuat",
    "thanhtra-ketluan", "dbqh-lich", "hongheo-rasoat", "hotich-nhancon", "hotich-boroi", "dat-gcn", "dat-btgpmb",
    "quyhoach-congbo", "vbqppl-xa",
}  # fmt: skip
DUTIES = {source.id: source.record for source in shipped() if source.key.kind == "duty"}


def test_all_hundred_duties_ship():
    assert sorted(duty.number for duty in DUTIES.values()) == list(range(1, 101))
    groups = [sum(duty.group is group for duty in DUTIES.values()) for group in DutyGroup]
    assert groups == [24, 11, 17, 11, 8, 29]


def test_what_was_not_verified_says_so():
    assert {id_ for id_, duty in DUTIES.items() if not duty.verified} == UNVERIFIED


def test_every_duty_speaks_to_citizens_in_one_sentence():
    for id_, duty in DUTIES.items():
        assert duty.plain.endswith("."), id_
        assert duty.plain[0].isupper(), id_
        assert ". " not in duty.plain, id_
        assert duty.plain != duty.title


def test_the_general_rules_are_those_of_two_laws():
    rules = {source.id: source.record for source in shipped() if source.key.kind == "general_rule"}
    assert {rule.rank for rule in rules.values()} == {LawRank.DEMOCRACY, LawRank.INFORMATION}


def test_what_ships_has_no_findings_and_is_not_counted(tmp_path: Path):
    root = lay_out(tmp_path / "office")
    loaded = load(root)
    assert findings(root) == []
    assert len(loaded.repository) == sum(not source.shipped for source in loaded.repository)
    assert len(loaded.repository.all("duty")) == 100
    assert all(source.files == () for source in loaded.repository.all("duty"))


def test_an_office_overrides_and_adds(tmp_path: Path):
    root = lay_out(tmp_path / "office")
    folder = root / "site_config/duties"
    folder.mkdir(parents=True)
    own = {
        "title": "Của xã", "group": "reception", "who": ["commune_chair"], "what": "Nội dung.", "plain": "Một câu.",
        "basis": [{"symbol": "1/QĐ"}], "trigger": "session", "frequency": "monthly",
    }  # fmt: skip
    for name in ("tcd-lich", "rieng-cua-xa"):
        (folder / f"{name}.yml").write_text(json.dumps(own))
    repository = load(root).repository
    assert repository.find("duty", "tcd-lich").record.title == "Của xã"
    assert repository.find("duty", "tcd-lich").path == "site_config/duties/tcd-lich.yml"
    assert len(repository.all("duty")) == 101
    assert findings(root) == []


def test_a_broken_override_does_not_bring_the_shipped_one_back(tmp_path: Path):
    root = lay_out(tmp_path / "office")
    (root / "site_config/duties").mkdir(parents=True)
    (root / "site_config/duties/tcd-lich.yml").write_text("title: Của xã\n")
    assert load(root).repository.find("duty", "tcd-lich") is None
    assert {finding.code for finding in findings(root)} == {"YM131"}
