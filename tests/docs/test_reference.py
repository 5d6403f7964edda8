"""Generated pages stand as the program would make them now, so nothing can be added without being documented."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from congkhai.catalogue import codes
from congkhai.cli.main import COMMANDS, cli
from congkhai.cli.reference import describe
from congkhai.model.kinds import KINDS
from congkhai.model.spec import members
from congkhai.render.reference.pages import pages
from congkhai.render.reference.schema import editor_settings, schemas

ROOT = Path(__file__).parents[2]
CURE = "chạy: make reference"


@pytest.mark.parametrize("name", ["truong-du-lieu.md", "ma-loi.md", "lenh.md"])
def test_reference_pages_are_current(name: str):
    assert (ROOT / "docs/tra-cuu" / name).read_bytes() == pages(describe(cli))[name], CURE


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schemas_are_current(name: str):
    assert (ROOT / "site_config/schema" / name).read_bytes() == schemas()[name], CURE


def test_editor_settings_are_current():
    assert (ROOT / ".vscode/settings.json").read_bytes() == editor_settings(), CURE


def test_no_schema_is_left_over():
    assert {p.name for p in (ROOT / "site_config/schema").iterdir()} == set(schemas())


def test_every_command_code_and_field_is_named_in_its_page():
    made = {name: data.decode() for name, data in pages(describe(cli)).items()}
    for command in COMMANDS:
        assert f"## congkhai {command} " in made["lenh.md"]
    for code in codes():
        assert f"### {code}: " in made["ma-loi.md"]
    for kind in KINDS.values():
        for name in members(kind.record):
            assert f"| `{name}` |" in made["truong-du-lieu.md"]


def test_every_option_has_its_help():
    for command in describe(cli):
        assert command.help, command.name
        for option in command.options:
            assert option.help, (command.name, option.usage)


def test_every_field_has_a_title_and_a_help():
    seen: set[type] = set()

    def walk(cls: type) -> None:
        if cls in seen:
            return
        seen.add(cls)
        for member in members(cls).values():
            assert member.spec.title, (cls, member.name)
            assert member.spec.help, (cls, member.name)
            if hasattr(member.base, "__dataclass_fields__") and all(
                "spec" in f.metadata for f in member.base.__dataclass_fields__.values()
            ):
                walk(member.base)

    for kind in KINDS.values():
        walk(kind.record)


def test_every_picture_and_page_that_readme_names_exists():
    text = (ROOT / "README.md").read_text()
    for link in [*re.findall(r"\]\(([^)#:]+)\)", text), *re.findall(r'src="([^"]+)"', text)]:
        assert (ROOT / link).exists(), link


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_schema_is_one(name: str):
    jsonschema.Draft7Validator.check_schema(json.loads(schemas()[name]))


def test_an_editor_knows_the_bounds_of_numbers():
    schema = json.loads(schemas()["event.json"])

    def fits(**fields: object) -> bool:
        event = {"title": "x", "kind": "meeting", "unit": "ubnd-xa", **fields}
        return not list(jsonschema.Draft7Validator(schema).iter_errors(event))

    assert fits(quota=1)
    assert not fits(quota=0)
    assert not fits(quota=1_000_001)
    for low, right in ((0, True), (-30, False), ("1,5", True), ("-1,5", False)):
        assert fits(targets=[{"what": "x", "low": low}]) is right
