"""In parts: a text of several questions, answered as the turns of a talk and put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Gap, Written
from assistant.comparison.under_names import under_names
from assistant.conversations.choose_reading import Judge
from assistant.conversations.turn import Ask, answer_turn, turn_of
from assistant.follow_up.cues import leans
from assistant.follow_up.pointing import pointer_in
from assistant.in_words import filled
from assistant.understanding.content_words import content_words
from assistant.understanding.several import questions_in
from assistant.words import stems
from ingest.conversation import Turn
from ingest.library import Library
from ingest.phrases import worded
from prompts import load_data

_that = worded("follow-ups.yaml", r"\b(?:{frame.auxiliaries}) (?:{pointing.demonstrative})\b")
MET = 0.5
"""The share of a leaning question's words that one quotation for it and the one before has to hold."""


def answer_in_parts(
    text: str, turns: Sequence[Turn], library: Library, ask: Ask, as_of: str, judge: Judge | None
) -> Answer:
    """The answer to a text that follows these turns; to each of its questions, where it asks several.

    Those after the first are told as follow-ups are. Where they lean on it ("and by when?") and one search
    for them all answers them all, that stands.
    """
    parts = questions_in(text)
    if len(parts) == 1:
        return answer_turn(text, turns, library, ask, as_of, judge)
    whole = answer_turn(text, turns, library, ask, as_of, judge) if all(map(_leans, parts[1:])) else None
    if whole and whole.outcome == "answered" and all(_told_in(whole, part) for part in parts[1:]):
        return whole
    said: list[Answer] = []
    talk = list(turns)
    for part in parts:
        if whole and whole.statements and not said:
            answer = replace(whole, question=part, understood="", gaps=())
        elif said and not said[-1].statements and _of_answer(part):
            answer = said[-1]
        else:
            # "And" keeps the place, year and paper of the one before.
            answer = answer_turn(f"And {part}" if said else part, talk, library, ask, as_of, judge)
        said.append(answer)
        talk.append(turn_of(answer, part, answer.understood or answer.question))
    return _together(text, parts, said)


def _leans(part: str) -> bool:
    """Is the question nothing without the one before it?"""
    return leans(part) or bool(pointer_in(part, talk=True)) or _of_answer(part) or not content_words(part)


def _of_answer(part: str) -> bool:
    """Does it ask of what the one before is answered with ("how many days did that leave?")?"""
    return _that().search(part) is not None


def _told_in(answer: Answer, part: str) -> bool:
    """Does the answer tell what the part asks, too?

    A date, a count and the like that is not there was missed when it was decided. What else is asked has to
    be there with its words.
    """
    words = stems(" ".join(content_words(part)))
    if not words:
        return True
    quoted = (stems(one.quote) for one in answer.citations)
    return any(len(words & held) >= MET * len(words) for held in quoted)


def _together(text: str, parts: Sequence[str], said: Sequence[Answer]) -> Answer:
    """The answers as one, each under its question; what has none is missing. All refused: the first's."""
    answers = list(zip(parts, said, strict=True))
    gaps = tuple(
        gap for part, one in answers for gap in (one.gaps if one.statements else _missing(part, one))
    )
    found = [(part, one) for part, one in answers if one.statements]
    if not found:
        return replace(said[0], question=text, gaps=gaps)
    statements, citations = under_names(((part.rstrip("?"), one) for part, one in found), once=True)
    sure = min((one.confidence for _, one in found if one.confidence is not None), default=None)
    return Answer(
        question=text,
        outcome="partly" if gaps else "answered",
        verdict=_verdict(len(parts), len(found), sure),
        as_of=said[0].as_of,
        library_version=said[0].library_version,
        statements=statements,
        citations=citations,
        gaps=gaps,
        written=_written([one.written for _, one in found if one.written]),
        confidence=sure,
    )


def _missing(part: str, refused: Answer) -> list[Gap]:
    """That a question has no answer, with where it was looked for."""
    where = next((gap.where for gap in refused.gaps if gap.searched), "")
    return [Gap(filled(load_data("answer.yaml")["gaps"]["asked"], question=part), where)]


def _verdict(asked: int, found: int, sure: float | None) -> str:
    words = load_data("answer.yaml")
    said = filled(words["in_parts"], asked=asked, found=found)
    return said + (words["doubt"] if sure is not None and sure < load_data("refusal.yaml")["sure"] else "")


def _written(made: Sequence[Written]) -> Written | None:
    """What came of a language model's wording, of all questions together."""
    if not made:
        return None
    return Written(
        made[0].model,
        sum(one.kept for one in made),
        tuple(removed for one in made for removed in one.removed),
        tuple(key for one in made for key in one.unknown_keys),
        saw_no_answer=all(one.saw_no_answer for one in made),
    )
