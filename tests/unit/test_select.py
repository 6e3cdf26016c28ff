"""Which sentences of the passages found bear most on the question."""

from assistant.retrieval.found import Found
from assistant.select import SentenceWeights, select
from assistant.understand import understand
from ingest.passage import Passage
from ingest.records import DocumentRecord

QUESTION = understand("How often are audits read by the board?")
SHORT = "The board reads audits each quarter."
LONG = (
    f"{SHORT} It met in the hall. The caretaker opened the doors and the chair arrived late in the evening."
)


def found_in(text, score, name):
    return Found(Passage(name, name, 0, len(text), text), 1.0, 0.5, 0.0, score)


def record(name):
    return DocumentRecord(
        name, name, "other", None, None, None, None, "standard", name, name, "0" * 64, 1, 1, 0, (), None, ""
    )


def scores(*found):
    records = {item.passage.document_id: record(item.passage.document_id) for item in found}
    evidence = select(QUESTION, found, records, lambda word: 1.0, SentenceWeights())
    return {item.found.passage.id: item.score for item in evidence if item.quote == SHORT}


def test_a_passage_far_behind_counts_against_its_only_sentence_more_than_against_one_of_many():
    told = scores(
        found_in("Something else.", 3.0, "best"), found_in(SHORT, 0.0, "a"), found_in(LONG, 0.0, "b")
    )
    assert told["a"] < told["b"]


def test_the_best_passage_s_sentences_lose_nothing():
    told = scores(found_in(SHORT, 3.0, "a"))
    assert told == scores(found_in(LONG, 3.0, "a"))
