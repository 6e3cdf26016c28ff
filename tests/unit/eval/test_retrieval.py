"""The retrieval report, the plain peer and the libraries of given units, on made-up data."""

import pytest

from eval import libraries, retrieval
from eval.peers.bm25 import Bm25, bm25, slices_of
from eval.sets import catalogue
from eval.sets.base import Query, QuestionSet, SetAbsentError, Slice, Unit

UNITS = (
    Unit("u1", "d.txt", "Bins", "", "Bins are emptied on Monday.", 0),
    Unit("u2", "d.txt", "Bins", "", "Swimming costs six pounds.", 29),
)
QUERIES = (
    Query("cost of a swim", "dev", frozenset({"u2"}), earlier=("and the pool?",)),
    Query("tax", "test", frozenset()),
)
QUESTIONS = QuestionSet("made-up", QUERIES, units=UNITS)


def test_the_peer_stems_and_bears_any_punctuation():
    assert bm25(QUESTIONS)('"swim" AND costs? NEAR(', 1)[0].text == "Swimming costs six pounds."
    assert bm25(QUESTIONS)("?!", 5) == []


def test_the_peer_ranks_equal_slices_by_their_order():
    same = [Slice("a.txt", None, "plan", 0, 4), Slice("b.txt", None, "plan", 0, 4)]
    assert [one.document for one in Bm25(same)("plan", 2)] == ["a.txt", "b.txt"]


def test_files_are_cut_into_windows_that_hold_every_word(tmp_path):
    words = [f"w{n}" for n in range(400)]
    (tmp_path / "a.txt").write_text(" ".join(words), "utf-8")
    found = list(slices_of(QuestionSet("files", (), files=(tmp_path / "a.txt",))))
    assert {word for one in found for word in one.text.split()} == set(words)
    assert max(len(one.text.split()) for one in found) == 150


def test_only_answerable_questions_are_measured_and_follow_ups_carry_their_history():
    asked = []

    def search(query, k):
        asked.append((query, k))
        return [Slice("d.txt", None, "x", 0, 1), Slice("d.txt", None, "y", 30, 31)]

    measured = retrieval.measure(QUESTIONS, QUERIES, search, "fake")
    assert asked == [("cost of a swim and the pool?", 30)]
    assert (measured.values["R@1"], measured.values["R@3"], measured.values["MRR"]) == ([0.0], [1.0], [0.5])


def test_the_lines_tell_n_and_the_interval():
    measured = retrieval.Measured("s", "fake", {"R@5": [1.0, 0.0, None], "MRR": [None]})
    heading, recall, mrr = retrieval.rows(measured)
    assert heading == "s · fake"
    assert recall.strip().startswith("R@5      0.500 [")
    assert recall.endswith("n=2")
    assert mrr.endswith("-")


def test_a_set_that_is_absent_is_skipped_aloud(monkeypatch, capsys):
    def absent():
        raise SetAbsentError("no data in /nowhere")

    monkeypatch.setitem(catalogue.SETS, "real", absent)
    assert retrieval.main(["--set", "real", "--retriever", "bm25"]) == 0
    assert "real: skipped, no data in /nowhere" in capsys.readouterr().err


def test_two_retrievers_are_compared_question_by_question(monkeypatch, capsys):
    monkeypatch.setitem(catalogue.SETS, "real", lambda: QUESTIONS)
    monkeypatch.setattr(retrieval, "_search", lambda name, questions, options: bm25(questions))
    assert retrieval.main(["--set", "real", "--retriever", "bm25", "other"]) == 0
    assert "made-up · bm25 minus other" in capsys.readouterr().out


def test_given_units_become_passages_in_the_same_places():
    [(document, passages, data)] = libraries.unit_documents(QUESTIONS)
    assert [(p.start, document.text[p.start : p.end]) for p in passages] == [(u.start, u.text) for u in UNITS]
    assert (document.source, document.title) == ("d.txt", "Bins")
    assert data.startswith(b"d.txt\n")


@pytest.mark.parametrize("count", [3, 40, 90])
def test_a_long_unit_is_cut_at_sentence_ends_and_nothing_is_lost(count):
    text = " ".join(f"Sentence number {n} of the unit." for n in range(count))
    found = [text[start:end] for start, end in libraries.slices(text)]
    assert " ".join(found) == text
    assert max(len(one.split()) for one in found) <= 150
