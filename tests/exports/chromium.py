"""A real browser for the tests, spoken to over a pipe in the DevTools protocol: no driver and no port.

Every page starts without network: a request that a page attempts is seen, and fails the test that looks for it.
"""

from __future__ import annotations

import base64
import json
import os
import selectors
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--hide-scrollbars", "--remote-debugging-pipe"),
)


def executable() -> str | None:
    """The path of a Chromium on PATH, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class BrowserError(Exception):
    """The browser refused a command or did not answer in time."""


class Browser:
    """One browser with one page; `requests` holds every address the page asked for since it was opened."""

    def __init__(self, program: str, profile: Path, *, patience: float = 60.0) -> None:
        self._patience = patience
        self._number = 0
        self._rest = b""
        self._events: list[dict[str, Any]] = []
        self._session: str | None = None
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        # The protocol is fixed to descriptors 3 and 4; a shell puts ours there without code between fork and exec.
        line = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["bash", "-c", line, program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        os.set_blocking(self._in, False)
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Browser:
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

    def send(self, method: str, **params: object) -> dict[str, Any]:
        """The result of one command; events that arrive meanwhile are kept."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + self._patience
        while True:
            answer = self._next(until, method)
            if answer.get("id") != self._number:
                self._events.append(answer)
            elif "error" in answer:
                raise BrowserError(f"{method}: {answer['error']}")
            else:
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self, until: float, method: str) -> dict[str, Any]:
        with selectors.DefaultSelector() as ready:
            ready.register(self._in, selectors.EVENT_READ)
            while b"\0" not in self._rest:
                left = until - time.monotonic()
                if left <= 0 or not ready.select(left):
                    raise BrowserError(f"{method}: no answer in {self._patience:.0f} s")
                piece = os.read(self._in, 1 << 16)
                if not piece:
                    raise BrowserError(f"{method}: the browser has ended")
                self._rest += piece
        line, self._rest = self._rest.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def resize(self, width: int, height: int = 900) -> None:
        """Gives the window another size."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, page: Path, *, width: int = 1400, height: int = 900, dark: bool = False) -> None:
        """Loads a page from a file, in a window of that size and with that colour scheme."""
        self.resize(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send(
            "Emulation.setEmulatedMedia", features=[scheme, {"name": "prefers-reduced-motion", "value": "reduce"}]
        )
        self._events.clear()
        self.send("Page.navigate", url=page.as_uri())
        until = time.monotonic() + self._patience
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next(until, "Page.navigate"))

    @property
    def requests(self) -> list[str]:
        """Every address the page asked for, itself first, those a policy blocked included."""
        self.send("Runtime.evaluate", expression="0")  # what is on its way arrives before this answer
        sent = [e["params"] for e in self._events if e.get("method") == "Network.requestWillBeSent"]
        return [params["request"]["url"] for params in sent]

    @property
    def complaints(self) -> list[str]:
        """What the browser wrote to its console: a breach of the page's policy, a script's error."""
        self.send("Runtime.evaluate", expression="0")
        return [e["params"]["entry"]["text"] for e in self._events if e.get("method") == "Log.entryAdded"]

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """A press of the mouse where the element is, as a person does it: what covers it gets the press."""
        found = f"document.querySelector({json.dumps(selector)})"
        box = "const box = one.getClientRects()[0]; return [box.x + box.width / 2, box.y + box.height / 2];"
        x, y = self.ask(f"(one => {{ one.scrollIntoView({{block: 'center'}}); {box} }})({found})")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self, to: Path, *, whole: bool = True) -> None:
        """The page as a PNG file, all of its height or the window only."""
        image = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        to.write_bytes(base64.b64decode(image))

    def print(self, to: Path) -> None:
        """The page as a PDF file in the paper size that it asks for."""
        data = self.send("Page.printToPDF", preferCSSPageSize=True)["data"]
        to.write_bytes(base64.b64decode(data))
