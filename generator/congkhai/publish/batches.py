"""Files that are made together, and made again only when what they are made from has changed.

Of each batch the last one is kept, under its name: what is kept does not grow with every build.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from congkhai.publish.commit import Staging
from congkhai.publish.output import Output
from congkhai.publish.store import Store, digest_of

#: Among the files of a batch, what the batch was made from.
_KEY = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files by path. `key` changes with all that they are made from, `make` makes them. `hidden` are those that other
    batches are made from and that no site has.
    """

    name: str
    key: str
    make: Callable[[], dict[str, bytes]]
    hidden: frozenset[str] = frozenset()


def put_all(batches: Sequence[Batch], site: Staging, store: Store, executor: Executor) -> list[tuple[str, ...]]:
    """See to it that the files are in the site: left as they are, taken from the store, or made by the executor.

    The paths of each batch. What cannot be made raises what its `make` does, before anything is committed.
    """
    return Begun(batches, site, store, executor).all()


class Begun:
    """The same in steps: what must be made is being made while other work is done."""

    def __init__(self, batches: Sequence[Batch], site: Staging, store: Store, executor: Executor) -> None:
        self._batches = batches
        self._site = site
        self._store = store
        standing = {batch.name: _standing(batch, site, store) for batch in batches}
        self._paths = {name: paths for name, paths in standing.items() if paths is not None}
        self._made: dict[str, Future[dict[str, bytes]]] = {
            batch.name: executor.submit(remembered, batch, store) for batch in batches if batch.name not in self._paths
        }
        for paths in self._paths.values():
            site.keep(paths)

    def some(self) -> None:
        """Put into the site what is made already: what waits is held in memory."""
        for batch in self._batches:
            if batch.name in self._made and self._made[batch.name].done():
                self._put(batch)

    def all(self) -> list[tuple[str, ...]]:
        """Wait for the rest and put it into the site; the paths of each batch."""
        for batch in self._batches:
            if batch.name in self._made:
                self._put(batch)
        return [self._paths[batch.name] for batch in self._batches]

    def _put(self, batch: Batch) -> None:
        files = self._made.pop(batch.name).result()
        self._paths[batch.name] = _put(batch, files, self._site, self._store)


def remembered(batch: Batch, store: Store) -> dict[str, bytes]:
    """The files of a batch, made only when those in the store were made from something else."""
    place = digest_of("batch", batch.name)
    files = store.get_files(place)
    if files is None or files.pop(_KEY, b"") != batch.key.encode():
        files = batch.make()
        store.put_files(place, {_KEY: batch.key.encode(), **files})
    return files


def _put(batch: Batch, files: dict[str, bytes], site: Staging, store: Store) -> tuple[str, ...]:
    digests = {path: site.put(Output(path, data)) for path, data in files.items() if path not in batch.hidden}
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
