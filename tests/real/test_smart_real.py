"""The check on real documents and on the shared labelled set: the agreement it must not fall below."""

from pathlib import Path

import pytest

from assistant.check.assess import assess
from eval.agreement import f1, recall, weighted_kappa
from eval.sets.smart import gold_items, shared_items
from ingest.read import read
from ingest.recommendations.find import find_recommendations

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = {"time_bound": 0.95, "specific": 0.65, "measurable": 0.6, "relevant": 0.7}

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def pairs():
    items = list(shared_items())
    if not items:
        pytest.skip("the shared labelled set is not beside the checkout")
    return [(item, assess(item.text, item.context)) for item in items]


@pytest.mark.parametrize("letter", FLOORS)
def test_a_letter_agrees_with_the_shared_labels(pairs, letter):
    levels = [(gold.levels[letter], found.criteria[letter].level) for gold, found in pairs if gold.levels]
    assert weighted_kappa(levels) >= FLOORS[letter]


def test_owners_are_told_and_look_alikes_left_alone(pairs):
    owners = [(gold.owner is not None, found.owner is not None) for gold, found in pairs if gold.levels]
    lines = [(gold.is_recommendation, found.is_recommendation) for gold, found in pairs]
    assert f1(owners) >= 0.9
    assert recall(lines) >= 0.95
    assert recall([(not wanted, given) for wanted, given in lines]) <= 0.1


def test_every_hand_label_is_found_again_in_its_document():
    items = [*gold_items("tune"), *gold_items("held_out")]
    if not items:
        pytest.skip("the real documents are not beside the checkout")
    assert len(items) == 122


def test_recommendations_of_real_reports_are_exact_slices_with_a_page():
    files = sorted((SHARED / "corpus" / "inspections").glob("*2022*.pdf"))
    if not files:
        pytest.skip("the real documents are not beside the checkout")
    for file in files:
        document = read(file)
        found = find_recommendations(document)
        assert found
        assert all(document.text[one.start : one.end] == one.text for one in found)
        assert all(document.page_at(one.start) is not None for one in found)
