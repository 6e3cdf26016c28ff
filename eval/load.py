"""`python -m eval load`: the service under load, over a real socket.

Twenty users each ask, search and list one request after the other, without a pause, of `scrutiny serve` on
this machine over a library of 10,000 passages. Tells throughput, times, errors and the service's memory.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from json import dumps
from pathlib import Path
from urllib.parse import quote

from eval.large_library import cached_large_library
from eval.sets.sample import sample

SERVE = "import sys; from assistant.cli.main import main; sys.exit(main(sys.argv[1:]))"
SHARES = {"answers": 2, "search": 2, "documents": 1}
"""How often each kind of request is made."""


@dataclass
class Tally:
    """Milliseconds of the requests that succeeded, by kind, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in SHARES})
    errors: list[str] = field(default_factory=list)


class Service:
    """`scrutiny serve` in a process of its own."""

    def __init__(self, library: Path) -> None:
        arguments = ["serve", "--port", "0", "--rate", "1000000", "--library", str(library)]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
            [sys.executable, "-c", SERVE, *arguments], stderr=subprocess.PIPE, text=True
        )
        assert self._process.stderr is not None
        self.port = int(self._process.stderr.readline().rsplit(":", 1)[1])
        threading.Thread(target=self._process.stderr.read, daemon=True).start()

    def memory(self) -> int:
        """The most it has held so far, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1024

    def stop(self) -> None:
        """Ends it as an operator would."""
        self._process.terminate()
        self._process.wait(30)


def user(port: int, questions: Sequence[str], end: float, seed: int, tally: Tally) -> None:
    """One user until the end."""
    random_ = random.Random(seed)  # noqa: S311 - nothing secret
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    while time.perf_counter() < end:
        kind = random_.choices([*SHARES], [*SHARES.values()])[0]
        began = time.perf_counter()
        try:
            status = _request(connection, kind, random_.choice(questions))
        except OSError as error:
            tally.errors.append(f"{kind}: {error!r}")
            connection.close()
            continue
        if status == 200:
            tally.times[kind].append((time.perf_counter() - began) * 1000)
        else:
            tally.errors.append(f"{kind}: {status}")


def _request(connection: HTTPConnection, kind: str, question: str) -> int:
    if kind == "answers":
        body, headers = dumps({"question": question}), {"content-type": "application/json"}
        connection.request("POST", "/v1/answers", body, headers)
    elif kind == "search":
        connection.request("GET", f"/v1/search?query={quote(question)}")
    else:
        connection.request("GET", "/v1/documents?since=2024")
    reply = connection.getresponse()
    reply.read()
    return reply.status


def load(service: Service, users: int, seconds: float) -> Tally:
    """That many users for that long, once the service is warm."""
    questions = [query.text for query in sample().queries]
    tally = Tally()
    user(service.port, questions, time.perf_counter() + 2, 0, Tally())
    end = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=user, args=(service.port, questions, end, seed, tally))
        for seed in range(1, users + 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def main(argv: list[str]) -> int:
    """Prints the figures; 1 where there was an error."""
    parser = argparse.ArgumentParser(prog="python -m eval load", description=__doc__)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--library", type=Path, help="measure over this library instead")
    given = parser.parse_args(argv)
    service = Service(given.library or cached_large_library(2000))
    try:
        tally = load(service, given.users, given.seconds)
        memory = service.memory()
    finally:
        service.stop()
    made = sum(map(len, tally.times.values()))
    print(f"{given.users} users, {given.seconds:.0f} s: {made / given.seconds:.1f} requests a second,")
    print(f"{len(tally.errors)} errors, {memory} MB at most.")
    for kind, times in tally.times.items():
        print(
            f"{kind:10} n={len(times):5}  p50 {_share(times, 0.5):6.0f} ms  p95 {_share(times, 0.95):6.0f} ms"
        )
    for error in sorted(set(tally.errors)):
        print(f"  {error} ({tally.errors.count(error)} times)")
    return 1 if tally.errors else 0


def _share(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] if times else float("nan")
