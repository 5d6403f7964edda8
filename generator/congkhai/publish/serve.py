"""Show a site on this machine, and build it again when a file of the office changes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import takewhile
from pathlib import Path
from socket import socket

from congkhai.publish.manifest import NAME as MANIFEST
from congkhai.source.survey import Survey, survey

_SECONDS = 0.5
#: The names of this machine itself.
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_SCRIPT, _BUILD = "/.congkhai/reload.js", "/.congkhai/build"
_RELOAD = f"""const now = async () => (await fetch("{_BUILD}")).text();
now().then((first) => setInterval(async () => {{
  if ((await now().catch(() => first)) !== first) location.reload();
}}, 700));
"""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, with the headers that it wants, never kept by the browser; silent."""

    protocol_version = "HTTP/1.1"  # a search asks for many small files: a connection for each takes longer than they
    disable_nagle_algorithm = True  # it would hold each answer back that follows its head

    def parse_request(self) -> bool:
        """Answer only to this machine's own names: a page elsewhere may have its name lead here, and would read on."""
        if not super().parse_request():
            return False
        if self.headers.get("Host", "localhost").rsplit(":", 1)[0] in _NAMES:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        for name, value in _wanted(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Say nothing: the terminal is for findings."""


class _Reloading(_Handler):
    """The same, with a script in each page that loads it again when a build has changed the site.

    Only what is served has the script: the files of the site do not.
    """

    def do_GET(self) -> None:  # noqa: N802 - the name in the base class
        """Answer with the script, the number of the build, a page with the script, or the file."""
        if self.path == _SCRIPT:
            self._answer("text/javascript", _RELOAD.encode())
        elif self.path == _BUILD:
            self._answer("text/plain", _build(Path(self.directory)))
        elif page := self._page():
            self._answer("text/html", page)
        else:
            super().do_GET()

    def _page(self) -> bytes | None:
        """The page that is asked for; None for any other file, and for what is not there."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file():
            return None
        return path.read_bytes().replace(b"</body>", f'<script src="{_SCRIPT}" defer></script></body>'.encode())

    def _answer(self, kind: str, data: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    """A server that does not complain of a browser that went away in the middle of a file."""

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Tell of everything but a connection that the other side closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int, *, reload: bool = False) -> ThreadingHTTPServer:
    """A server of `site` on the loopback address; with `reload` pages follow the site. Raises OSError when the port
    is taken.
    """
    return _Server(("127.0.0.1", port), partial(_Reloading if reload else _Handler, directory=str(site)))


def _build(site: Path) -> bytes:
    """What changes with each build that changes the site."""
    try:
        return str((site / MANIFEST).stat().st_mtime_ns).encode()
    except OSError:
        return b""


def _wanted(site: Path) -> Iterator[tuple[str, str]]:
    """The headers of all files in `_headers`, but for those that bind a browser to HTTPS: this machine has none."""
    try:
        lines = (site / "_headers").read_text("utf-8").splitlines()
    except OSError:
        return
    for line in takewhile(lambda line: line.startswith("  "), lines[1:]):
        name, _, value = line.strip().partition(": ")
        if name != "Strict-Transport-Security":
            yield name, value.replace("; upgrade-insecure-requests", "")


def watch(root: Path, rebuild: Callable[[Survey], None], stop: threading.Event) -> None:
    """Call `rebuild` after each change of what the site of `root` is made from, until `stop` is set.

    It is told how the files stand.
    """
    stamps = survey(root).stamps
    while not stop.wait(_SECONDS):
        now = survey(root)
        if now.stamps != stamps:
            stamps = now.stamps
            rebuild(now)
