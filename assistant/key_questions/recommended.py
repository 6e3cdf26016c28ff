"""Recommended: a document's recommendations, and what each lacks of owner, date and measure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.key_questions.concepts import Concepts
from assistant.key_questions.lexicon import BASIS
from assistant.rules_state import rules_state
from assistant.slices import Slice
from ingest.library import Library
from ingest.recommendations.recommendation import had_passed
from ingest.records import DocumentRecord
from prompts import load_data

NAME = "smart"
DATE, DATE_TO_COME = "date", "date to come"
"""What is lacking where no day is named, and where the one named had gone when the document came out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation: its words, where they stand, the elements that neither it nor its context has."""

    text: str
    piece: Slice
    lacks: tuple[str, ...]

    def has(self, element: str) -> bool:
        """Whether it has an owner, a date (one that was still to come) or a measure."""
        return element not in self.lacks and not (element == DATE and DATE_TO_COME in self.lacks)


def asked_in(library: Library, record: DocumentRecord) -> list[Asked]:
    """The document's recommendations, in order."""
    kept = library.derived(
        record.id, NAME, _version(record.kind, record.published or ""), lambda: _made(library, record)
    )
    return [
        Asked(text, Slice(record.id, start, start + len(text)), tuple(lacks)) for start, text, lacks in kept
    ]


def _made(library: Library, record: DocumentRecord) -> list[list[Any]]:
    from assistant.check.assess import assess
    from assistant.register.found import found_in

    made: list[list[Any]] = []
    for item in found_in(library.document(record.id)):
        said = assess(item.text, item.context)
        gone = had_passed(said.due, item.context)
        has = {
            "owner": bool(said.owner or said.context_owner),
            DATE_TO_COME if gone else DATE: said.criteria_with_context["time_bound"].level == 2,
            "measure": bool(said.measure) or said.criteria_with_context["measurable"].level == 2,
        }
        if is_formality(item.text):
            continue
        made.append([item.start, item.text, [name for name, there in has.items() if not there]])
    return made


def is_formality(text: str) -> bool:
    """Is it how an inspection ends (a statement of action is asked for), and no improvement to be made?"""
    return bool(_formalities().names(text))


@cache
def _formalities() -> Concepts:
    return Concepts({"formalities": load_data(BASIS)["formalities"]})


def _version(kind: str, published: str) -> str:
    """Changes with the rules of the check and of finding recommendations, and with the particulars used."""
    return hashlib.sha256(f"{kind}|{published}|{_rules()}".encode()).hexdigest()[:16]


@cache
def _rules() -> str:
    import ingest.recommendations

    return rules_state(Path(__file__).parents[1] / "check", Path(ingest.recommendations.__file__).parent)
