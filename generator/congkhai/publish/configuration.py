"""The office's own `mkdocs.yml`: what of it the engine may be told.

The engine takes its configuration for code: hooks, plugins and extensions are modules, tags name functions. An office's
repository is data that others may propose changes to, so only what changes the look passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import yaml

_KEYS = frozenset(
    [
        "site_name",
        "docs_dir",
        "site_dir",
        "use_directory_urls",
        "strict",
        "theme",
        "plugins",
        "markdown_extensions",
        "nav",
        "not_in_nav",
        "exclude_docs",
        "copyright",
        "extra",
        "repo_url",
        "repo_name",
        "edit_uri",
        "validation",
    ]
)
_THEME = frozenset(
    ["name", "language", "direction", "font", "features", "palette", "icon", "logo", "favicon", "custom_dir"]
)
#: Extensions of Markdown that read no file but the page.
_EXTENSIONS = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
        "pymdownx.betterem",
        "pymdownx.caret",
        "pymdownx.critic",
        "pymdownx.details",
        "pymdownx.highlight",
        "pymdownx.inlinehilite",
        "pymdownx.keys",
        "pymdownx.magiclink",
        "pymdownx.mark",
        "pymdownx.saneheaders",
        "pymdownx.smartsymbols",
        "pymdownx.superfences",
        "pymdownx.tabbed",
        "pymdownx.tasklist",
        "pymdownx.tilde",
    ]
)


def refused(config: bytes) -> str:
    """The first thing in a configuration that the engine must not be told; empty when there is none."""
    try:
        told = yaml.safe_load(config)  # a tag that names code is refused
    except (yaml.YAMLError, ValueError) as error:
        return " ".join(str(error).split())
    if not isinstance(told, Mapping):
        return "site_name"
    return next(_refused(told), "")


def _refused(told: Mapping[object, object]) -> Iterator[str]:
    yield from (str(key) for key in told if key not in _KEYS)
    if told.get("plugins"):
        yield "plugins"
    theme = told.get("theme")
    if isinstance(theme, Mapping):
        yield from (f"theme.{key}" for key in theme if key not in _THEME)
    extensions = told.get("markdown_extensions") or ()
    if isinstance(extensions, Iterable):
        for one in extensions:
            names = one if isinstance(one, Mapping) else (one,)
            yield from (f"markdown_extensions: {name}" for name in names if name not in _EXTENSIONS)
