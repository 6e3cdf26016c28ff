"""What a board decided of an action that its plan or tracker calls done."""

from __future__ import annotations

import pytest

from assistant.actions.track import track
from assistant.contradictions.find import find_contradictions
from eval.actions import library_of
from ingest.filters import CURRENT

PLAN = """# Ferring improvement plan, June 2027

| Ref | Action | Lead | By when | RAG |
|---|---|---|---|---|
| 1 | Introduce one form for referrals to the clinics | Lena Orr | 31 July 2027 | Amber |
| 2 | Written guidance on letters to grandparents | Piet Voss | 31 July 2027 | {second} |
"""
MINUTES = """# Ferring Safeguarding Children Partnership: minutes of the executive

Date of meeting: 5 October 2027

## 1. Action log

1.1 Ms Orr said that the form for referrals is in use at every clinic and asked that the action be closed. \
Mr Voss said that this did not agree with the audit, which found it in three files of ten. {decided}

1.2 Two letters in the summer came late. {reopened}
"""
TRACKER = """# Ferring action tracker, position at 12 November 2027

| Ref | Action | Owner | Due date | Status | Update |
|---|---|---|---|---|---|
| 1 | Introduce one form for referrals to the clinics | Lena Orr | 31 July 2027 | Complete | In use now. |
"""
REFUSED = "The executive did not agree to close the action and asked for a dip sample."


@pytest.fixture
def library(tmp_path):
    """A library of the plan and these papers."""

    def made(decided="", reopened="", tracker=TRACKER):
        (tmp_path / "plan.md").write_text(PLAN.format(second="Complete"), encoding="utf-8")
        minutes = MINUTES.format(decided=decided, reopened=reopened)
        (tmp_path / "minutes.md").write_text(minutes, encoding="utf-8")
        if tracker:
            (tmp_path / "tracker.md").write_text(tracker, encoding="utf-8")
        return library_of([tmp_path])

    return made


def test_what_a_board_would_not_close_is_not_closed_by_a_tracker_s_complete_soon_after(library):
    with library(REFUSED) as held:
        form, _ = track(held, as_of="2027-12-01").actions
        assert (form.status, form.disputed.text) == ("open", REFUSED)
        (found,) = find_contradictions(held, as_of="2027-12-01", filters=CURRENT).contradictions
        assert found.kind == "status"


def test_a_complete_stands_where_the_board_said_nothing(library):
    with library() as held:
        form, _ = track(held, as_of="2027-12-01").actions
        assert form.status == "done"


def test_an_action_that_a_board_decides_to_reopen_is_open(library):
    told = "The executive decided to reopen the action on guidance for letters to grandparents."
    with library(reopened=told, tracker="") as held:
        _, guidance = track(held, as_of="2027-12-01").actions
        assert (guidance.status, guidance.latest.text) == ("open", told)


def test_what_was_relaunched_is_done(library):
    told = "The guidance on letters to grandparents was relaunched on 2 September 2027."
    with library(reopened=told, tracker="") as held:
        _, guidance = track(held, as_of="2027-12-01").actions
        assert guidance.latest.text == told
