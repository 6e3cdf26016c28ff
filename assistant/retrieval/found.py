"""Found: a passage that a search brought up, with what each retriever made of it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.retrieval.match import Match
from ingest.passage import Passage


@dataclass(frozen=True)
class Found:
    """A passage and its scores.

    `bm25` is 0 where full text did not find it; `dense` is a cosine, 0 where no model is loaded; `affinity`
    is how well its document fits the place and year the question names, `kind_fits` whether it is of a kind
    that the question names. `match` is the finer look that the best candidates get, `sentence` the closeness
    of the best sentence alone, `answers` whether that sentence holds the kind of thing asked for, `requests`
    whether one of the best sentences asks for something where the question is what was asked for. `cross` is
    a cross-encoder's score of the few passages that it read. Results are ordered by `score`.
    """

    passage: Passage
    bm25: float
    dense: float
    affinity: float
    score: float
    match: Match | None = None
    kind_fits: bool = False
    sentence: float = 0.0
    answers: bool = False
    requests: bool = False
    cross: float = 0.0
