"""Found: a document's recommendations, looked for once where several steps ask for them one after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Document
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a file with its particulars: what the finding of recommendations depends on."""

    particulars: tuple[str | None, ...]
    document: Document = field(compare=False)


def found_in(document: Document) -> tuple[Recommendation, ...]:
    """The recommendations; those of the last few documents are remembered."""
    told = (document.kind, document.title, document.organisation, document.subject, document.published)
    return _found(_Reading((document.id, *told, document.period, document.text), document))


@lru_cache(maxsize=4)
def _found(reading: _Reading) -> tuple[Recommendation, ...]:
    return find_recommendations(reading.document)
