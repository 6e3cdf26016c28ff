"""How things found are matched to gold, and how the sets are read."""

import pytest

from eval.sets import base, bench
from eval.sets.base import GOLD, Query, QuestionSet, SetAbsentError, Slice, Unit, holds
from eval.sets.catalogue import queries_of
from eval.sets.gold import Place
from eval.sets.sample import read_sample


def query(**fields):
    return Query("How many?", "dev", frozenset({GOLD}), **fields)


def test_a_result_on_a_gold_page_is_in_place():
    gold = query(places=(Place(document="a.pdf", pages=[3, 1]),), locator="ten cases")
    assert base.in_place(gold, Slice("a.pdf", 1, "other words", 0, 11))
    assert not base.in_place(gold, Slice("a.pdf", 2, "other words", 0, 11))
    assert not base.in_place(gold, Slice("b.pdf", 1, "other words", 0, 11))


def test_a_result_that_begins_a_page_early_but_holds_the_sentence_is_in_place():
    gold = query(places=(Place(document="a.pdf", pages=[3]),), locator="ten cases")
    assert base.in_place(gold, Slice("a.pdf", 2, "They read ten\ncases.", 0, 20))


def test_a_document_without_pages_is_judged_by_its_sentence():
    gold = query(places=(Place(document="a.docx"),), locator="ten cases")
    assert base.in_place(gold, Slice("a.docx", None, "We read ten cases.", 0, 18))
    assert not base.in_place(gold, Slice("a.docx", None, "We read none.", 0, 13))


def test_hyphens_quotes_and_line_ends_do_not_hide_a_locator():
    assert holds("a long\ufffe\nterm ‘foster’ home", "long-term 'foster' home")
    assert not holds("anything", "")


def test_several_slices_of_one_unit_count_once():
    units = (Unit("u1", "d.txt", "", "", "abcdef", 0), Unit("u2", "d.txt", "", "", "ghi", 8))
    found = [
        Slice("d.txt", None, "ghi", 8, 11),
        Slice("d.txt", None, "abc", 0, 3),
        Slice("d.txt", None, "def", 3, 6),
    ]
    assert QuestionSet("s", (), units=units).ranking(query(), found) == ["u2", "u1"]


def test_a_limit_takes_questions_evenly_from_one_half():
    queries = tuple(Query(str(n), "dev" if n < 10 else "test", frozenset()) for n in range(20))
    assert [one.text for one in queries_of(QuestionSet("s", queries), "dev", 5)] == ["0", "2", "4", "6", "8"]
    assert len(queries_of(QuestionSet("s", queries), "all")) == 20


def test_paragraphs_are_exact_slices_and_a_repeated_one_keeps_its_first_name():
    text, ids = "\n\nOne \nmore\n\nTwo\n\n", {}
    first = list(bench._paragraphs("a.txt", "Title#1_0", text, ids))
    again = list(bench._paragraphs("b.txt", "Title", "Two", ids))
    assert [(unit.text, text[unit.start : unit.end]) for unit in first] == [("One \nmore",) * 2, ("Two",) * 2]
    assert (first[0].title, again[0].id) == ("Title", first[1].id)


@pytest.mark.parametrize("load", [bench.obliqa, bench.doc2dial, bench.doc2dial_turns, bench.clapnq])
def test_a_set_that_is_not_here_says_so(load, monkeypatch, tmp_path):
    monkeypatch.setattr(bench, "SHARED", tmp_path)
    with pytest.raises(SetAbsentError, match=r"no .+ in "):
        load()


def test_a_sample_question_is_judged_by_page_in_pdfs_and_by_sentence_elsewhere(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "truths.yaml").write_text(
        """questions:
- {question: "A?", answerable: true, document: a.pdf, page_index: 2, quote: Six.}
- {question: "B?", answerable: true, document: b.xlsx, page_index: 0, quote: Seven.}
- {question: "C?", answerable: false, reason: off_topic}
""",
        "utf-8",
    )
    first, second, third = read_sample("sample", tmp_path).queries
    assert [first.places[0].pages, second.places[0].pages] == [[2], []]
    assert (third.answerable, third.why) == (False, "off_topic")


def test_each_place_of_a_gold_answer_counts_with_its_own_words():
    places = (
        Place(document="a.pdf", pages=[1]),
        Place(document="a.pdf", pages=[4]),
        Place(document="b.docx", locator="two days"),
    )
    gold = query(places=places, locator="ten cases")
    assert base.in_place(gold, Slice("a.pdf", 4, "Whatever stands there.", 0, 5))
    assert base.in_place(gold, Slice("b.docx", None, "It took two days.", 0, 5))
    assert not base.in_place(gold, Slice("b.docx", None, "It read ten cases.", 0, 5))
