"""Words compared by stem, and signs of what a sentence holds."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.understanding.understand import understand
from assistant.words import any_stands, counts, coverage_of, graded, holds, stem, stems

ENDINGS = ("ing", "ed", "s", "ational", "fulness", "ization", "ement", "ly", "iveness", "er")


def test_words_of_one_stem_are_the_same_word():
    assert stems("Audits were audited") & stems("auditing") == {"audit"}


def test_coverage_weighs_the_words():
    weight = {"audit": 1.0, "croydon": 3.0}.__getitem__
    assert coverage_of(["audit", "croydon"], weight)(["The audits"]) == pytest.approx(0.25)
    assert coverage_of([], weight)(["anything"]) == 1.0


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("LRSA reviewed 10 cases", "number", True),
        ("Twelve cases were read", "number", True),
        ("Cases were read", "number", False),
        ("signed off on 10th September", "date", True),
        ("it is undertaken annually", "frequency", True),
        ("The board requires improvement", "judgement", True),
        ("Cases were read", None, True),
    ],
)
def test_a_sentence_shows_what_it_holds(text, kind, held):
    assert holds(text, kind) is held


def test_a_number_before_the_counted_word_counts_it():
    assert counts("The audit read 24 case files.", ["files"])
    assert counts("addresses all twenty recommendations", ["recommendation"])
    assert not counts(
        "In 2012 there was a report, which among much else made recommendations", ["recommendation"]
    )


def test_a_grade_counts_only_beside_the_name_of_what_is_graded():
    others = {"lscb": ("local safeguarding children board",)}
    assert graded("The Local Safeguarding Children Board requires improvement", ["lscb"], others)
    assert not graded("The local authority was judged to be adequate.", ["lscb"], others)
    assert not graded("The Local Safeguarding Children Board met in June", ["lscb"], others)


def test_threads_that_stem_at_once_do_not_disturb_one_another():
    words = [f"{start}{end}" for start in ("safeguard", "relat", "nation", "hope", "plan") for end in ENDINGS]
    alone = [stem.__wrapped__(word) for word in words]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda _: [stem.__wrapped__(word) for word in words], range(40)))
    finally:
        sys.setswitchinterval(interval)
    assert all(stems == alone for stems in together)


def test_a_budget_is_named_by_a_sum_and_not_by_every_sentence():
    names = understand("What was the budget?").names_of("budget")
    assert any_stands(names, stems("They had £3m."))
    assert not any_stands(names, stems("They had three nurses."))
