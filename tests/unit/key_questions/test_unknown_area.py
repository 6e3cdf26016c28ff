"""Papers that name no area: whose they are in libraries of one area and of several."""

from functools import partial

import pytest
from ledgers import texts

from assistant.areas.notes import with_areas
from assistant.areas.of_papers import areas_of
from assistant.key_questions.questions import ledgers
from ingest.report import IngestedDocument, IngestReport

GOOD = "Children’s views influence the board’s plans and services."
BAD = "Parents’ views do not influence the strategy of the board."
OTHER = f"In Lancashire {GOOD.lower()}"
NAMED = "It was agreed by Priya Okonjo, Colin Prothero and Shanice Saltmarsh."
APART = "Not counted: no area is known; set one with `scrutiny documents edit FILE --subject NAME`"


@pytest.fixture
def told(told):
    """Adds a paper as the shared one does, an inspection of March 2024 where nothing else is said."""
    return partial(told, kind="inspection", published="2024-03-01")


def ledger(library, **options):
    (found,) = ledgers(library, ["feedback"], subject="Exmoor", as_of="2026-01-01", **options)
    return found


def apart(found):
    return [gap.where for gap in found.silent if gap.what == APART]


def test_in_a_library_of_one_area_a_paper_without_one_is_its_own(library, told):
    told("report.txt", GOOD)
    told("email.txt", BAD, subject=None, published="2025-11-03")
    found = ledger(library)
    assert (texts(found.against), found.period, apart(found)) == ([BAD], "2023-12/2025-11", [])


