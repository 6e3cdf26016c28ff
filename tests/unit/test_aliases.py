"""What a library's own papers also call what a question names."""

import pytest

from assistant.initials import initials_of
from assistant.retrieval.reword import wordings
from assistant.understanding.aliases import explained_in, with_aliases
from assistant.understanding.understand import understand
from ingest.filters import Filters


class Hit:
    def __init__(self, passage_id):
        self.passage_id = passage_id


class Passages:
    """A library of passages, each a document of its own, searched by whether a text holds a phrase."""

    def __init__(self, *texts):
        self.texts = texts

    def full_text(self, terms, filters, limit):
        words = [name.lower() for group in terms for name in group]
        found = (at for at, text in enumerate(self.texts) if any(word in text.lower() for word in words))
        return [Hit(at) for at in found if not filters.documents or str(at) in filters.documents]

    def passages(self, ids):
        class Passage:
            def __init__(self, at, text):
                self.document_id, self.header, self.text = str(at), "", text

        return [Passage(at, self.texts[at]) for at in ids]


MINUTES = "Present: Ann Morrow, Ben Carr. AM said that nothing was owed. Hello."
PAPER = "The Young Voices Forum (YVF) meets each month. YVF members are paid."


def also(question, *texts):
    return dict(with_aliases(understand(question), Passages(*texts), Filters()).also)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Ann Morrow say?", {"Ann Morrow": ("AM",)}),
        ("What did AM say?", {"AM": ("Ann Morrow",)}),
        ("When does the YVF meet?", {"YVF": ("Young Voices Forum",)}),
        ("What did Carl Dent say?", {}),
        ("What did Ben Carr say?", {}),
    ],
)
def test_people_are_known_by_initials_and_short_forms_by_what_they_stand_for(question, expected):
    assert also(question, MINUTES, PAPER) == expected


def test_a_question_is_compared_with_the_other_name_behind_the_first():
    asked = with_aliases(understand("What did Ann Morrow say?"), Passages(MINUTES), Filters())
    assert wordings(asked) == ("What did Ann Morrow (AM) say?",)
    assert asked.others["morrow"] == ("AM",)


def test_a_short_form_is_explained_by_the_words_before_it_alone():
    assert list(explained_in("All use the Early Care Score (ECS).")) == [("Early Care Score", "ECS")]
    assert list(explained_in("All of them (ABC) came.")) == []
    assert initials_of("Board of Wards") == "BW"
