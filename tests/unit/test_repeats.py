"""Recommendations made before: found in other words; copies, plans and other areas' are none."""

import numpy as np
import pytest

from assistant.repeats.content import core_themes, meant, subjects, takes_up
from assistant.repeats.find import find_repeats
from assistant.repeats.made import Made
from assistant.repeats.themes import themes_of

ASKED = "Improve the recording of supervision meetings so managers see patterns."
AGAIN = "Improve recording of supervision meetings so that managers can see patterns."
OTHERS = [
    "Publish the neglect strategy.",
    "Recruit more foster carers within the county.",
    "Ensure that care leavers have a passport.",
    "Develop a protocol for strategy discussions with health.",
    "Evaluate the training on domestic abuse.",
]


def made(source, published, text, subject="Exmoor", **more):
    return Made(source, published, subject, text, **more)


def pairs(*items, alike=None):
    """Later and earlier of the repeats found; `alike`: how alike in meaning the first two are."""
    rest = [made("rest.pdf", "2020", text) for text in OTHERS]
    vectors = np.eye(len(items) + len(rest))
    vectors[1, :2] = (alike or 0, (1 - (alike or 0) ** 2) ** 0.5)
    found = find_repeats([*items, *rest], None, None if alike is None else lambda: vectors)
    return [(one.later, one.earlier) for one in found]


def test_what_was_asked_before_of_the_same_area_is_a_repeat():
    assert pairs(made("old.pdf", "2024", ASKED), made("new.pdf", "2026-03", AGAIN)) == [(1, 0)]


@pytest.mark.parametrize(
    "later",
    [
        made("old.pdf", "2026", AGAIN),
        made("new.pdf", "", AGAIN),
        made("new.pdf", "2024", AGAIN),
        made("new.pdf", "2026", AGAIN, subject="Dartmoor"),
        made("copy.pdf", "2026", ASKED),
        made("plan.docx", "2026", AGAIN, follows_up=True),
    ],
    ids=["the same document", "undated", "the same day", "another area", "a copy", "a plan"],
)
def test_other_likenesses_are_no_repeats(later):
    assert pairs(made("old.pdf", "2024", ASKED), later) == []


def test_the_owner_the_date_and_routine_requests_make_no_repeat():
    wanted = "Exmoor Council should send the written statement of action by 3 May {} to the inspectorate."
    assert pairs(made("a.pdf", "2021", wanted.format(2021)), made("b.pdf", "2024", wanted.format(2024))) == []


def test_other_words_with_the_same_meaning_are_found_where_meanings_are_compared():
    one, other = "Check on dads in every visit note.", "Each worker shall ask about men in the household."
    assert pairs(made("old.pdf", "2021", one), made("new.pdf", "2024", other)) == []
    assert pairs(made("old.pdf", "2021", one), made("new.pdf", "2024", other), alike=0.8) == [(1, 0)]


@pytest.mark.parametrize(("cosine", "found"), [(0.6, [(1, 0)]), (0.1, [])], ids=["alike", "unlike"])
def test_a_rare_subject_makes_no_repeat_of_what_means_something_else(cosine, found):
    told = [
        made("old.pdf", "2024", "Tell fathers of the meeting."),
        made("new.pdf", "2026", "Ask fathers for their blood group."),
    ]
    assert pairs(*told, alike=cosine) == found


def test_what_is_asked_again_and_again_is_not_common_by_that():
    asked = [
        "Stop bed-sharing.",
        "See where a baby sleeps.",
        "See the cot.",
        "Ask about safer sleep.",
        "Buy a cot.",
    ]
    told = [made(f"{at}.pdf", str(2020 + at), text) for at, text in enumerate(asked)]
    other = [
        made("x.pdf", "2019", text) for text in ("Print the leaflet.", "Hold a fair.", "Paint the hall.")
    ]
    assert {later for later, _ in pairs(*other, *told, alike=0.6)} == {4, 5, 6, 7}


def test_the_same_way_of_working_on_another_subject_is_no_repeat():
    asked = "The Partnership should commission training on {} for all staff and publish it on its website."
    one, other = (asked.format(about) for about in ("safer sleep for babies", "child sexual exploitation"))
    told = [
        made("old.pdf", "2024", one),
        made("new.pdf", "2026", other),
    ]
    assert pairs(*told, alike=0.7) == []


def test_what_is_meant_is_said_in_the_fields_words():
    assert (
        meant("Send a timeline to the family doctor.")
        == "Send a chronology to the GP (general practitioner)."
    )


@pytest.mark.parametrize(
    ("one", "other", "matter"),
    [
        (
            "Staff unhappy with another agency’s decision should say so.",
            "Use the escalation policy.",
            "disagreement",
        ),
        ("See the cot at each visit.", "Ask about safer sleep.", "safer sleep"),
        ("Speak to each child out of earshot.", "Children should be seen alone.", "children's voice"),
        ("Name a deputy for each school.", "Agree cover for weekends.", "cover in absence"),
    ],
)
def test_far_wordings_are_about_one_matter(one, other, matter):
    assert matter in subjects(one) & subjects(other)


@pytest.mark.parametrize(
    ("kind", "heading", "text", "expected"),
    [
        ("review", "Recommendations", ASKED, False),
        ("annual_report", "Report 2024 › Recommendations", ASKED, False),
        ("annual_report", "What we ask for in the coming year", ASKED, False),
        ("annual_report", "The inspection: one year on", ASKED, True),
        ("section_11", "Progress on earlier recommendations", ASKED, True),
        ("audit", "Recommendations", "Recommendation 3 of the review of Robyn: record the meetings.", True),
        ("action_plan", "Recommendations", ASKED, True),
    ],
)
def test_what_takes_up_is_told_by_the_item(kind, heading, text, expected):
    assert takes_up(kind, heading, text) == expected


def test_themes_are_those_of_the_vocabulary():
    assert themes_of("Audit the supervision of staff") == (
        "supervision and management oversight",
        "audit and quality assurance",
    )
    assert themes_of("Buy new chairs") == ()


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("All agencies should ensure supervision of neglect cases is timely.", "supervision"),
        ("Supervisors should discuss every case of neglect in supervision.", "supervision"),
        ("The Board should agree a strategy on neglect.", "neglect"),
        ("Review all neglect cases by May.", "neglect"),
    ],
)
def test_the_cases_in_which_something_is_asked_are_no_theme_of_it_beside_another(text, theme):
    (found,) = core_themes(text)
    assert found.startswith(theme)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The quality of plans for children living with neglect.", set()),
        ("Bring fathers into cases open for neglect.", {"fathers and men in the household"}),
        ("Ask about fathers in every assessment of neglect.", {"fathers and men in the household"}),
        ("Agree one tool for neglect.", {"neglect"}),
    ],
)
def test_the_children_for_whom_something_is_asked_are_not_what_it_is_about(text, about):
    assert subjects(text) == about
