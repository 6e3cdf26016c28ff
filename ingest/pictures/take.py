"""Take a page's picture in a process of its own: a file made to do harm harms that process alone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading

from ingest.errors import ReadError
from ingest.pictures.picture import PagePicture
from ingest.reading.frames import receive, send
from ingest.reading.limits import Limits

AT_ONCE = threading.BoundedSemaphore(2)
"""So many pages are drawn at a time; the others wait their turn."""

CHILD = "ingest.pictures.child"
NEXT = "Read the page's text, or open the original."


def take_picture(data: bytes, index: int, limits: Limits) -> PagePicture:
    """The picture of a page of a PDF or a scan. ReadError where it cannot be drawn within the limits."""
    asked = io.BytesIO()
    send(asked, b"?", json.dumps(index).encode())
    send(asked, b"?", data)
    command = [sys.executable, "-P", "-m", CHILD, f"{limits.seconds:g}", str(limits.memory_mb)]
    paths = [entry for entry in sys.path if entry and os.path.isabs(entry)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(paths)}
    with AT_ONCE:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
                command,
                input=asked.getvalue(),
                stdout=subprocess.PIPE,
                env=environment,
                timeout=limits.seconds,
                check=False,
            )
            kind, reply = receive(io.BytesIO(done.stdout))
        except (subprocess.TimeoutExpired, EOFError, OSError) as error:
            raise ReadError("The page could not be drawn.", NEXT) from error
    if kind != b"=":
        raise ReadError(f"The page could not be drawn ({reply.decode(errors='replace')}).", NEXT)
    return PagePicture.from_json(json.loads(reply))
