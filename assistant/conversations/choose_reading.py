"""Choose a reading: of the ways a turn may be meant, the one whose answer reads best as an answer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Answer
from assistant.follow_up.readings import Reading

Judge = Callable[[str, Sequence[str]], Sequence[float]]
"""How well each of some texts answers a question, in logits; larger is better."""

BY_RULE = 5.0
"""Logits that a reading told by rule is worth beside others; on two dev halves 4 to 6 were best."""


def chosen(
    read: Sequence[tuple[Reading, Answer]], asked: Sequence[str], judge: Judge | None
) -> Answer | None:
    """The answer whose first quotation reads best with the turn in all the ways it is `asked`.

    The first that answers where nobody can judge; None where none does.
    """
    said = [one for one in read if one[1].outcome != "not_found" and one[1].citations]
    if len(said) < 2 or judge is None:
        return said[0][1] if said else None
    texts = [f"{answer.citations[0].title}\n{answer.citations[0].quote}" for _, answer in said]
    totals = zip(*(judge(one, texts) for one in asked), strict=True)
    scores = [sum(total) + BY_RULE * one.by_rule for total, (one, _) in zip(totals, said, strict=True)]
    return said[scores.index(max(scores))][1]
