"""A question in the field's words."""

from assistant.retrieval.reword import wordings
from assistant.understand import understand


def test_an_everyday_word_becomes_the_fields_beside_the_question_as_asked():
    texts = wordings(understand("Who leads on runaways?"), lambda word: 3.0)
    assert texts == ("Who leads on runaways?", "Who leads on missing children?")


def test_a_word_that_tells_nothing_in_this_library_is_not_put_in():
    assert wordings(understand("What do kids say?"), lambda word: 0.5) == ("What do kids say?",)
