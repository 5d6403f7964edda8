"""The index of titles: what it holds, and that it is the same for the same pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from congkhai.model.thesaurus import Entry, Thesaurus
from congkhai.render.search import titles
from congkhai.render.search.entry import SearchEntry
from congkhai.render.search.phrases import BASE
from congkhai.render.search.shares import SHARES, share, shares
from congkhai.render.site.page import Page

KIND = "Thủ tục hành chính"
THESAURUS = Thesaurus(
    abbreviations=(
        Entry(term="giấy phép xây dựng", variants=("GPXD",)),
        Entry(term="giấy phép lái xe", variants=("GPLX",)),
    ),
    related=(Entry(term="cấp lại", variants=("mất",)),),
    stop_phrases=("Ở đâu", "cần gì"),
)


def page(address: str, title: str, entry: SearchEntry | None) -> Page:
    return Page(address, "thu-tuc/*", title, "", Markup(""), search=entry)


PERMIT = page(
    "thu-tuc/1.013225/",
    "Cấp giấy phép xây dựng",
    SearchEntry(
        KIND,
        "Bản vẽ thiết kế\nCấp lại bản vẽ",
        names=("xin phép xây nhà", "cấp GIẤY PHÉP xây dựng", "1.013225"),
        fields=("Xây dựng",),
        levels=("Cấp Xã",),
        facts=("75.000 đồng", "10 ngày"),
        weight=115,
    ),
)
PLAN = page("ke-hoach/83/", "Kế hoạch 83", SearchEntry("Kế hoạch", "Bản vẽ"))
HIDDEN = page("tim-kiem/", "Tìm kiếm", None)


def shown(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What comes after the first part."""
    found: dict[str, Any] = json.loads(files[f"{titles.FOLDER}{json.loads(files[titles.MANIFEST])['facts']}.json"])
    return found


def spoken(files: Mapping[str, bytes], name: str) -> list[list[str]]:
    """The entries of the thesaurus or, with their name, the related ones."""
    first = parts(files)[0]
    words = [*first["words"].split(), *shown(files)["words"].split()]
    written = [first["thesaurus"]] if name == "thesaurus" else shared(files)
    entries = [entry for some in written for entry in some.split("!")]
    return [["".join(f" {words[ord(c) - BASE]}" for c in text)[1:] for text in e.split(" ")] for e in entries if e]


def shared(files: Mapping[str, bytes]) -> list[str]:
    """The related words by share."""
    name = json.loads(files[titles.MANIFEST])["related"]
    return [json.loads(files[f"{titles.FOLDER}{name}-{number}.json"]) for number in range(SHARES)]


