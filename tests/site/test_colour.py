"""Whatever colour an office chooses, its pages can be read."""

from __future__ import annotations

import re
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.render.site import colour
from congkhai.render.site.colour import Rgb, contrast
from congkhai.render.site.schemes import scheme_css

PAPERS = {
    "light": ((255, 255, 255), (250, 247, 242), (243, 238, 230)),
    "dark": ((24, 21, 19), (33, 29, 26), (42, 37, 33)),
}
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))


def rgb(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@given(COLOURS)
def test_links_and_buttons_have_enough_contrast(chosen: str):
    for name, scheme in (("light", colour.light(chosen)), ("dark", colour.dark(chosen))):
        for ground in (*PAPERS[name], rgb(scheme.tint)):
            assert contrast(rgb(scheme.link), ground) >= 4.5, (chosen, name)
        for area in (scheme.primary, scheme.primary_deep):
            assert contrast(rgb(scheme.on_primary), rgb(area)) >= 4.5, (chosen, name)


@given(COLOURS)
def test_every_colour_is_written_in_full(chosen: str):
    assert all(
        re.fullmatch(r"#[0-9a-f]{6}", part) for part in astuple(colour.light(chosen)) + astuple(colour.dark(chosen))
    )


def test_a_colour_that_can_be_read_is_left_alone():
    assert colour.light("#9b1c1c").link == "#9b1c1c"


@pytest.mark.parametrize(("one", "other", "ratio"), [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float):
    assert contrast(rgb(one), rgb(other)) == pytest.approx(ratio, abs=0.01)


def test_the_sheet_defines_both_schemes():
    sheet = scheme_css("#004d9b", ":root {\n  --ck-paper: white;\n}\n", ":root {\n  --ck-paper: black;\n}\n")
    paper, by_device, by_choice = sheet.split("@media screen")
    assert "--ck-paper: white;\n  --ck-primary: #004d9b;" in paper
    for night in (by_device, by_choice):
        assert "--ck-paper: black;" in night
        assert f"--ck-link: {colour.dark('#004d9b').link};" in night
