"""Recommendations found in lists under headings, lead-ins, tables and prose; look-alikes left alone."""

from pathlib import Path

import pytest

from ingest.read import read
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.unread import unread_items

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


def test_what_needs_to_improve_beside_recommendations_is_what_was_found(found):
    text = IMPROVE + "\n## Recommendations\n\n1. Publish the plan.\n"
    assert [one.text for one in found(text)] == ["Publish the plan."]
    asks = text.replace("- The capacity", "- The council should publish a list.\n- The capacity")
    assert [one.text for one in found(asks)] == ["The council should publish a list.", "Publish the plan."]


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


def test_what_a_sub_group_is_asked_to_agree_stands_in_the_list_below(found):
    asked = "The training sub-group is asked to agree that:"
    (item,) = found(f"## Recommendations\n\n{asked}\n\n- The council should name a trainer by May 2027.\n")
    assert item.text == "The council should name a trainer by May 2027."


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
        ("Draft of 14 May 2027\n\n", False),
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


def test_an_item_of_a_numbered_list_of_recommendations_is_never_dropped(found):
    asked = (
        "Nurses to be told of each case.",
        "Plans to be shared with fathers by May 2028.",
        "We ask the trust to send a nurse to every meeting.",
        "Social workers will see each child alone.",
        "A named lead for fathers in every agency.",
        "Publish the list.",
    )
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(asked, 1))
    texts = [one.text for one in found(f"# Review\n\n## Recommendations\n\n{listed}\n")]
    assert texts == list(asked)


@pytest.mark.parametrize(
    ("above", "taken"),
    [
        ("## 5. Recommendations\n\n### Health", True),
        ("## Our key recommendations", True),
        ("## Lessons and recommendations", False),
        ("## Next steps", False),
    ],
)
def test_a_topic_counts_only_among_numbered_recommendations(found, above, taken):
    text = f"# Review\n\n{above}\n\n1. Publish the list.\n2. A named lead for fathers in every agency.\n"
    assert (len(found(text)) == 2) is taken


def test_who_will_do_it_is_the_owner_of_a_numbered_item_and_what_was_done_is_named(tmp_path):
    listed = "1. School nurses will weigh each child.\n2. The panel heard that lists had grown.\n"
    (tmp_path / "review.md").write_text(f"# Review\n\n## Recommendations\n\n{listed}", "utf-8")
    document = read(tmp_path / "review.md")
    (one,) = find_recommendations(document)
    assert one.owner.text == "School nurses"
    assert [item.number for item in unread_items(document, [one])] == ["2"]


def test_a_topic_in_a_numbered_heading_is_its_title(found):
    text = "# Review\n\n## Recommendation 1: The place of fathers in assessments\n\nPublish the list.\n"
    assert [one.text for one in found(text)] == ["Publish the list."]


def test_a_short_recommendation_beside_its_label_is_taken_from_a_heading_or_a_line(found):
    text = (
        "# Review\n\n## Recommendations\n\n### Recommendation 1: Review the thresholds\n\nThey are old.\n\n"
    )
    text += "Recommendation 2: Publish the list.\n\nRecommendation 3 was met.\n"
    assert [(one.number, one.text) for one in found(text)] == [
        ("1", "Review the thresholds"),
        ("2", "Publish the list."),
    ]


def test_a_lone_sentence_below_a_numbered_heading_is_the_recommendation(found):
    text = "# Review\n\n## Recommendation 1\n\nNurses to be told of each case.\n\n"
    text += (
        "## Recommendation 2\n\nSchool nurses will weigh each child.\n\nLead agency: Northmere health trust\n"
    )
    assert [(one.number, one.text) for one in found(text)] == [
        ("1", "Nurses to be told of each case."),
        ("2", "School nurses will weigh each child."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Review\n\n## Findings\n\n1. Social workers will see each child.\n2. The board should meet.\n",
        "# Review\n\n## Recommendations 8\n\n1. What nurses will do from day one 9\n",
        "# Review\n\n## Areas for improvement\n\n1. Social workers will meet.\n2. The board should meet.\n",
        "# Review\n\n## Progress on previous recommendations\n\n1. Midwives will ask fathers.\n",
    ],
)
def test_what_will_be_done_is_a_plan_anywhere_else(found, text):
    assert not any("will" in one.text for one in found(text))


