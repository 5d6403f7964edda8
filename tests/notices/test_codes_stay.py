"""Version codes hang on walls: a change of the program that alters one makes every paper there look outdated."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import KINDS, notices
from congkhai.render.notices.notice import Notice
from congkhai.source.load import load
from tests.offices import TODAY, Case, cases

#: `case address code`. A line may change with the case's own YAML, and with what the law wants on a paper.
_LINES = [line.split() for line in Path(__file__).with_name("codes.txt").read_text("utf-8").splitlines()]
_CASES = [case for case in cases("good") if any(case.name == name for name, _, _ in _LINES)]


def _made(case: Case, root: Path) -> list[Notice]:
    office = Office(load(case.lay_out(root)).repository, TODAY)
    return [found for found in notices(office) if isinstance(found, Notice)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Notice]]:
    return {case.name: _made(case, tmp_path_factory.mktemp(case.name) / "office") for case in _CASES}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_codes_are_those_on_the_walls(case: Case, made: dict[str, list[Notice]]) -> None:
    assert {one.name.address: one.code for one in made[case.name]} == {
        address: code for name, address, code in _LINES if name == case.name
    }


def test_every_kind_is_held(made: dict[str, list[Notice]]) -> None:
    assert {one.name.kind for some in made.values() for one in some} == {kind.name for kind in KINDS}
