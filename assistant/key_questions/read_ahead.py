"""Read ahead: the first reading of many documents, shared out among the processors there are.

Each process keeps what it works out beside the library, as any reading does; whoever asks next finds it
there. So nothing depends on who read what, and where a helper fails its part is read later, by the asker.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.key_questions.kept_statements import are_kept, kept_statements, read_once
from assistant.key_questions.lexicon import lexicon
from ingest.library import Library
from ingest.records import DocumentRecord

LEAST = 80
"""With fewer documents to read, starting a process costs more than it saves."""

MOST = 8
"""More processes than this wait for the disk and for memory, about 120 MB each."""

CHILD = "assistant.key_questions.reading_child"

Own = tuple[tuple[str, tuple[str, ...]], ...]
"""A framework's own concepts."""


def read_ahead(
    library: Library,
    records: Sequence[DocumentRecord],
    whole: Collection[str],
    own: Own = (),
    *,
    processes: int | None = None,
    least: int = LEAST,
) -> None:
    """Read what is not yet kept of these documents; of those in `whole` (ids) all that is ever kept.

    `processes` is how many may work at a time, this one included; None: as many as there are processors.
    """
    known = lexicon(own)
    unread = [record.id for record in records if not are_kept(library, record, known)]
    number = min(processes or processors(), MOST)
    if number < 2 or len(unread) < least:
        return
    parts = [unread[at::number] for at in range(number)]
    with _helpers(library, parts[1:], whole, own) as helpers:
        read_part(library, parts[0], whole, own)
        for helper in helpers:
            helper.wait()


def read_part(library: Library, ids: Sequence[str], whole: Collection[str], own: Own) -> None:
    """Read these documents one after the other."""
    known, records = lexicon(own), {record.id: record for record in library.documents()}
    for id_ in ids:
        if record := records.get(id_):
            kept_statements(library, record, known)
            if id_ in whole:
                read_once(library, record)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def _helpers(
    library: Library, parts: Sequence[Sequence[str]], whole: Collection[str], own: Own
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """A process for each part; none of them outlives the block."""
    helpers: list[subprocess.Popen[bytes]] = []
    try:
        for part in parts:
            asked = {
                "library": str(library.folder),
                "ids": part,
                "whole": [id_ for id_ in part if id_ in whole],
                "own": own,
            }
            with contextlib.suppress(OSError):
                helpers.append(_start(asked))
        yield helpers
    finally:
        for helper in helpers:
            helper.kill()
            helper.wait()


def _start(asked: Mapping[str, object]) -> subprocess.Popen[bytes]:
    """A new process with our own import path and no other: the working folder is not searched for modules."""
    paths = [entry for entry in sys.path if entry and os.path.isabs(entry)]
    helper = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-P", "-m", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        # On Windows a Ctrl+C goes to every process of the group.
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    assert helper.stdin is not None
    with contextlib.suppress(OSError):  # it has ended already: its part is read later
        helper.stdin.write(json.dumps(asked).encode())
        helper.stdin.close()
    return helper
