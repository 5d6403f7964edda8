"""The reports for other programs."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.model.finding import Finding, Mark, Severity
from congkhai.report.machine import FORMATS, as_github, as_json, as_sarif

ODD = "content/Hộ tịch, 100%: a.yml"
FINDINGS = [
    Finding("YM202", Severity.ERROR, ODD, Mark(3, 5, 3, 9), "id", {"value": "a\nb::error::c%"}),
    Finding("YM120", Severity.WARNING, "b.yml", Mark(1, 7, 1, 15), "code", {"value": "1.001193"}, '"1.001193"'),
]


def test_json_has_everything() -> None:
    first, second = json.loads(as_json(FINDINGS, "vi"))
    assert first == {
        "code": "YM202",
        "severity": "error",
        "path": ODD,
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "field": "id",
        "message": "“a↵b::error::c%” không thể làm mã",
        "hint": "dùng chữ thường không dấu, số, dấu gạch nối hoặc dấu chấm",
        "fix": None,
    }
    assert (second["severity"], second["fix"]) == ("warning", '"1.001193"')


def test_github_commands_cannot_be_forged() -> None:
    first, second = as_github(FINDINGS, "vi").split("\n")
    assert first.startswith(
        "::error file=content/Hộ tịch%2C 100%25%3A a.yml,line=3,col=5,title=YM202::“a↵b::error::c%25”"
    )
    assert second.startswith("::warning file=b.yml,line=1,col=7,title=YM120::")


@given(st.text(), st.text(min_size=1))
def test_each_finding_is_one_command(value: str, path: str) -> None:
    finding = Finding("YM202", Severity.ERROR, path, Mark.start_of_file(), params={"value": value})
    text = as_github([finding], "en")
    assert re.fullmatch(r"::error file=[^\r\n:,]*,line=1,col=1,title=YM202::[^\r\n]*", text)


def test_sarif_has_the_shape_that_code_hosts_read() -> None:
    log = json.loads(as_sarif(FINDINGS, "en"))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (log["version"], driver["name"], run["columnKind"]) == ("2.1.0", "congkhai", "unicodeCodePoints")
    assert [rule["id"] for rule in driver["rules"]] == ["YM120", "YM202"]
    assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in driver["rules"])
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("YM202", "error", "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert re.fullmatch(r"[\w./%~-]+", place["artifactLocation"]["uri"], re.ASCII)
    assert unquote(place["artifactLocation"]["uri"]) == ODD


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_findings_is_a_report_too(form: object) -> None:
    text = form([], "vi")
    assert text == "" or json.loads(text) is not None
