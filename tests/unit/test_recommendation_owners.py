"""Who is named as the one to act: not whose report it is, nor who receives something."""

import pytest

from assistant.check.assess import assess
from ingest.read import read
from ingest.recommendations.context import Context
from ingest.recommendations.context_owners import find_context_owner
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.owners import find_owner

NAMED = {
    "The police should share intelligence.": "The police",
    "Across the partnership, leaders should agree a plan.": "leaders",
    "The council, in partnership with schools, should publish a plan.": "The council",
    "Ensure that the parenting board agrees a dataset.": "the parenting board",
    "The procedure should be reviewed by the partnership and shortened.": "the partnership",
    "HSSP must consider its membership.": "HSSP",
    "Head of Quality to audit twenty cases.": "Head of Quality",
    "We think the partnership ought to set a standard.": "the partnership",
    "In our view the council should publish a plan.": "the council",
    "The panel believes that the trust should audit ten cases.": "the trust",
    "We ask the police to attend every conference.": "the police",
    "Midwives to be asked to record fathers.": "Midwives",
    "The Director of Nursing should send the report by May 2027.": "The Director of Nursing",
    "The independent scrutineer should report to the board.": "The independent scrutineer",
    "The board’s data analyst should add attendance to the dashboard.": "The board’s data analyst",
    "By 4 May 2027 Ferring Council should rewrite its letters so that they are short, kind and clear, and "
    "should show that parents understand them.": "Ferring Council",
    "By 4 May 2027 the Named Doctor should mend the form for babies who cannot roll, and by 6 June 2027 the "
    "Named Nurse should count them.": "the Named Doctor",
    "For children who should be in school, the council should name a worker.": "the council",
    "The share of letters answered should reach 70 per cent (Ferring Police).": "Ferring Police",
    "Each child should be offered a visit within days by 30 June 2027 (Ferring Council).": "Ferring Council",
    "Each child who is missed should be visited within a week; Ferring Council to pay.": "Ferring Council",
    "Each letter should be answered. The Named GP to audit this by May 2027.": "The Named GP",
    "Health visiting and midwifery should ask about smoking.": "Health visiting and midwifery",
    "Police and probation should name a trainer.": "Police and probation",
    "Children’s social care and early help should agree a form.": "Children’s social care and early help",
    "Schools to be alert to bruises.": "Schools",
    "General practices ought to send a letter; their letters should be counted.": "General practices",
}


@pytest.mark.parametrize(("text", "owner"), NAMED.items())
def test_the_one_who_is_to_act_is_the_owner(text, owner):
    found = find_owner(text)
    assert found is not None
    assert found.text == owner
    assert text[found.span[0] : found.span[1]] == owner


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that the Board's report is published.",
        "Work with partner boards to appoint a chair.",
        "Ensure that the board receives good data.",
        "Children should be seen alone.",
        "The new body should be set up.",
        "Plans should be shared with the police.",
        "Care leavers should have a key worker.",
        "In order to improve, a tracker should be kept.",
        "The share of letters answered should reach 70 per cent (see Table 4).",
        "Each letter should be answered by 30 June 2027.",
        "Letters should follow the guide (Working Together).",
    ],
)
def test_possessives_recipients_and_things_are_no_owners(text):
    assert find_owner(text) is None


