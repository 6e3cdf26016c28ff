"""From evidence to an answer in the documents' words."""

from dataclasses import replace

import pytest

from assistant.answer import Citation
from assistant.composition.choose import choose, group, of_places
from assistant.composition.compose import compose
from assistant.evidence import Evidence
from assistant.refusal.refuse import Decision
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage
from ingest.records import DocumentRecord
from prompts import load_data

TEXT = "Audits are run each year. Each is read by the board. The canteen opens at noon."
PASSAGE = Passage("p", "d", 0, len(TEXT), TEXT)


def sentence(text, score, passage=PASSAGE):
    start = passage.start + passage.text.index(text)
    found = Found(passage, 1.0, 0.5, 0.0, 1.0)
    return Evidence(found, start, start + len(text), score, score)


def cite(n, item):
    return Citation(
        n, "d", "0" * 64, "a.txt", "a.txt", "A", None, None, None, "", item.start, item.end, item.quote
    )


def texts(evidence):
    """The documents' texts, with the passages at their places."""
    found = {}
    for passage in sorted({item.found.passage for item in evidence}, key=lambda one: one.start):
        found[passage.document_id] = found.get(passage.document_id, "").ljust(passage.start) + passage.text
    return found.__getitem__


def answer(evidence, decision, question="How often are audits run?", records=()):
    asked = understand(question) if isinstance(question, str) else question
    by_id = {record.id: record for record in records}
    return compose(asked, evidence, decision, by_id, cite, texts(evidence), "2026-01-01", "v1")


def chosen(*evidence):
    return [item.quote for item in choose(evidence, texts(evidence))]


FIRST, SECOND, THIRD = TEXT[:25], TEXT[26:52], TEXT[53:]
YES, NO = Decision(True, "", (), 0.9), Decision(False, "fact_missing", (), 0.1)


def test_neighbouring_sentences_become_one_quotation():
    assert chosen(sentence(FIRST, 1.0), sentence(SECOND, 0.98)) == [TEXT[:52]]


def test_a_neighbour_of_the_best_may_be_farther_off_than_another_sentence():
    assert chosen(sentence(FIRST, 1.0), sentence(SECOND, 0.85)) == [TEXT[:52]]
    assert chosen(sentence(FIRST, 1.0), sentence(SECOND, 0.7)) == [FIRST]


def test_a_sentence_below_the_best_is_left_out():
    assert chosen(sentence(FIRST, 1.0), sentence(THIRD, 0.95)) == [FIRST]
    assert chosen(sentence(FIRST, 1.0), sentence(THIRD, 0.98)) == [FIRST, THIRD]


def test_a_question_for_all_that_is_said_is_answered_with_more():
    evidence = [sentence(FIRST, 1.0), sentence(THIRD, 0.9)]
    assert len(answer(evidence, YES).citations) == 1
    assert len(answer(evidence, YES, "What did inspectors find about audits?").citations) == 2
    assert len(answer(evidence, YES, "What do the papers say about audits?").citations) == 2


def test_the_less_the_best_is_like_the_question_the_farther_off_may_others_be():
    assert chosen(sentence(FIRST, 0.5), sentence(THIRD, 0.4)) == [FIRST, THIRD]
    assert chosen(sentence(FIRST, 0.9), sentence(THIRD, 0.8)) == [FIRST]


def test_a_sentence_that_the_reading_model_prefers_to_the_best_is_quoted_too():
    best, other = replace(sentence(FIRST, 0.9), cross=1.0), sentence(THIRD, 0.7)
    assert chosen(best, replace(other, cross=3.0)) == [FIRST, THIRD]
    assert chosen(best, replace(other, cross=2.0)) == [FIRST]


def test_the_best_sentence_is_quoted_though_its_score_be_below_nothing():
    assert chosen(sentence(FIRST, -0.2), sentence(THIRD, -0.9)) == [FIRST]


