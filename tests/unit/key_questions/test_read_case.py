from assistant.key_questions.papers.read_case import read_case
from assistant.render.case import case_paragraphs
from eval.actions import library_of
from ingest.document import Block

LINES = (
    "# Harrow",
    "# Details of project request",
    "Help was asked for with audits of files.",
    "# Next steps",
    "The board will repeat the audit next year.",
)

PLAN = """Quenby Safeguarding Children Partnership: improvement action plan
Position of all actions at 30 April 2024

Ref,Action,Lead,By when,Progress
1,Train all practitioners,Business manager,31 March 2024,Complete. 212 trained by 20 March 2024
2,Launch the threshold guide,Business manager,31 July 2024,Not started
"""


def test_a_case_is_read_by_the_headings_of_its_parts(library, put):
    blocks, at = [], 0
    for line in LINES:
        first = at + (2 if line.startswith("# ") else 0)
        blocks.append(
            Block("heading" if line.startswith("# ") else "paragraph", first, at + len(line), level=1)
        )
        at += len(line) + 1
    put("case.txt", "\n".join(LINES), blocks=tuple(blocks))
    (study,) = read_case(library, "case.txt")
    assert (study.area, study.asked[0].text) == ("Harrow", LINES[2])
    assert study.next[0].text == LINES[4]
    assert [gap.what for gap in study.missing] == ["What was done", "What was achieved"]
    assert [citation.quote for citation in study.citations] == [LINES[2], LINES[4]]


def texts(statements):
    return [statement.text for statement in statements]


def test_what_a_review_finds_is_found_and_not_achieved(tmp_path):
    failing = "Child K was seen alone on only two of nine visits."
    better = "Waits for help fell from 40 days to 12."
    path = tmp_path / "review.md"
    climate = "## Environmental impact\n\nThere is no impact on the climate."
    text = f"# Child K\n\n## Findings\n\n{failing}\n\n## Impact\n\n{better}\n\n{climate}\n"
    path.write_text(text, encoding="utf-8")
    with library_of([path]) as library:
        (study,) = read_case(library, "review.md")
    assert (texts(study.found), texts(study.achieved)) == ([failing], [better])


def test_an_action_plan_is_read_by_its_rows(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    with library_of([path]) as library:
        (study,) = read_case(library, "plan.csv")
    assert [text.split(" | ")[1] for text in texts(study.done)] == ["Train all practitioners"]
    assert [text.split(" | ")[1] for text in texts(study.next)] == ["Launch the threshold guide"]


REVIEW = """# Local child safeguarding practice review: Child Fern

## Introduction

Fern was two years old when she was found alone at home. The review was asked to look at joint work.

## What happened

The police were called to the house four times. The panel read the records of six agencies.

## Good practice

The nursery told the duty team on the same day.
"""


def test_the_story_of_a_child_is_no_request_and_no_deed_of_the_review(tmp_path):
    path = tmp_path / "fern.md"
    path.write_text(REVIEW, encoding="utf-8")
    with library_of([path]) as library:
        (study,) = read_case(library, "fern.md")
    assert texts(study.asked) == ["The review was asked to look at joint work."]
    assert texts(study.done) == ["The panel read the records of six agencies."]
    assert (texts(study.found), texts(study.achieved)) == (
        ["The nursery told the duty team on the same day."],
        [],
    )


def test_what_a_project_tells_in_its_introduction_is_still_what_was_asked(tmp_path):
    path = tmp_path / "project.md"
    path.write_text(
        "# Project report\n\n## Introduction\n\nThe board wanted shorter forms.\n", encoding="utf-8"
    )
    with library_of([path]) as library:
        (study,) = read_case(library, "project.md")
    assert texts(study.asked) == ["The board wanted shorter forms."]


AUDIT = """# Multi-agency audit of visits

## Findings

### Timeliness

Seventeen of 24 visits took place in time.

### Outcomes

Impact could not be shown in the remaining 16.
"""
WHY = """# Local child safeguarding practice review: Child Sky

## Why this review

Sky was taken to hospital with a broken arm.

## Why it happened

Nobody put the three referrals together at the time.
"""


def test_what_stands_below_a_heading_of_findings_is_found(tmp_path):
    (tmp_path / "audit.md").write_text(AUDIT, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (study,) = read_case(library, "audit.md")
    assert (len(study.found), study.achieved) == (2, ())
    printed = [paragraph.lead for paragraph in case_paragraphs("audit.md", [study])]
    assert "[1] " in printed


def test_why_a_review_is_held_is_the_child_s_story_and_why_it_happened_is_found(tmp_path):
    (tmp_path / "sky.md").write_text(WHY, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (study,) = read_case(library, "sky.md")
    assert study.asked == ()
    assert texts(study.found) == ["Nobody put the three referrals together at the time."]


TABLED = """# Local child safeguarding practice review: Child Q

## What Child Q's family told us

Child Q's aunt told the reviewer that nobody had rung her back in March.

## Recommendations

| No. | Recommendation | By |
|---|---|---|
| 1 | Quenby Council should ring back every caller within two days. | May 2027 |
"""


def test_recommendations_in_a_table_are_what_follows(tmp_path):
    (tmp_path / "review.md").write_text(TABLED, "utf-8")
    with library_of([tmp_path]) as library:
        (study,) = read_case(library, "review.md")
    assert texts(study.next) == ["Quenby Council should ring back every caller within two days."]
    assert "nobody had rung her back" in study.found[0].text


LETTER = """# Joint inspection of Ferring

## What works well

Nurses answer each call on the same day.

## What the young people said

Two of the six wanted one worker who stays with them.

## What needs to improve

- Answer each letter.
- The checks on hotels that take children in at night

## Looking ahead

In 2027 the inspectors will come again to see it.

Rhona Quill, Inspector
"""


def test_parts_are_known_by_the_headings_that_letters_and_yearly_reports_use(tmp_path):
    (tmp_path / "letter.md").write_text(LETTER, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (study,) = read_case(library, "letter.md")
    assert texts(study.found) == [
        "Nurses answer each call on the same day.",
        "Two of the six wanted one worker who stays with them.",
    ]
    assert [text.lstrip("• ") for text in texts(study.next)] == [
        "Answer each letter.",
        "The checks on hotels that take children in at night",
        "In 2027 the inspectors will come again to see it.",
    ]


MINUTES = """# Ferring Safeguarding Children Partnership: minutes

Date of meeting: 5 November 2026

Present: Lena Orr and Piet Voss.

Action: Piet Voss to send the rota to each school by 6 December 2026.

| No. | What was said | Action |
|---|---|---|
| 1 | Two carers were found in the north. | Lena Orr to thank them |
"""


def test_minutes_are_read_by_the_actions_that_they_set(tmp_path):
    (tmp_path / "minutes.md").write_text(MINUTES, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (study,) = read_case(library, "minutes.md")
    assert texts(study.next) == [
        "Action: Piet Voss to send the rota to each school by 6 December 2026.",
        "Lena Orr to thank them",
    ]