def test_the_context_names_the_owner_in_a_column_a_lead_in_or_a_heading():
    cell = find_context_owner(Context(owner="Head of Quality", lead_in="The council should:"))
    assert (cell.text, cell.source) == ("Head of Quality", "table")
    lead = find_context_owner(
        Context(lead_in="To improve, the local authority should take the following action.")
    )
    assert (lead.text, lead.source) == ("the local authority", "lead_in")
    heading = find_context_owner(Context(headings=("What does the local authority need to improve?",)))
    assert (heading.text, heading.source) == ("the local authority", "heading")
    assert find_context_owner(Context(headings=("Recommendations",))) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Recommendation 2 Children’s social care should audit 40 files.", "Children’s social care"),
        ("By 30 November 2027 St Oswin’s Trust should offer advice.", "St Oswin’s Trust"),
        (
            "The performance manager, Oona Brockhurst, should correct it.",
            "The performance manager, Oona Brockhurst",
        ),
    ],
)
def test_an_owner_is_found_behind_a_label_a_date_and_with_a_name(text, owner):
    assert find_owner(text).text == owner


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        ("Dear Exmoor Local Safeguarding Partnership", "Exmoor Local Safeguarding Partnership"),
        ("Inspection of Exmoor local authority children’s services", "Exmoor local authority"),
        ("Dear Mrs Threlkeld", None),
        ("Inspection of services for children in need of help and protection", None),
    ],
)
def test_where_nobody_is_named_the_body_addressed_is_to_act(tmp_path, opening, owner):
    file = tmp_path / "letter.txt"
    file.write_text(f"{opening}\n\nWhat needs to improve?\n\n• The quality of plans.\n", "utf-8")
    (item,) = find_recommendations(read(file))
    assert (assess(item.text, item.context).who or Nobody).text == owner


class Nobody:
    text = None


@pytest.mark.parametrize(
    "text",
    [
        "Hold reflective sessions every month. Owner: TBC.",
        "Hold reflective sessions every month. Lead: to be confirmed by the executive.",
        "Hold reflective sessions every month (as agreed in March).",
        "Hold reflective sessions every month (Child Protection Plans).",
    ],
)
def test_a_place_kept_free_and_words_in_brackets_own_nothing(text):
    assert find_owner(text) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Open a helpline for carers by 4 May 2027 (Ines Okoro).", "Ines Okoro"),
        ("Open a helpline for carers (Dr P. Lindqvist, Head of Nursing)", "Dr P. Lindqvist, Head of Nursing"),
    ],
)
def test_a_name_in_brackets_at_the_end_owns_it(text, owner):
    found = find_owner(text)
    assert found is not None
    assert found.text == owner


def test_an_empty_cell_for_the_owner_is_none():
    assert find_context_owner(Context(owner="t.b.c.")) is None
    assert find_context_owner(Context(owner="Not yet agreed")) is None


def test_the_column_of_owners_goes_before_the_words_of_a_row(tmp_path):
    table = (
        "# Audit of letters\n\n## Recommendations\n\n| No. | Recommendation | Owner |\n|---|---|---|\n"
        "| 1 | Workers should answer each letter within a week | Ferring Council |\n"
        "| 2 | Teachers should keep a copy of each letter | TBC |\n"
    )
    (tmp_path / "audit.md").write_text(table, encoding="utf-8")
    owners = [item.owner.text for item in find_recommendations(read(tmp_path / "audit.md"))]
    assert owners == ["Ferring Council", "Teachers"]


@pytest.mark.parametrize(
    ("item", "owner"),
    [
        (
            "1. Thresholds should be reviewed. This will be led by the Head of Early Help.",
            "the Head of Early Help",
        ),
        ("1. Thresholds should be reviewed by May 2027. The police will lead on this.", "The police"),
        (
            "We recommend that thresholds be reviewed by May 2027. It is owned by Jo Field until June.",
            "Jo Field",
        ),
        ("We recommend that thresholds be reviewed by May 2027. Lead: the Named Doctor.", "the Named Doctor"),
        ("We recommend that thresholds be reviewed by May 2027. This is led by fear of delay.", None),
        ("The council should review thresholds. This will be led by the Named Doctor.", "The council"),
    ],
)
def test_the_sentence_after_a_request_names_who_is_to_act(tmp_path, item, owner):
    (tmp_path / "review.md").write_text(f"# Review of thresholds\n\n## Recommendations\n\n{item}\n")
    (found,) = find_recommendations(read(tmp_path / "review.md"))
    assert (found.owner.text if found.owner else None) == owner
