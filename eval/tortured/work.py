"""The work of a tortured process: a library filled, changed, erased from, backed up and brought back.

Every operation may be done again after it was cut short; each is acknowledged when it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from eval.tortured.scene import HashEmbedder, Scene, name_of, read_lines
from ingest.care.backup import back_up
from ingest.care.restore import restore
from ingest.document import Document
from ingest.errors import NotFoundError, ReadError
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.records import Status


class Acknowledging(Library):
    """A library that acknowledges each document when adding it has returned."""

    scene: Scene

    def add(self, document: Document, *arguments: object, **options: object) -> Status:
        """Add it, and then say so."""
        status = super().add(document, *arguments, **options)  # type: ignore[arg-type]
        self.scene.acknowledge(name_of(document.text) or document.source)
        return status


def open_library(scene: Scene, *, create: bool = False) -> Acknowledging:
    """The scene's library, with a clock that stands still."""
    library = Acknowledging.open(scene.library, create=create, clock=lambda: datetime(2026, 5, 1, tzinfo=UTC))
    library.scene = scene
    return library


def _ingest(*names: str) -> Callable[[Scene], None]:
    def work(scene: Scene) -> None:
        scene.put(*names)
        with open_library(scene, create=True) as library:
            report = ingest([scene.inbox], library, HashEmbedder(), read=read_lines)
            for record in library.documents():
                library.derived(record.id, "facts", "1", partial(list, record.title))
        for document in report.documents:
            if document.status == "failed":
                raise ReadError(document.reason, document.next_step)

    return work


def _erase(scene: Scene) -> None:
    (scene.inbox / "c minutes.txt").unlink(missing_ok=True)
    with open_library(scene) as library:
        try:
            library.erase("c minutes.txt")
        except NotFoundError:
            library.refresh_index()  # it was cut short after it had committed


def _back_up(scene: Scene) -> None:
    scene.backup.unlink(missing_ok=True)
    back_up(scene.library, scene.backup)


def _restore(scene: Scene) -> None:
    (scene.inbox / "e minutes.txt").unlink(missing_ok=True)
    restore(scene.backup, scene.library, replace=True)


OPERATIONS: tuple[Callable[[Scene], None], ...] = (
    _ingest("a1", "b", "c"),
    _ingest("a2", "d"),
    _erase,
    _back_up,
    _ingest("e"),
    _restore,
)


def work(scene: Scene) -> None:
    """Do, and acknowledge, every operation that was not acknowledged yet."""
    scene.prepare()
    for operation in OPERATIONS[scene.told()[0] :]:
        operation(scene)
        scene.acknowledge("done")