def test_in_a_library_of_several_areas_a_paper_without_one_changes_nothing_and_is_named(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    before = ledger(library)
    told("email.txt", BAD, subject=None, published="2025-11-03")
    told("audits.csv", GOOD, "Children were asked.", subject=None, published="2025", kind="audit")
    after = ledger(library)
    assert (before.for_, before.against, before.verdict) == (after.for_, after.against, after.verdict)
    assert (before.period, before.reason) == (after.period, after.reason)
    assert (apart(before), apart(after)) == ([], ["email.txt, audits.csv"])
    assert "email.txt" not in str([gap.where for gap in after.silent if gap.what != APART])


def test_a_paper_without_an_area_is_set_apart_in_the_other_areas_ledger_too(library, told):
    told("other.txt", OTHER, subject="Lancashire")
    told("own.txt", GOOD)
    told("email.txt", BAD, subject=None)
    assert (ledger(library).against, ledger(library).elsewhere[0].text) == ((), OTHER)


def test_a_framework_without_an_area_gives_nobody_its_priorities_or_months(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    told("threshold.txt", "The document is late.", subject=None, kind="framework", published="2025-11-03")
    assert (ledger(library).period, apart(ledger(library))) == ("2022-04/2024-03", ["threshold.txt"])


def test_national_guidance_needs_no_area_and_moves_no_period(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    told("guidance.txt", BAD, subject=None, kind="guidance", published="2025-12-01")
    found = ledger(library)
    assert (apart(found), found.against, found.period) == ([], (), "2022-04/2024-03")


def test_a_paper_that_names_an_area_in_passing_is_not_its_own(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    told("email.txt", "Exmoor has a form for this.", BAD, subject=None)
    assert ledger(library).against == ()


def test_a_paper_that_names_an_area_again_and_again_is_its_own(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    told("email.txt", "Exmoor has a form for this.", "In Exmoor few use it.", BAD, subject=None)
    assert (texts(ledger(library).against), apart(ledger(library))) == ([BAD], [])


def test_a_paper_that_names_the_people_of_one_area_alone_is_that_areas(library, told):
    told("report.txt", GOOD, NAMED)
    told("other.txt", OTHER, "It was agreed by Ivor Lindqvist.", subject="Lancashire")
    told("minutes.txt", BAD, f"{NAMED[:-1]} at noon.", subject=None)
    assert (texts(ledger(library).against), apart(ledger(library))) == ([BAD], [])


LETTER = "From: Jo Ash <jo@{sender}>\nTo: Al Pike <al@{reader}>\nDate: 3 June 2024\nHello.\n{text}\n{end}"


def letter(sender="nhs.example", reader="police.example", end="Regards\nJo", text=BAD):
    return LETTER.format(sender=sender, reader=reader, text=text, end=end)


@pytest.mark.parametrize(
    "sent",
    [
        letter(sender="exmoor.gov.example"),
        letter(reader="mail.exmoor-scp.example"),
        letter(end="Kind regards,\nJo Ash\nExmoor Safeguarding Children Partnership"),
    ],
)
def test_an_email_is_of_the_area_that_alone_its_addresses_or_signature_name(library, told, sent):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    mail = told("mail.eml", *sent.split("\n"), subject=None)
    assert (texts(ledger(library).against), apart(ledger(library))) == ([BAD], [])
    assert areas_of(library, library.documents())[mail] == "exmoor"


@pytest.mark.parametrize(
    "sent",
    [
        letter(),
        letter(sender="exmoor.gov.example", reader="lancashire.gov.example"),
        letter(end="Regards\nJo\nOn Monday Al wrote:\nExmoor is late."),
        f"Exmoor has a form for this.\n{BAD}",
    ],
)
def test_an_email_whose_addresses_tell_no_area_or_two_counts_for_none(library, told, sent):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    mail = told("mail.eml", *sent.split("\n"), subject=None)
    assert BAD not in texts(ledger(library).against)
    assert areas_of(library, library.documents())[mail] == ""


def test_a_paper_that_counts_for_no_area_is_named_with_the_next_step_when_it_is_added(library, told):
    told("report.txt", GOOD)
    mail, review = told("mail.eml", BAD, subject=None), told("review.txt", GOOD, "More.")
    added = [
        IngestedDocument(name, id_, "added", "other", 0, 1, 0, (), "")
        for name, id_ in (("mail.eml", mail), ("r.txt", review))
    ]
    report = IngestReport(tuple(added), 1.0)
    assert with_areas(report, library) == report
    told("other.txt", OTHER, subject="Lancashire")
    first, second = with_areas(report, library).documents
    assert first.reason == "no area is known, so that it counts for none in ledgers, actions and packs."
    assert first.next_step == 'Set it with: scrutiny documents edit "mail.eml" --subject NAME.'
    assert second.reason == ""


def test_names_that_papers_of_two_areas_hold_tell_no_area(library, told):
    told("report.txt", GOOD, NAMED)
    told("other.txt", OTHER, NAMED, subject="Lancashire")
    told("minutes.txt", BAD, f"{NAMED[:-1]} at noon.", subject=None)
    assert (ledger(library).against, apart(ledger(library))) == ((), ["minutes.txt"])


def test_actions_of_a_paper_without_an_area_are_nobodys_where_there_are_several_areas(library, told):
    told("report.txt", GOOD)
    told("second.txt", f"{BAD} {NAMED}")
    other = told("other.txt", OTHER, subject="Lancashire")
    plan = told("plan.txt", "Write to all schools by 1 May 2024.", subject=None, kind="action_plan")
    minutes = told("minutes.txt", f"{NAMED[:-1]} at noon.", subject=None)
    areas = areas_of(library, library.documents())
    assert (areas[plan], areas[minutes], areas[other]) == ("", "exmoor", "lancashire")


def test_a_paper_of_an_areas_own_body_is_that_areas(library, told):
    told("report.txt", GOOD)
    told("other.txt", OTHER, subject="Lancashire")
    told("email.txt", BAD, subject=None, organisation="Exmoor Safeguarding Children Partnership")
    told("inspectors.txt", GOOD, "Parents were asked.", subject=None, organisation="Ofsted")
    (elsewhere,) = ledgers(library, ["feedback"], subject="Lancashire", as_of="2026-01-01")
    assert (texts(ledger(library).against), apart(ledger(library))) == ([BAD], ["inspectors.txt"])
    assert apart(elsewhere) == ["inspectors.txt"]
    areas = areas_of(library, library.documents())
    assert areas[next(one.id for one in library.documents() if one.source == "email.txt")] == "exmoor"
