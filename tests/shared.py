"""Where the workers of one run of tests keep what is made once for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest


def shared(made: pytest.TempPathFactory) -> Path:
    """The folder of the run: a worker's own lies in it."""
    own = made.getbasetemp()
    return own.parent if own.name.startswith("popen") else own
