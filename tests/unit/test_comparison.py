"""Places and years that a question sets side by side."""

from dataclasses import replace

import pytest
from found import record

from assistant.answer import Answer, Citation, Gap, Statement
from assistant.comparison.side_by_side import newest_answer, side_by_side
from assistant.comparison.split import asks_for_amount, asks_for_past, latest_of, parts_of
from ingest.filters import Filters


def inspection(name, subject, published):
    return record(name, kind="inspection", subject=subject, published=published)


RECORDS = [
    inspection("a", "Melford", "2019-05-01"),
    inspection("b", "Melford", "2023-05-01"),
    inspection("c", "Thornholt", "2022-05-01"),
    inspection("d", None, "2022-06-01"),
]


def parts(text):
    return [(part.name, part.text) for part in parts_of(text, RECORDS, Filters())]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Is Melford better than Thornholt at early help?", "early help"),
        ("How does supervision in Melford compare with Thornholt?", "supervision"),
        ("Which is stronger on audits, Melford or Thornholt?", "audits"),
        ("Do visits to children differ in Melford and Thornholt?", "visits to children"),
        ("Is the rate of visits better in Melford or Thornholt?", "rate of visits"),
    ],
)
def test_a_question_of_two_places_is_put_to_each(text, matter):
    asked = [(name, f"What is said about {matter} in {name}?") for name in ("Melford", "Thornholt")]
    assert parts(text) == asked


def test_financial_years_and_quarters_are_not_the_papers_of_two_years():
    assert parts("How did repeat plans change between Q2 2021-22 and Q2 2022-23?") == []
    assert parts("How have visits changed between 2021/22 and 2022/23?") == []
    assert len(parts("How have visits changed between 2022 and 2023?")) == 2


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Was Melford judged better than Thornholt?",
            "What is the overall effectiveness grade of {}'s children's services?",
        ),
        (
            "Did Melford or Thornholt get the better grade from Ofsted?",
            "What is the overall effectiveness grade of {}'s children's services?",
        ),
        (
            "Was Melford's safeguarding board rated better than Thornholt's?",
            "How was safeguarding board in {} judged?",
        ),
        (
            "Compare the grades for care leavers in Melford and Thornholt.",
            "How was care leavers in {} judged?",
        ),
    ],
)
def test_where_grades_are_compared_each_place_is_asked_for_its_own(text, asked):
    assert parts(text) == [(name, asked.format(name)) for name in ("Melford", "Thornholt")]


def test_a_higher_grade_is_no_number():
    assert asks_for_amount("Are numbers higher in Melford than in Thornholt?")
    assert not asks_for_amount("Did inspectors rate Melford higher than Thornholt?")


def test_a_question_of_two_places_that_compares_nothing_stays_the_question_that_it_is():
    assert parts("How many children are in care in Melford and Thornholt?") == [
        ("Melford", "How many children are in care in Melford?"),
        ("Thornholt", "How many children are in care in Thornholt?"),
    ]


def test_each_place_is_asked_of_its_own_papers_and_of_those_of_no_place():
    melford, thornholt = parts_of("Compare early help in Melford and Thornholt.", RECORDS, Filters())
    assert (melford.filters.documents, thornholt.filters.documents) == (("a", "b", "d"), ("c", "d"))


def test_a_place_without_papers_is_a_side_all_the_same():
    names = {part.name: part.filters for part in parts_of("Compare Melford and Oldham.", RECORDS, Filters())}
    assert names["Melford"] is not None
    assert names["Oldham"] is None


@pytest.mark.parametrize(
    "text",
    [
        "What do inspectors say about early help in Melford?",
        "Does Melford share its hub with Thornholt?",
        "How many children were in care between 2019 and 2023?",
        "What changed Melford's mind?",
    ],
)
def test_other_questions_are_not_taken_apart(text):
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How has early help in Melford changed?", "What is said about early help in Melford?"),
        (
            "Did early help in Melford improve between 2019 and 2023?",
            "What is said about early help in Melford?",
        ),
        (
            "How is Melford graded now?",
            "What is the overall effectiveness grade of Melford's children's services?",
        ),
    ],
)
def test_what_has_changed_is_asked_of_each_year_the_newest_first(text, asked):
    assert parts(text) == [("2023", asked), ("2019", asked)]


