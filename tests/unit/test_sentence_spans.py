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


def test_a_paragraph_in_a_cell_is_told_sentence_by_sentence():
    told = ("Budget. CT presented it.", "The police pay 15%.", "It was agreed.")
    assert pieces(f"5 | {' '.join(told)} | CT to write", "No | Item | Action") == [
        "5 | Budget.",
        "CT presented it.",
        *told[1:],
        "CT to write",
    ]
    assert pieces(f"5 | {' '.join(told)} | ", "No | Item | Action")[-1] == "It was agreed."


def test_a_cell_of_two_sentences_parts_no_row():
    row = "A2 | Print a leaflet | Red | Leaflet printed. Briefings cancelled."
    assert pieces(row, "Ref | Action | RAG | Progress") == [row]
