"""The files that pages load: all there, nothing from elsewhere, no colour that no scheme defines."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files

from congkhai.model.site import Site
from congkhai.render.site.bundle import SCHEMES, SCRIPTS, SHEETS, assets
from congkhai.source.repository import Repository


def site(repository: Repository) -> Site:
    return repository.all("site")[0].record


def test_every_sheet_and_script_is_bundled(repository: Repository):
    folder = files("congkhai.render.site").joinpath("assets")
    names = {entry.name for entry in folder.iterdir() if entry.is_file()}
    assert names == {*SCHEMES, *SHEETS, *SCRIPTS}
    made = assets(site(repository))
    assert {f"assets/ck/{name}" for name in SCRIPTS} < set(made)


def test_search_fetches_all_that_it_is_made_of_side_by_side():
    """A module that is not named there would be asked for only when the one that wants it has come."""
    texts = {name: files("congkhai.render.site").joinpath("assets", name).read_text("utf-8") for name in SCRIPTS}
    wanted, found = ["find.js", "hits.js"], set()
    while wanted:
        name = wanted.pop()
        found.add(name)
        wanted += {*re.findall(r'from "\./([^"]+)"', texts[name])} - found
    listed = re.search(r"const MODULES = \[([^\]]+)\]", texts["search.js"])
    assert listed
    names = re.findall(r'"(\w+)"', listed[1])
    assert names[:2] == ["find", "hits"]
    assert {f"{name}.js" for name in names} == found


def test_sheets_load_only_what_is_bundled(repository: Repository):
    made = assets(site(repository))
    sheet = made["assets/ck/congkhai.css"].decode()
    for address in re.findall(r'url\("([^"]+)"\)', sheet):
        assert f"assets/ck/{address}" in made


def test_every_custom_property_of_ours_is_defined(repository: Repository):
    sheet = assets(site(repository))["assets/ck/congkhai.css"].decode()
    used = set(re.findall(r"var\((--ck-[a-z-]+)", sheet))
    defined = set(re.findall(r"(--ck-[a-z-]+):", sheet))
    assert used - defined == set()


def test_the_office_s_colour_is_in_the_sheet_and_the_icon(repository: Repository):
    made = assets(replace(site(repository), primary_color="#0a5c36"))
    assert b"#0a5c36" in made["assets/ck/congkhai.css"]
    assert b"#0a5c36" in made["assets/ck/mark.svg"]


def test_scripts_name_no_other_host(repository: Repository):
    for path, data in assets(site(repository)).items():
        if path.endswith(".js"):
            assert not re.search(rb"https?://", data), path
