"""Choose a reading: of the ways a turn may be meant, the one whose answer reads best as an answer to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.follow_up.readings import Reading, Readings
from prompts import load_data

Judge = Callable[[str, Sequence[str]], Sequence[float]]
"""How well each of some texts answers a question, in logits; larger is better."""

BY_RULE = 8.0
"""Logits, over all readings, that one told by rule is worth beside others; from 0 to 8 two dev halves hardly
differ."""

FAR = -9.0
"""A text whose reading is below this has nothing to do with the question: half-way between those of texts on
other matters and those of almost all that hold an answer (`refusal.signals`)."""


def answer_as_meant(
    groups: Iterable[Readings], ask: Callable[[Reading], Answer], judge: Judge | None
) -> Answer:
    """The answer of the first group that has one; of a group the one that reads best, if anyone can judge.

    An answer in doubt gives way to one from more papers about the same place that is not. Where none is
    answered, the refusal of the last group's first: it searched the most. That of a reading told by rule
    stands: others of its group would answer something else.
    """
    groups = tuple(groups)
    refused: dict[Reading, Answer] = {}
    doubted: list[tuple[str, Answer]] = []
    for group in groups if judge else ((one,) for several in groups for one in several):
        said: list[tuple[Reading, Answer]] = []
        for one in group:
            answer = _told(one, ask(one))
            if _answers(one, answer, judge):
                said.append((one, answer))
            elif one.by_rule:
                return answer
            else:
                refused[one] = answer
        if said:
            place, best = group[0].place, _best(said, [one.text for one in group], judge)
            if not doubted and not _in_doubt(best):
                return best
            doubted.append((place, best))
    sure = (answer for place, answer in doubted[1:] if place == doubted[0][0] and not _in_doubt(answer))
    return next(sure, doubted[0][1]) if doubted else refused[groups[-1][0]]


def _in_doubt(answer: Answer) -> bool:
    """Does it say of itself that it may be none?"""
    return load_data("answer.yaml")["doubt"] in answer.verdict


def _answers(reading: Reading, answer: Answer, judge: Judge | None) -> bool:
    """Is it answered, and has the first quotation to do with the turn?"""
    if answer.outcome == "not_found" or judge is None or not reading.turn:
        return answer.outcome != "not_found"
    return judge(reading.turn, [_first(answer)])[0] > FAR


def _best(said: Sequence[tuple[Reading, Answer]], asked: Sequence[str], judge: Judge | None) -> Answer:
    """The answer whose first quotation reads best, on the whole, with the turn in all the ways it is read."""
    if len(said) == 1 or judge is None:
        return said[0][1]
    texts = [_first(answer) for _, answer in said]
    totals = zip(*(judge(one, texts) for one in asked), strict=True)
    scores = [sum(total) + BY_RULE * one.by_rule for total, (one, _) in zip(totals, said, strict=True)]
    best = said[scores.index(max(scores))][1]
    # Where the answers agree, the rule's words tell best what was meant.
    by_rule = (answer for one, answer in said if one.by_rule and _first(best) in _quoted(answer))
    return replace(best, question=next(by_rule, best).question)


def _first(answer: Answer) -> str:
    """The first quotation under its paper's title; what is said where nothing is quoted."""
    return next(iter(_quoted(answer)), answer.verdict)


def _quoted(answer: Answer) -> list[str]:
    return [f"{one.title}\n{one.quote}" for one in answer.citations]


def _told(reading: Reading, answer: Answer) -> Answer:
    """The answer, its question the whole one that the turn was taken for."""
    return replace(answer, question=reading.told(answer.understood or answer.question), understood="")
