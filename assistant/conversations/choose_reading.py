"""Choose a reading: of the ways a turn may be meant, the one whose answer reads best as an answer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.follow_up.readings import Reading

Judge = Callable[[str, Sequence[str]], Sequence[float]]
"""How well each of some texts answers a question; larger is better."""

PREFERRED = 0.0


def chosen(answers: Sequence[Answer], asked: Sequence[str], judge: Judge | None) -> Answer:
    """The answer whose first quotation reads best, on the whole, with the turn as `asked` in several ways.

    The first of those that answer where nobody can judge; the first refusal where none does.
    """
    said = [one for one in answers if one.outcome != "not_found" and one.citations]
    if len(said) < 2 or judge is None:
        return next(iter(said), answers[0])
    texts = [f"{one.citations[0].title}\n{one.citations[0].quote}" for one in said]
    read = [judge(one, texts) for one in asked]
    total = [sum(scores) for scores in zip(*read, strict=True)]
    total[0] += PREFERRED
    return said[total.index(max(total))]
