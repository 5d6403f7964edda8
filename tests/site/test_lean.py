"""Templates say what Jinja2 would make of them, though they are compiled to other code."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from congkhai.render.site.lean import LeanEnvironment


class _Thing(NamedTuple):
    name: str
    inner: object
    nothing: None = None


_VALUES = {
    "thing": _Thing("<b> & \"co\" 'x'", _Thing("trong <i>", {"word": "<w>", "items": "<its own>"})),
    "safe": Markup("<em>"),
    "number": 5,
    "many": ("một", "<hai>", Markup("<ba>"), 4, None),
    "table": {"key": "<value>", "name": "<name>"},
    "speak": lambda one, other="-": f"<{one} {other}>",
}
_MACROS = """
{% macro plain(one, other="<o>") %}<p title="{{ other }}">{{ one }}</p>{% endmacro %}
{% macro around(title="") %}[{{ title }}{{ caller() }}]{% endmacro %}
{% macro rest(one) %}{{ one }}{{ varargs | length }}{{ kwargs.other }}{% endmacro %}
"""
_IMPORT = '{% from "macros" import plain, around, rest %}'
_SAME = (
    "{{ thing.name }} {{ thing.inner.name }} {{ thing.inner.inner.word }} {{ thing.inner.inner['items'] }}",
    "{{ safe }}{{ number }}{{ thing.nothing }}{{ many | length }}{{ number is none }}",
    "{% for one in many %}{{ loop.index0 }}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{{ table.key }} {{ table.name }} {{ table.items() | length }} {{ table['key'] }}",
    "{{ speak(thing.name, other=safe) }} {{ speak(one=1) }} {{ speak(*many[:2]) }} {{ speak(**{'one': 2}) }}",
    '{{ "{n} <n>".format(n=number) }} {{ "a < b".upper() }} {{ (safe ~ "<x>") }} {{ "channels[" ~ number ~ "]" }}',
    "{% set at = thing.name ~ '.' %}{{ at }}{% set block %}<p>{{ at }}</p>{% endset %}{{ block }}",
    "{% for one in many if one %}{{ one }}{% else %}-{% endfor %}{{ thing.absent is defined }}",
    _IMPORT + "{{ plain(thing.name) }}{{ plain(safe, number) }}{{ plain(one=1, other=thing.nothing) }}",
    _IMPORT + "{% call around(thing.name) %}<u>{{ thing.name }}</u>{% endcall %}{{ rest(1, 2, 3, other=safe) }}",
    '{% include "part" %}{{ plain is defined }}',
)
_WRONG = (
    "{{ thing.absent }}",
    "{{ absent }}",
    "{{ absent.name }}",
    "{{ thing.absent.name }}",
    "{{ thing.inner.inner.absent }}",
    "{{ absent() }}",
    _IMPORT + "{{ plain() }}",
)


def _made(kind: type[Environment], text: str) -> str:
    loader = DictLoader({"page": text, "macros": _MACROS, "part": "{% set x = number %}{{ x }}{{ thing.name }}"})
    environment = kind(loader=loader, autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page").render(_VALUES)


@pytest.mark.parametrize("text", _SAME)
def test_same_html(text: str) -> None:
    assert _made(LeanEnvironment, text) == _made(Environment, text)


@pytest.mark.parametrize("text", _WRONG)
def test_nothing_undefined_passes(text: str) -> None:
    with pytest.raises(UndefinedError) as plain:
        _made(Environment, text)
    with pytest.raises(UndefinedError) as lean:
        _made(LeanEnvironment, text)
    assert str(lean.value) == str(plain.value)


def test_too_many_arguments_are_refused() -> None:
    for text in ("{{ plain(1, 2, 3) }}", "{{ plain(1, absent=2) }}"):
        for kind in (Environment, LeanEnvironment):
            with pytest.raises(TypeError):
                _made(kind, _IMPORT + text)