def parts(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    names = json.loads(files[titles.MANIFEST])["parts"]
    return [json.loads(files[f"{titles.FOLDER}{name}.json"]) for name in names]


def test_the_manifest_names_every_file_and_the_bundles():
    files = titles.files([PERMIT, PLAN], THESAURUS, ["pagefind/", "pagefind/ho-tich/"])
    manifest = json.loads(files[titles.MANIFEST])
    assert manifest["bundles"] == ["pagefind/", "pagefind/ho-tich/"]
    shares = [f"{manifest['related']}-{number}" for number in range(SHARES)]
    assert set(files) == {
        titles.MANIFEST,
        *(
            f"{titles.FOLDER}{name}.{form}"
            for name in (*manifest["parts"], manifest["facts"], *shares)
            for form in ("json", "pack")
        ),
    }


def test_a_pack_holds_what_the_plain_part_holds():
    files = titles.files([PERMIT, PLAN], THESAURUS, [])
    for path, data in files.items():
        if path.endswith(".pack"):
            assert gzip.decompress(data) == files[f"{path.removesuffix('.pack')}.json"]


def test_pages_stand_by_column_with_their_filters():
    (part,) = parts(titles.files([PERMIT, PLAN, HIDDEN], THESAURUS, []))
    assert part["said"][::3] == ["Cấp giấy phép xây dựng", "Kế hoạch 83"]
    assert part["addresses"] == ["thu-tuc/1.013225/", "ke-hoach/83/"]
    kind, field, unit, audience, level = part["sorts"][part["sort"][0]]
    assert [part["values"][n] for n in (*kind, *field, *level)] == [KIND, "Xây dựng", "Cấp Xã"]
    assert unit == audience == []
    assert part["weights"][part["sort"][0]] == 115


def test_a_name_that_says_what_the_title_or_the_address_says_is_left_out():
    (part,) = parts(titles.files([PERMIT], THESAURUS, []))
    assert part["said"][1::3] == ["xin phép xây nhà"]


def test_a_title_that_abbreviates_is_also_found_by_what_it_stands_for():
    short = page("a/", "Cấp lại GPXD, GPLX (12/GPXD-X)", SearchEntry(KIND, "x"))
    (part,) = parts(titles.files([short], THESAURUS, []))
    assert part["said"][1::3] == ["Cấp lại giấy phép xây dựng, giấy phép lái xe (12/GPXD-X)"]
    assert part["said"][0] == short.title


def test_only_what_can_lead_to_a_page_is_kept_of_the_thesaurus():
    files = titles.files([PERMIT, PLAN], THESAURUS, [])
    (part,) = parts(files)
    assert spoken(files, "thesaurus") == [["giấy phép xây dựng", "GPXD"]]
    assert spoken(files, "related") == [["cấp lại", "mất"]]
    assert part["stops"] == ["cần gì", "Ở đâu"]


def test_related_words_stand_in_the_share_of_their_rarest_syllable():
    entry = Entry(term="cấp lại", variants=("mất thẻ", "làm rơi thẻ", "Mất giấy", "?!", "rơi", "rơi giấy"))
    parted = shares([entry])
    for variant, rarest in (("mất thẻ", "mat"), ("làm rơi thẻ", "lam"), ("Mất giấy", "mat"), ("rơi giấy", "giay")):
        assert [variant] == [one for entry in parted[share(rarest)] for one in entry.variants if one == variant]
    assert sorted(one for some in parted for entry in some for one in entry.variants) == sorted(
        entry.variants[:3] + entry.variants[4:]
    )


def test_syllables_of_texts_are_known_when_two_pages_have_them():
    (part,) = parts(titles.files([PERMIT, PLAN], THESAURUS, []))
    known = part["syllables"].split()
    assert {"ban", "ve"} <= set(known)
    assert "thiet" not in known


def test_words_of_the_thesaurus_are_no_slips_though_they_lead_nowhere():
    (part,) = parts(titles.files([PERMIT, PLAN], THESAURUS, []))
    assert "gplx" in part["syllables"].split()


def test_a_site_without_a_thesaurus_has_an_index():
    files = titles.files([PERMIT], None, [])
    (part,) = parts(files)
    assert spoken(files, "thesaurus") == spoken(files, "related") == part["stops"] == []


def test_what_hits_show_comes_after_the_first_part_and_with_the_others():
    plain = [page(f"a/{n}/", f"Trang {n}", SearchEntry(KIND, "x", facts=("20 ngày",))) for n in range(titles.FIRST)]
    files = titles.files([PERMIT, *plain], THESAURUS, [])
    first, second = parts(files)
    facts = shown(files)["facts"]
    assert "related" not in first
    assert set(first["said"][2::3]) == {""}
    assert facts[0] == "75.000 đồng · 10 ngày"
    assert len(facts) == len(first["addresses"])
    assert second["said"][2::3] == ["20 ngày"]


def test_pages_with_everyday_names_and_procedures_come_in_the_first_part():
    plain = [page(f"a/{n}/", f"Trang {n}", SearchEntry(KIND, "x")) for n in range(titles.FIRST)]
    procedure = page("b/", "Đăng ký", SearchEntry(KIND, "x", weight=120))
    first, second = parts(titles.files([*plain, PERMIT, procedure], THESAURUS, []))
    assert first["said"][:6:3] == [PERMIT.title, procedure.title]
    assert len(first["addresses"]) == titles.FIRST
    assert len(second["addresses"]) == 2
    assert "thesaurus" not in second


def test_the_same_pages_give_the_same_bytes():
    assert titles.files([PERMIT, PLAN], THESAURUS, []) == titles.files([PERMIT, PLAN], THESAURUS, [])


def test_a_bar_in_a_name_does_not_part_it():
    odd = page("a/", "A", SearchEntry(KIND, "x", names=("b|c",)))
    (part,) = parts(titles.files([odd], None, []))
    assert part["said"][1::3] == ["b c"]
