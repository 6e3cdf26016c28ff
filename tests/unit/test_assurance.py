"""Questions how something is known are read as the question whether it is so."""

import pytest

from assistant.understanding.assurance import claim_put


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("How do we know that supervision has improved?", "Has supervision improved?"),
        ("And how can the board be sure the figures are right?", "Are the figures right?"),
        ("How confident are we that children are seen alone?", "Are children seen alone?"),
        ("What evidence is there that early help works?", "Early help works?"),
        ("What assurance have we got that plans are reviewed", "Are plans reviewed?"),
        ("Is there any real evidence that thresholds are understood?", "Are thresholds understood?"),
        ("Where is the proof that calls cut missed appointments?", "Calls cut missed appointments?"),
        ("Are you satisfied that fathers will be asked?", "Will fathers be asked?"),
        (
            "Does the partnership know whether children who go missing are heard?",
            "Are children who go missing heard?",
        ),
        ("Can we say that parents who are deaf get help?", "Parents who are deaf get help?"),
        ("What tells us that staff do something else now?", "Staff do something else now?"),
        ("Is there anything that contradicts the claim that plans are reviewed?", "Are plans reviewed?"),
        ("What evidence is there for our claim that plans are reviewed?", "Are plans reviewed?"),
        ("What's the evidence for the claim that plans are reviewed?", "Are plans reviewed?"),
        ("Does any evidence contradict the claim that plans are reviewed?", "Are plans reviewed?"),
        ("Who disagrees with the claim that plans are reviewed?", "Are plans reviewed?"),
        ("What makes anyone think that it does not happen?", "Does it not happen?"),
    ],
)
def test_what_would_be_known_is_what_is_asked(asked, put):
    assert claim_put(asked) == put


@pytest.mark.parametrize(
    "asked",
    [
        "How do we know what works?",
        "Could we tell the inspectors how many children were on plans?",
        "Can you tell me the day that is agreed?",
        "Are we sure which children were seen?",
        "What evidence is there of impact?",
        "What assurance do we have about private fostering?",
        "How do I tell that a child is at risk?",
        "What did the police know about the family?",
        "Is there a policy that covers dogs?",
        "Are we the lead agency that is named?",
    ],
)
def test_other_questions_stay_as_they_are(asked):
    assert claim_put(asked) == asked