def test_a_sentence_that_leans_on_one_already_quoted_makes_one_quotation_with_it():
    text = "The board met twice. Nobody wrote. It read the audits, as is said elsewhere and by everybody."
    passage = Passage("p", "d", 0, len(text), text)
    first, last = sentence(text[:34], 1.0, passage), sentence(text[35:], 0.99, passage)
    assert chosen(last, first) == [text]


def test_two_documents_saying_the_same_are_one_statement_with_two_citations():
    copy = Passage("q", "e", 5, 5 + len(TEXT), TEXT)
    result = answer([sentence(FIRST, 1.0), sentence(FIRST, 0.99, copy)], YES)
    assert [statement.citations for statement in result.statements] == [(1, 2)]
    assert len(group([sentence(FIRST, 1.0), sentence(THIRD, 0.99)])) == 2


def test_what_a_document_says_twice_is_cited_once():
    again = Passage("q", "d", 500, 500 + len(TEXT), TEXT)
    assert [len(items) for items in group([sentence(FIRST, 1.0), sentence(FIRST, 0.99, again)])] == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Of the 20 plans 14 were read by the board.", "Of the 20 plans 11 were read by the board."),
        ("The overall grade of the service is good.", "The overall grade of the service is inadequate."),
        ("All the plans were read by the board.", "All the plans were not read by the board."),
    ],
)
def test_what_differs_in_a_figure_a_grade_or_a_denial_is_two_statements(one, other):
    first = sentence(one, 1.0, Passage("p", "d", 0, len(one), one))
    second = sentence(other, 0.99, Passage("q", "e", 0, len(other), other))
    assert len(group([first, second])) == 2


def test_every_statement_is_a_quotation_and_every_citation_is_used():
    result = answer([sentence(FIRST, 1.0), sentence(THIRD, 0.99)], YES)
    quotes = {citation.n: citation.quote for citation in result.citations}
    assert all(statement.text == quotes[statement.citations[0]] for statement in result.statements)
    assert sorted(n for statement in result.statements for n in statement.citations) == sorted(quotes)


def test_a_refusal_has_a_reason_the_nearest_passage_and_no_statement():
    result = answer([sentence(FIRST, 1.0)], NO)
    assert (result.outcome, result.statements, result.citations) == ("not_found", (), ())
    assert result.reason
    assert result.gaps
    assert [citation.quote for citation in result.nearest] == [FIRST]


def test_a_refusal_says_of_one_document_that_it_was_searched():
    record = DocumentRecord(
        "d", "A", "audit", None, None, None, None, "", "a.txt", "a.txt", "", 1, 1, 0, (), None, ""
    )
    result = answer([sentence(FIRST, 1.0)], NO, records=[record])
    assert result.verdict == "1 document was searched."
    assert result.gaps[0].where == "1 document searched"
    two = [record, replace(record, id="e")]
    assert answer([sentence(FIRST, 1.0)], NO, records=two).verdict == "2 documents were searched."


def test_statements_about_several_areas_each_name_theirs_where_the_question_names_none():
    def about(id_, subject):
        return DocumentRecord(
            id_, "A", "audit", None, subject, None, None, "", "a.txt", "a.txt", "", 1, 1, 0, (), None, ""
        )

    other = Passage("q", "e", 0, len(THIRD), THIRD)
    evidence = [sentence(FIRST, 1.0), sentence(THIRD, 0.99, other)]
    two = [about("d", "Melford Council"), about("e", "Thornholt")]
    told = [one.text for one in answer(evidence, YES, records=two).statements]
    assert told == [f"Melford: “{FIRST}”", f"Thornholt: “{THIRD}”"]
    same = [about("d", "Melford Council"), about("e", "Melford")]
    assert [one.text for one in answer(evidence, YES, records=same).statements] == [FIRST, THIRD]
    asked = understand("How often are audits run in Melford?", {"Melford"})
    assert answer(evidence, YES, asked, two).statements[0].text == FIRST


