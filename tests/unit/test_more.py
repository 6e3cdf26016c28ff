"""More on a question than was quoted before."""

from assistant.evidence import Evidence
from assistant.more import more
from assistant.retrieval.found import Found
from ingest.passage import Passage

TEXT = "One was seen. Two were not. Three left."
FOUND = Found(Passage("p", "d", 0, len(TEXT), TEXT), 1.0, 0.5, 0.0, 1.0)
SPANS = [(0, 13), (14, 27), (28, 39)]


def sentences(*scores):
    return [
        Evidence(FOUND, start, end, score, score) for (start, end), score in zip(SPANS, scores, strict=True)
    ]


def test_what_was_quoted_is_left_out_and_what_is_near_the_best_is_kept():
    assert [one.quote for one in more(sentences(0.5, 0.1, 0.45), [("d", 0, 13)])] == ["Three left."]


def test_where_nothing_else_is_near_the_quotation_goes_on():
    told = [one.quote for one in more(sentences(0.5, 0.1, 0.1), [("d", 0, 13)])]
    assert told == ["Two were not.", "Three left."]


def test_there_is_no_more_once_all_was_quoted():
    assert more(sentences(0.5, 0.4, 0.4), [("d", 0, 39)]) == []


def test_the_same_place_in_another_document_was_not_quoted():
    assert len(more(sentences(0.5, 0.5, 0.5), [("other", 0, 39)])) == 3
