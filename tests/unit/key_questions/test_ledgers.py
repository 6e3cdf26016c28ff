"""Ledgers over small libraries: what counts, for whom, when."""

from dataclasses import replace
from functools import partial

import pytest
from ledgers import texts

from assistant.key_questions.ledger import Table
from assistant.key_questions.questions import ledgers
from assistant.render.ledger import ledger_body

GOOD = "Children’s views influence the board’s plans and services."
BAD = "Parents’ views do not influence the strategy of the board."


@pytest.fixture
def told(told):
    """Adds a paper as the shared one does, an inspection of March 2024 where nothing else is said."""
    return partial(told, kind="inspection", published="2024-03-01")


def ledger(library, **options):
    (found,) = ledgers(library, ["feedback"], **{"as_of": "2026-01-01", **options})
    return found


def test_praise_is_for_and_blame_against_and_each_is_quoted(library, told):
    told("report.txt", GOOD, BAD)
    found = ledger(library)
    assert (texts(found.for_), texts(found.against)) == ([GOOD], [BAD])
    assert [citation.quote for citation in found.citations] == [GOOD, BAD]
    assert found.verdict == "partly"


def test_an_expectation_counts_for_nothing(library, told):
    told("framework.txt", GOOD, kind="framework")
    told("report.txt", "Children’s views should influence the board’s plans.")
    found = ledger(library)
    assert (found.for_, found.against) == ((), ())
    assert found.verdict == "not_evidenced"


def test_praise_of_itself_alone_is_not_evidence(library, told):
    told("annual.txt", GOOD, kind="annual_report")
    found = ledger(library)
    assert [claim.basis for claim in found.for_] == ["self_report"]
    assert found.verdict == "not_evidenced"


def test_praise_of_itself_against_an_independent_finding_is_contradicted(library, told):
    told("annual.txt", GOOD, kind="annual_report")
    told("report.txt", BAD)
    assert ledger(library).verdict == "contradicted"


def test_another_area_is_for_comparison_only(library, told):
    told("report.txt", GOOD)
    told("other.txt", "In Lancashire " + GOOD.lower(), subject="Lancashire")
    found = ledger(library, subject="Exmoor")
    assert texts(found.for_) == [GOOD]
    assert [citation.document for citation in found.citations if "Lancashire" in citation.quote] == [
        "other.txt"
    ]
    assert [claim.area for claim in found.elsewhere] == ["Lancashire"]
    told = [paragraph.text for paragraph in ledger_body(found)]
    assert any(line.startswith("“In Lancashire") and "” (Lancashire, " in line for line in told)


def test_of_a_table_s_row_only_what_is_there_is_printed(library, told):
    told("report.txt", GOOD)
    table = Table("Actions", ("Agency", "Open", "Late", "Done"), (("Police", "3", "0", ""),), ((),))
    lines = [paragraph.text for paragraph in ledger_body(replace(ledger(library), tables=(table,)))]
    assert "Agency: Police; Open: 3" in lines


def test_a_sentence_about_another_area_in_ones_own_report_does_not_count(library, told):
    told("report.txt", "In Croydon children’s views influence the board’s plans.")
    found = ledger(library)
    assert found.for_ == ()
    assert len(found.elsewhere) == 1


def test_what_is_older_than_the_period_is_shown_as_earlier(library, told):
    told("old.txt", GOOD, published="2017-03-31")
    told("new.txt", BAD, published="2024-03-01")
    found = ledger(library)
    assert (texts(found.earlier), texts(found.for_)) == ([GOOD], [])
    assert found.period == "2022-04/2024-03"


def test_what_was_published_after_the_day_asked_for_is_not_there(library, told):
    told("old.txt", GOOD, published="2017-03-31")
    told("new.txt", BAD, published="2024-03-01")
    found = ledger(library, as_of="2018-01-01")
    assert (texts(found.for_), found.against) == ([GOOD], ())


def test_silence_names_the_documents_searched(library, told):
    told("report.txt", "The office opens at nine and audits are filed by date.")
    gaps = {gap.what: gap.where for gap in ledger(library).silent}
    assert gaps["A change that followed from what children or families said"] == "report.txt"


def test_a_period_without_documents_cannot_be_judged(library, told):
    told("report.txt", GOOD)
    assert ledger(library, period="1999").verdict == "cannot_judge"


def test_two_runs_give_the_same_ledger(library, told):
    told("report.txt", GOOD, BAD)
    assert ledger(library) == ledger(library)
