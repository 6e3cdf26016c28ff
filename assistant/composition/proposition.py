"""Proposition: a question whether something is well, and on which side of it each quotation stands.

The side is told where a clause of the quotation praises or blames one of the question's things, by the rules
that ledgers weigh by. No yes or no is made of it: that is for the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Literal

from assistant.asked.bettering import asks_whether_better
from assistant.asked.sharing import counts_share, gives_share
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.sentences.faults import list_of_faults
from assistant.statements.concepts import words_of
from assistant.statements.lexicon import lexicon
from assistant.statements.polarity import clauses_of
from assistant.words import any_stands, stems
from ingest.draft import CELL_JOINER
from ingest.passage import Passage
from ingest.phrases import any_listed, worded
from ingest.sentences import sentences

Side = Literal["for", "against", "both", ""]

READ, NEAR = 12, 0.8
"""The other side is looked for among so many of the best sentences, no farther behind than this share."""

LEAST = 0.5
"""So large a share of the question's things has to be named where a quotation takes a side."""

ELLIPTIC = 6
"""A clause of so few words says of what was named before it ("but some remain too high")."""

AS_NEAR = 1.0
"""A count is of what is asked where the model that reads sentences puts it so few logits behind the best."""

DENIED = 3
"""So many words before one that says that something is better may deny it."""

SIDES: tuple[Side, ...] = ("for", "both", "against", "")
"""In the order in which they are shown."""

_words = partial(any_listed, "vocabulary/proposition.yaml")
_asks_whether = worded("vocabulary/proposition.yaml", r"{openings}\b(?!.*\b{no_proposition}\b)")


def other_sides(
    question: Question, groups: Sequence[list[Evidence]], evidence: Sequence[Evidence]
) -> Sequence[Evidence]:
    """The best near sentence of each side, for and against, that none of the groups takes.

    None where the question does not ask whether something is well.
    """
    if not groups or not asks_whether_well(question.text):
        return []
    taken = {_side(question, group[0]) for group in groups}
    if "both" in taken:
        return []
    best = groups[0][0].score
    held = {item.found.passage.id for group in groups for item in group}
    others = [
        item
        for item in evidence[:READ]
        if item.score >= best - (1 - NEAR) * abs(best)
        and item.found.passage.id not in held
        and not item.missing
        and _held(question, item.quote) == 1
    ]
    sides = [_side(question, item) for item in others]
    return [others[sides.index(side)] for side in ("for", "against") if side in sides and side not in taken]


def counted(question: Question, quoted: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentence that counts how far something is so, where it is asked whether it is and none does.

    A summary may say of nearly all what a finding counts for 9 of 20.
    """
    if not quoted or not _asks_whether().match(question.text.strip()):
        return []
    best = quoted[0].cross
    if best is None or any(gives_share(item.quote) for item in quoted):
        return []
    counting = (
        item
        for item in evidence[:READ]
        if item.cross is not None and item.cross >= best - AS_NEAR and not item.missing
        if CELL_JOINER not in item.quote and counts_share(item.quote)
    )
    return [*islice(counting, 1)]


def by_side(question: Question, groups: Sequence[list[Evidence]]) -> tuple[list[list[Evidence]], list[Side]]:
    """The groups with what speaks for the question's proposition first, and the side of each.

    As they are, with no sides, where it puts no proposition or none of them takes a side.
    """
    sides = [_side(question, group[0]) for group in groups]
    if not any(sides) or not asks_whether_well(question.text):
        return list(groups), [""] * len(groups)
    order = sorted(range(len(groups)), key=lambda at: SIDES.index(sides[at]))
    return [groups[at] for at in order], [sides[at] for at in order]


def asks_whether_well(text: str) -> bool:
    """Does the text ask whether something is as it should be ("Are caseloads manageable?")?

    Questions whether something is ill are left alone: "neglect" and the like are their matter, and no blame.
    """
    return bool(_asks_whether().match(text.strip())) and {tone for tone, _ in _toned(text)} == {1}


def headings_of(question: Question, passage: Passage) -> tuple[str, ...]:
    """The headings that a sentence of the passage is read under.

    Where it is asked whether something is well, one that praises likewise and does not name the thing ("Good
    practice" for supervision) is none of them: whatever stands under it would look like evidence.
    """
    if not asks_whether_well(question.text):
        return passage.heading_path
    praise = stems(" ".join(question.terms)) - stems(" ".join(_praised(question)))
    return tuple(
        heading
        for heading in passage.heading_path
        if not praise & stems(heading) or _held(question, heading) == 1
    )


def _side(question: Question, item: Evidence) -> Side:
    """The side of a quotation; what is praised as it should be, in a list of faults, is wanting."""
    side = side_of(question, item.quote)
    return "against" if side == "for" and list_of_faults(item.found.passage, item.start) else side


def side_of(question: Question, quote: str) -> Side:
    """Whether a quotation says of half the question's things that it is well, or ill; "" for neither.

    What should be says nothing of what is, nor does the row of a table or a question.
    """
    if "|" in quote or quote.rstrip().endswith("?") or _held(question, quote) < LEAST:
        return ""
    better = asks_whether_better(question.text)
    said = {
        (better and _turned(words)) or tone
        for tone, words in _toned(quote)
        if not _words("wishes").search(words)
        and (_held(question, words) > 0 or len(words.split()) <= ELLIPTIC)
    }
    return "" if not said else "both" if len(said) > 1 else "for" if said == {1} else "against"


def _held(question: Question, text: str) -> float:
    """The share of the question's things that the text names; 1 where there are none.

    The praise that is asked about is no thing: whatever is good of anything would be of it.
    """
    held = stems(text)
    named = [any_stands(question.names_of(thing), held) for thing in _praised(question)]
    return sum(named) / len(named) if named else 1.0


def _praised(question: Question) -> list[str]:
    return [thing for thing in question.things if not list(_toned(thing))]


def _toned(text: str) -> Iterator[tuple[int, str]]:
    """The clauses that praise (1) or blame (-1), with their words."""
    for start, end in sentences(text):
        words = words_of(text[start:end])
        for clause in clauses_of(lexicon().find(words), len(words)):
            said = " ".join(words[clause.first : clause.last + 1])
            if tone := clause.tone or _own_tone(said):
                yield tone, said


def _turned(clause: str) -> int:
    """Where it is asked whether something is better: 1 where the clause says it is, -1 where worse, else 0.

    Whatever else is good or bad in it: "Core groups improved after a list of late ones was sent".
    """
    for name, tone in (("better", 1), ("worse", -1)):
        if found := _words(name).search(clause):
            denied = _words("denied").search(" ".join(clause[: found.start()].split()[-DENIED:]))
            return -tone if denied else tone
    return 0


def _own_tone(clause: str) -> int:
    """The tone by words that praise or blame in an answer to such a question, and not everywhere."""
    return bool(_words("well").search(clause)) - bool(_words("ill").search(clause))
