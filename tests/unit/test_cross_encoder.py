"""A cross-encoder by name or path, after the late interaction."""

from dataclasses import replace

import numpy as np

from assistant.cross_encoder import CrossEncoderReranker
from assistant.found import Found
from assistant.fuse import Weights, fuse
from assistant.match import Match
from ingest.passage import Passage


class First:
    """A first look that finds all passages alike."""

    def rerank(self, texts, found, titles):
        match = Match(np.array([[0.5]], np.float32), np.ones(1), ("w",), np.array([[0, 1]]))
        return [replace(item, match=match) for item in found]


class LikesB:
    def score(self, question, texts):
        return [float("b" in text) for text in texts]


def found(name):
    return Found(Passage(name, "d", 0, 1, name), 0.0, 0.0, 0.0, 0.0)


def test_what_the_cross_encoder_likes_comes_first():
    looked = CrossEncoderReranker(First(), LikesB()).rerank(["?"], [found("a"), found("b")], ["", ""])
    assert [item.passage.id for item in fuse(looked, Weights(), 1.0)] == ["b", "a"]


def test_nothing_found_is_nothing_to_read():
    assert CrossEncoderReranker(First(), LikesB()).rerank(["?"], [], []) == []
