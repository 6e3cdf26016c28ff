"""What reads as a request of this document's authors, and what only looks like one."""

import pytest

from ingest.read import read
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import reads_as_recommendation

REQUESTS = {
    "Review thresholds by 31 May 2024.": "imperative",
    "Ensure that visits are recorded within two days.": "imperative",
    "3.2 Review the threshold document.": "imperative",
    "• Urgently appoint a chair.": "imperative",
    "Co-design a leaflet with young advisors.": "imperative",
    "Re-tender the interview contract.": "imperative",
    "Hal Osei to set a standard for all teams.": "infinitive",
    "The board should publish a plan.": "modal",
    "Within three months, the trust must report to the board.": "modal",
    "We have determined that Exmoor Council is the lead and should prepare a statement.": "modal",
    "Head of Quality to audit twenty cases.": "infinitive",
    "We recommend that the council reviews its policy.": "recommends",
    "That the procedure be simplified.": "subjunctive",
    "Urgent action is required to understand the risks to children.": "required",
    "The quality and timeliness of plans for children in care.": "noun_phrase",
    "The procedure should be reviewed by the partnership.": "modal",
    "10.Ensure that records are kept up to date.": "imperative",
    "That the partnership agree, by May, one form for referrals.": "recommends",
    "Chronologies to be used in all cases of neglect.": "infinitive",
    "The panel recommends that, with immediate effect, chief constables stop the searches.": "recommends",
    "The consistency of direct work, and how well this is used to inform plans.": "noun_phrase",
    "Foster carers should be offered training.": "modal",
    "Custodians of records should retain them for ten years.": "modal",
    "Nurses to be trained in the use of body maps.": "infinitive",
    "We ask the police to tell schools the same day.": "recommends",
    "We would ask the council to publish the list.": "recommends",
    "We call on the trust to name a lead.": "recommends",
    "The trust to see to it that each ward has a deputy.": "infinitive",
}
LOOK_ALIKES = [
    "In 2026 there were 15 challenges made.",
    "The board plans to appoint a chair.",
    "Committee is asked to note the report.",
    "Are recommendations acted on?",
    "Reports to the board should include a summary.",
    "However, the board needs to develop its oversight.",
    "Staff need to be more curious.",
    "The letter should have been sent in 2019.",
    "The trust should have told the school.",
    "Working Together states that agencies must share information.",
    "Work with schools has improved and is now a strength.",
    "If you would like a copy of this document, please telephone the helpline.",
    "The previous inspection recommended that audits should be monthly.",
    "Strong leadership of the hub by experienced managers.",
    "Managers are aware that plans need to improve.",
    "We ask families to tell us what they think.",
    "We asked the police to send their files.",
    "We expect the number of visits to rise.",
    "It seems to be accepted that audits help.",
    "In order to manage this risk, we are starting preparations for the next inspection.",
    "This should lead to better decisions for children.",
    "The arrangements to assess young people who present as homeless are not robust.",
    "When young people return home, timely support is not provided.",
    "Health visitors need more time with each family.",
    "The review of 2018 asked that agencies share chronologies.",
    "VET providers are responsible for their staff.",
    "In 2019 the group refused to purchase the goods.",
]


@pytest.mark.parametrize(("text", "form"), REQUESTS.items())
def test_a_request_is_recognised_by_its_form(text, form):
    assert parse_request(text).form == form
    assert reads_as_recommendation(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_left_alone(text):
    assert not reads_as_recommendation(text)


@pytest.mark.parametrize(
    "text", ["", " ", ".", "(", "1.", "•", "that", "to", "should", "We recommend", "Ensure", "a" * 5000]
)
def test_fragments_are_read_without_a_crash(text):
    assert parse_request(text).form
    reads_as_recommendation(text)


NEEDS = [
    "Carers need help to manage distress.",
    "Children need to be seen alone.",
    "Each surgery should have a second trained nurse, so that one is always in.",
    "Social workers should have regular and protected supervision.",
    "However, staff need more time.",
    "The trust should have told the school.",
    "The letter should have been sent sooner.",
    "Children’s needs are complex and change.",
]


@pytest.mark.parametrize(
    "heading", ["Recommendations", "What needs to happen", "Learning for partner agencies"]
)
def test_a_need_is_asked_for_under_a_heading_of_requests(tmp_path, heading):
    lines = [f"{at}. {need}" for at, need in enumerate(NEEDS, 1)]
    path = tmp_path / "review.md"
    path.write_text("\n".join(["# Review of Ash", "", f"## {heading}", "", *lines]), encoding="utf-8")
    assert [item.text for item in find_recommendations(read(path))] == NEEDS[:4]


def test_a_need_among_findings_is_none(tmp_path):
    path = tmp_path / "review.md"
    path.write_text(
        f"# Review of Ash\n\n## Findings\n\n1. {NEEDS[0]}\n2. {NEEDS[1]}\n3. {NEEDS[3]}\n", encoding="utf-8"
    )
    assert not find_recommendations(read(path))
