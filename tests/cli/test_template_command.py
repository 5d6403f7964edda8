"""`congkhai template notice`: the template of a kind as a file to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congkhai.cli.main import cli
from congkhai.render.notices.kinds import KINDS
from congkhai.render.notices.templates import Templates


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "template", "notice", *words])


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_copy_prints_the_same(office: Path, kind: str):
    made = run(office, kind)
    assert made.exit_code == 0, made.output
    own = office / "site_config/notices"
    (copied,) = own.iterdir()
    assert copied.read_bytes() == Templates.read().files[copied.name]
    assert Templates.read(own).digest == Templates.read().digest


def test_what_is_there_stays(office: Path):
    run(office, "card")
    (office / "site_config/notices/card.typ").write_text("của tôi")
    again = run(office, "card")
    assert again.exit_code == 2
    assert "đã có" in again.output
    assert (office / "site_config/notices/card.typ").read_text() == "của tôi"


def test_a_kind_that_is_not_names_those_that_are(office: Path):
    wrong = run(office, "the")
    assert wrong.exit_code == 2
    assert "card" in wrong.output