def test_an_answer_that_is_not_sure_to_be_one_says_so():
    sure, unsure = (answer([sentence(FIRST, 1.0)], Decision(True, "", (), chance)) for chance in (0.9, 0.4))
    assert unsure.verdict == sure.verdict + load_data("answer.yaml")["doubt"]
    assert unsure.citations == sure.citations


@pytest.mark.parametrize(
    ("question", "quote", "only_asked"),
    [
        ("Are audits run each year?", "Audits should be run each year.", True),
        ("Are audits run each year?", "Audits are run each year.", False),
        ("Should audits be run each year?", "Audits should be run each year.", False),
        ("How often are audits run?", "Audits should be run each year.", False),
        ("Are audits required each year?", "Audits must be run each year.", False),
        ("Are audits run each year?", "Some fear that audits should be run each year.", False),
        ("Are audits run each year?", "1 | Audits should be run each year. | Complete", False),
    ],
)
def test_where_all_that_is_quoted_only_asks_for_it_the_verdict_says_so(question, quote, only_asked):
    passage = Passage("p", "d", 0, len(quote), quote)
    verdict = answer([sentence(quote, 1.0, passage)], YES, question).verdict
    assert (load_data("answer.yaml")["only_asked"] in verdict) is only_asked


def test_a_name_that_was_not_found_makes_the_answer_partial_and_is_a_gap():
    result = answer([sentence(FIRST, 1.0)], Decision(True, "", ("Barnet",), 0.9))
    assert result.outcome == "partly"
    assert "Barnet" in result.gaps[0].what


def scan(subject):
    return DocumentRecord(
        "s",
        "Scan",
        "review",
        None,
        subject,
        None,
        None,
        "standard",
        "s.pdf",
        "s.pdf",
        "0",
        1,
        0,
        0,
        (0,),
        None,
        "",
    )


@pytest.mark.parametrize(("about", "told"), [("Harrow", False), ("Bolton", True), (None, True)])
def test_an_unread_page_is_told_where_it_may_hold_what_was_asked(about, told):
    question = understand("How often are audits run in Bolton?", {"Bolton", "Harrow"})
    found = answer([sentence(FIRST, 0.9)], YES, question, [scan(about)])
    assert bool(found.gaps) is told


def test_another_place_s_words_are_left_out_where_the_place_asked_about_has_some():
    asked = understand("What is said about audits in melford?", {"Melford", "Thornholt"})
    own, other = sentence(FIRST, 1.0), replace(sentence(THIRD, 0.99), missing=("Melford",))
    assert of_places(asked, [own, other]) == [own]
    assert of_places(asked, [other, own]) == [other, own]


def test_rows_of_one_paper_hold_much_the_same_words_and_may_be_farther_apart():
    text = "Audit | read by the board\nTo be published | read by the panel"
    rows = Passage("r", "e", 0, len(text), text)
    first, second = text.split("\n")
    assert chosen(sentence(first, 1.0, rows), sentence(second, 0.92, rows)) == [first, second]
    assert chosen(sentence(first, 1.0, rows), sentence(second, 0.88, rows)) == [first]
    assert chosen(sentence(first, 1.0, rows), sentence(THIRD, 0.92)) == [first]


def test_a_reason_that_follows_what_was_found_is_quoted_and_missed_no_more():
    text = "The head did not agree. She did not write, because nobody had told her how. Rain fell."
    passage = Passage("p", "d", 0, len(text), text)
    decision = Decision(True, "", (load_data("refusal.yaml")["partly"]["reason"],), 0.9)
    found = [sentence("The head did not agree.", 1.0, passage)]
    told = answer(found, decision, "Why did the head not write?")
    assert (told.outcome, told.gaps) == ("answered", ())
    assert told.statements[0].text == text[: text.index(" Rain")]
    silent = answer([sentence("Rain fell.", 1.0, passage)], decision, "Why did the head not write?")
    assert silent.outcome == "partly"
