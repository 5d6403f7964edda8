"""A server as the public has one: compressed, kept alive, with the site's own headers."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

#: What is worth compressing; pictures, fonts, PDFs and the pieces of the full text are compressed already.
_TEXT = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".atom", ".ics", ".csv"})


def squeezed(file: Path) -> bytes:
    """A file's bytes on the line."""
    data = file.read_bytes()
    return gzip.compress(data, 6) if file.suffix in _TEXT else data


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name in the base class
        file = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        found = file if file.is_file() else Path(self.directory, "404.html")
        data = squeezed(found)
        self.send_response(HTTPStatus.OK if found == file else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(found)))
        self.send_header("Content-Length", str(len(data)))
        if found.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        pass


@contextmanager
def public(site: Path) -> Iterator[str]:
    """The address at which the site is served while the block lasts."""
    web = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=web.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{web.server_address[1]}/"
    finally:
        web.shutdown()
        web.server_close()
