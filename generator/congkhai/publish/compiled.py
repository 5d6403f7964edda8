"""Where compiled templates are kept: each program has its own, and leaves none of another behind."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from congkhai.publish.program import program
from congkhai.publish.store import Store


class Compiled(BytecodeCache):
    """Compiled templates in a store: what is damaged there is compiled again, and never run."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def failed(self) -> bool:
        """Whether something could not be kept."""
        return self._store.failed

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled before."""
        data = self._store.get(bucket.key)
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        self._store.put(bucket.key, bucket.bytecode_to_string())


def compiled_templates(state: Path) -> Compiled:
    """What this program compiled, and what it will, below the state folder."""
    folder = state / "templates" / program()
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        with suppress(OSError):
            folder.mkdir(parents=True)
    return Compiled(Store(folder))
