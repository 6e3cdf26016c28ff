"""Passages: exact slices, under one heading, ended by sentences, within the limit of tokens."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Block, Document
from ingest.segment import segment


def count(text):
    return len(text.split())


def make(*parts, title="Audit"):
    """A document of (kind, text) parts; a heading's kind may carry its level: "heading2"."""
    text, blocks = "", []
    for kind, words in parts:
        text += "\n" if text else ""
        level = int(kind[-1]) if kind[-1].isdigit() else int(kind == "heading")
        table = 0 if kind.startswith("table") else -1
        blocks.append(Block(kind.rstrip("0123456789"), len(text), len(text) + len(words), level, table=table))
        text += words
    return Document(
        "d", title, "audit", None, None, None, None, "standard", "a", "a", "0", text, (), tuple(blocks)
    )


def sentence(number, words=20):
    return " ".join([f"Sentence{number}", *["word"] * (words - 2), "end."])


def test_short_paragraphs_under_one_heading_share_a_passage():
    passages = segment(make(("heading", "Findings"), ("paragraph", "One."), ("paragraph", "Two.")), count)
    assert [passage.text for passage in passages] == ["Findings\nOne.\nTwo."]
    assert passages[0].heading_path == ("Findings",)


def test_passages_do_not_cross_headings():
    parts = [("heading1", "A"), ("paragraph", "One."), ("heading2", "B"), ("paragraph", "Two.")]
    assert [passage.heading_path for passage in segment(make(*parts), count)] == [("A",), ("A", "B")]


def test_headings_of_one_level_without_text_between_them_are_both_kept():
    parts = [
        ("heading1", "Haringey"),
        ("heading1", "July 2010"),
        ("paragraph", "One."),
        ("heading1", "Bexley"),
    ]
    passages = segment(make(*parts, ("paragraph", "Two.")), count)
    assert [passage.heading_path for passage in passages] == [("Haringey", "July 2010"), ("Bexley",)]


def test_a_list_of_contents_stands_above_nothing():
    parts = [("heading1", "Report"), ("heading1", "Contents"), ("paragraph", "One … 3"), ("heading2", "One")]
    passages = segment(make(*parts, ("paragraph", "Two.")), count)
    assert [passage.heading_path for passage in passages] == [("Report", "Contents"), ("Report", "One")]


def test_a_heading_with_nothing_under_it_goes_with_what_follows():
    parts = [("heading1", "A"), ("heading2", "B"), ("paragraph", "Two.")]
    assert [passage.text for passage in segment(make(*parts), count)] == ["A\nB\nTwo."]


def test_long_text_is_cut_at_sentence_ends_into_about_150_words():
    passages = segment(make(("paragraph", " ".join(sentence(n) for n in range(30)))), count)
    assert [len(passage.text.split()) for passage in passages] == [160, 140, 160, 140] or all(
        120 <= len(passage.text.split()) <= 180 for passage in passages
    )
    assert all(passage.text.endswith("end.") for passage in passages)


def test_a_lead_in_stays_with_its_list():
    lead = ("paragraph", " ".join(sentence(n) for n in range(7)) + " The board asks for:")
    items = [("list_item", f"• {sentence(n)}") for n in range(4)]
    passages = segment(make(lead, *items), count)
    assert any("asks for:\n• Sentence0" in passage.text for passage in passages)


def test_a_table_row_is_a_passage_with_its_header():
    rows = [("table_row", f"{sentence(n)} | Head of service") for n in range(3)]
    passages = segment(make(("table_header", "Action | Owner"), *rows), count)
    assert [passage.header for passage in passages] == ["", "Action | Owner", "Action | Owner"]
    assert passages[0].text.startswith("Action | Owner\n")


def test_very_short_rows_share_a_passage():
    rows = [("table_row", f"Indicator {n} | {n}") for n in range(10)]
    assert len(segment(make(("table_header", "Name | Score"), *rows), count)) < 4


def test_a_monster_sentence_is_cut_between_words():
    passages = segment(make(("paragraph", "word " * 999 + "end")), count, limit=100)
    assert all(count(passage.text) <= 100 for passage in passages)
    assert sum(count(passage.text) for passage in passages) == 1000


def test_a_long_heading_path_gives_up_its_highest_headings():
    parts = [("heading1", "high " * 100), ("heading2", "low " * 50), ("paragraph", sentence(1))]
    (first, *_) = segment(make(*parts), count)
    assert first.heading_path == (("low " * 50),)


kinds = st.sampled_from(
    ["heading1", "heading2", "heading3", "paragraph", "list_item", "table_header", "table_row"]
)
words = st.lists(
    st.sampled_from(["plan", "plans.", "Board", "(a)", "x" * 60, "Dr.", "•", "|", "is:"]),
    min_size=1,
    max_size=80,
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(kinds, words.map(" ".join)), max_size=12))
def test_passages_are_slices_that_cover_everything_within_the_limit(parts):
    document = make(*parts)
    passages = segment(document, count, limit=120)
    covered = set()
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        taken = count(document.title) + count(" › ".join(passage.heading_path)) + count(passage.header)
        assert taken + count(passage.text) <= 120
        covered.update(range(passage.start, passage.end))
    assert all(at in covered or character.isspace() for at, character in enumerate(document.text))
    assert all(first.end <= second.start for first, second in itertools.pairwise(passages))
