"""Both sides of a matter: what speaks in its favour and what against it, the newest paper first."""

import pytest
from found import evidence

from assistant.answer import Answer, Citation, Statement
from assistant.comparison.disputed import with_disputes
from assistant.composition.both_sides import matter_asked, put_for, side_asked, with_sides
from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from eval.actions import library_of
from ingest.filters import Filters
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Give me both sides on supervision", "supervision"),
        ("Please brief the board on our work on neglect.", "neglect"),
        ("What speaks for and against the threshold document?", "threshold document"),
        ("Where do we stand on disabled children now?", "disabled children"),
        ("What's our position on private fostering?", "private fostering"),
        ("What are the strengths and weaknesses of early help?", "early help"),
        ("What speaks against our work on supervision?", "supervision"),
        ("What contradicts what we say about early help?", "early help"),
        ("What supports the claims on early help?", "early help"),
        ("What contradicts the claim that plans are reviewed?", ""),
        ("Which papers contradict what we say about early help?", "early help"),
        ("Is there evidence against early help?", "early help"),
        ("What contradicts that?", ""),
        ("Which papers contradict each other?", ""),
        ("What did the briefing say about neglect?", ""),
        ("What support did Melford ask for?", ""),
        ("Where do the police stand?", ""),
        ("Is the picture on neglect good?", ""),
    ],
)
def test_the_matter_is_told_by_the_words(text, matter):
    assert matter_asked(text) == matter


class Citer:
    """Cites without a library."""

    def text_of(self, document_id):
        return " " * 10_000

    def cite(self, n, item):
        return Citation(
            n, item.found.passage.document_id, "", "", "", "", None, None, None, "", 0, 1, item.quote
        )


def said(paper, text, published, closeness=0.5, missing=()):
    return evidence(text, document=paper, closeness=closeness, missing=missing, published=published)


ANSWER = Answer("Q", "answered", "", "2026-01-01", "v", (Statement("All.", (1,)),), (), (), (), (), "")


def sides(*evidence, first="for", matter="supervision"):
    answer = with_sides(ANSWER, matter, understand(put_for(matter)), evidence, Citer(), 3, first)
    return [one.text for one in answer.statements]


def test_each_side_is_told_with_its_date_the_newest_first_and_what_takes_none_is_left_out():
    told = sides(
        said("old", "Supervision is good.", "2022-03-01"),
        said("new", "Supervision is effective.", "2024-03-01"),
        said("ill", "Supervision is poor.", "2023"),
        said("none", "Supervision is monthly.", "2024"),
    )
    assert told == [
        "In its favour, 1 March 2024: “Supervision is effective.”",
        "In its favour, 1 March 2022: “Supervision is good.”",
        "Against it, 2023: “Supervision is poor.”",
    ]


def test_the_side_that_is_asked_for_stands_first():
    assert side_asked("What contradicts our claims on supervision?") == "against"
    assert side_asked("What supports the claims on supervision?") == "for"
    told = sides(
        said("p", "Supervision is good.", "2024"), said("p", "Supervision is poor.", "2023"), first="against"
    )
    assert [one.split(",")[0] for one in told] == ["Against it", "In its favour"]


def test_what_does_not_name_a_matter_of_everyday_words_takes_no_side():
    assert sides(said("p", "Plans are good.", "2024"), matter="the briefing") == ["All."]


@pytest.mark.parametrize(
    "item",
    [
        said("p", "Plans are good.", "2024"),
        said("p", "Supervision should be good.", "2024"),
        said("p", "The audit asks whether supervision is good.", "2024"),
        said("p", "Good supervision | 13 | 12", "2024"),
        said("p", "Supervision is good.", "2024", closeness=0.2),
        said("p", "Supervision is good.", "2024", missing=("Ivy",)),
    ],
    ids=["another matter", "a wish", "what only asks", "a row of figures", "far from it", "lacks a name"],
)
def test_what_says_nothing_of_it_takes_no_side(item):
    assert sides(said("ill", "Supervision is poor.", "2023"), item) == [
        "Against it, 2023: “Supervision is poor.”"
    ]


def test_a_point_of_a_list_of_faults_speaks_against_it():
    text = "What needs to improve\n◼ The quality of supervision, so that it is timely."
    passage = Passage("p", "p", 0, len(text), text, ("What needs to improve?",))
    start = text.index("The quality")
    item = Evidence(Found(passage, 1.0, 0.5, 1.0, 1.0), start, len(text), 0.5, 0.5, published="2024")
    assert sides(item) == ["Against it, 2024: “The quality of supervision, so that it is timely.”"]


def test_what_is_well_in_part_speaks_against_it():
    text = "Supervision is regular and effective, but records are poor."
    assert sides(said("p", text, "2024")) == [f"Against it, 2024: “{text}”"]


def test_where_no_words_take_a_side_all_that_is_said_stays():
    assert sides(said("p", "Supervision is monthly.", "2024")) == ["All."]


def test_a_side_of_which_there_is_nothing_is_told_as_missing():
    question = understand(put_for("supervision"))
    (gap,) = with_sides(
        ANSWER, "supervision", question, [said("p", "Supervision is good.", "2024")], Citer(), 3
    ).gaps
    assert (gap.what, gap.where) == ("Words that speak ill of supervision", "3 documents searched")


def test_known_disagreements_on_the_matter_are_added(tmp_path):
    (tmp_path / "report.md").write_text(
        "# Annual report of the Exmoor Safeguarding Children Partnership\n\nPublished 4 September 2024\n\n"
        "The briefing has reached every front-line team in the Partnership.\n"
    )
    (tmp_path / "minutes.md").write_text(
        "# Exmoor Safeguarding Children Partnership: minutes of the meeting held on 11 December 2024\n\n"
        "Of 31 front-line teams 9 had returned the form to say that they had discussed the briefing.\n"
    )
    with library_of([tmp_path]) as library:
        told = with_disputes(ANSWER, "the briefing", library, Filters(), "2026-01-01").statements[-1]
        assert told.text.startswith("Papers disagree: “The briefing has reached every front-line team")
        assert "; against “Of 31 front-line teams 9" in told.text
        assert with_disputes(ANSWER, "supervision", library, Filters(), "2026-01-01") == ANSWER
        first = with_disputes(ANSWER, "the briefing", library, Filters(), "2026-01-01", first=True)
        assert first.statements[0] == told
        assert first.verdict.startswith("Papers are known to disagree here in 1 place")
