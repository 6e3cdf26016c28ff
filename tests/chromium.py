"""A real Chromium for tests and pictures, driven over its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
MISSING = (
    "The web pages are tested in a real browser, and none was found. Install Chromium "
    "(Debian: apt-get install chromium), or name a Chromium or Chrome in SCRUTINY_BROWSER."
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--mute-audio",
    "--force-color-profile=srgb",
    "--remote-debugging-port=0",
]
PATIENCE = 60.0
"""Seconds after which what did not come is a failure."""

KEYS = {"Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), "Space": (" ", 32, " "), "End": ("End", 35, "")}


def browser_program() -> str:
    """The browser's path. A missing browser is a failure, with what to do about it."""
    found = os.environ.get("SCRUTINY_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, MISSING
    return found


class LeftError(AssertionError):
    """The page was left while a question was put to it."""


class Chromium:
    """One browser process with one connection."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="browser", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [browser_program(), *FLAGS, f"--user-data-dir={self._folder.name}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._held = ExitStack()
        # No pings: a loopback needs none, and their thread draws from `random` behind other tests' backs,
        # which Hypothesis takes for a test that draws differently when it is run again.
        self._socket = self._held.enter_context(
            connect(self._address(), max_size=None, compression=None, ping_interval=None)
        )
        self._number = 0
        self.events: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)

    def _address(self) -> str:
        told = Path(self._folder.name) / "DevToolsActivePort"
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if told.exists() and len(lines := told.read_text().split()) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            assert self._process.poll() is None, "The browser stopped at once."
            time.sleep(0.02)
        raise AssertionError("The browser did not start.")

    def send(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Carries out one command; what happens meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message | ({"sessionId": session} if session else {})))
        while True:
            reply = self.receive(PATIENCE)
            assert reply is not None, f"{method}: no answer"
            if reply.get("id") == self._number:
                told = reply.get("error", {}).get("message", "")
                if "navigated or closed" in told:
                    raise LeftError(told)
                assert "error" not in reply, f"{method}: {told}"
                return reply["result"]

    def receive(self, seconds: float) -> dict[str, Any] | None:
        """The next message, None where none came."""
        try:
            message = json.loads(self._socket.recv(timeout=seconds))
        except TimeoutError:
            return None
        if "method" in message:
            self.events[message.get("sessionId", ""), message["method"]].append(message["params"])
        return message

    def tab(self, width: int = 1280, height: int = 900) -> Tab:
        """A new tab with cookies and a history of its own."""
        context = self.send("Target.createBrowserContext")["browserContextId"]
        target = self.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Tab(self, session, context, width, height)

    def close(self) -> None:
        """Ends the process."""
        self._held.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._folder.cleanup()


class Tab:
    """One page at a time, as one visitor sees it."""

    def __init__(self, browser: Chromium, session: str, context: str, width: int, height: int) -> None:
        self._browser = browser
        self._session = session
        self._context = context
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setFocusEmulationEnabled", enabled=True)
        self.resize(width, height)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol."""
        return self._browser.send(method, self._session, **parameters)

    def close(self) -> None:
        """Closes the tab and forgets its cookies."""
        self._browser.send("Target.disposeBrowserContext", browserContextId=self._context)

    def resize(self, width: int, height: int) -> None:
        """The window's size in CSS pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.send("Emulation.setDeviceMetricsOverride", **metrics)

    def open(self, address: str) -> Tab:
        """Opens an address and waits until the page has loaded."""
        before = len(self._events("Page.loadEventFired"))
        failure = self.send("Page.navigate", url=address).get("errorText")
        assert not failure, f"{address}: {failure}"
        self._loaded(before)
        return self

    def leave(self, script: str) -> None:
        """Runs a script that leads to another page, and waits for that."""
        before = len(self._events("Page.loadEventFired"))
        self.run(script)
        self._loaded(before)

    def press(self, key: str) -> None:
        """One key, as from a keyboard."""
        name, code, text = KEYS[key]
        event = {"key": name, "code": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **event, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text: str) -> None:
        """Text into what has the focus."""
        self.send("Input.insertText", text=text)

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        given = {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        reply = self.send("Runtime.evaluate", **given)
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    def until(self, condition: str) -> None:
        """Waits for an expression to be true, also over a change of pages."""
        deadline = time.monotonic() + PATIENCE
        while not self._holds(condition):
            assert time.monotonic() < deadline, f"It never came: {condition}"
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.run(f"Boolean({condition})"))
        except LeftError:
            return False

    def requested(self) -> list[str]:
        """Every address that was asked for since the tab was opened."""
        return [event["request"]["url"] for event in self._events("Network.requestWillBeSent")]

    def complaints(self) -> list[str]:
        """What the browser found wrong: refused by the policy, failed scripts."""
        entries = [event["entry"] for event in self._events("Log.entryAdded")]
        logged = [one for one in entries if one["level"] == "error" and one["source"] != "network"]
        thrown = [event["exceptionDetails"] for event in self._events("Runtime.exceptionThrown")]
        return [f"{one['text']} {one.get('url', '')}" for one in (*logged, *thrown)]

    def picture(self, *, whole: bool = True) -> bytes:
        """The page as PNG; the whole of it, or what is in the window."""
        shown = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(shown["data"])

    def _events(self, method: str) -> list[dict[str, Any]]:
        return self._browser.events[self._session, method]

    def _loaded(self, before: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while len(self._events("Page.loadEventFired")) <= before:
            assert time.monotonic() < deadline, "The page did not load."
            self._browser.receive(1.0)
