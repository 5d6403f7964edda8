"""What Click itself says is said in the language of the command line."""

from __future__ import annotations

import inspect
import re

import click
import pytest
from click import core, decorators, exceptions, formatting, parser, types
from click.testing import CliRunner

from congkhai.catalogue import labels
from congkhai.cli.main import COMMANDS, cli

SAID_BY_CLICK = "".join(inspect.getsource(part) for part in (core, decorators, exceptions, formatting, parser, types))
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Try|default|Show|Missing|Invalid|No such|TEXT|FILE|INTEGER)\b")
#: Sentences that Click puts together from parts, and names of types, which it writes in capitals.
JOINED = {
    "{message} Did you mean {possibility}?",
    "{message} (Did you mean one of: {possibilities}?)",
    "Missing argument {name}.",
    "Missing option {name}.",
    "Missing option {name}. {message}",
    "COMMAND",
    "[ARGS]...",
}


def _run(*arguments: str) -> str:
    return CliRunner().invoke(cli, arguments, prog_name="congkhai").output


def _ways() -> list[tuple[str, ...]]:
    context = click.Context(cli)
    ways: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        command = cli.get_command(context, name)
        below = command.commands if isinstance(command, click.Group) else ()
        ways += [(name,), *((name, sub) for sub in below)]
    return ways


@pytest.mark.parametrize("way", _ways(), ids=" ".join)
def test_help_has_no_english_word(way: tuple[str, ...]) -> None:
    text = _run(*way, "--help")
    assert text.startswith("Cách dùng: congkhai")
    assert not ENGLISH.search(text), text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "--notice"), "Lỗi: Không có lựa chọn '--notice'. (Có phải là một trong"),
        (("chekc",), "Lỗi: Không có lệnh 'chekc'."),
        (("check", "--format", "x"), "Lỗi: Giá trị của '--format' không dùng được: 'x' không có trong các giá trị"),
        (("--root", "/khong-co", "check"), "Lỗi: Giá trị của '--root' không dùng được: Không có '/khong-co'."),
        (("template", "budget"), "Lỗi: Thiếu tham số"),
        (("check", "--date"), "Lỗi: Lựa chọn '--date' cần một giá trị đi kèm."),
        (("reference", "x"), "Lỗi: Thừa tham số (x)"),
        (("check", "--date", "99"), "không phải ngày; viết 2026-07-01"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(arguments: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(cli, arguments, prog_name="congkhai")
    assert result.exit_code == exceptions.UsageError.exit_code
    assert told in result.output
    assert not ENGLISH.search(result.output), result.output


def test_english_is_given_where_it_is_asked_for() -> None:
    assert _run("--lang", "en", "--help").startswith("Usage: congkhai [OPTIONS] COMMAND [ARGS]...")
    assert "Error: No such option" in _run("--lang", "en", "build", "--no-such-thing")


@pytest.mark.parametrize("said", sorted(set(labels("click")) - JOINED))
def test_click_still_says_so(said: str) -> None:
    literal = said.replace("\n", "\\n").replace("\t", "\\t")
    assert any(word in SAID_BY_CLICK for word in (literal, literal.lower(), literal.lower().removesuffix(" range")))