@pytest.mark.parametrize(
    ("listed", "unread"),
    [
        (
            "1. Publish the list.\n2. The board was told of three cases in 2027.\n",
            [("2", "The board was told of three cases in 2027.")],
        ),
        ("1. Publish the list.\n2. Improve recording.\n", []),
        ("1. Publish the list.\n2. Fathers?\n", [("2", "Fathers?")]),
        ("1. The board should:\n   - share its plan\n2. Publish the list.\n", []),
        ("The board was told twice.\n\n1. Publish the list.\n", []),
        ("1. The board was told.\n\n| Action | Owner |\n|---|---|\n| Publish the list | Chair |\n", []),
        ("### Health\n\n1. Publish the list.\n\n### Schools\n\n2. It was told.\n", [("2", "It was told.")]),
        ("6.1 There were two.\n\n1. Publish the list.\n2. Review the plan.\n\n6.2 They were told.\n", []),
    ],
)
def test_an_item_that_could_not_be_read_is_named(tmp_path, listed, unread):
    (tmp_path / "review.md").write_text(f"# Review\n\n## Recommendations\n\n{listed}", "utf-8")
    document = read(tmp_path / "review.md")
    left = unread_items(document, find_recommendations(document))
    assert [(one.number, document.text[one.start : one.end]) for one in left] == unread


def test_a_numbered_heading_from_which_nothing_was_taken_is_named(tmp_path):
    text = "# Review\n\n## Recommendation 1\n\nPublish the list.\n\n"
    text += "## Recommendation 2\n\nThe board was told twice.\n\nIt has met since.\n\n## Next\n\nIt rained.\n"
    (tmp_path / "review.md").write_text(text, "utf-8")
    document = read(tmp_path / "review.md")
    (left,) = unread_items(document, find_recommendations(document))
    assert (left.number, document.text[left.start : left.end]) == ("2", "The board was told twice.")


@pytest.mark.parametrize(
    ("header", "row", "due"),
    [
        ("Action | Original due date | Revised due date", "30 June 2028 | 30 September 2028", "2028-09-30"),
        ("Action | Target date | New deadline", "30 June 2028 | 30 September 2028", "2028-09-30"),
        ("Action | Original due date | Revised due date", "30 June 2028 | n/a", "2028-06-30"),
        ("Action | Original due date | Revised due date", "30 June 2028 | No change", "2028-06-30"),
        ("Action | Original deadline | Owner", "30 June 2028 | Head of Quality", "2028-06-30"),
    ],
)
def test_the_revised_date_of_a_row_counts_and_else_the_first(found, header, row, due):
    rules = "|".join("---" for _ in header.split("|"))
    (one,) = found(f"# Plan\n\n| {header} |\n|{rules}|\n| Publish the annual plan | {row} |\n")
    assert one.deadline.date == due


def test_a_number_with_a_letter_is_a_recommendation_s_number(tmp_path):
    text = (
        "# Audit of letters\n\n## Recommendations\n\nL1. Ferring Council should answer each letter.\n\n"
        "L2: Ferring Council should keep a copy of each letter.\n\nL3. Improve the forms for letters.\n"
    )
    (tmp_path / "audit.md").write_text(text, encoding="utf-8")
    found = find_recommendations(read(tmp_path / "audit.md"))
    assert [item.number for item in found] == ["L1", "L2", "L3"]
    assert found[0].text == "Ferring Council should answer each letter."


RULES = [
    "Recommendations should be SMART.",
    "Write each recommendation in plain words.",
    "Audits must be moderated by a second agency.",
    "Each report should go to the subgroup within six weeks.",
]
MADE = [
    "The partnership should adopt one audit tool by 31 March 2025.",
    "Schools should send their audits to the business unit.",
    "Review the audit calendar.",
]


@pytest.mark.parametrize(
    ("name", "items", "expected"),
    [
        ("framework.md", RULES, []),
        ("framework.md", MADE, MADE),
        ("framework.md", [*RULES, MADE[0]], MADE[:1]),
        ("review.md", [*MADE, RULES[3]], [*MADE, RULES[3]]),
    ],
)
def test_the_rules_of_a_framework_are_no_recommendations_and_those_it_makes_are(found, name, items, expected):
    kind = "quality assurance and learning framework" if name == "framework.md" else "review of audits"
    listed = "\n".join(f"- {item}" for item in items)
    texts = [one.text for one in found(f"# Ferring {kind}\n\n## Recommendations\n\n{listed}\n", name)]
    assert texts == expected
