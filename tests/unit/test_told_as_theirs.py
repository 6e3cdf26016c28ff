"""What a sentence tells as the words of children, parents or others of whom nearly all papers speak."""

import pytest

from assistant.asked.speaking import tells_as_theirs


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [
        ("children", "Children told inspectors that their worker listens."),
        ("children", "Children who are new to care say that letters frighten them."),
        ("children", "Children are well looked after and feel safe in their homes."),
        ("children", "Some pupils report that nobody asks them."),
        ("parents", "Parents were happy with the help that came."),
        ("parents", "Parents, asked twice, said that they had no plan."),
        ("children", "Children’s views are that there are too many meetings."),
        ("children", "Nobody rings back, according to one boy."),
    ],
)
def test_what_they_say_or_feel_is_theirs(speaker, sentence):
    assert tells_as_theirs((speaker,)).search(sentence)


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [
        ("children", "Social workers know their children and speak of them with warmth."),
        ("children", "Social workers see children regularly and speak warmly of them."),
        ("children", "Children are seen regularly, and social workers speak of them well."),
        ("children", "Children should be told the outcome by someone they trust."),
        ("children", "Each agency sends every child protection conference a written report."),
        ("children", "The bruise of a child who cannot speak is to be explained."),
        ("children", "Carers help children to settle in, like meeting the neighbours."),
        ("families", "Staff get on with families, and they speak of them with warmth."),
        ("children", "The return covers children who go missing, by annual report."),
    ],
)
def test_what_is_said_to_them_or_of_them_is_not(speaker, sentence):
    assert not tells_as_theirs((speaker,)).search(sentence)
