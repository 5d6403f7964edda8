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
    requests: list[dict[str, object]] = [{"type": "NewIndex", "config": {}}]
    for path, data in sorted(copies.items()):
        requests.append({"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": data.decode()})
    requests.append({"type": "GetFiles", "index_id": 0})
    for answer in _answers(requests):
        if answer["type"] == "Error":
            raise EngineError(f"pagefind: {answer['message']}")
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _answers(requests: list[dict[str, object]]) -> Iterator[dict[str, Any]]:
    """One answer for each request, in order. Raises EngineError when the process ends before the last."""
    process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
        [str(get_executable()), "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C.UTF-8", **_CHUNKS},
    )
    assert process.stdin is not None, "pipes were asked for"
    assert process.stdout is not None, "pipes were asked for"
    with process:
        # It stops when nobody can ask any more: all questions are put while answers are read, and none is taken back.
        asking = Thread(target=_ask, args=(process.stdin, requests), daemon=True)
        asking.start()
        try:
            messages = _messages(process.stdout)
            for _ in requests:
                message = next(messages, None)
                if message is None:
                    said = process.stderr.read().decode(errors="replace").strip() if process.stderr else ""
                    raise EngineError(f"pagefind: {said}")
                yield json.loads(base64.b64decode(message))["payload"]
        finally:
            process.kill()
            asking.join()
            with suppress(BrokenPipeError):
                process.stdin.close()


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
