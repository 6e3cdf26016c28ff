"""Job: files being ingested for a caller, and how far that has got."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from assistant.api.problem import CRASHED
from assistant.crash import write_log
from assistant.machine.documents import ingest_object
from assistant.machine.text import Json, fields_of
from ingest.errors import NotFoundError, ScrutinyError

if TYPE_CHECKING:
    from ingest.report import IngestReport, Progress

MOST = 200
"""Jobs that are remembered; the oldest finished ones are forgotten first."""

State = Literal["queued", "running", "done", "failed"]
Work = Callable[[Callable[["Progress"], None]], "IngestReport"]


@dataclass
class Job:
    """`owner` is the id of the key that started it; no other may see it."""

    id: str
    owner: str
    state: State = "queued"
    done: int = 0
    total: int = 0
    report: Json | None = None
    detail: str = ""

    def tell(self, progress: Progress) -> None:
        """Note how far it has got."""
        self.done, self.total = progress.done, progress.total

    def as_object(self) -> Json:
        """The job as JSON; `report` is that of `scrutiny ingest` once it is done."""
        return fields_of(self, "owner")


@dataclass
class Jobs:
    """Runs jobs one after the other, since a library has one writer."""

    _all: dict[str, Job] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "ingest"))

    def start(self, owner: str, work: Work) -> Job:
        """Queue some work; it is told how to report its progress."""
        job = Job(secrets.token_hex(8), owner)
        with self._guard:
            finished = [other.id for other in self._all.values() if other.state in ("done", "failed")]
            for id_ in finished[: max(0, len(self._all) - MOST + 1)]:
                del self._all[id_]
            self._all[job.id] = job
        self._worker.submit(_run, job, work)
        return job

    def get(self, id_: str, owner: str) -> Job:
        """A job of this owner. NotFoundError."""
        job = self._all.get(id_)
        if job is None or job.owner != owner:
            raise NotFoundError("There is no such job.", "Jobs are forgotten when the service stops.")
        return job

    def close(self) -> None:
        """Give up what is queued and wait for what runs."""
        self._worker.shutdown(wait=True, cancel_futures=True)


def _run(job: Job, work: Work) -> None:
    job.state = "running"
    try:
        job.report = ingest_object(work(job.tell))
        job.state = "done"
    except ScrutinyError as error:
        job.state, job.detail = "failed", str(error)
    except Exception as error:
        write_log(error)
        job.state, job.detail = "failed", CRASHED
