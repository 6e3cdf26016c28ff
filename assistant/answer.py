"""Citation, Statement, Answer: what every front end shows. Offsets are code points, page indexes 0-based."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.sentences.instructions import addresses_software

Outcome = Literal["answered", "partly", "not_found", "courtesy"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation and where it stands: `quote` is the slice `start:end` of the stored document's text.

    `n` is its number within the answer, from 1. `document` is the file's name, `path` that relative to the
    folder ingested. `page_index` is None where the format has no pages. `superseded_by` is the id of the
    newer version, if there is one. `header` is the table's header row where the quotation is one of its rows.
    """

    n: int
    document_id: str
    document_sha256: str
    document: str
    path: str
    title: str
    published: str | None
    page_index: int | None
    page_label: str | None
    heading: str
    start: int
    end: int
    quote: str
    read_by: str = "text"
    superseded_by: str | None = None
    header: str = ""

    @property
    def caution(self) -> str:
        """The word addressed_to_software where the quotation tells a program what to do; else empty."""
        return "addressed_to_software" if addresses_software(self.quote) else ""


def by_number(citations: Iterable[Citation]) -> dict[int, Citation]:
    """The citations by the number that statements name them by."""
    return {citation.n: citation for citation in citations}


@dataclass(frozen=True, slots=True)
class Removed:
    """A sentence of a language model that was taken out; `reason` is a key in `prompts/writer.yaml`."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a language model's wording: how many sentences were kept, which were not.

    `unknown_keys` are citation keys it made up. `kept` 0 means that the answer is the documents' own words.
    `saw_no_answer`: it said that the quotations do not answer the question.
    """

    model: str
    kept: int
    removed: tuple[Removed, ...]
    unknown_keys: tuple[str, ...]
    saw_no_answer: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the documents say, in their words, with the numbers of the citations that carry it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something asked for that was not found: what, and where it was looked for.

    Where it was not `searched`, `where` are papers that were left out.
    """

    what: str
    where: str
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Challenge:
    """A question to put to the board, with the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question from the library alone, or an honest refusal.

    `outcome` courtesy replies to thanks or a greeting: nothing was asked. not_found has no statements;
    `reason` then says why, `gaps` what is missing, `nearest` the closest passages. `verdict` is one sentence
    for the top of the screen. `as_of` is the ISO date on which time was judged; `library_version` changes
    with every change of the library.
    `understood` is the whole question that a follow-up, or one with misspelt words, was taken for;
    `written` is there where a language model worded the statements. `confidence`, 0 to 1, is how likely the
    documents hold the answer, which the verdict tells of where it is low; None where it was not weighed.
    """

    question: str
    outcome: Outcome
    verdict: str
    as_of: str
    library_version: str
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    gaps: tuple[Gap, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    nearest: tuple[Citation, ...] = ()
    reason: str = ""
    understood: str = ""
    written: Written | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One passage found: `rank` from 1, `score` higher is better and comparable only within one search.

    `read_by` is "ocr" where it begins on a page that was read by recognition. `understood` is what the query
    was taken for where a word of it is misspelt.
    """

    rank: int
    score: float
    document_id: str
    document: str
    path: str
    title: str
    page_index: int | None
    page_label: str | None
    heading: str
    text: str
    start: int
    end: int
    read_by: str = "text"
    understood: str = ""
