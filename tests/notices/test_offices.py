"""Several offices in one repository: nothing that one of them publishes is missing from what is printed of all."""

from __future__ import annotations

from pathlib import Path

from congkhai.derive.office import Office
from congkhai.render.notices.kinds import notices
from congkhai.render.notices.notice import Notice
from congkhai.source.load import load
from tests.offices import TODAY, cases


def test_the_own_procedure_of_an_office_stands_in_the_lists_and_booklets_of_a_shared_field(tmp_path: Path) -> None:
    root = next(case for case in cases("good") if case.name == "two-offices").lay_out(tmp_path / "office")
    shared = (root / "content/procedures/1.001193.yml").read_text("utf-8")
    own = root / "content/offices/xa-khac/procedures/1.009999.yml"
    own.parent.mkdir()
    own.write_text(shared.replace("1.001193", "1.009999"), "utf-8")
    with (root / "content/offices/xa-khac/services/ho-tich.yml").open("a", encoding="utf-8") as service:
        service.write("counter: Quầy của xã kia\n")
    office = Office(load(root).repository, TODAY)
    made = {one.name.address: one for one in notices(office) if isinstance(one, Notice)}
    for address in ("in/thu-tuc/danh-muc.pdf", "in/linh-vuc/ho-tich.pdf"):
        shared_row, own_row = made[address].facts["procedures"]
        assert (shared_row["code"], own_row["code"]) == ("1.001193", "1.009999"), address
        assert (shared_row["counter"], own_row["counter"]) == ("", "Quầy của xã kia"), "each at its own office"
    for address in ("in/thu-tuc/so-tay.pdf", "in/linh-vuc/ho-tich/so-tay.pdf"):
        (field,) = made[address].facts["fields"]
        assert [row["number"].split()[-1] for row in field["procedures"]] == ["1.001193", "1.009999"], address
