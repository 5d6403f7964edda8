"""Files that are made together, and made again only when what they are made from has changed.

Of each batch the last one is kept, under its name: what is kept does not grow with every build.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from congkhai.publish.commit import Staging
from congkhai.publish.output import Output
from congkhai.publish.store import Store, digest_of

#: Among the files of a batch, what the batch was made from.
_KEY = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files by path. `key` changes with all that they are made from, `make` makes them."""

    name: str
    key: str
    make: Callable[[], dict[str, bytes]]


def put_all(batches: Sequence[Batch], site: Staging, store: Store, executor: Executor) -> list[tuple[str, ...]]:
    """See to it that the files are in the site: left as they are, taken from the store, or made by the executor.

    The paths of each batch. What cannot be made raises what its `make` does, before anything is committed.
    """
    return begun(batches, site, store, executor)()


def begun(
    batches: Sequence[Batch], site: Staging, store: Store, executor: Executor
) -> Callable[[], list[tuple[str, ...]]]:
    """The same in two steps: what must be made is being made, and what this gives puts it into the site."""
    standing = [_standing(batch, site, store) for batch in batches]
    lacking = [batch for batch, paths in zip(batches, standing, strict=True) if paths is None]
    made = executor.map(partial(remembered, store=store), lacking)

    def put() -> list[tuple[str, ...]]:
        for paths in filter(None, standing):
            site.keep(paths)
        new = {batch.name: _put(batch, files, site, store) for batch, files in zip(lacking, made, strict=True)}
        return [paths or new[batch.name] for batch, paths in zip(batches, standing, strict=True)]

    return put


def remembered(batch: Batch, store: Store) -> dict[str, bytes]:
    """The files of a batch, made only when those in the store were made from something else."""
    place = digest_of("batch", batch.name)
    files = store.get_files(place)
    if files is None or files.pop(_KEY, b"") != batch.key.encode():
        files = batch.make()
        store.put_files(place, {_KEY: batch.key.encode(), **files})
    return files


def _put(batch: Batch, files: dict[str, bytes], site: Staging, store: Store) -> tuple[str, ...]:
    digests = {path: site.put(Output(path, data)) for path, data in files.items()}
    store.put(_list(batch), json.dumps([batch.key, digests]).encode())
    return tuple(digests)


def _standing(batch: Batch, site: Staging, store: Store) -> tuple[str, ...] | None:
    """The paths of the batch when the site has all of its files."""
    kept = store.get(_list(batch))
    if kept is None:
        return None
    key, digests = json.loads(kept)
    if key != batch.key or any(site.intact.get(path) != digest for path, digest in digests.items()):
        return None
    return tuple(digests)


def _list(batch: Batch) -> str:
    return digest_of("paths of a batch", batch.name)
