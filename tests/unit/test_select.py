"""Which sentences of the passages found bear most on the question."""

from assistant.retrieval.found import Found
from assistant.select import SentenceWeights, select
from assistant.understanding.understand import understand
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


ANSWER = "The board reads the audits that are made in the area twice."
QUOTED = f"> {ANSWER}"


def best_of(*texts, source="mail.eml", question=QUESTION):
    """The sentences, best first."""
    found = [found_in(text, 1.0, f"{n}-{source}") for n, text in enumerate(texts)]
    records = {item.passage.document_id: record(item.passage.document_id) for item in found}
    return [item.quote for item in select(question, found, records, lambda word: 1.0, SentenceWeights())]


def test_a_sentence_of_the_message_that_an_e_mail_answers_gives_way_to_its_own():
    assert best_of(QUOTED, ANSWER)[0] == ANSWER
    assert best_of(QUOTED, ANSWER, source="mail.msg")[0] == ANSWER
    assert best_of(QUOTED, ANSWER, source="table.csv")[0] == QUOTED


def test_a_sentence_that_asks_the_question_comes_after_one_that_says_less():
    same = "How often are audits read by the whole of the board?"
    less = "The audits are read in the spring and autumn of each year."
    assert best_of(same, less)[0] == less
    assert best_of(same.replace("?", "."), less)[0] != less


def test_a_question_out_of_a_paper_is_no_answer_unless_questions_are_asked_for():
    asked, said = "Who is it that has the audits read by the board?", "Ann has audits read out now and then."
    assert best_of(asked, said, source="framework.md") == [said]
    assert best_of(f"> {asked}", said) == [said]
    wanted = understand("What does the framework ask about audits?")
    assert best_of(asked, said, source="framework.md", question=wanted) == [asked, said]


TABLE = "Measure | 2021/22 | 2022/23\nVisits | 31 | 44"


def years_missed(question, *texts):
    start, found = 0, []
    for at, text in enumerate(texts):
        found.append(Found(Passage(f"p{at}", "d", start, start + len(text), text), 1.0, 0.5, 0.0, 1.0))
        start += len(text) + 1
    evidence = select(understand(question), found, {"d": record("d")}, lambda word: 1.0, SentenceWeights())
    return {item.quote: item.missing for item in evidence}


def test_a_row_s_years_are_those_over_its_columns_also_in_the_passage_before():
    told = years_missed("How many carers were there in 2022?", TABLE, "Carers | 12 | 15", "Carers are glad.")
    assert told["Carers | 12 | 15"] == told["Visits | 31 | 44"] == ()
    assert told["Carers are glad."] == ("2022",)


def test_a_row_is_one_slice_with_all_the_sentences_of_its_cells():
    row = "1.1 | Publish the guide | Draft sent. Moved because the author left."
    assert set(years_missed("Why is the guide late?", f"Ref | Action | Progress\n{row}")) == {
        "Ref | Action | Progress",
        row,
    }


def test_a_place_of_the_library_counts_as_named_in_small_letters():
    assert understand("what was said in fenland", {"Fenland"}).names == ("Fenland",)
    assert understand("What was said in Fenland?", {"Fenland"}).names == ("Fenland",)
