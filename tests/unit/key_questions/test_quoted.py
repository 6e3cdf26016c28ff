"""What a challenge quotes, so that it can be read out by itself."""

from types import SimpleNamespace

from assistant.key_questions.finding import Point
from assistant.key_questions.quoted import cut, is_figures, quotation, standing, stands_alone
from assistant.slices import Slice

SAID = "Audits are few and their findings are not shared with staff."


def point(text, core=""):
    return Point(text, "independent_finding", (Slice("d", 0, len(text)),), "audits", "d", core=core)


def paper(title, published="2024-03-01"):
    return SimpleNamespace(title=title, published=published, kind="inspection")


def test_the_document_and_its_date_stand_beside_the_words():
    named = quotation(point(SAID), paper("Inspection of Exmoor"))
    assert named == f"“{SAID[:-1]}” (Inspection of Exmoor, 1 March 2024)"


def test_a_date_in_the_title_is_not_said_twice_and_a_long_title_gives_way_to_the_kind():
    assert quotation(point(SAID), paper("Minutes of 1 March 2024")).endswith("(Minutes of 1 March 2024)")
    assert quotation(point(SAID), paper("word " * 13)).endswith("(Inspection, 1 March 2024)")


def test_words_that_lean_are_quoted_with_the_sentence_before_or_not_at_all():
    leaning = "However, these arrangements are not giving the board the challenge that it needs."
    both = f"The scrutineer sits on some boards. {leaning}"
    assert standing(point(both, leaning)) == both.rstrip(".")
    assert not stands_alone(point(leaning))
    assert not stands_alone(point(f"{'word ' * 50}. {leaning}", leaning))


def test_what_points_elsewhere_in_its_paper_does_not_stand_alone():
    assert not stands_alone(point("We include this here because good practice spread to other teams."))


def test_the_result_of_something_is_no_opener():
    said = "As a result of the audit of neglect, every team now asks about fathers."
    assert standing(point(said)) == said.rstrip(".")


def test_a_row_is_quoted_by_its_name_and_its_wordiest_cell():
    row = "12.2 | Practice forum | Colin Prothero | On track. One was held in February 2024."
    assert standing(point(row)) == "Practice forum … On track. One was held in February 2024"


def test_a_row_of_figures_is_known():
    assert is_figures(point("Children seen alone | 12 | 18 | 40%"))
    assert not is_figures(point(SAID))


def test_a_long_statement_is_cut_at_a_pause_and_ends_with_no_small_word():
    assert cut([*["word"] * 14, "pause,", *["word"] * 30], 32) == " ".join(["word"] * 14) + " pause…"
    assert cut([*["word"] * 31, "of", "children"], 32) == " ".join(["word"] * 31) + "…"
