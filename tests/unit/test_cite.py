"""Citations are the stored words, and tell where they stand."""

from dataclasses import replace

from found import record

from assistant.answer import Citation
from assistant.composition.cite import citation_of
from assistant.render.row import row_in_words
from ingest.document import Block, Document

HEAD, ROW = "No. | Action | Lead | RAG", "4.1 | Clear the backlog |  | Green"
TEXT = f"Plan\n{HEAD}\n{ROW}\nEnd."
RECORD = record("d", "Plan", "other", label="standard", source="a", path="a", sha256="0" * 64)


def block(kind, words, table=-1):
    start = TEXT.index(words)
    return Block(kind, start, start + len(words), table=table)


def cited(words):
    document = Document("d", "Plan", "other", None, None, None, None, "standard", "a", "a", "0" * 64, TEXT)
    blocks = (block("heading", "Plan"), block("table_header", HEAD, 0), block("table_row", ROW, 0))
    start = TEXT.index(words)
    return citation_of(
        1,
        RECORD,
        replace(document, blocks=(*blocks, block("paragraph", "End."))),
        None,
        start,
        start + len(words),
    )


def test_a_row_whose_passage_names_no_header_has_that_of_its_table():
    assert cited(ROW).header == HEAD
    assert [cited(words).header for words in ("Plan", HEAD, "End.")] == ["", "", ""]


def test_a_row_is_read_under_the_names_of_its_columns():
    assert row_in_words(cited(ROW)) == "No.: 4.1; Action: Clear the backlog; RAG: Green"


def test_a_row_that_does_not_fit_its_columns_is_read_beside_their_names():
    odd: Citation = replace(cited(ROW), quote="4.1 | Clear the backlog")
    assert row_in_words(odd) == f"Columns: {HEAD}"


def test_what_is_no_row_has_no_columns():
    assert row_in_words(cited("End.")) == ""
