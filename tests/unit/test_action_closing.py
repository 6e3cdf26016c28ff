"""Actions that a later mail or minutes close, in words that lean on what was named before."""

from __future__ import annotations

import pytest
from papers import tracked

LOG = """# {body}: action log

Date: 2 February 2026

| Item | Action | Owner | Due |
|---|---|---|---|
| {first} | Publish the revised threshold document | Lena Orr | 31 May 2026 |
| {second} | Write to schools about home education | Piet Voss | 31 May 2026 |
"""
MINUTES = """# {body}: minutes of the delivery group

Date of meeting: 9 June 2026

Present: Lena Orr, Piet Voss

## {heading}

{text}
"""
MAIL = """From: Lena Orr <lena@ferring.example>
To: Piet Voss <piet@ferring.example>
Subject: {subject}
Date: Tue, 9 Jun 2026 09:00:00 +0000
Content-Type: text/plain; charset=utf-8

{text}
"""
NAMED = "Ferring Safeguarding Children Partnership"


@pytest.fixture
def states(tmp_path):
    """Whether each of the two actions is done after a paper said this."""

    def read(name, text, numbers=("3.1", "3.2"), body=NAMED):
        log = LOG.format(body=body, first=numbers[0], second=numbers[1])
        register = tracked(tmp_path, {"log.md": log, name: text}, "2026-08-01")
        return [action.status == "done" for action in register.actions]

    return read


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Threshold document (action 3.1). It went out in May, so that one is closed.", [True, False]),
        ("Actions 3.1 and 3.2. The heads replied. That one is closed.", [False, False]),
        ("The revised threshold document is on the website. Action closed.", [True, False]),
        ("Letter to schools about home education – done", [False, True]),
        ("Letter to schools about home education – not done", [False, False]),
        ("Action 3.2 – done", [False, True]),
        ("Action 3.2: letters have gone to schools each month. Agreed to close.", [False, True]),
        ("The gap in training was closed.", [False, False]),
    ],
)
def test_minutes_close_the_one_action_that_they_name(states, text, done):
    assert states("minutes.md", MINUTES.format(body=NAMED, heading="Matters arising", text=text)) == done


@pytest.mark.parametrize(
    ("subject", "text", "done"),
    [
        ("Action 3.2", "They all went on Monday. That one is now closed.", [False, True]),
        ("Actions 3.1 and 3.2", "The second went on Monday. That one is now closed.", [False, False]),
        ("Home education", "The letter to schools went on Monday. You can mark that as done.", [False, True]),
        ("Letter to schools on home education", "Lena\n\nIt went. Mark that as done.", [False, True]),
        ("Odds", "Schools have home education, I the threshold one. That one is closed.", [False, False]),
    ],
)  # fmt: skip
def test_a_mail_closes_the_one_action_that_it_names(states, subject, text, done):
    assert states("mail.eml", MAIL.format(subject=subject, text=text)) == done


@pytest.mark.parametrize(
    ("heading", "done"), [("Actions from the log", [False, True]), ("Matters arising", [False, False])]
)
def test_a_plain_number_is_that_of_the_paper_named_above_it(states, heading, done):
    text = MINUTES.format(body=NAMED, heading=heading, text="- Item 2 – done")
    assert states("minutes.md", text, numbers=("1", "2")) == done


def test_papers_of_a_library_that_names_no_area_report_on_one_another(states):
    body = "The Friday group"
    text = MINUTES.format(
        body=body, heading="Actions", text="The letter to schools about home education – done"
    )
    assert states("minutes.md", text, body=body) == [False, True]
