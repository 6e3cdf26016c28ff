"""Two questions in one text are told apart, and answered one after the other."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Gap, Removed, Statement, Written
from assistant.conversations.in_parts import answer_in_parts
from assistant.understanding.several import questions_in


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Who chairs it and when does it meet?", ["Who chairs it?", "When does it meet?"]),
        ("Who did it, and by when?", ["Who did it?", "By when?"]),
        ("Which team asks? And how many men were found?", ["Which team asks?", "How many men were found?"]),
        (
            "In the audit, how many files were read; which agency was praised?",
            ["In the audit, how many files were read?", "Which agency was praised?"],
        ),
        (
            "My son is 18. Who helps him and on which day of the week do they meet?",
            ["My son is 18. Who helps him?", "On which day of the week do they meet?"],
        ),
        ("What did it find and did the police act?", ["What did it find?", "Did the police act?"]),
        (
            "When children go missing, are they seen and is it written down?",
            ["When children go missing, are they seen?", "Is it written down?"],
        ),
    ],
)
def test_questions_are_parted_where_another_begins(text, questions):
    assert questions_in(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "What is said about police and health?",
        "Is it good or is it bad?",
        "What did staff say about who decides and how cases are closed?",
        "What is the difference between what was planned and what was done?",
        "What was said in the review in which Ivy died and who she lived with?",
        "Who led it, when was it done and what followed?",
        "Neglect: what was found and who acted",
        "Tell me who chairs it and when it meets",
    ],
)
def test_what_is_asked_within_a_question_parts_nothing(text):
    assert questions_in(text) == [text]


class Papers:
    """Answers with the quotations whose key the question holds; refuses any other."""

    def __init__(self, document, **quotes):
        self.document, self.quotes, self.asked = document, quotes, []

    def __call__(self, text, seen=(), within=()):
        self.asked.append(text)
        said = [quote for key, quote in self.quotes.items() if key in text]
        refusal = Answer(
            text,
            "not_found",
            "Searched.",
            "2026-01-01",
            "v1",
            gaps=(Gap(f"An answer to: {text}", "5 papers"),),
        )
        cited = tuple(
            Citation(n, self.document, "", "a.txt", "", "", None, None, None, "", 10 * n, 10 * n + 5, quote)
            for n, quote in enumerate(said, 1)
        )
        if not said:
            return refusal
        statements = tuple(Statement(one.quote, (one.n,)) for one in cited)
        return replace(
            refusal, outcome="answered", statements=statements, citations=cited, gaps=(), confidence=0.9
        )


@pytest.fixture
def paper(library, put):
    put("a.txt", "A paper of the board, long enough for all places.", title="Paper")
    return library


def ask(library, papers, text):
    return answer_in_parts(text, (), library, papers, "2026-01-01", None)


def id_of(library):
    return library.documents()[0].id


def test_each_question_is_answered_under_its_own_words(paper):
    papers = Papers(id_of(paper), chairs="Ada chairs it.", published="It came out in May.")
    answer = ask(paper, papers, "Who chairs the board and when was the review of Ivy published?")
    assert papers.asked == ["Who chairs the board?", "When was the review of Ivy published?"]
    assert [one.text for one in answer.statements] == [
        "Who chairs the board: “Ada chairs it.”",
        "When was the review of Ivy published: “It came out in May.”",
    ]
    assert (answer.outcome, answer.gaps, answer.confidence) == ("answered", (), 0.9)


def test_what_has_no_answer_is_told_as_missing(paper):
    papers = Papers(id_of(paper), chairs="Ada chairs it.")
    answer = ask(paper, papers, "Who chairs the board and what does the coffee cost?")
    assert answer.outcome == "partly"
    assert answer.gaps == (Gap("An answer to: What does the coffee cost?", "5 papers"),)
    assert [one.quote for one in answer.citations] == ["Ada chairs it."]


def test_where_none_has_an_answer_both_are_missing(paper):
    answer = ask(paper, Papers(id_of(paper)), "Who flies the kite and what does the coffee cost?")
    assert (answer.outcome, answer.statements) == ("not_found", ())
    assert [gap.what for gap in answer.gaps] == [
        "An answer to: Who flies the kite?",
        "An answer to: What does the coffee cost?",
    ]


def test_one_search_is_enough_where_its_quotation_tells_both(paper):
    text = "Who chairs the forum and how often does it meet?"
    papers = Papers(id_of(paper), chairs="The midwife chairs it; it meets often, monthly.")
    answer = ask(paper, papers, text)
    assert papers.asked == [text]
    assert [one.text for one in answer.statements] == ["The midwife chairs it; it meets often, monthly."]


def test_a_question_that_leans_on_the_first_is_asked_on_its_own_where_that_tells_nothing_of_it(paper):
    papers = Papers(id_of(paper), hubs="There are five hubs.", **{"languages are hubs": "In three."})
    answer = ask(paper, papers, "How many hubs does Leeds have and in how many languages are they told of?")
    assert papers.asked[0].startswith("How many hubs does Leeds have and")
    assert "they" not in papers.asked[-1]
    assert len(answer.statements) >= 2


def test_what_a_language_model_did_is_counted_for_all_questions(paper):
    papers = Papers(id_of(paper), chairs="Ada chairs it.", published="It came out in May.")

    def worded(text, seen=(), within=()):
        return replace(papers(text), written=Written("m", 1, (Removed("x", "number"),), ("9",)))

    answer = ask(paper, worded, "Who chairs the board and when was the review of Ivy published?")
    assert (answer.written.kept, len(answer.written.removed), answer.written.unknown_keys) == (
        2,
        2,
        ("9", "9"),
    )
