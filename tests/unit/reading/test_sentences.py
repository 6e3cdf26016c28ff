"""Where sentences end in this field's prose."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentences, sentences_within


def split(text):
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_of_a_slice_are_places_in_the_whole():
    text = "Heading\nIt rose. It fell. It rose."
    spans = sentences_within(text, 8, 25)
    assert [text[start:end] for start, end in spans] == ["It rose.", "It fell."]


@pytest.mark.parametrize(
    "text",
    [
        "Agencies (e.g. Health and the Police) took part.",
        "The duty in s. 11 of the Act, i.e. the Children Act 2004, applies.",
        "Dr. Green and Cllr. Brown chaired it.",
        "It rose by 4.12 per cent to 3.5.",
        "See para. 87 and p. 5 of the report, No. 6.",
        "J. K. Smith wrote it.",
        "87. Ensure that plans are signed.",
        "(a) Write the plan.",
        "Recommendation 6. Ensure that it is read.",
        "Name: Emma Date: 31.10.12 was signed.",
        "Is it safe? asked one child.",
        "Plans were late. (Recommendation)",
        "See www.harrow.gov.uk/audits.Report for more.",
    ],
)
def test_one_sentence_stays_one(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It was done. It worked.", "It was done."),
        ("“It was done.” The board agreed.", "“It was done.”"),
        ("Was it done? Yes.", "Was it done?"),
        ("Health, police, etc. The board agreed.", "Health, police, etc."),
        ("The plan was for Child A. The mother agreed.", "The plan was for Child A."),
        ("It has areas to improve.1 The board knows.", "It has areas to improve.1"),
        ("The answer is no. The board knows.", "The answer is no."),
        ("Managers sign it off.The board reads it.", "Managers sign it off."),
        ("First line\nSecond line", "First line"),
        ("One thing • another thing", "One thing"),
        ("Plans were late. (paragraph 121) The board knows.", "Plans were late. (paragraph 121)"),
        ("Work began… Then it stopped.", "Work began…"),
    ],
)
def test_two_sentences_are_told_apart(text, first):
    assert split(text)[0] == first
    assert len(split(text)) == 2


@given(st.text(alphabet="ab AB.!?“”'1\n•(", max_size=120))
def test_spans_are_trimmed_in_order_and_lose_nothing(text):
    spans = sentences(text)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).split() or not text.strip()
    assert sum(len("".join(text[s:e].split())) for s, e in spans) == len("".join(text.split()))
