"""Token vectors on disk: two files a document, beside the catalogue and derived from it.

Passages whose token vectors are not there are encoded when a question wants them: a lost file costs time.
Eight bits a number and one scale a token: about 26 KB a passage.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from io import FileIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest.disk.durable import sync_file, sync_folder
from ingest.disk.steps import step
from ingest.disk.stored_arrays import header_of, read_arrays
from ingest.passage import Passage
from ingest.token_vectors import TokenVectors

TOKENS = "tokens"
VECTORS, INDEX = ".vectors.npy", ".index.npz"

INDEXES = 400
"""Documents whose index is kept in memory, more than one search looks into: 100 kB for 45 passages."""

HEADER = 256
"""Bytes that hold the header of a file of vectors."""


class TokenStore:
    """The token vectors of one library's passages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / TOKENS

    def keep(self, document_id: str, tokens: Mapping[str, TokenVectors]) -> None:
        """Store the token vectors of a document's passages, by passage id; the index is written last."""
        if not tokens:
            return
        self._folder.mkdir(exist_ok=True)
        scales, parts = zip(*(_in_eight_bits(item.vectors) for item in tokens.values()), strict=True)
        whole = np.concatenate(parts)
        vectors_file = self._folder / f"{document_id}{VECTORS}"
        np.save(vectors_file, whole, allow_pickle=False)
        sync_file(vectors_file)
        step("tokens written")
        part = self._folder / f"{document_id}.part.npz"
        np.savez(
            part,
            passages=np.array(list(tokens)),
            ends=np.cumsum([len(item) for item in tokens.values()]),
            spans=np.concatenate([item.spans for item in tokens.values()]).astype(np.int32),
            scales=np.concatenate(scales),
            digest=_digest(whole),
        )
        sync_file(part)
        part.replace(self._folder / f"{document_id}{INDEX}")
        sync_folder(self._folder)
        step("tokens named")

    def read(self, passages: Sequence[Passage]) -> dict[str, TokenVectors]:
        """By passage id, those of the passages that are stored and whole."""
        wanted: dict[str, set[str]] = {}
        for passage in passages:
            wanted.setdefault(passage.document_id, set()).add(passage.id)
        found: dict[str, TokenVectors] = {}
        for document_id, ids in wanted.items():
            found |= self._of_document(document_id, ids)
        return found

    def sweep(self, wanted: Collection[str]) -> None:
        """Remove the files of documents that are not among the wanted ids, and what a kill left by halves."""
        there = {file.name: file for file in self._folder.glob("*")} if self._folder.is_dir() else {}
        for name, file in there.items():
            document_id = name.split(".")[0]
            whole = {f"{document_id}{VECTORS}", f"{document_id}{INDEX}"} <= there.keys()
            if document_id not in wanted or not whole or ".part." in name:
                file.unlink(missing_ok=True)

    def _of_document(self, document_id: str, ids: AbstractSet[str]) -> dict[str, TokenVectors]:
        stem = (
            f"{self._folder}{os.sep}{document_id}"  # a question opens 300 files: joining paths takes longer
        )
        found = {}
        try:
            index = _index(stem + INDEX, os.stat(stem + INDEX).st_mtime_ns)
            with open(stem + VECTORS, "rb", buffering=0) as vectors:
                first, width = _layout(vectors, len(index.spans))
                for name in ids & index.places.keys():
                    start, end = index.places[name]
                    whole = _rows(vectors, first + start * width, end - start, width)
                    scaled = np.multiply(whole, index.scales[start:end, None] / 127, dtype=np.float32)
                    found[name] = TokenVectors(scaled, index.spans[start:end])
        except (OSError, ValueError, KeyError):
            return {}
        return found


def token_fault(folder: Path, document_id: str, passages: AbstractSet[str], *, deep: bool) -> str | None:
    """What is wrong with a document's stored token vectors, if anything; `passages` are its passages' ids."""
    try:
        with np.load(folder / TOKENS / f"{document_id}{INDEX}", allow_pickle=False) as index:
            parts = {name: index[name] for name in index.files}
        whole = np.load(folder / TOKENS / f"{document_id}{VECTORS}", mmap_mode="r", allow_pickle=False)
    except Exception as error:
        return f"They cannot be read ({error})."
    if not {"passages", "ends", "spans", "scales"} <= parts.keys():
        return "Their index lacks a part."
    if not len(whole) == len(parts["spans"]) == len(parts["scales"]):
        return "Their files do not belong together."
    if not passages >= set(parts["passages"].tolist()):
        return "They are those of other passages."
    if deep and "digest" in parts and bytes(parts["digest"]) != bytes(_digest(np.asarray(whole))):
        return "They were changed."
    return None


def _in_eight_bits(vectors: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.int8]]:
    """A scale a token, and the vectors in eight bits: by passage, as those of a long document fill memory."""
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-6).astype(np.float16)
    whole = np.rint(vectors / scales[:, None].astype(np.float32) * 127).clip(-127, 127)
    return scales, whole.astype(np.int8)


def _digest(vectors: npt.NDArray[np.int8]) -> npt.NDArray[np.uint8]:
    """SHA-256 of the vectors: their own file has no check sum, as the index's has."""
    return np.frombuffer(hashlib.sha256(np.ascontiguousarray(vectors).tobytes()).digest(), np.uint8)


@dataclass(frozen=True, eq=False)
class _Index:
    """Of one document: each passage's tokens (first, one past the last), and all tokens' spans and scales."""

    places: dict[str, tuple[int, int]]
    spans: npt.NDArray[np.int32]
    scales: npt.NDArray[np.float32]


@lru_cache(maxsize=INDEXES)
def _index(path: str, _: int) -> _Index:
    """A document's index, kept in memory while unchanged."""
    arrays = read_arrays(path)
    ends = arrays["ends"].tolist()
    places = dict(zip(arrays["passages"].tolist(), zip([0, *ends[:-1]], ends, strict=True), strict=True))
    return _Index(places, arrays["spans"], arrays["scales"].astype(np.float32))


def _layout(vectors: FileIO, tokens: int) -> tuple[int, int]:
    """Where the first token's vector begins, and bytes of each. ValueError for another number of tokens.

    Read in pieces and not mapped: a mapped file cannot be removed on Windows, and mapping costs more.
    """
    kind, shape, first = header_of(vectors.read(HEADER))
    if kind != np.int8 or len(shape) != 2 or shape[0] != tokens:
        raise ValueError("The vectors and their index do not belong together.")
    return first, shape[1]


def _rows(vectors: FileIO, at: int, count: int, width: int) -> npt.NDArray[np.int8]:
    vectors.seek(at)
    return np.frombuffer(vectors.read(count * width), np.int8).reshape(count, width)