def test_the_newest_papers_are_asked_first_where_they_are_wanted():
    newest = latest_of("What is the latest on early help in Melford?", RECORDS, Filters())
    assert [(part.name, part.text) for part in newest] == [
        ("2023", "What is early help in Melford?"),
        ("2019", "What is early help in Melford?"),
    ]
    assert latest_of("What is said of early help in Melford?", RECORDS, Filters()) == []


def test_how_it_is_with_a_child_is_not_asked_of_the_newest_papers():
    assert latest_of("Is supervision in Melford still late?", RECORDS, Filters())
    assert latest_of("Is Jade still in care?", RECORDS, Filters()) == []


def test_what_was_done_once_does_not_go_out_of_date():
    assert asks_for_past("What did inspectors find?")
    assert asks_for_past("What stood in the plan of 2019?")
    assert not asks_for_past("Are caseloads manageable?")


def answer(document, *quotes):
    cited = tuple(
        Citation(
            n, document, "", document, "", "", None, None, None, "", 100 * n, 100 * n + len(quote), quote
        )
        for n, quote in enumerate(quotes, 1)
    )
    said = tuple(Statement(one.quote, (one.n,)) for one in cited)
    outcome = "answered" if quotes else "not_found"
    return Answer("", outcome, "", "2026-01-01", "v1", said, cited, (), (), (), "", confidence=0.5)


def test_the_answers_stand_under_their_places_with_citations_numbered_through():
    text = "Is Melford better than Thornholt at early help?"
    asked = iter([answer("a", "Help is good.", "Help is slow.", "Help."), answer("c", "Help is late.")])
    together = side_by_side(text, parts_of(text, RECORDS, Filters()), lambda _text, _filters: next(asked))
    assert [one.text for one in together.statements] == [
        "Melford: “Help is good.”",
        "Melford: “Help is slow.”",
        "Thornholt: “Help is late.”",
    ]
    assert [one.citations for one in together.statements] == [(1,), (2,), (3,)]
    assert [one.quote for one in together.citations] == ["Help is good.", "Help is slow.", "Help is late."]
    assert (together.outcome, together.gaps) == ("answered", ())


def test_what_says_on_which_side_it_stands_is_not_quoted_twice():
    text = "Compare early help in Melford and Thornholt."
    sided = replace(answer("a", "Help is good."), statements=(Statement("For: “Help is good.”", (1,)),))
    together = side_by_side(text, parts_of(text, RECORDS, Filters()), lambda _text, _filters: sided)
    assert together.statements[0].text == "Melford: For: “Help is good.”"


def test_a_side_of_which_nothing_is_found_is_named_as_missing():
    text = "Compare early help in Melford and Oldham."
    together = side_by_side(
        text, parts_of(text, RECORDS, Filters()), lambda _text, _filters: answer("a", "Help is good.")
    )
    assert together.outcome == "partly"
    assert ["Oldham" in gap.what for gap in together.gaps] == [True]


def test_a_year_that_is_named_is_missing_where_its_papers_say_nothing():
    text = "How did early help in Melford change from 2019 to 2023?"
    asked = iter([answer("b", "Help is good."), answer("a")])
    together = side_by_side(text, parts_of(text, RECORDS, Filters()), lambda _text, _filters: next(asked))
    assert (together.question, together.outcome) == (text, "partly")
    assert ["2019" in gap.what for gap in together.gaps] == [True]


def test_where_there_is_more_is_told_by_numbers_alone():
    text = "Does Melford or Thornholt have more social workers?"
    parts = parts_of(text, RECORDS, Filters())
    assert side_by_side(text, parts, lambda _text, _filters: answer("a", "Workers like it.")) is None
    asked = iter([answer("a", "There are 40 workers."), answer("c", "Workers like it.")])
    together = side_by_side(text, parts, lambda _text, _filters: next(asked))
    assert [one.text for one in together.statements] == ["Melford: “There are 40 workers.”"]
    assert ["Thornholt" in gap.what for gap in together.gaps] == [True]


