"""A passage's sentences; of a table its rows."""

from assistant.sentences.spans import sentence_spans
from ingest.passage import Passage


def pieces(text, header="Measure | Spring | Autumn"):
    passage = Passage("p", "d", 5, 5 + len(text), text, (), header)
    return [text[start - 5 : end - 5] for start, end in sentence_spans(passage)]


def test_rows_that_share_a_passage_are_told_apart():
    rows = ["Visits | 18 | 13", "Calls (%) | 58 | 63", "Letters |  | "]
    assert pieces("\n".join(rows)) == rows


def test_a_cell_of_several_lines_parts_no_row():
    row = "Visits | 18\nof 20 | 13"
    assert pieces(row) == [row]
