"""What came of what children and families said, read from tables and passages of any layout."""

import pytest

from assistant.key_questions.questions import ledgers
from eval.actions import library_of

PAPER = """# {title}

Rushmere Safeguarding Children Partnership

Published on 4 June 2024

{body}
"""
CHANGED = "Meetings now begin after school."
TABLES = {
    "two columns": f"| You said | We did |\n| --- | --- |\n| Meetings are in school time. | {CHANGED} |",
    "three columns": "| What families told us | Our response | Difference |\n| --- | --- | --- |\n"
    f"| Meetings are in school time. | {CHANGED} | Not yet known. |",
    "prose": f"You said: “Meetings are in school time.”\n\nWe did: {CHANGED}",
    "a list": f"- You told us that meetings are in school time. Our answer: {CHANGED}",
}


def sides(folder, body, question, title="Yearly report 2023-24"):
    (folder / "paper.md").write_text(PAPER.format(title=title, body=body), encoding="utf-8")
    with library_of([folder]) as library:
        (ledger,) = ledgers(library, [question], as_of="2024-12-31")
    return [[claim.text for claim in side] for side in (ledger.for_, ledger.against)]


@pytest.mark.parametrize("layout", TABLES)
def test_what_was_changed_after_they_spoke_stands_for_it(tmp_path, layout):
    for_, against = sides(tmp_path, TABLES[layout], "feedback")
    assert any(CHANGED in text for text in for_)
    assert not any(CHANGED in text for text in against)


@pytest.mark.parametrize("answer", ["Not agreed yet.", "-", "We have not been able to change this."])
def test_what_was_not_changed_stands_against_it(tmp_path, answer):
    table = f"| You said | We did |\n| --- | --- |\n| Nobody asks fathers to the meetings. | {answer} |"
    for_, against = sides(tmp_path, table, "feedback")
    assert any("Nobody asks fathers" in text for text in against)
    assert not any("Nobody asks fathers" in text for text in for_)


@pytest.mark.parametrize(
    ("difference", "side"),
    [("Visits kept rose from 40% to 82%.", 0), ("Too early to say.", None), ("None so far.", None)],
)
def test_the_difference_that_a_change_made_is_one_of_impact(tmp_path, difference, side):
    table = (
        "| What young people asked for | What we changed | Difference made |\n| --- | --- | --- |\n"
        f"| Tell us when you come. | Workers send a message. | {difference} |"
    )
    found = sides(tmp_path, table, "impact")
    told = [any(difference in text for text in texts) for texts in found]
    assert told == [at == side for at in range(2)]


def test_a_table_of_what_was_heard_holds_no_recommendation(tmp_path):
    table = "| What we heard | What came of it | Impact |\n|---|---|---|\n| The lift is slow. | Mended. | |"
    (tmp_path / "paper.md").write_text(PAPER.format(title="Yearly report", body=table), encoding="utf-8")
    with library_of([tmp_path]) as library:
        from assistant.register.register import register_of

        assert register_of(library).entries == ()
