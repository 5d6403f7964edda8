"""An office's own templates: one file replaces one of ours, and none can reach out of its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from congkhai.render.notices.kinds import KINDS, NoticeKind
from congkhai.render.notices.notice import Notice, Refusal
from congkhai.render.notices.render import render
from congkhai.render.notices.templates import Templates
from congkhai.render.notices.text import CannotPrint
from tests.notices.samples import reader, squeezed

OWN = """#import "lib/base.typ": *
#show: notice
#title(facts.name)
= Bản in riêng
#facts.code
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "site_config" / "notices"
    folder.mkdir(parents=True)
    return folder


def test_one_file_replaces_one_of_ours(own: Path, one_of_each: Mapping[str, Notice]):
    (own / "procedure.typ").write_text(OWN, "utf-8")
    (own / "README.md").write_text("Không phải mẫu in.", "utf-8")
    templates = Templates.read(own)
    assert set(templates.files) == set(Templates.read().files)
    assert templates.digest != Templates.read().digest
    made = render(one_of_each["procedure-a4"], templates)
    assert isinstance(made, bytes)
    assert squeezed("Bản in riêng") in squeezed(reader(made).pages[0].extract_text())
    assert render(one_of_each["fees-a4"], templates) == render(one_of_each["fees-a4"], Templates.read())


#: The least that each kind's own template must do: title, a heading, the line at the foot.
SHORT = """#import "lib/base.typ": *
#show: notice
#title(sheet.title)
= Mẫu riêng của cơ quan
#facts.office.name
"""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_can_be_replaced_and_only_it_is_printed_anew(
    kind: NoticeKind, own: Path, one_of_each: Mapping[str, Notice], everything: tuple[Notice, ...]
):
    booklet = next(n for n in everything if n.name.kind == "booklet")
    each = {**one_of_each, "booklet": booklet}
    (own / f"{kind.template}.typ").write_text(SHORT, "utf-8")
    changed = Templates.read(own)
    before = Templates.read(own.with_name("none"))
    for name, notice in each.items():
        mine = notice.template == kind.template
        assert (notice.key(changed) != notice.key(before)) is mine, name
    notice = next(n for n in each.values() if n.name.kind == kind.name)
    made = render(notice, changed)
    assert isinstance(made, bytes), made
    text = squeezed("".join(page.extract_text() for page in reader(made).pages))
    assert squeezed("Mẫu riêng của cơ quan") in text
    assert squeezed(notice.code) in text
    assert squeezed(f"{notice.imprint.review:%d/%m/%Y}") in text


def test_a_change_below_lib_or_in_a_template_that_is_named_reaches_who_uses_it(own: Path):
    plain = Templates.read(own)
    (own / "ours.typ").write_text("#let x = 1", "utf-8")
    (own / "fees.typ").write_text('#import "ours.typ": x', "utf-8")
    one = Templates.read(own)
    (own / "ours.typ").write_text("#let x = 2", "utf-8")
    two = Templates.read(own)
    assert one.digest_of("fees.typ") != two.digest_of("fees.typ")
    assert plain.digest_of("card.typ") == one.digest_of("card.typ") == two.digest_of("card.typ")
    (own / "lib").mkdir()
    (own / "lib/base.typ").write_bytes(plain.files["lib/base.typ"] + b"\n")
    assert Templates.read(own).digest_of("card.typ") != plain.digest_of("card.typ")


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path):
    assert Templates.read(tmp_path / "none").digest == Templates.read().digest


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('#read("/etc/passwd")', "mẫu in có lỗi"),
        ('#read("../../../../etc/passwd")', "mẫu in có lỗi"),
        ('#image("/no.svg", alt: "x")', "mẫu in có lỗi"),
        ("#let x = ", "mẫu in có lỗi"),
        ("#facts.nothing", "mẫu in có lỗi"),
        ("中文", "phông chữ không có hình"),
        (
            "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"), format: \"svg\")",
            "mẫu in có lỗi",
        ),
    ],
)
def test_a_mistake_in_a_template_is_a_sentence(own: Path, one_of_each: Mapping[str, Notice], code: str, said: str):
    (own / "procedure.typ").write_text(OWN + code, "utf-8")
    made = render(one_of_each["procedure-a4"], Templates.read(own))
    assert isinstance(made, Refusal)
    assert said in made.reason
    assert "\n" not in made.reason


def test_links_are_not_followed(own: Path, tmp_path: Path):
    (tmp_path / "secret.typ").write_text("bí mật", "utf-8")
    (own / "procedure.typ").symlink_to(tmp_path / "secret.typ")
    with pytest.raises(CannotPrint) as refused:
        Templates.read(own)
    assert refused.value.field == "procedure.typ"
    assert "liên kết" in refused.value.reason


@pytest.mark.parametrize("package", ["@preview/cetz:0.3.0", "@local/ours:1.0.0"])
def test_nothing_is_fetched(own: Path, package: str):
    (own / "fees.typ").write_text(f'#import "{package}": *', "utf-8")
    with pytest.raises(CannotPrint, match="lấy từ mạng"):
        Templates.read(own)


def test_a_huge_template_is_refused(own: Path):
    (own / "fees.typ").write_bytes(b" " * 2_000_001)
    with pytest.raises(CannotPrint, match="2 MB"):
        Templates.read(own)


def test_templates_say_nothing_that_the_catalogue_does_not():
    """Words that people read live in the catalogue; only what the Decree fixes stands in a template."""
    fixed = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ngày", "tháng", "năm", " đồng")
    for name, data in Templates.read().files.items():
        code = re.sub(r"//.*", "", data.decode())
        for phrase in fixed:
            code = code.replace(phrase, "")
        found = {word for word in re.findall(r"\w+", code) if not word.isascii()}
        assert found <= {"đ", "zđ"}, name
