"""Candidates of two retrievers in one order."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.retrieval.found import Found
from assistant.retrieval.fuse import Weights, fuse, nearness, standardised
from assistant.retrieval.match import Match
from assistant.retrieval.rerank import LateInteraction
from assistant.retrieval.retrieve import affinity, retrieve
from assistant.understanding.understand import understand
from ingest.filters import Filters
from ingest.passage import Passage
from ingest.token_vectors import TokenVectors


def found(name, bm25=0.0, dense=0.0, fit=0.0):
    return Found(Passage(name, "d", 0, 1, "x"), bm25, dense, fit, 0.0)


def order(items, words=1.0):
    return names(fuse(items, Weights(), words))


def names(items):
    return [item.passage.id for item in items]


def test_a_passage_that_both_retrievers_like_comes_first():
    assert order([found("a", 9, 0.1), found("b", 8, 0.8), found("c", 0, 0.9)])[0] == "b"


def test_exact_words_count_only_as_far_as_the_question_was_found_in_them():
    exact, meant = found("exact", 9, 0.3), found("meant", 1, 0.6)
    assert order([exact, meant], words=1.0)[0] == "exact"
    assert order([exact, meant], words=0.3)[0] == "meant"


def test_equal_scores_are_ordered_by_id():
    assert order([found("b", 1, 0.5), found("a", 1, 0.5)]) == ["a", "b"]


def test_a_document_about_the_place_asked_for_is_preferred():
    assert order([found("a", 2, 0.6), found("b", 2, 0.6, fit=1.0)])[0] == "b"


def test_a_kind_of_document_named_in_the_question_is_preferred():
    named = replace(found("b", 2, 0.6), kind_fits=True)
    assert order([found("a", 2, 0.6), named])[0] == "b"


def matched(name, document, similarity, sentence=0.5):
    match = Match(np.array([[similarity]], np.float32), np.ones(1), ("w",), np.array([[0, 1]]))
    passage = Passage(name, document, 0, 1, "x")
    return Found(passage, 0.0, 0.0, 0.0, 0.0, match, sentence=sentence)


def test_a_document_with_several_good_passages_is_preferred_to_one_with_a_single_one():
    alone = [matched("a", "one", 0.6), matched("b", "one", 0.1), matched("c", "one", 0.1)]
    together = [matched("d", "two", 0.6), matched("e", "two", 0.5), matched("f", "two", 0.5)]
    assert order(alone + together)[0] == "d"


def test_the_best_sentence_counts_where_the_documents_use_other_words():
    whole, sentence = matched("a", "d", 0.62, 0.2), matched("b", "d", 0.6, 0.6)
    distant = matched("c", "d", 0.1, 0.1)
    assert order([whole, sentence, distant], words=0.1)[0] == "b"
    assert order([whole, sentence, distant], words=1.0)[0] == "a"


def test_scores_that_are_all_the_same_say_nothing():
    assert standardised([3.0, 3.0]).tolist() == [0.0, 0.0]
    assert order([]) == []


@pytest.fixture
def two_areas(library, written):
    for name, subject in (("harrow.txt", "Harrow"), ("leeds.txt", "Leeds")):
        document, passages, data = written(
            name, f"Audits in {subject} are run each year.\nOther matters.", subject=subject
        )
        vectors = np.eye(2, 16, dtype=np.float32)
        library.add(document, passages, vectors, data, "fake-16")
    return library


def test_the_place_named_decides_between_like_passages(two_areas):
    question = understand("How often are audits run in Leeds?", {"Leeds", "Harrow"})
    best = fuse(retrieve(question, two_areas, None, Filters()), Weights(), 1.0)[0]
    assert "Leeds" in best.passage.text


def test_a_document_of_the_year_asked_for_fits_better(two_areas):
    record = two_areas.record("leeds.txt")
    assert affinity(understand("Audits in Leeds?", {"Leeds"}), record) == 1.0
    assert affinity(understand("Audits?", {"Leeds"}), record) == 0.0


def test_a_label_that_is_not_listed_is_never_searched(two_areas):
    question = understand("How often are audits run?")
    assert retrieve(question, two_areas, None, Filters(labels=("secret",))) == []
    assert retrieve(question, two_areas, None, Filters(labels=())) == []


def test_exact_words_count_less_where_nothing_near_was_found():
    far, near = [found("a", dense=0.4)], [found("a", dense=0.4), found("b", dense=0.9)]
    assert (nearness(far), nearness(near)) == (0.3, 1.0)
    assert nearness([found("a")]) == 1.0  # no model: full text is all there is


def test_the_wordings_of_a_question_count_the_same(library, written):
    document, passages, data = written("a.txt", "word")
    tokens = {name: TokenVectors(np.eye(2, dtype=np.float32)[at : at + 1], np.array([[0, 4]]))
              for at, name in enumerate(("word", "name"))}  # fmt: skip
    library.add(document, passages, np.eye(1, 16, dtype=np.float32), data, "fake-16",
                tokens={passages[0].id: tokens["word"]})  # fmt: skip

    class Encoder:
        def tokens(self, texts):
            return [tokens[text] for text in texts]

    reranker = LateInteraction(library, Encoder(), lambda word: 5.0 if word == "name" else 1.0)
    [item] = reranker.rerank(["word", "name"], [Found(passages[0], 0, 0, 0, 0)], ["a.txt"])
    assert item.match.score() == pytest.approx(0.5, abs=0.01)
