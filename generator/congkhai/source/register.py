"""What ships with the program: the register of duties and the general rules behind them.

An office overrides a record by a file of the same id in its own folder.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from congkhai.model.kinds import KINDS
from congkhai.source.one_file import typed
from congkhai.source.repository import Source

#: Where the shipped records of a kind lie below the package.
SHIPPED = {"duty": "register/duties", "general_rule": "register/general-rules"}


@cache
def shipped() -> tuple[Source, ...]:
    """Every record that ships, in the order of the files. Raises ValueError for one that cannot be read."""
    found: list[Source] = []
    for name, folder in SHIPPED.items():
        for entry in sorted(files("congkhai").joinpath(folder).iterdir(), key=lambda e: e.name):
            path = f"congkhai/{folder}/{entry.name}"
            one = typed(path, entry.read_bytes(), KINDS[name])
            if one.source is None or one.findings:
                raise ValueError(f"{path}: {one.findings}")
            found.append(replace(one.source, shipped=True))
    return tuple(found)
