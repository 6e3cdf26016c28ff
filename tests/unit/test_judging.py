"""Questions how well something goes, and the sentence that is the verdict on that thing."""

import pytest

from assistant.asked.judging import asks_how_well, matter_of, verdict_share
from assistant.evidence import Evidence
from assistant.ordering.by_verdict import verdict_first
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage


def asked(text):
    return understand(text, {"Melford"})


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("How good is the support for care leavers in Melford?", ("care", "leavers")),
        ("Are audits in Melford reliable?", ("audits",)),
        ("How reliable are audits in Melford?", ("audits",)),
        ("Are children in Melford safe?", ("children",)),
        ("Are social workers getting good supervision?", ("supervision",)),
        ("Are we any better at tackling exploitation?", ("exploitation",)),
        ("Is supervision good enough?", ("supervision",)),
        ("Do young carers get the help they need?", ("young", "carers")),
    ],
)
def test_the_matter_is_what_is_judged(text, matter):
    assert asks_how_well(asked(text))
    assert matter_of(asked(text)) == matter


@pytest.mark.parametrize("text", ["Who chairs the board?", "Is there a strategy in Melford?", "When was it?"])
def test_other_questions_ask_for_no_verdict(text):
    assert not asks_how_well(asked(text))


def test_a_verdict_on_the_whole_is_more_than_one_on_a_part():
    question = asked("How good is the support for care leavers in Melford?")
    sentences = (
        "The quality of support provided to care leavers is inadequate.",
        "The quality of pathway plans for care leavers is weak.",
        "Some care leavers benefit from committed workers.",
    )
    whole, *parts = [verdict_share(question, one) for one in sentences]
    assert whole > 0.8
    assert max(parts) <= 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "Care leavers have workers.",
        "Staff are good.",
        "Support is weak.",
        "Staff whose care leavers are parents are good.",
    ],
)
def test_what_does_not_judge_or_judges_something_else_is_none(sentence):
    assert verdict_share(asked("How good is the support for care leavers in Melford?"), sentence) == 0.0


def test_the_verdict_of_the_first_paper_goes_before_its_crumbs():
    question = asked("How good are audits in Melford?")

    def sentence(text, paper="d"):
        passage = Passage(text, paper, 0, len(text), text)
        return Evidence(Found(passage, 1, 0.5, 1, 1), 0, len(text), 0.5, 0.5, own_closeness=0.5, cross=5.0)

    crumb, verdict = sentence("One of the audits led to good training."), sentence("Audits are poor.")
    other = sentence("Audits are weak.", "e")
    assert verdict_first(question, [crumb, other, verdict]) == [verdict, crumb, other]
    assert verdict_first(asked("Who runs audits?"), [crumb, verdict]) == [crumb, verdict]
