"""Known: where a library's papers disagree, worked out once for each state of it, for who quotes a side."""

from __future__ import annotations

import logging

from assistant.answer import by_number
from assistant.contradictions.extract import rules
from assistant.contradictions.find import find_contradictions
from assistant.slices import Slice
from ingest.library import Library

LOG = logging.getLogger(__name__)

Pair = tuple[Slice, Slice]

_ALWAYS = "9999-12-31"
"""Papers are compared as known on this day: whoever asks as of another leaves out what is later."""


def known_pairs(library: Library) -> list[Pair]:
    """Both sides of each disagreement, further places of the second after it; none where papers cannot be
    compared.
    """
    try:
        kept = library.derived_of_all(f"disagreements-{rules()}", lambda: _found(library))
    except Exception:  # an answer stands without them
        LOG.warning("The papers could not be compared", exc_info=True)
        return []
    return [(Slice(*first), Slice(*second)) for first, second in kept]


def _found(library: Library) -> list[list[list[str | int]]]:
    found = find_contradictions(library, as_of=_ALWAYS)
    cited = by_number(found.citations)
    return [
        [[side.document_id, side.start, side.end] for side in (cited[one.first], cited[second])]
        for one in found.contradictions
        for second in (one.second, *one.also)
    ]
