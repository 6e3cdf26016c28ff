"""The widths of a table's columns, and tables too wide for paper."""

from assistant.key_questions.ledger import Table
from assistant.pack.parts.columns import columns_of, cut


def table(header, *rows):
    return Table("Scores", tuple(header), tuple(map(tuple, rows)), tuple(() for _ in rows))


def test_no_column_is_narrower_than_its_longest_word():
    made = table(["Theme", "Open", "Agencies"], ["supervision", "1", "each agency, one by one, " * 9])
    theme, open_, agencies = (column.width for column in columns_of(made, 12))
    assert theme * 92 > len("supervision")
    assert open_ * 92 > len("Open")
    assert agencies > theme


def test_a_table_too_wide_for_paper_is_cut_and_each_part_keeps_the_first_column():
    bodies = [f"Organisation{number}" for number in range(11)]
    made = table(["Standard", *bodies], ["Training", *map(str, range(11))])
    parts = list(cut(made, 12))
    assert [part.title for part in parts] == ["Scores (1/3)", "Scores (2/3)", "Scores (3/3)"]
    assert [part.rows[0] for part in parts] == [
        ("Training", "0", "1", "2", "3"),
        ("Training", "4", "5", "6", "7"),
        ("Training", "8", "9", "10"),
    ]
    assert [name for part in parts for name in part.header[1:]] == bodies


def test_a_table_that_fits_stays_whole():
    made = table(["Theme", "Open"], ["Neglect", "2"])
    assert list(cut(made, 12)) == [made]


def test_a_column_of_figures_is_set_as_figures():
    made = table(["Theme", "Open", "Share"], ["Neglect", "2", "40%"])
    assert [column.numeric for column in columns_of(made, 12)] == [False, True, True]
