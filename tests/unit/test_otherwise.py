"""“Who disagrees?” is answered by what the library's papers are known to say against what was quoted."""

import pytest
from unit.disagreeing import write_papers

from assistant.contradictions.find import find_contradictions
from assistant.conversations.otherwise import otherwise
from assistant.follow_up.cues import asks_otherwise, leans
from eval.actions import library_of

DAY = "2026-01-01"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    write_papers(folder)
    with library_of([folder]) as library:
        yield library


def quoted(library, source, words):
    record = next(one for one in library.documents() if one.source == source)
    start = library.text(record.id).index(words)
    return (record.id, start, start + len(words))


def test_the_other_side_of_a_disagreement_is_quoted(library):
    assert len(find_contradictions(library, as_of=DAY).contradictions) == 1
    answer = otherwise(
        "Why?", [quoted(library, "report.md", "has reached every front-line team")], library, DAY
    )
    (said,) = answer.statements
    assert said.text.startswith("Against: “Of 31 front-line teams 9")
    assert answer.citations[0].document == "minutes.md"


def test_what_is_on_neither_side_or_quoted_on_both_has_no_other(library):
    title = quoted(library, "report.md", "Annual report")
    both = [
        quoted(library, "report.md", "has reached every front-line team"),
        quoted(library, "minutes.md", "Of 31 front-line teams 9"),
    ]
    assert otherwise("Why?", [title], library, DAY) is None
    assert otherwise("Why?", both, library, DAY) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("who disagrees?", True),
        ("But does anyone say otherwise?", True),
        ("What speaks against that?", True),
        ("is there another view?", True),
        ("Is there anything that contradicts it?", True),
        ("Who disagrees about thresholds?", False),
        ("What contradicts the plan?", False),
    ],
)
def test_it_is_known_by_its_words(text, asks):
    assert asks_otherwise(text) is asks
    assert leans(text) is asks
