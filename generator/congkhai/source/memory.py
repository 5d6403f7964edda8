"""Work that makes very many objects, none of them in circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_objects() -> Iterator[None]:
    """Let the collector of circles rest meanwhile: walking over all records again and again is half of reading them."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            # All that was made counts as old now: else the next object would have all of it walked over after all.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
