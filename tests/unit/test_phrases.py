"""Phrases of lists as patterns."""

import re

import pytest

from ingest.phrases import alternatives

LISTS = (
    ["complete", "completed", "closed", "done", "not done", "child's plan", "improv*"],
    ["May", "march", "mar", "Mayor", "a", "an hour", "7 days", "7", "“as agreed”", "*-ever"],
)
TEXTS = (
    "The child’s plan was completed and closed",
    "not\ndone: improvement",
    "In march the Mayor may an hour “as agreed” in 7 days however",
)


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize("entries", LISTS)
def test_the_longest_phrase_of_a_list_is_found_whatever_begins_like_it(entries, flags):
    found = re.compile(rf"(?<!\w)(?:{alternatives(entries)})(?!\w)", flags)
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    plain = [entry.replace("*", r"\w*").replace(" ", r"\s+").replace("'", "['’]") for entry in longest_first]
    expected = re.compile(rf"(?<!\w)(?:{'|'.join(plain)})(?!\w)", flags)
    assert [found.findall(text) for text in TEXTS] == [expected.findall(text) for text in TEXTS]
    assert any(found.findall(text) for text in TEXTS)


def test_phrases_that_begin_alike_are_tried_after_their_first_letter():
    assert alternatives(["done", "dealt with", "closed"]) == r"d(?:ealt\s+with|one)|closed"
