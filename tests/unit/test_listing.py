"""Questions for all of something: mentions and recommendations."""

import numpy as np
import pytest
from found import record

from assistant.listing.graded import graded_asked
from assistant.listing.lists import list_answer
from assistant.listing.mentions import mentions_asked
from assistant.listing.recommended import recommended_asked
from eval.actions import library_of
from ingest.filters import Filters


@pytest.mark.parametrize(
    ("text", "thing", "places"),
    [
        ("Which partnerships mention private fostering?", "private fostering", True),
        ("What reports speak of the fire service?", "fire service", False),
        ("Which areas' papers mention forced marriage?", "forced marriage", False),
        ("List all the councils that mention dentists.", "dentists", True),
    ],
)
def test_a_question_for_all_mentions_is_known(text, thing, places):
    asked = mentions_asked(text)
    assert (asked.thing, asked.places) == (thing, places)


@pytest.mark.parametrize(
    "text", ["Which agency leads the plan?", "Which areas have problems with audits?", "Who said it?"]
)
def test_other_questions_want_no_mentions(text):
    assert mentions_asked(text) is None


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("List the recommendations to the police.", ((), "the police", "")),
        ("What recommendations have been made about private fostering?", ((), "", "private fostering")),
        ("What are the recommendations for Melford?", (("Melford",), "", "")),
        ("What are the recommendations for Melford, about care leavers?", (("Melford",), "", "care leavers")),
        (
            "Show me all recommendations to the Melford safeguarding board",
            (("Melford",), "the safeguarding board", ""),
        ),
        ("What have reviews recommended on gangs?", ((), "", "gangs")),
        ("What has been asked about gangs in Melford?", (("Melford",), "", "gangs")),
    ],
)
def test_what_limits_the_recommendations_is_read(text, limits):
    asked = recommended_asked(text, [record("a", kind="inspection", subject="Melford")])
    assert (asked.places, asked.owner, asked.topic) == limits


@pytest.mark.parametrize(
    "text",
    [
        "Which recommendations are overdue?",
        "How many recommendations does the plan cover?",
        "What recommendation did they make on audits?",
        "What are the recommendations?",
        "What did we ask the police about gangs?",
        "What did they ask about gangs?",
    ],
)
def test_other_questions_list_no_recommendations(text):
    assert recommended_asked(text, [record("a", kind="inspection", subject="Melford")]) is None


@pytest.fixture
def held(library, written):
    for name, text, subject, published in (
        (
            "old.txt",
            "Privately fostered children were visited late by workers in 2019.",
            "Melford",
            "2019-05-01",
        ),
        (
            "new.txt",
            "Private fostering\nPrivate fostering is now well understood by all who work here.",
            "Melford",
            "2023-05-01",
        ),
        (
            "other.txt",
            "Nobody checks on children in private fostering arrangements at all.",
            "Thornholt",
            "2022-05-01",
        ),
        ("none.txt", "The board met in private and talked about fostering.", "Ashby", "2022-05-01"),
    ):
        document, passages, data = written(name, text, subject=subject, published=published)
        library.add(document, passages, np.eye(len(passages), 16, dtype=np.float32), data, "fake-16")
    return library


def listed(held, text):
    answer = list_answer(text, held, Filters(), "2026-01-01")
    documents = {one.n: one.document for one in answer.citations}
    return answer, [documents[one.citations[0]] for one in answer.statements]


def test_each_place_is_shown_once_by_its_newest_paper_in_whatever_form_the_thing_is_named(held):
    answer, documents = listed(held, "Which partnerships mention private fostering?")
    assert documents == ["new.txt", "other.txt"]
    assert answer.statements[0].text.startswith("Melford: “Private fostering is now well understood")


def test_papers_are_shown_newest_first(held):
    assert listed(held, "Which papers mention private fostering?")[1] == ["new.txt", "other.txt", "old.txt"]


def test_what_no_paper_names_is_refused_by_its_name(held):
    answer, documents = listed(held, "Which partnerships mention beekeeping?")
    assert (answer.outcome, documents) == ("not_found", [])
    assert "beekeeping" in answer.reason


