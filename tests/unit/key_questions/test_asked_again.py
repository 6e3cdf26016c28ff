"""What a review asked for and an audit asks for again stands under the question of action in time."""

import pytest

from assistant.key_questions.probes.action_tables import LIKELY
from assistant.key_questions.questions import ledgers
from assistant.repeats.made import Repeat
from eval.actions import library_of

PAPER = """# {title}

Rushmere Safeguarding Children Partnership

Published on {day}

## Recommendations

1. {first}

2. {second}
"""
AGAIN = "Rushmere Council should offer reflective supervision to every family support worker."
OTHERS = ("The hospital should repaint its lift.", "The police should buy two boats.")


def same_words(entries, library, later):
    """What a library with the model tells by meaning, told by the words alone."""
    pairs = [
        (one, two) for one in later for two in range(len(entries)) if entries[two].year < entries[one].year
    ]
    return [Repeat(one, two, LIKELY, ()) for one, two in pairs if entries[one].text == entries[two].text]


@pytest.fixture
def asked_again(tmp_path, monkeypatch):
    """The ledger and the rows of its table, for a review and an audit that each ask for two things."""
    monkeypatch.setattr("assistant.register.asked_before.asked_before", same_words)
    papers = [
        ("Child safeguarding practice review: Teal", "3 May 2023", OTHERS[0]),
        ("Multi-agency audit: family support", "4 June 2024", OTHERS[1]),
    ]
    for number, (title, day, other) in enumerate(papers):
        text = PAPER.format(title=title, day=day, first=AGAIN, second=other)
        (tmp_path / f"paper{number}.md").write_text(text, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (ledger,) = ledgers(library, ["action"], as_of="2024-12-31")
    return ledger, [row for table in ledger.tables if "again" in table.title for row in table.rows]


def test_what_a_review_asked_and_an_audit_asks_again_is_shown_and_put_to_the_board(asked_again):
    ledger, rows = asked_again
    papers = ("2023, Child safeguarding practice review: Teal", "2024, Multi-agency audit: family support")
    assert rows == [(AGAIN, papers[0], AGAIN, papers[1])]
    assert any("What was done in between" in one.text for one in ledger.challenges)
