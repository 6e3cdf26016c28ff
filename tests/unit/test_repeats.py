"""Recommendations made before: found in other words; copies, plans and other areas' are none."""

import numpy as np
import pytest

from assistant.repeats.content import core_themes
from assistant.repeats.find import find_repeats
from assistant.repeats.made import Made
from assistant.repeats.themes import themes_of
from ingest.token_vectors import TokenVectors

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


def pairs(*items):
    rest = [made("rest.pdf", "2020", text) for text in OTHERS]
    return [(one.later, one.earlier) for one in find_repeats([*items, *rest])]


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


def test_other_words_with_the_same_meaning_are_found_where_there_are_token_vectors():
    one, other = "Check on dads in every visit note.", "Each assessment shall cover fathers."
    assert pairs(made("old.pdf", "2021", one), made("new.pdf", "2024", other)) == []
    same = {"dads": 0, "fathers": 0, "visit": 1, "assessment": 1, "check": 2, "cover": 2, "note": 3}
    told = [
        made("old.pdf", "2021", one, tokens=lambda: tokens(one, same)),
        made("new.pdf", "2024", other, tokens=lambda: tokens(other, same)),
    ]
    assert pairs(*told) == [(1, 0)]


@pytest.mark.parametrize(("cosine", "found"), [(0.4, [(1, 0)]), (0.2, [])], ids=["alike", "unlike"])
def test_a_rare_theme_makes_no_repeat_of_what_means_something_else(cosine, found):
    one, other = (tokens(text, dict.fromkeys(text.lower().rstrip(".").split(), 0)) for text in (ASKED, AGAIN))
    turned = other.vectors * cosine
    turned[:, 1] = (1 - cosine**2) ** 0.5
    asked = made("old.pdf", "2024", ASKED, tokens=lambda: one)
    again = made("new.pdf", "2026", AGAIN, tokens=lambda: TokenVectors(turned, other.spans))
    assert pairs(asked, again) == found


def tokens(text, meanings):
    """Unit vectors that are the same for words of one meaning."""
    words = [word.strip(".").lower() for word in text.split()]
    spans = [(text.lower().index(word), text.lower().index(word) + len(word)) for word in words]
    vectors = np.stack([np.eye(9)[meanings.get(word, 5)] for word in words])
    return TokenVectors(vectors.astype(np.float32), np.array(spans, np.int32))


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