@pytest.mark.parametrize(
    ("text", "grade", "year"),
    [
        ("Which areas were judged inadequate?", "inadequate", ""),
        ("Which areas require improvement?", "requires improvement", ""),
        ("List the councils that are outstanding.", "outstanding", ""),
        ("Which reports got a grade of requires improvement in 2021?", "requires improvement", "2021"),
    ],
)
def test_a_question_for_all_of_a_grade_is_known(text, grade, year):
    asked = graded_asked(text)
    assert (asked.grade, asked.year) == (grade, year)


@pytest.mark.parametrize(
    "text",
    ["Which areas of practice were inadequate?", "Which areas are good at audits?", "Was it inadequate?"],
)
def test_other_questions_want_no_list_of_grades(text):
    assert graded_asked(text) is None


def test_a_grade_is_listed_by_the_lines_that_give_it_and_by_no_other_grade(library, written):
    for name, text, published in (
        ("one.txt", "Care leavers | Inadequate\nOverall effectiveness | Inadequate", "2023-05-01"),
        ("two.txt", "Overall effectiveness | Adequate\nIt was inadequate before.", "2024-05-01"),
        ("three.txt", "Care leavers: inadequate\nOverall effectiveness: good", "2025-05-01"),
    ):
        document, passages, data = written(name, text, published=published)
        library.add(document, passages, np.eye(len(passages), 16, dtype=np.float32), data, "fake-16")
    answer, documents = listed(library, "Which areas were judged inadequate?")
    assert documents == ["three.txt", "one.txt"]
    assert "Overall effectiveness | Inadequate" in answer.statements[1].text
    assert listed(library, "Which areas were judged inadequate in 2023?")[1] == ["one.txt"]
    assert list_answer("Which areas are outstanding?", library, Filters(), "2026-01-01") is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which recommendations are about fathers?", ["Ask young", "Meet the"]),
        ("Which recommendations are about young fathers?", ["Ask young"]),
    ],
)
def test_what_is_about_one_thing_in_other_words_is_listed_too(tmp_path, question, found):
    (tmp_path / "audit.md").write_text(
        "# Audit of letters: Melford\n\nPublished 2 January 2026\n\n## Recommendations\n\n"
        "1. Ask young fathers what they were sent.\n"
        "2. Meet the men in children’s lives at the first visit.\n3. Send letters on time.\n",
        encoding="utf-8",
    )
    with library_of([tmp_path]) as held:
        answer = list_answer(question, held, Filters(), "2026-02-01")
    assert [" ".join(one.text.split()[:2]) for one in answer.statements] == found


@pytest.fixture
def inspected(put, library):
    for year, line in (
        ("2025", "Overall effectiveness | Inadequate"),
        ("2020", "Children’s services in Ashby are good |  | "),
        ("2017", "Children’s services in Ashby require improvement to be good"),
        ("2014", "The overall judgement is good. Leaders know their services."),
    ):
        text = (
            f"Inspection {year}\n{line}\nThe experiences of care leavers | Good\nPlans in Ashby are good.\n"
        )
        put(f"{year}.txt", text, kind="inspection", subject="Ashby", published=f"{year}-03-04")
    return library


@pytest.mark.parametrize("text", ["What was the overall grade?", "Is Ashby good?", "How did Ofsted rate us?"])
def test_the_grade_of_the_whole_is_given_for_each_year(inspected, text):
    answer = list_answer(text, inspected, Filters(), "2026-01-01")
    assert [one.text for one in answer.statements] == [
        "2025: “Overall effectiveness | Inadequate”",
        "2020: “Children’s services in Ashby are good”",
        "2017: “Children’s services in Ashby require improvement to be good”",
        "2014: “The overall judgement is good”",
    ]


def test_a_year_that_is_named_gives_its_own_grade_alone(inspected):
    (said,) = list_answer("What grade did we get in 2017?", inspected, Filters(), "2026-01-01").statements
    assert said.text.startswith("2017: ")
    assert list_answer("What grade did we get in 2016?", inspected, Filters(), "2026-01-01") is None
