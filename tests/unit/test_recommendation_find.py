"""Recommendations found in lists under headings, lead-ins, tables and prose; look-alikes left alone."""

from pathlib import Path

import pytest

from ingest.read import read
from ingest.recommendations.find import find_recommendations

IMPROVE = (
    "## What needs to improve?\n\n- The capacity of the hub.\n\n## Strengths\n\n- The quality of care.\n"
)
TIMED = "Published 2 August 2027\n\n## Recommendations\n\n### Within three months:\n\n- Publish the plan.\n"
PARTS = (
    "## Recommendations\n\n1. Reduce the risk to children, by:\n   - sharing news\n   - listening to them\n"
)


@pytest.fixture
def found(tmp_path):
    def find(text, name="review.md"):
        (tmp_path / name).write_text(text, "utf-8")
        document = read(tmp_path / name)
        recommendations = find_recommendations(document)
        assert all(document.text[one.start : one.end] == one.text for one in recommendations)
        return recommendations

    return find


def test_a_numbered_list_under_a_heading_is_found_with_its_numbers(found):
    one, two = found(
        "# Review\n\n## Recommendations\n\n7. Publish the plan.\n8. Review the list.\n\n## Next\n\nDone.\n"
    )
    assert (one.number, one.text, one.origin) == ("7", "Publish the plan.", "list")
    assert (two.number, two.text) == ("8", "Review the list.")


def test_points_without_a_verb_count_under_what_needs_to_improve(found):
    texts = [one.text for one in found(IMPROVE)]
    assert texts == ["The capacity of the hub."]


def test_findings_under_areas_for_improvement_are_left_alone(found):
    text = "## Areas for improvement\n\n- Plans are not always clear.\n- The council should publish a plan.\n"
    assert [one.text for one in found(text)] == ["The council should publish a plan."]


def test_a_lead_in_gives_its_list_an_owner(found):
    (one,) = found("## Recommendations\n\nThe local authority should:\n\n- publish the annual plan\n")
    assert (one.text, one.owner.text, one.owner.source) == (
        "publish the annual plan",
        "The local authority",
        "lead_in",
    )


def test_a_timed_heading_gives_a_deadline(found):
    (one,) = found(TIMED)
    assert (one.deadline.text, one.deadline.date, one.deadline.source) == (
        "Within three months",
        "2027-11-02",
        "heading",
    )


def test_parts_of_a_recommendation_stay_with_it(found):
    (one,) = found(PARTS)
    assert one.text.startswith("Reduce the risk")
    assert one.text.endswith("listening to them")


def test_a_table_gives_owner_deadline_and_measure(found):
    head = "| Recommendation | Lead | By when | Outcome |\n|---|---|---|---|\n"
    rows = f"{head}| Publish the plan | DCS | May 2028 | 9 of 10 know it |\n"
    (one,) = found(f"# Plan\n\n{rows}")
    assert (one.origin, one.owner.text, one.deadline.date, one.measure.text) == (
        "table",
        "DCS",
        "2028-05-31",
        "9 of 10 know it",
    )


def test_a_table_of_earlier_recommendations_is_left_alone(found):
    rows = "| Recommendation | Progress |\n|---|---|\n| Publish the plan | Done |\n"
    assert found(f"## Progress on previous recommendations\n\n{rows}") == ()


def test_a_committee_asked_to_note_is_no_recommendation(found):
    assert found("## Recommendations\n\nCommittee is asked to note the report on audits.\n") == ()


def test_prose_that_recommends_is_found_without_a_heading(found):
    (one,) = found("The case was hard. We recommend that the council publishes a plan. It was raining.\n")
    assert (one.text, one.origin) == ("We recommend that the council publishes a plan.", "prose")


def test_a_reference_links_to_the_finding(found):
    (one,) = found("## Recommendations\n\n1. Publish the plan (paragraphs 12, 14).\n")
    assert one.finding == "12"


def test_a_request_is_found_once(found):
    assert len(found("## Recommendations\n\n- Publish the plan.\n- Publish the plan.\n")) == 1


def test_a_document_without_text_has_none():
    path = Path(__file__).parent / "golden" / "check" / "review.md"
    assert len(find_recommendations(read(path))) == 8


def test_a_number_at_a_line_s_beginning_does_not_cut_an_item_off(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(
        "Recommendations\n\n1. The board should keep a log. (paragraph\n\n52)\n\n"
        "2. The board should publish it.\n"
    )
    assert [item.text for item in find_recommendations(read(file))] == [
        "The board should keep a log. (paragraph\n52)",
        "The board should publish it.",
    ]


def test_a_lead_in_that_ends_with_a_stop_is_no_recommendation_and_still_gives_its_list_an_owner(found):
    lead_in = "The council should take the following action."
    (only,) = found(f"# Areas for improvement\n\n{lead_in}\n\nImmediately:\n\n- fill the post\n")
    assert only.text == "fill the post"
    assert only.context.lead_in == lead_in
    assert only.context.headings[-1] == "Immediately:"


@pytest.mark.parametrize(
    ("head", "undated"),
    [
        ("Published 14 May 2027\n\n", False),
        ("", True),
        ("Plan for the year 2026/27\n\n", True),
    ],
)
def test_a_date_that_the_document_does_not_state_is_none_of_publication(found, head, undated):
    (one,) = found(f"# Plan\n\n{head}## Recommendations\n\n- Publish the plan by 2 March 2027.\n")
    assert one.context.undated is undated


@pytest.mark.parametrize(
    "column", ["Status", "Progress to date", "BRAG", "Completed", "Completion date", "Latest", "Action taken"]
)
def test_a_table_with_a_column_for_what_became_of_it_follows_up(found, column):
    head = f"# Plan\n\n| Action | Due | {column} |\n|---|---|---|\n"
    (one,) = found(f"{head}| Publish the annual plan | 2 March 2027 | |\n")
    assert (one.context.followed_up, one.deadline.date) == (True, "2027-03-02")
    (plain,) = found("# Plan\n\n| Action | Due |\n|---|---|\n| Publish the annual plan | 2 March 2027 |\n")
    assert not plain.context.followed_up