def test_where_no_side_has_an_answer_there_is_none():
    text = "Compare early help in Melford and Thornholt."
    assert side_by_side(text, parts_of(text, RECORDS, Filters()), lambda _text, _filters: answer("a")) is None


@pytest.mark.parametrize(("newest", "year"), [(0.5, "2023"), (0.3, "2019")])
def test_a_newer_paper_answers_where_it_does_so_about_as_well(newest, year):
    parts = latest_of("What is the latest on early help in Melford?", RECORDS, Filters())
    of_2023 = replace(answer("b", "Help is fair."), confidence=newest)
    asked = iter([answer("a", "Help is good."), of_2023, answer("a", "Help is good.")])
    found = newest_answer(parts, lambda _text, _filters: next(asked), Filters())
    assert year in found.verdict


def test_what_no_paper_answers_is_refused_and_what_wants_no_newest_paper_is_left_alone():
    parts = latest_of("What is the latest on early help in Melford?", RECORDS, Filters())
    assert newest_answer(parts, lambda _text, _filters: answer("a"), Filters()).outcome == "not_found"
    assert newest_answer([], lambda _text, _filters: answer("a"), Filters()) is None


def test_places_of_the_library_are_named_in_small_letters_too():
    asked = parts_of("compare melford and thornholt on early help", RECORDS, Filters())
    assert [part.name for part in asked] == ["Melford", "Thornholt"]


def test_another_area_s_name_in_small_letters_may_be_a_word():
    assert parts("compare reading in Melford with writing") == []


GRADE = "What is the overall effectiveness grade of Melford's children's services?"


@pytest.mark.parametrize(
    "text",
    [
        "What was Melford judged in 2019?",
        "Was Melford good in 2019?",
        "What did Ofsted say about Melford in 2019?",
    ],
)
def test_a_grade_of_a_year_is_asked_of_that_year_s_papers(text):
    (part,) = parts_of(text, RECORDS, Filters())
    assert (part.text, part.filters.documents, part.final) == (GRADE, ("a",), False)


@pytest.mark.parametrize("text", ["Is melford good?", "Did Melford get a good judgement?"])
def test_whether_a_place_is_good_asks_for_its_grade(text):
    assert parts(text) == [("2023", GRADE), ("2019", GRADE)]


@pytest.mark.parametrize(
    "text",
    [
        "Is supervision in Melford good?",
        "Why did inspectors judge Melford inadequate?",
        "How many children had a plan in Melford in 2019?",
    ],
)
def test_what_else_is_asked_of_a_place_is_no_question_for_its_grade(text):
    assert parts(text) == []


def test_where_no_year_gives_a_grade_that_is_the_answer():
    asked = parts_of("Did Melford get a good judgement?", RECORDS, Filters())
    refused = side_by_side("Did Melford get a good judgement?", asked, lambda text, filters: nothing(text))
    assert refused.question == "Did Melford get a good judgement?"
    assert refused.gaps[0].what == "An answer to: Did Melford get a good judgement?"


def nothing(text):
    gap = Gap(f"An answer to: {text}", "1 document searched")
    return Answer(text, "not_found", "", "2026-01-01", "v1", (), (), (gap,), (), (), "No grade.")


@pytest.mark.parametrize(
    "text",
    ["Are we good?", "What was the overall grade?", "What is our Ofsted rating?", "How did Ofsted rate us?"],
)
def test_without_a_place_the_grade_of_the_area_whose_library_it_is_is_asked_for(text):
    assert parts(text) == [("2023", GRADE), ("2019", GRADE)]
    others = [replace(one, subject=f"Area {one.id}") for one in RECORDS[:3]]
    assert parts_of(text, others, Filters()) == []


@pytest.mark.parametrize("text", ["What is good?", "What does good look like?", "What has improved?"])
def test_what_is_good_asks_for_no_grade(text):
    assert parts(text) == []
