from eval.ocr_scores import score

TRUTH = "Neglect was the most common\nreason for referral."


def test_a_page_read_as_it_stands_loses_nothing():
    found = score(TRUTH, "Neglect was the most common reason for referral.")
    assert (found.recall, found.spaces, found.lost, found.added) == (1.0, 7, 0, 0)


def test_words_run_together_are_missed_and_their_space_counted_as_lost():
    found = score(TRUTH, "Neglectwas the most common reason for referral.")
    assert (found.words, found.found, found.lost, found.added) == (8, 6, 1, 0)


def test_a_word_torn_apart_counts_as_a_space_added():
    found = score(TRUTH, "Neg lect was the most common reason for referral.")
    assert (found.found, found.lost, found.added) == (7, 0, 1)


def test_a_word_read_twice_is_found_once():
    assert score("early help", "early early").found == 1


def test_a_misread_letter_costs_its_word_alone():
    found = score(TRUTH, "Neglect was tke most common reason for referral.")
    assert (found.found, found.lost) == (7, 0)
