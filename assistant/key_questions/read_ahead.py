"""Read ahead: the first reading of many documents, shared out among the processors there are.

Each process keeps what it works out beside the library, as any reading does; whoever asks next finds it
there. So nothing depends on who read what, and where a helper fails its part is read later, by the asker.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from assistant.key_questions.kept_statements import are_kept, is_whole, kept_statements, read_whole
from assistant.statements.lexicon import lexicon
from ingest.library import Library
from ingest.records import DocumentRecord
from ingest.report import Progress
from ingest.watch import Watch

LOG = logging.getLogger(__name__)

LEAST = 80
"""With fewer documents to read, starting a process costs more than it saves."""

EACH = 8
"""The same for all that is kept of a document: as many a process."""

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
    if number > 1 and len(unread) >= least:
        _share_out(library, unread, whole, own, number)


def read_in(library: Library, tell: Callable[[Progress], None], *, processes: int | None = None) -> None:
    """Read all that is ever kept of the documents that it is not kept of, so that no question waits for it.

    How far it is, is told by this process's own part, for the others have as much to read.
    """
    known = lexicon()
    unread = [one.id for one in library.documents() if not is_whole(library, one, known)]
    number = min(processes or processors(), MOST, max(1, len(unread) // EACH))
    watch = Watch(tell, "ledgers", len(unread), len(unread))
    left = len(unread)

    def made(record: DocumentRecord) -> None:
        nonlocal left
        some = min(number, left)
        left -= some
        watch.made(record.source, some, some)

    _share_out(library, unread, frozenset(unread), (), number, made)


def _share_out(
    library: Library,
    unread: Sequence[str],
    whole: Collection[str],
    own: Own,
    number: int,
    made: Callable[[DocumentRecord], None] = lambda _: None,
) -> None:
    parts = [unread[at::number] for at in range(number)]
    with _helpers(library, parts[1:], whole, own) as helpers:
        read_part(library, parts[0], whole, own, made)
        for helper in helpers:
            helper.wait()


def read_part(
    library: Library,
    ids: Sequence[str],
    whole: Collection[str],
    own: Own,
    made: Callable[[DocumentRecord], None] = lambda _: None,
) -> None:
    """Read these documents one after the other. One that cannot be read so says it to whoever asks of it."""
    known, records = lexicon(own), {record.id: record for record in library.documents()}
    for record in filter(None, map(records.get, ids)):
        try:
            kept_statements(library, record, known)
            if record.id in whole:
                read_whole(library, record)
        except Exception:
            LOG.info("Reading %s for ledgers failed", record.id, exc_info=True)
        made(record)


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
