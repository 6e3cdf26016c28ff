"""Which free questions mean a key question, and what plain words narrow."""

import pytest

from assistant.answer import Challenge, Gap
from assistant.key_questions.ledger import Claim, Ledger
from assistant.key_questions.load_framework import load_framework
from assistant.key_questions.route import answer_of, route
from assistant.slices import Citations, Slice
from assistant.understanding.plain_filters import plain_filters
from ingest.filters import Filters


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("Do our lessons reach the front line?", "lessons"),
        ("Which themes come up again and again?", "themes"),
        ("Which actions are late?", "action"),
        ("Is good practice shared?", "good_practice"),
        ("What have children told us?", "feedback"),
        ("What difference have we made for children?", "impact"),
        ("What has changed for children as a result of our work?", "impact"),
    ],
)
def test_a_question_that_means_a_key_question_is_known(asked, id_):
    routed = route(asked, load_framework())
    assert routed
    assert routed.question.id == id_


@pytest.mark.parametrize(
    "asked",
    [
        "What do our audits say about supervision?",
        "Who owns the neglect strategy?",
        "How many children are on a plan?",
        "Children?",
        "",
    ],
)
def test_any_other_question_is_left_alone(asked):
    assert route(asked, load_framework()) is None


def test_a_year_in_the_question_is_the_period():
    routed = route("Did our audits follow our priorities in 2017?", load_framework())
    assert routed
    assert routed.period == "2017"


def test_plain_words_narrow_by_kind_and_by_time(library, put):
    put("a.txt", "One.", kind="audit")
    put("b.txt", "Two.", kind="inspection", published="2023-05-24")
    records = library.documents()
    assert plain_filters("What about supervision, only audits?", records, Filters()) == (
        "What about supervision?",
        Filters(kinds=("audit",)),
    )
    since = plain_filters("What about supervision since the last inspection?", records, Filters())
    assert since == ("What about supervision?", Filters(since="2023-05"))


@pytest.mark.parametrize(
    ("asked", "text", "filters"),
    [
        ("What was said of supervision since 2020?", "What was said of supervision?", Filters(since="2020")),
        ("What was said since 2020-21?", "What was said?", Filters(since="2020")),
        ("Did it improve between 2017 and 2025 in Harrow?", "Did it improve in Harrow?", Filters()),
        (
            "Only from inspections before 2018: is the voice heard?",
            "is the voice heard?",
            Filters(kinds=("inspection",), until="2017"),
        ),
        ("What is planned after 2017?", "What is planned after 2017?", Filters()),
        ("What was said since 2031?", "What was said since 2031?", Filters()),
    ],
)
def test_years_limit_papers_where_they_speak_of_papers(library, put, asked, text, filters):
    put("a.txt", "One.", kind="inspection", published="2017-03-31")
    put("b.txt", "Two.", kind="audit", published="2024-05-01")
    assert plain_filters(asked, library.documents(), Filters()) == (text, filters)


def test_words_that_narrow_nothing_change_nothing(library, put):
    put("a.txt", "One.", kind="audit")
    text = "What about supervision, only minutes?"
    assert plain_filters(text, library.documents(), Filters()) == (text, Filters())


def test_a_ledger_as_an_answer_is_short_and_says_how_much_more_there_is(library, put):
    lines = ["Columns: what, when", *(f"Action {number} is late." for number in range(7))]
    paper = put("plan.txt", "\n".join(lines))
    citations = Citations(library)

    def number_of(line):
        start = "\n".join(lines).index(line)
        return citations.number(Slice(paper, start, start + len(line)))

    head = number_of(lines[0])
    late = tuple(Claim(line, "data", (number_of(line), head)) for line in lines[1:])
    ledger = Ledger(
        id="action",
        question="Were they acted on?",
        subject="Exmoor",
        period="2023-07/2025-06",
        verdict="contradicted",
        reason="The weight is against.",
        for_=(),
        against=(late[0], *late),
        earlier=(),
        elsewhere=(),
        silent=tuple(Gap(f"What became of {number}", "plan.txt") for number in range(6)),
        challenges=(Challenge("What has been done?", (head, late[2].citations[0])),),
        tables=(),
        citations=citations.all(),
        as_of="2025-06-30",
        library_version=library.version,
    )
    answer = answer_of(ledger, "Are all actions complete?")
    assert [one.text for one in answer.statements] == [f"Against: “{line}”" for line in lines[1:5]]
    assert [citation.quote for citation in answer.citations] == lines[1:5]
    assert answer.challenges[0].citations == answer.statements[2].citations
    told = [gap.what for gap in answer.gaps if not gap.searched]
    assert [words.split()[0] for words in told] == ["3", "1"]
    assert all(gap.where == "scrutiny questions action" for gap in answer.gaps if not gap.searched)
