"""The reading process: `python -m ingest.reading.child READER SECONDS MEGABYTES`, one file after the other.

It imports neither the embedding runtimes nor Chroma. It never answers a Ctrl+C: the process that started it
decides, and ends it by closing its input.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from ingest import pulse
from ingest.discover import Found
from ingest.errors import ReadError
from ingest.reading.frames import pipes, receive, send
from ingest.reading.limits import Limits, go_on, hold
from ingest.reading.parcel import Parcel, packed

READER = "ingest.reading.child:read_whole"
"""The function that reads; tests name another, which may do harm."""


def read_whole(file: Found) -> Parcel:
    """Read a file, cut it into passages that fit the embedding model, and find its recommendations."""
    from ingest.read import read
    from ingest.recommendations.find import find_recommendations
    from ingest.segment import segment
    from ingest.tokens import count_tokens

    document = read(file.path, shown_as=file.shown_as)
    pulse.beat()
    passages = tuple(segment(document, count_tokens))
    pulse.beat()
    return Parcel(document, passages, len(find_recommendations(document)))


def main(arguments: list[str]) -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = pipes()
    limits = Limits(float(arguments[1]), int(arguments[2]))
    hold(limits)
    module, function = arguments[0].split(":")
    read: Callable[[Found], Parcel] = getattr(import_module(module), function)

    def alive(page: bool) -> None:
        go_on(limits)
        send(replies, b".", b"1" if page else b"")

    pulse.listen(alive)
    while True:
        try:
            asked = json.loads(receive(requests)[1])
        except EOFError:
            return
        go_on(limits)
        _serve(Found(Path(asked["path"]), asked["shown_as"]), read, replies)


def _serve(file: Found, read: Callable[[Found], Parcel], replies: BinaryIO) -> None:
    try:
        send(replies, b"=", packed(read(file)))
    except ReadError as error:
        send(replies, b"!", json.dumps([type(error).__name__, error.message, error.next_step]).encode())
    except MemoryError:
        send(replies, b"!", json.dumps(["MemoryError", "", ""]).encode())
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        send(replies, b"!", json.dumps(["Exception", told[:500], ""]).encode())


if __name__ == "__main__":
    main(sys.argv[1:])
