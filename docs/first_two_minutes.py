"""A stranger's first two minutes, played and checked: `make stranger` in a clean clone.

Every step is a command as a newcomer would type it, with what they should see and how long it may take. Where
the system lets it, the commands run without any network.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from urllib.request import Request, urlopen

SCRUTINY = [sys.executable, "-c", "from assistant.cli.main import run; run()"]
QUESTION = "How often did health practitioners take part in strategy discussions?"
BEYOND = "What did the partnership spend on recruiting foster carers in Scotland?"
OWN = "The board agreed on 4 March 2026 that Priya Dunmore leads the work on exploitation."


class Stranger:
    """Types commands over one new library, and remembers how long each took."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {"SCRUTINY_LIBRARY": str(folder / "library")}
        self.offline = _without_network()

    def types(self, *arguments: str, exits: int = 0, seconds: float, sees: Sequence[str] = ()) -> str:
        """The output; AssertionError where it took too long, ended otherwise or lacks what it should hold."""
        began = time.perf_counter()
        command = [*self.offline, *SCRUTINY, *arguments]
        run = subprocess.run(command, capture_output=True, env=self.environment, cwd=self.folder)
        took, out = time.perf_counter() - began, run.stdout.decode() + run.stderr.decode()
        print(f"{took:6.2f} s  scrutiny {' '.join(arguments)}")
        assert run.returncode == exits, (run.returncode, out)
        assert took < seconds, f"{took:.1f} s, and {seconds} s are allowed"
        for words in sees:
            assert words in out, (words, out)
        return run.stdout.decode()


def play(stranger: Stranger) -> None:
    """The two minutes."""
    from corpus import documents_path

    library = stranger.environment["SCRUTINY_LIBRARY"]
    stranger.types("--version", seconds=2, sees=["scrutiny "])
    stranger.types(seconds=3, sees=["Examples:", "scrutiny demo", "scrutiny ingest", "scrutiny ask"])
    stranger.types(
        "demo", "--library", library, seconds=90, sees=["[1]", "page", "Not found in the documents"]
    )
    stranger.types(
        "ask", QUESTION, seconds=15, sees=["Answered", "[1]", "page", "published", "library version"]
    )
    stranger.types(
        "ask", BEYOND, seconds=15, sees=["Not found in the documents", "23 documents", "Nearest passages"]
    )
    answer = json.loads(stranger.types("ask", QUESTION, "--json", seconds=15))
    for one in answer["citations"]:
        shown = json.loads(stranger.types("show", one["document_id"], "--json", seconds=5))
        assert shown["text"][one["start"] : one["end"]] == one["quote"], one
    checked = stranger.types(
        "check", str(documents_path()), "--format", "concise", exits=1, seconds=30, sees=["SM"]
    )
    code = next(word for word in checked.split() if word.startswith("SM") and word[2:5].isdigit())[:5]
    stranger.types("rule", code, seconds=3, sees=[code])
    stranger.types("pack", "-o", "pack.docx", seconds=40)
    assert zipfile.ZipFile(stranger.folder / "pack.docx").testzip() is None
    (stranger.folder / "own").mkdir()
    (stranger.folder / "own" / "minutes.txt").write_text(f"Board minutes\n\n{OWN}\n", encoding="utf-8")
    stranger.types("ingest", "own", seconds=20, sees=["1"])
    stranger.types(
        "ask", "Who leads the work on exploitation?", seconds=15, sees=["Priya Dunmore", "minutes.txt"]
    )
    stranger.types("version", "info", seconds=5, sees=["library"])
    serves(stranger, answer)


def serves(stranger: Stranger, answer: dict[str, object]) -> None:
    """The service prints where it is and says the same; it wants the loopback, so it keeps the network."""
    command = [*SCRUTINY, "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=stranger.environment) as service:
        try:
            assert service.stderr is not None
            address = service.stderr.readline().split()[-1]
            asked = Request(
                f"{address}/v1/answers",
                json.dumps({"question": QUESTION}).encode(),
                {"content-type": "application/json"},
            )
            with urlopen(asked) as reply:
                assert json.load(reply)["citations"] == answer["citations"]
            print(f"          scrutiny serve says the same at {address}")
        finally:
            service.terminate()
            service.wait(20)


def _without_network() -> list[str]:
    """A prefix that takes the network away, where this system lets an ordinary user do so."""
    prefix = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") and subprocess.run([*prefix, "true"], capture_output=True).returncode == 0:
        return prefix
    print("The network cannot be taken away here; the commands run with it.")
    return []


def main() -> None:
    """Plays it in a folder that is then deleted."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        play(Stranger(Path(folder)))
    print(f"All of it in {time.perf_counter() - began:.0f} s.")


if __name__ == "__main__":
    main()
