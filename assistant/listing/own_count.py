"""Own count: the sentence in which a paper counts the actions that it sets down or reports on."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from assistant.actions.vocabulary import pattern
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first
from ingest.library import Library
from ingest.phrases import alternatives
from ingest.sentences import sentences_within
from prompts import load_data

RULES = "vocabulary/actions-asked.yaml"
_STATES = ("done", "not_started", "not_done", "in_hand")


def own_count(papers: Collection[str], library: Library, as_of: str) -> tuple[str, Slice, str] | None:
    """Title, place and words of the newest such sentence in these papers; None where none counts."""
    records = [one for one in library.documents() if one.id in papers and (one.published or "") <= as_of]
    for record in newest_first(records):
        document = library.document(record.id)
        for block in document.blocks:
            if block.kind not in ("paragraph", "list_item"):
                continue
            for start, end in sentences_within(document.text, block.start, block.end):
                if _counts(sentence := document.text[start:end]):
                    return record.title, Slice(record.id, start, end), " ".join(sentence.split())
    return None


def _counts(sentence: str) -> bool:
    """Whether a sentence counts actions and says in which state they are."""
    return bool(_counting().search(sentence) and pattern("status", *_STATES).search(sentence))


@cache
def _counting() -> re.Pattern[str]:
    number = rf"(?:\d+|(?:{alternatives(load_data('vocabulary/numbers.yaml'))})(?:-\w+)?)"
    return re.compile(load_data(RULES)["counts"].replace("{number}", number), re.IGNORECASE)
