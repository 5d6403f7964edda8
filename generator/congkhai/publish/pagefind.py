"""Pagefind as a function from pages to a bundle.

It is asked through the door that its own interfaces for other languages use: a process that reads messages and answers
each. So no page and no file of the bundle touches the disk, which costs more than indexing does.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import IO, Any

from pagefind_bin import get_executable

from congkhai.publish.engines import EngineError

#: Into how large files Pagefind cuts the words, which are all cut anew (render/search/packs.py). Many files cost it
#: more to compress, few cost us more to part; the sum is least about here. The variable is the only way to ask 1.5.
_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "100"}
_END = b","
_READ = 1 << 20


def pagefind(copies: Mapping[str, bytes]) -> dict[str, bytes]:
    """Index HTML files, by their paths in the site, and return the bundle. Raises EngineError."""
    with Pagefind() as engine:
        engine.add(copies)
        return engine.bundle()


class Pagefind:
    """A process of Pagefind, which indexes pages as it is told of them."""

    def __init__(self) -> None:
        """Start it. Raises OSError."""
        self._process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            [str(get_executable()), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C.UTF-8", **_CHUNKS},
        )
        assert self._process.stdin is not None, "pipes were asked for"
        assert self._process.stdout is not None, "pipes were asked for"
        self._questions: IO[bytes] = self._process.stdin
        self._messages = _messages(self._process.stdout)
        self._begun = False

    def __enter__(self) -> Pagefind:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def add(self, copies: Mapping[str, bytes]) -> None:
        """Tell it of HTML files by their paths in the site. One that it knows takes the place of what it knows; the
        bundle is that of all pages in the order in which they were told for the first time. Raises EngineError.
        """
        new: list[dict[str, object]] = [] if self._begun else [{"type": "NewIndex", "config": {}}]
        self._begun = True
        told = (_page(path, data) for path, data in sorted(copies.items()))
        for _ in self._answers([*new, *told]):
            pass

    def bundle(self) -> dict[str, bytes]:
        """The files of the index of all pages. Raises EngineError."""
        (answer,) = self._answers([{"type": "GetFiles", "index_id": 0}])
        return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}

    @property
    def ended(self) -> bool:
        """Whether the process is no more."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        with suppress(BrokenPipeError):
            self._questions.close()
        with self._process:
            pass

    def _answers(self, requests: list[dict[str, object]]) -> Iterator[dict[str, Any]]:
        """One answer for each request, in order. Raises EngineError for one that is refused, and when the process
        ends before the last.
        """
        # It answers while it is asked: who does not read what it says waits for it for ever.
        asking = Thread(target=_ask, args=(self._questions, requests), daemon=True)
        asking.start()
        try:
            for _ in requests:
                message = next(self._messages, None)
                if message is None:
                    pipe = self._process.stderr
                    said = pipe.read().decode(errors="replace").strip() if pipe else ""
                    raise EngineError(f"pagefind: {said}")
                answer = json.loads(base64.b64decode(message))["payload"]
                if answer["type"] == "Error":
                    raise EngineError(f"pagefind: {answer['message']}")
                yield answer
        except BaseException:
            self._process.kill()
            raise
        finally:
            asking.join()


def _page(path: str, data: bytes) -> dict[str, object]:
    return {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": data.decode()}


def _ask(place: IO[bytes], requests: Iterable[dict[str, object]]) -> None:
    with suppress(BrokenPipeError):
        for number, request in enumerate(requests):
            place.write(base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + _END)
        place.flush()


def _messages(place: IO[bytes]) -> Iterator[bytes]:
    rest: list[bytes] = []
    while piece := os.read(place.fileno(), _READ):
        first, *others = piece.split(_END)
        rest.append(first)
        for other in others:
            yield b"".join(rest)
            rest = [other]
