"""Rerank: a second, finer look at the best candidates, behind one interface.

Late interaction over the embedding model's own token vectors: for each token of the question, its best cosine
among the passage's tokens, averaged with the inverse document frequency of the token's word as weight (MaxSim
of ColBERT: Khattab and Zaharia 2020, arXiv 2004.12832; the weighting is ours).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.understanding.content_words import courtesy
from ingest.library import Library
from ingest.passage import Passage, embedded_text
from ingest.token_vectors import TokenVectors

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")

YEAR = 0.3
"""What a year counts beside another word as rare."""


@runtime_checkable
class Reranker(Protocol):
    """Takes a finer look at the best candidates."""

    def rerank(self, texts: Sequence[str], found: Sequence[Found], titles: Sequence[str]) -> list[Found]:
        """The same passages in the same order, with `match` set; `titles` are their documents' titles.

        `texts` are wordings of one question, the user's first.
        """
        ...


class TokenEncoder(Protocol):
    """Turns texts into token vectors; `ingest.embed.Embedder` is one."""

    def tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """For each text its tokens' unit vectors and places, special tokens left out."""
        ...


class LateInteraction:
    """Reranks by late interaction; `weight_of` tells how telling a word is in this library."""

    def __init__(self, library: Library, encoder: TokenEncoder, weight_of: Callable[[str], float]) -> None:
        self.library = library
        self.encoder = encoder
        self.weight_of = weight_of

    def rerank(self, texts: Sequence[str], found: Sequence[Found], titles: Sequence[str]) -> list[Found]:
        """The same passages in the same order, with `match` set; each wording counts the same."""
        if not found:
            return []
        query = self._query(texts)
        strings = [embedded_text(title, item.passage) for item, title in zip(found, titles, strict=True)]
        stored = self._tokens([item.passage for item in found], strings)
        tokens = [stored[item.passage.id] for item in found]
        ends = np.cumsum([len(of_passage) for of_passage in tokens])
        # One product: a hundred small ones wait for each other's threads on a busy machine.
        similarities = query.vectors @ np.concatenate([of_passage.vectors for of_passage in tokens]).T
        places = [
            _spans_in_document(item.passage, len(string), of_passage)
            for item, string, of_passage in zip(found, strings, tokens, strict=True)
        ]
        return [
            replace(item, match=Match(own, query.weights, query.words, spans))
            for item, own, spans in zip(found, np.split(similarities, ends[:-1], axis=1), places, strict=True)
        ]

    def _query(self, texts: Sequence[str]) -> _Query:
        """The tokens of all wordings, the weights of each summing to 1: a score is the mean of theirs."""
        parts = self.encoder.tokens(list(texts))
        words = [_words(text, part) for text, part in zip(texts, parts, strict=True)]
        weights = [self._weights(text, of_text) for text, of_text in zip(texts, words, strict=True)]
        return _Query(
            np.concatenate([part.vectors for part in parts]),
            np.concatenate(weights),
            tuple(word for of_text in words for word in of_text),
        )

    def _weights(self, text: str, words: tuple[str, ...]) -> npt.NDArray[np.float64]:
        empty = courtesy(text)
        weights = np.array(
            [0.0 if word in empty else self._weight(word) / words.count(word) for word in words], np.float64
        )
        return weights / (weights.sum() or 1.0)

    def _weight(self, word: str) -> float:
        """A year tells less than its rarity says: a document's date meets it as well as its words do."""
        return self.weight_of(word) * (YEAR if _YEAR.fullmatch(word) else 1.0)

    def _tokens(self, passages: Sequence[Passage], texts: Sequence[str]) -> dict[str, TokenVectors]:
        """Token vectors by passage id: the stored ones, and for the rest those that the model makes now."""
        stored = self.library.tokens(passages)
        missing = {
            passage.id: text
            for passage, text in zip(passages, texts, strict=True)
            if passage.id not in stored
        }
        return stored | dict(zip(missing, self.encoder.tokens(list(missing.values())), strict=True))


@dataclass(frozen=True, eq=False)
class _Query:
    """A question's tokens: vectors (q, d), weights (q,) and the word that each is a piece of."""

    vectors: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float64]
    words: tuple[str, ...]


def _words(text: str, tokens: TokenVectors) -> tuple[str, ...]:
    """The whole word, lower-case, that each token of the text is a piece of; "" for punctuation."""
    spans = [(found.start(), found.end(), found.group().lower()) for found in _WORD.finditer(text)]
    return tuple(
        next((word for start, end, word in spans if start <= at < end), "")
        for at in tokens.spans[:, 0].tolist()
    )


def _spans_in_document(passage: Passage, length: int, tokens: TokenVectors) -> npt.NDArray[np.int64]:
    """Token places in the document's text; the passage's own text is the last part of the embedded string."""
    offset = length - len(passage.text)
    spans = tokens.spans.astype(np.int64)
    inside = spans[:, :1] >= offset
    return np.where(inside, spans - offset + passage.start, -1)
