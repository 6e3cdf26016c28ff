"""The scene: places, files and a reader and an embedder without weights, for processes to be killed in.

Names hold spaces and letters beyond ASCII, as folders of partnerships do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest.discover import Found
from ingest.document import Document, document_id
from ingest.errors import ReadError
from ingest.passage import Passage, passage_id
from ingest.token_vectors import TokenVectors

TEXTS = {
    "a1": "The panel met in May.\nTwo audits were late.\nNobody asked why.",
    "a2": "The panel met in June.\nTwo audits were late.\nOne was good.",
    "b": "The health visitor saw the child twice.\nThe father was not spoken to.",
    "c": "Quetzal was the name the family used.\nThe school had no other.",
    "d": "Training was given to forty staff.\nTwelve did not come.\nNo reason is kept.",
    "e": "The action plan is late.\nIts owner has left.",
}
"""What the files hold; "a1" and "a2" are two versions of one file."""

STATES: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in ("", "a1 b c", "a1 a2 b c d", "a1 a2 b d", "a1 a2 b d", "a1 a2 b d e", "a1 a2 b d")
)
"""What the library holds before the first operation and after each (`eval.tortured.work.OPERATIONS`)."""

MARKER = "quetzal"
"""Stands in the document that is erased, and nowhere else."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Scene:
    """The places of one run, all below `folder`."""

    folder: Path

    @property
    def library(self) -> Path:
        """The library's folder."""
        return self.folder / "Bücher und Akten" / "library"

    @property
    def inbox(self) -> Path:
        """The folder of files to ingest."""
        return self.folder / "Inbox – réunions"

    @property
    def outbox(self) -> Path:
        """Where a file is written before it is put into the inbox, out of reach of what fails on purpose."""
        return self.folder / "outbox"

    @property
    def backup(self) -> Path:
        """Where the backup goes."""
        return self.folder / "Bücher und Akten" / "backup of May.zip"

    @property
    def acknowledged(self) -> Path:
        """The journal of what the process was told is done."""
        return self.folder / "acknowledged"

    def prepare(self) -> None:
        """Make the folders."""
        self.inbox.mkdir(parents=True, exist_ok=True)
        self.outbox.mkdir(exist_ok=True)
        self.library.parent.mkdir(parents=True, exist_ok=True)

    def put(self, *names: str) -> None:
        """Write files of `TEXTS` into the inbox; the same again is no change."""
        for name in names:
            part = self.outbox / name
            try:
                part.write_text(TEXTS[name], encoding="utf-8")
                os.replace(part, self.inbox / f"{name[0]} minutes.txt")
            except OSError as error:  # the disk is full already for the file itself
                raise ReadError(f"The scene cannot be set: {error.strerror}.", "Make space.") from error

    def acknowledge(self, what: str) -> None:
        """Note that something is done, so that it lasts."""
        handle = os.open(self.acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(handle, f"{what}\n".encode())
        os.fsync(handle)
        os.close(handle)

    def told(self) -> tuple[int, frozenset[str]]:
        """How many operations were acknowledged, and which documents since the last of them."""
        lines = self.acknowledged.read_text("utf-8").split() if self.acknowledged.exists() else []
        done = [at for at, line in enumerate(lines) if line == "done"]
        return len(done), frozenset(lines[done[-1] + 1 if done else 0 :])


def name_of(text: str) -> str | None:
    """Which of the `TEXTS` this is, whole; None where it is none of them."""
    return next((name for name, known in TEXTS.items() if known == text), None)


def read_lines(file: Found) -> tuple[Document, list[Passage]]:
    """A reader of plain text whose lines are passages."""
    text = file.path.read_text("utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    id_ = document_id(sha256)
    found, at = [], 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        found.append(Passage(passage_id(id_, start, end), id_, start, end, line, ("Minutes",)))
        at = end + 1
    document = Document(
        id=id_,
        title=file.path.stem,
        kind="other",
        organisation=None,
        subject=None,
        published=None,
        period=None,
        label="standard",
        source=file.path.name,
        path=file.shown_as,
        sha256=sha256,
        text=text,
    )
    return document, found


class HashEmbedder:
    """Vectors from the hash of a text: the same in every process."""

    identity = "hash-16"

    def embed(self, texts: Sequence[str]) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors (n, 16) of length 1, and one token vector a text."""
        vectors = np.stack([_vector(text) for text in texts])
        spans = np.zeros((1, 2), np.int32)
        return vectors, [TokenVectors(vector[None], spans) for vector in vectors]


def _vector(text: str) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    vector = np.random.default_rng(seed).standard_normal(16)
    return (vector / np.linalg.norm(vector)).astype(np.float32)
