"""Polarity: whether each clause of a sentence speaks well or ill of what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.statements.concepts import Found, lists_of
from assistant.statements.lexicon import POLARITY
from prompts import load_data

REACH = 4
"""A turning word works on what stands at most so many words after it."""

MENDED = 8
"""What is bad is mended by a word at most so many words after it."""

LONGEST_HEADING = 22
"""A line of more words is no heading."""

SHORT = 7
"""A sentence of fewer words leans on the one before it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words `first` to `last` of a sentence, and its tone: 1 well, -1 ill, 0 neither."""

    first: int
    last: int
    tone: int


def clauses_of(
    found: Sequence[Found], length: int, breaks: Sequence[int] = (), commas: Sequence[int] = ()
) -> list[Clause]:
    """The clauses of a sentence of `length` words; `found` are the lexicon's phrases in it.

    A new clause begins at a word of contrast, at each index in `breaks`, and after the comma that ends a
    clause begun by such a word ("While it is regular, it is not used"). `commas` are the words after commas.
    """
    contrasts = [hit.first for hit in found if hit.concept == "tone:contrast"]
    ended = [next((at for at in commas if at > contrast + 1), 0) for contrast in contrasts]
    starts = sorted({0, *breaks, *contrasts, *ended})
    signed = _signed(found, starts)
    clauses = [
        Clause(start, end - 1, _tone([sign for at, sign in signed if start <= at < end]))
        for start, end in zip(starts, [*starts[1:], length], strict=True)
        if end > start
    ]
    return _conceding(clauses) if contrasts[:1] == [0] and ended[0] else clauses


def _conceding(clauses: list[Clause]) -> list[Clause]:
    """What a sentence concedes has the tone of what it says: "Although regular, its quality is poor"."""
    if len(clauses) > 1 and clauses[0].tone > 0 > clauses[1].tone:
        return [replace(clauses[0], tone=clauses[1].tone), *clauses[1:]]
    return clauses


@cache
def tone_of_heading(heading: str) -> int:
    """1 under a heading of strengths, -1 under one of things to improve, else 0; the nearest decides.

    A chapter's heading ("The experiences and progress of children in care: good") ends the list before it,
    at whatever level a reader found it.
    """
    for one in reversed(heading.split(" › ")):
        names = lists_of(POLARITY, "heading_good", "heading_bad", "heading_chapter").names(one)
        tone = ("heading_good" in names) - ("heading_bad" in names)
        if tone or "heading_chapter" in names:
            return 0 if "heading_chapter" in names else tone
    return 0


def opens_chapter(text: str) -> bool:
    """Is a short line the heading of a chapter, whatever a reader took it for?"""
    return len(text.split()) <= LONGEST_HEADING and bool(lists_of(POLARITY, "heading_chapter").names(text))


def says_something(words: Sequence[str]) -> bool:
    """Has it a verb of its own? A list item such as "The quality of audits" has only its heading's.

    Verbs after a word that subordinates are not its own: "Processes to ensure that there is good auditing".
    """
    found = lists_of(POLARITY, "verbs", "subordinates").find(words)
    end = min((hit.first for hit in found if hit.concept == "subordinates"), default=len(words))
    return any(hit.concept == "verbs" and hit.first < end for hit in found)


def leans(words: Sequence[str]) -> bool:
    """Does a sentence of these words say little without the one before it: "This means …"?"""
    return len(words) < SHORT or _opens("leaning", words[:4])


def points_back(words: Sequence[str]) -> bool:
    """Does a sentence of these words open with a word for what the one before told: "These are …"?"""
    return _opens("pointing", words[:2])


def turns_back(words: Sequence[str]) -> bool:
    """Does a sentence of these words open by turning against the one before it: "However, …"?"""
    return _opens("turning_back", words[:2])


def stood_for(words: Sequence[str]) -> frozenset[str]:
    """The concepts of people that the word which opens the sentence may stand for: "They have …"."""
    return frozenset(load_data(POLARITY)["people"]) if _opens("people_words", words[:2]) else frozenset()


def under_heading(clauses: Sequence[Clause], heading: int, own: bool, contrasts: bool) -> list[Clause]:
    """The clauses under a heading of strengths (1) or of things to improve (-1).

    Without a verb of their `own` they have the heading's tone. With one they keep theirs, but a good word
    among things to improve says what is wanted, and a bad one among strengths what the good is done about,
    unless the sentence weighs one thing against another.
    """
    if not own:
        return [replace(clause, tone=heading) for clause in clauses]
    if contrasts:
        return list(clauses)
    return [replace(clause, tone=heading if clause.tone == -heading else clause.tone) for clause in clauses]


def _signed(found: Sequence[Found], contrasts: Sequence[int]) -> list[tuple[int, int]]:
    """Place and sign of each word of praise or blame, turned where a turning word stands before it."""
    plain = [range(hit.first, hit.last + 1) for hit in found if hit.concept == "tone:neither"]
    turning = [hit for hit in found if hit.concept == "tone:turns" and not _inside(hit, plain)]
    used_up = _menders(found, contrasts)
    blamed = [
        hit
        for hit in found
        if hit.concept == "tone:bad" and not _inside(hit, plain) and hit.first not in used_up
    ]
    praised = [hit for hit in found if hit.concept == "tone:good" and not _inside(hit, plain)]
    signed: list[tuple[int, int]] = []
    used: set[int] = set()
    mends = _mends(found, turning)
    for hit, sign in [*((hit, 1) for hit in praised), *((hit, -1) for hit in blamed)]:
        turned = [one.first for one in turning if _works(one, hit, contrasts)]
        used.update(turned)
        mended = _mended(hit, mends, contrasts) if sign < 0 and not turned else None
        signed.append((hit.first, -sign if turned else sign if mended is None else mended))
    covered = [range(hit.first, hit.last + 1) for hit in blamed]
    lone = [hit for hit in turning if hit.first not in used and not _inside(hit, covered)]
    return sorted(signed + [(hit.first, -1) for hit in lone])


def _works(turn: Found, hit: Found, contrasts: Sequence[int]) -> bool:
    """Does the turning word stand shortly before the other, with no contrast in between?"""
    apart = hit.first - turn.last
    return 0 < apart <= REACH and not any(turn.last < at <= hit.first for at in contrasts)


def _mends(found: Sequence[Found], turning: Sequence[Found]) -> list[Found]:
    """The words that mend, but those that are denied: "have not been addressed"."""
    words = [hit for hit in found if hit.concept in ("tone:mended", "tone:mending")]
    return [hit for hit in words if not any(0 < hit.first - one.last <= REACH for one in turning)]


def _menders(found: Sequence[Found], contrasts: Sequence[int]) -> set[int]:
    """Where words stand that mend something: "missed appointments have fallen" finds no fault with a fall."""
    bad = [hit for hit in found if hit.concept == "tone:bad"]
    mended = [hit for hit in found if hit.concept == "tone:mended"]
    return {
        hit.first
        for hit in mended
        for one in bad
        if 0 < hit.first - one.last <= MENDED and not any(one.first < at <= hit.first for at in contrasts)
    }


def _mended(bad: Found, mends: Sequence[Found], contrasts: Sequence[int]) -> int | None:
    """1 where what is bad was mended, 0 where mending it is only named, None where it stands as it is."""
    for hit in mends:
        first, last = sorted((bad.first, hit.first))
        if any(first < at <= last for at in contrasts):
            continue
        if hit.concept == "tone:mended" and 0 < hit.first - bad.last <= MENDED:
            return 1
        if hit.concept == "tone:mending" and 0 < bad.first - hit.last <= REACH:
            return 0
    return None


def _inside(hit: Found, ranges: Sequence[range]) -> bool:
    return any(hit.first in span for span in ranges)


def _tone(signs: Sequence[int]) -> int:
    """Blame once said governs what follows in its clause: "not enough to ensure effective, timely help"."""
    if -1 in signs:
        signs = [sign for at, sign in enumerate(signs) if sign < 0 or at < signs.index(-1)]
    total = sum(signs)
    if total == 0 and any(signs):
        return -1
    return (total > 0) - (total < 0)


def _opens(name: str, words: Sequence[str]) -> bool:
    """Do the words begin with a phrase of the list?"""
    return any(hit.first == 0 for hit in lists_of(POLARITY, name).find(words))
