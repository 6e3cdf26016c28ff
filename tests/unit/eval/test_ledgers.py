"""The gold ledgers: their form, their number, their two halves."""

from collections import Counter

import pytest
from pydantic import ValidationError

from eval.sets.ledgers import GoldLedger, half_of, read_ledgers


def test_harrow_has_nine_ledgers_and_enough_statements_of_every_list():
    gold = read_ledgers("harrow")
    lists = Counter(name for ledger in gold.questions for name, _ in ledger.items())
    assert [ledger.number for ledger in gold.questions] == list(range(1, 10))
    assert sum(lists.values()) >= 300
    assert min(lists.values()) >= 25


def test_every_question_has_look_alikes_comparisons_earlier_evidence_and_a_silence():
    for ledger in read_ledgers("harrow").questions:
        assert min(len(ledger.never), len(ledger.elsewhere), len(ledger.earlier), len(ledger.silent)) >= 2


def test_no_statement_stands_twice_in_one_list():
    for ledger in read_ledgers("harrow").questions:
        seen = [(name, item.doc, item.quote) for name, item in ledger.items()]
        assert len(seen) == len(set(seen)), ledger.number


def test_a_look_alike_counts_on_no_side():
    for ledger in read_ledgers("harrow").questions:
        counted = {(item.doc, item.quote) for name, item in ledger.items() if name != "never"}
        assert not counted & {(item.doc, item.quote) for item in ledger.never}, ledger.number


def test_only_pdfs_have_pages():
    gold = read_ledgers("harrow")
    for ledger in gold.questions:
        for _, item in ledger.items():
            assert (item.page is not None) == gold.documents[item.doc].file.endswith(".pdf"), item.quote


def test_both_halves_hold_about_half_of_each_list():
    gold = read_ledgers("harrow")
    for wanted in ("for", "against", "earlier", "never"):
        halves = [
            half_of(g.number, i.quote) for g in gold.questions for name, i in g.items() if name == wanted
        ]
        assert 0.35 < halves.count("dev") / len(halves) < 0.65, wanted


def test_a_statement_elsewhere_without_its_area_is_refused():
    ledger = read_ledgers("harrow").questions[0].model_dump(by_alias=True)
    ledger["elsewhere"][0]["area"] = None
    with pytest.raises(ValidationError, match="no area"):
        GoldLedger.model_validate(ledger)


def test_a_verdict_that_is_not_defensible_is_refused():
    ledger = read_ledgers("harrow").questions[0].model_dump(by_alias=True)
    with pytest.raises(ValidationError, match="not among the defensible"):
        GoldLedger.model_validate({**ledger, "verdict": "evidenced"})
