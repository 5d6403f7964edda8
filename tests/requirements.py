"""Programs that a test needs: without one it is skipped with the reason; under CI=true that is a failure."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def missing(what: str, cure: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be skipped."""
    reason = f"cần {what}: {cure}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def program(*names: str, package: str) -> str:
    """The path of the first program found; `package` is the Debian package that has it."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or missing(names[0], f"apt install {package}")


def judge(path: str) -> Path:
    """A file of a judge from npm, below `tests/judges/node_modules`."""
    found = Path(__file__).parent / "judges" / "node_modules" / path
    return found if found.is_file() else missing(path, "make judges")
