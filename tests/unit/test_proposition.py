"""Questions whether something is well, and the side on which a quotation stands."""

import pytest

from assistant.composition.proposition import asks_whether_well, headings_of, side_of
from assistant.understanding.understand import understand
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("Is supervision regular?", True),
        ("Are pathway plans good?", True),
        ("Did neglected children get help?", False),
        ("Is supervision good or poor?", False),
        ("Do children see a dentist?", False),
        ("How good is supervision?", False),
    ],
)
def test_only_what_asks_whether_something_is_well_has_sides(text, well):
    assert asks_whether_well(text) is well


@pytest.mark.parametrize(
    ("quote", "side"),
    [
        ("Supervision is regular and of good quality.", "for"),
        ("Supervision has been poor for a year.", "against"),
        ("Supervision is regular, but supervision records are poor.", "both"),
        ("Audits are regular and effective.", ""),
        ("Managers should make supervision more effective.", ""),
        ("Supervision | effective | 12", ""),
        ("Is supervision effective?", ""),
        ("Supervision takes place on Mondays.", ""),
    ],
)
def test_a_quotation_takes_a_side_where_it_praises_or_blames_what_is_asked_about(quote, side):
    assert side_of(understand("Is supervision effective?"), quote) == side


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("Is supervision good?", ("Audit", "Good supervision")),
        ("What good practice was found?", ("Audit", "Good practice", "Good supervision")),
    ],
)
def test_a_heading_that_praises_something_else_is_no_evidence_that_the_thing_is_well(question, headings):
    passage = Passage("p", "d", 0, 1, "…", ("Audit", "Good practice", "Good supervision"))
    assert headings_of(understand(question), passage) == headings
