"""Questions whether there is more or less of something than there was."""

from dataclasses import replace

import pytest

from assistant.asked.changing import asks_whether_changed, that_tell_change
from assistant.evidence import Evidence
from assistant.ordering.by_fact import changes_read, fact_first
from assistant.refusal.refuse import decide
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("have contacts gone up?", True),
        ("Did referrals fall last year?", True),
        ("Have contacts gone up or down?", True),
        ("Are caseloads rising?", True),
        ("Are there fewer children on plans?", True),
        ("Has there been an increase in private fostering?", True),
        ("Have referrals increased in Melford since 2019?", True),
        ("Was the injury due to a fall?", False),
        ("Did inspectors say that caseloads had risen?", False),
        ("What has risen?", False),
        ("Is the rise in referrals explained?", False),
        ("What is the overall trend in re-referrals?", True),
        ("What did the trend in referrals lead to?", False),
    ],
)
def test_a_question_whether_something_rose_or_fell_is_known(text, asks):
    assert asks_whether_changed(text) is asks


def said(text, dense=0.5):
    passage = Passage("p", "d", 0, len(text), text)
    return Evidence(Found(passage, 1.0, dense, 0.0, 1.0), 0, len(text), 0.5, 0.5)


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("Have contacts gone up?", "Contacts have risen by a tenth.", True),
        ("Have contacts gone up?", "There was a fall in the number of contacts.", True),
        ("Have contacts gone up?", "Contacts in the year | 11,020 | 11,964", True),
        ("Have contacts gone up?", "Contacts in the year | not known | 11,964", False),
        ("Have contacts gone up?", "Contacts are dealt with promptly.", False),
        ("Have contacts gone up?", "Each contact is read, and staffing has risen.", False),
        ("Have contacts gone up?", "As risks increase, partners make contacts.", False),
        ("Have contacts gone up?", "The board wants to reduce contacts.", False),
        ("Have referrals fallen?", "Re-referrals have fallen.", False),
        ("Have re-referrals fallen?", "Re-referrals have fallen.", True),
        ("Are there fewer children on plans?", "Children on a plan | 268 | 259", True),
        ("What is the trend in re-referrals?", "3 | Re-referrals (%) | All | 19 | 20 | 21", True),
        ("What is the trend in re-referrals?", "3 | Referrals (%) | All | 19 | 20 | 21", False),
        ("Have referrals risen?", "2.4 | Contacts | Referrals | 19 | 20", False),
    ],
)
def test_a_change_is_told_of_the_thing_itself(question, sentence, tells):
    assert bool(that_tell_change(understand(question), [said(sentence)])) is tells


def test_what_tells_the_change_is_all_that_is_quoted():
    asked = understand("Have contacts gone up?")
    near, row = said("Contacts are answered on the day."), said("Contacts in the year | 11,020 | 11,964")
    assert fact_first(asked, [near, row]) == [row]
    assert fact_first(asked, [near]) == [near]


def test_a_change_that_is_told_is_answered_however_unlike_the_few_words_of_the_question():
    asked = understand("Have contacts gone up?")
    row, other = said("Contacts in the year | 11,020 | 11,964", 0.2), said("Contacts are answered.", 0.2)
    assert decide(asked, [row.found], [row], lambda word: True).answer
    assert not decide(asked, [other.found], [other], lambda word: True).answer


def test_the_row_of_figures_that_is_called_so_goes_before_what_tells_of_a_part():
    part, row = said("Contacts about schools have risen."), said("Contacts | 18 | 13")
    assert that_tell_change(understand("Have contacts gone up?", set()), [part, row]) == [row, part]


def test_of_several_rows_the_newest_papers_goes_first_unless_a_time_is_asked_for():
    old, new = (replace(said("Contacts | 18 | 13"), published=day) for day in ("2023-05", "2024-05"))
    assert that_tell_change(understand("Have contacts gone up?"), [old, new]) == [new, old]
    assert that_tell_change(understand("Have contacts gone up in 2023?"), [old, new]) == [old, new]


def test_what_tells_the_change_is_read_with_the_question_however_far_behind():
    far, row = said("Contacts are answered on the day."), said("7 | Contacts in the year | 18 | 13")
    asked = understand("Have contacts gone up?")
    assert changes_read(asked, [far, row]) == [row, far]
    assert changes_read(understand("Who answers contacts?"), [far, row]) == [far, row]
