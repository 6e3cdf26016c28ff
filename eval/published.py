"""Published: what real inspection letters set with a date, found again and mended, against `real.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.actions.track import track
from assistant.key_questions.ledger import Ledger
from assistant.key_questions.questions import ledgers
from eval.ledgers import same_words, shown_words
from eval.sets.base import SHARED
from eval.tracked import Finding

if TYPE_CHECKING:
    from ingest.library import Library

CORPUS = SHARED / "corpus"
"""The published documents, beside the checkout where they are."""

Truth = dict[str, Any]


def files_of(truth: Truth) -> list[Path]:
    """The documents that the truth names, where all are there; else none."""
    pairs = [one[side][0] for one in truth["again"] for side in ("earlier", "later")]
    singles = [one["document"] for key in ("actions", "said_again", "mended") for one in truth[key]]
    found = [next(iter(sorted(CORPUS.glob(f"*/{name}"))), None) for name in sorted({*pairs, *singles})]
    return [path for path in found if path] if all(found) else []


def check_real(library: Library, truth: Truth, *, again: bool) -> Iterator[Finding]:
    """The dated actions, the pairs found again, and what a later report says of an earlier one.

    Pairs are told by meaning: without `again` they are not asked for, as in a library made without a model.
    """
    register = track(library, as_of=str(truth["as_of"]))
    sources = {record.id: record.source for record in library.documents()}
    for one in truth["actions"]:
        of_document = [act for act in register.actions if sources[act.document_id] == one["document"]]
        dated = [act for act in of_document if act.due == one["due"]]
        dues = ", ".join(sorted(str(act.due) for act in of_document))
        yield Finding("dated actions of letters", one["document"], bool(dated), dues)
    for one in truth["again"] if again else ():
        ledger = _ledger(library, one["area"], one["later"][0], truth)
        told = [" ".join(row) for table in ledger.tables if "again" in table.title for row in table.rows]
        right = any(_holds(row, (one["earlier"][1], one["later"][1])) for row in told)
        yield Finding("asked for again", one["later"][1][:60], right, f"{len(told)} pairs shown")
    for key, side in (("said_again", "against"), ("mended", "for")):
        for one in truth[key]:
            ledger = _ledger(library, one["area"], one["document"], truth)
            right = any(same_words(one["quote"], text) for text in shown_words(ledger, side))
            yield Finding(f"{key.replace('_', ' ')} ({side})", one["quote"][:60], right)


def _ledger(library: Library, area: str, document: str, truth: Truth) -> Ledger:
    """The ledger of action in time for the month in which a document was published."""
    month = str(library.record(document).published)[:7]
    return ledgers(library, ["action"], subject=area, period=month, as_of=str(truth["as_of"]))[0]


def _holds(row: str, wordings: Sequence[str]) -> bool:
    return all(same_words(words, row) for words in wordings)
