"""Near copies: near-identical passages of several documents are one source, and count once.

A draft and its final, a case study and the collection it was printed in, a scan of either: whoever counts
sources, or shows two quotations as two sources, asks here first. Precision comes before recall: words that
inspectorates put into every report, or a form's questions, do not make two findings one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from ingest.copies.origin import Linked, Origin
from ingest.copies.shared import VERSION as ALIGNED
from ingest.copies.shared import Aligned, Shared, find_shared
from ingest.copies.sketch import VERSION, Sketch, sketch_from_json, sketch_of, sketch_of_text
from ingest.filters import WITH_SUPERSEDED, Filters
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

__all__ = ["NearCopies", "Origin", "same_source"]

SKETCHES = 1_000
"""Documents whose sketch is kept in memory: about 40 kB for 50 passages."""

_sketches: dict[tuple[Path, str, str], Sketch] = {}
_kept: WeakKeyDictionary[Library, dict[Filters, tuple[str, NearCopies]]] = WeakKeyDictionary()


def same_source(library: Library, filters: Filters = WITH_SUPERSEDED) -> NearCopies:
    """What is copied from what among the documents that pass the filters; worked out once a version."""
    kept = _kept.setdefault(library, {})
    with library.reading():
        version = library.version
        if filters not in kept or kept[filters][0] != version:
            kept[filters] = (version, NearCopies(library, library.documents(filters)))
        return kept[filters][1]


class NearCopies:
    """Which documents, and which words in them, are copied from which others of one library."""

    def __init__(self, library: Library, records: Sequence[DocumentRecord]) -> None:
        sketches = {record.id: sketch_of_document(library, record) for record in records}
        ordered = sorted(records, key=lambda record: _first(record, sketches[record.id]))
        self._shared = find_shared(
            ordered,
            [sketches[record.id] for record in ordered],
            library.text,
            partial(_aligned, library),
        )
        self._linked = Linked(library.document, self._shared)
        self._scans = frozenset(id_ for id_, sketch in sketches.items() if sketch.scanned)
        self._by_paper: dict[str, list[Shared]] = {record.id: [] for record in records}
        for shared in self._shared:
            self._by_paper[shared.later].append(shared)
            self._by_paper[shared.earlier].append(shared)
        self._copy = float(load_data("near-copies.yaml")["copy"])

    def source_of(self, document_id: str, start: int, end: int) -> str:
        """The id of the source whose words these are: near-identical slices of several documents share it.

        Different words of one document have different ids. `origin` says the same in its parts, to count
        documents by.
        """
        return str(self.origin(document_id, start, end))

    def origin(self, document_id: str, start: int, end: int) -> Origin:
        """The document, and the slice of it, from which the words of this slice are taken to come.

        Where several documents hold the words it is the same for all: the one that is no scan, not
        superseded, and earliest. It need not be the first that was written.
        """
        return self._linked.origin(document_id, start, end)

    def is_scan(self, document_id: str) -> bool:
        """Whether most of the document's words were read by recognition."""
        return document_id in self._scans

    def copies_of(self, document_id: str) -> tuple[str, ...]:
        """The documents that stand wholly or mostly in this one, scans and drafts of it included."""
        here = self._by_paper.get(document_id, ())
        later = [s.later for s in here if s.earlier == document_id and s.share_of_later >= self._copy]
        earlier = [s.earlier for s in here if s.later == document_id and s.share_of_earlier >= self._copy]
        return tuple(sorted({*later, *earlier}))

    def copy_of(self, document_id: str) -> tuple[str, ...]:
        """The documents in which this one stands wholly or mostly; of two that hold each other the origin."""
        here = self._by_paper.get(document_id, ())
        found = [s.earlier for s in here if s.later == document_id and s.share_of_later >= self._copy]
        found += [
            s.later
            for s in here
            if s.earlier == document_id and s.share_of_earlier >= self._copy > s.share_of_later
        ]
        return tuple(sorted(found))


def versions_in(library: Library, text: str) -> frozenset[str]:
    """The ids of the documents of which so much stands in a text from elsewhere that it is a version of them.

    Told by samples alone: what is reworded here and there still is, another report on the same form is not.
    """
    mine, least = sketch_of_text(text).runs, load_data("near-copies.yaml")["version"]
    sketches = {record.id: sketch_of_document(library, record) for record in library.documents()}
    return frozenset(
        id_
        for id_, sketch in sketches.items()
        if len(sketch.runs) and np.isin(sketch.runs, mine).mean() >= least
    )


def sketch_of_document(library: Library, record: DocumentRecord) -> Sketch:
    """What a document is compared with others by, kept beside the library.

    It has the same text as long as it is in; `added` tells one stay from the next.
    """
    version = f"{VERSION}-{record.added}-{record.passages}"
    key = (library.folder, record.id, version)
    sketch = _sketches.get(key)
    if sketch is None:
        value = library.derived(
            record.id, "sketch", version, lambda: sketch_of(library.document(record.id)).to_json()
        )
        if len(_sketches) >= SKETCHES:
            _sketches.clear()
        sketch = _sketches[key] = sketch_from_json(value)
    return sketch


def _aligned(
    library: Library, later: DocumentRecord, earlier: DocumentRecord, make: Callable[[], Aligned]
) -> Aligned:
    """The two documents' alignment: kept with the later one, and erased with either."""
    stays = f"{later.added}-{later.passages}-{earlier.added}-{earlier.passages}"
    rules = load_data("near-copies.yaml")["words_in_versions"]
    version = f"{ALIGNED}-{VERSION}-{rules}-{stays}"
    return Aligned.from_json(
        library.derived(later.id, f"shared.{earlier.id}", version, lambda: make().to_json())
    )


def _first(record: DocumentRecord, sketch: Sketch) -> tuple[object, ...]:
    """Sources before copies."""
    superseded = record.superseded_by is not None
    return superseded, sketch.scanned, record.published or "9999", record.path, record.id
