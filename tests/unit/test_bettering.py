"""Whether something has got better or worse."""

from dataclasses import replace

import pytest

from assistant.asked.bettering import asks_whether_better
from assistant.evidence import Evidence
from assistant.ordering.by_time import judged_first
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage


def evidence(text, published="2020"):
    found = Found(Passage("p", "d", 0, len(text), text), 1.0, 0.5, 1.0, 1.0)
    return replace(Evidence(found, 0, len(text), 0.5, 0.5), published=published)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Did Melford get better or worse between the inspections?", True),
        ("Has early help improved since 2019?", True),
        ("What should be improved?", False),
        ("Which is better?", False),
    ],
)
def test_questions_of_better_and_worse_are_known(question, asks):
    assert asks_whether_better(question) is asks


def test_what_judges_against_before_goes_first_the_newest_first_and_a_part_after_the_whole():
    plain = evidence("Leaders want to improve services.")
    part = evidence("This has improved since the last inspection.", "2024")
    old = evidence("Services have improved since 2010.", "2012")
    new = evidence("Services have deteriorated since the last inspection.", "2024")
    given = [plain, part, old, new]
    asked = understand("Have services improved?", set())
    assert judged_first(asked, given) == [new, old, part, plain]
    assert judged_first(understand("Who improved services?", set()), given) == given
