"""Chromium through its debugging pipe: null-ended JSON on two file descriptors."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--lang=vi",
    "--remote-debugging-pipe",
)


def find() -> str | None:
    """The path of a Chromium, or None."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


#: What the browser says when the page that was asked has just been left.
_LEFT = "Inspected target navigated or closed"


class BrowserError(RuntimeError):
    """The browser, or a script on the page, refused."""


class Chromium:
    """One browser with one page. Use it as a context manager."""

    def __init__(self, path: str, timeout: float = 180.0) -> None:
        self._path = path
        self._timeout = timeout
        self._number = 0
        self._buffer = b""
        self.events: list[Mapping[str, Any]] = []

    def __enter__(self) -> Self:
        self._profile = tempfile.TemporaryDirectory(prefix="congkhai-browser-", ignore_cleanup_errors=True)
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()

        def hand_over() -> None:
            # First out of the way of 3 and 4, which the browser reads and writes.
            low, high = os.dup(their_in), os.dup(their_out)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self._process = subprocess.Popen(
            [self._path, *_ARGUMENTS, f"--user-data-dir={self._profile.name}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=hand_over,
        )
        os.close(their_in)
        os.close(their_out)
        self._in, self._out = our_in, our_out
        self._session: str | None = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Page.setLifecycleEventsEnabled", enabled=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def view(
        self, *, width: int = 1280, height: int = 900, dark: bool = False, scripts: bool = True, media: str = "screen"
    ) -> None:
        """How this page and the next are seen."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)

    def slow(self, times: int) -> None:
        """Let scripts run as on a processor so many times slower; 1 is the machine's own speed."""
        self.send("Emulation.setCPUThrottlingRate", rate=times)

    def fresh(self) -> None:
        """Forget what was fetched before, as a browser that comes for the first time."""
        self.send("Network.clearBrowserCache")

    def arrived(self) -> list[tuple[str, int]]:
        """Address and bytes on the line of everything that was fetched since the page was opened."""
        told = [event["params"] for event in self.events if event["method"] == "Network.responseReceived"]
        known = {params["requestId"]: params["response"]["url"] for params in told}
        done = [event["params"] for event in self.events if event["method"] == "Network.loadingFinished"]
        return [(known[p["requestId"]], int(p["encodedDataLength"])) for p in done if p["requestId"] in known]

    def open(self, address: str) -> None:
        """Load a page and wait until everything on it has arrived."""
        self.events.clear()
        answer = self.send("Page.navigate", url=address)
        if answer.get("errorText"):
            raise BrowserError(f"{address}: {answer['errorText']}")
        if "loaderId" in answer:
            self._until_loaded(answer["loaderId"])

    def run(self, script: str) -> Any:
        """The value of an expression on the page; a promise is awaited."""
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression on the page is true, whatever page it is by then."""
        end = time.monotonic() + self._timeout
        while not self._holds(condition):
            if time.monotonic() > end:
                raise BrowserError(f"never true: {condition}")
            time.sleep(0.05)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.run(condition))
        except BrowserError as error:
            if _LEFT in str(error):
                return False
            raise

    def press(self, key: str) -> None:
        """Press a named key such as `Enter`, `Tab` or `ArrowDown`."""
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38}
        text = {"text": "\r"} if key == "Enter" else {}
        common = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
        self.send("Input.dispatchKeyEvent", type="keyDown", **common, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.send("Input.insertText", text=text)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Write what is seen as PNG; the whole page unless told otherwise."""
        answer = self.send("Page.captureScreenshot", captureBeyondViewport=whole, **(self._whole() if whole else {}))
        path.write_bytes(base64.b64decode(answer["data"]))

    def problems(self) -> list[str]:
        """Errors of scripts and requests that failed since the page was opened."""
        found = []
        for event in self.events:
            details = event.get("params", {})
            if event["method"] == "Runtime.exceptionThrown":
                thrown = details["exceptionDetails"]
                found.append(thrown.get("exception", {}).get("description", thrown["text"]))
            elif event["method"] == "Log.entryAdded" and details["entry"]["level"] == "error":
                found.append(f"{details['entry']['text']} {details['entry'].get('url', '')}")
        return found

    def _whole(self) -> dict[str, Any]:
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"clip": {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}}

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser by its own protocol, and wait for the answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        wanted = self._number
        answer = self._read(lambda m: m.get("id") == wanted)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _until_loaded(self, loader: str) -> None:
        """Wait for this page's own load event; one of the page before may still be on its way."""

        def loaded(message: Mapping[str, Any]) -> bool:
            details = message.get("params", {})
            named = message.get("method") == "Page.lifecycleEvent" and details.get("name") == "load"
            return named and details.get("loaderId") == loader

        if not any(loaded(event) for event in self.events):
            self._read(loaded)

    def _read(self, wanted: Any) -> dict[str, Any]:
        end = time.monotonic() + self._timeout
        while True:
            while b"\0" in self._buffer:
                raw, self._buffer = self._buffer.split(b"\0", 1)
                message: dict[str, Any] = json.loads(raw)
                if "method" in message:
                    self.events.append(message)
                if wanted(message):
                    return message
            if time.monotonic() > end or self._process.poll() is not None:
                raise BrowserError("no answer")
            if not select.select([self._in], [], [], 0.5)[0]:
                continue
            chunk = os.read(self._in, 1 << 20)
            if not chunk:
                raise BrowserError("closed")
            self._buffer += chunk
