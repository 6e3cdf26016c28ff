"""Reading: what the words of a report say about an action, and when it was finished."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.actions.days import day_in
from assistant.actions.numbers import SHARE
from assistant.actions.proposals import kept_open
from assistant.actions.unfinished import CLAUSE, is_denied, is_part, is_to_come
from assistant.actions.vocabulary import pattern, words_of
from ingest.phrases import alternatives, worded
from ingest.recommendations.date_patterns import date_pattern

State = Literal["rejected", "already_done", "done", "not_started", "not_done", "in_hand", "none"]
"""`not_done` says that something is wrong or late; `in_hand` only that it is not finished; `none` nothing."""

_NAMES = ("rejected", "already_done", "not_started", "not_done", "in_hand", "not_due", "done", "new")
_UNLESS = {"rejected": r"(?!(?<=accept)\s+that\b)(?!(?<=accepted)\s+that\b)"}
"""What may not follow: not to accept that something is so is no word on what was to be done about it."""
_CLAUSE = re.compile(r"[.;:,]\s|\b(?:that|but|and|as|because|although|while)\s")
"""Where a clause of a sentence ends that may speak of something else."""
_OPENING = 14
"""A done word that begins within so many characters speaks for the whole of a cell."""
_NOW = re.compile(r"\b(?:has|have|is|are)\s+now(?:\s+been)?\s+$", re.IGNORECASE)
_DEED = (
    r"(?:[a-z]{2,}(?:ed|wn)|sent|done|made|met|held|told|written|given|begun|bought|built|taken|put|set)\b"
)
_NOT_DONE = re.compile(
    rf"\W*(?:(?:still|it (?:has|was)|has|had|was|were)\s+)?not\s+(?:yet\s+)?(?:been\s+)?{_DEED}",
    re.IGNORECASE,
)
"""A cell that opens with what was not done, whatever the deed: "Not written"."""
_of_the_action = worded(
    "actions/status.yaml",
    r"\W*(?:{of_the_action}\W+)?(?:(?:has|have|had|is|was|been|now|formally|agreed)\s+)*",
    literal=True,
)
_PER_CENT = re.compile(r"\d\s?%|\bper\s?cent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """`completed` is an ISO date of the precision given; `late` and `timely` are the report's own words."""

    state: State
    completed: str | None = None
    late: bool = False
    timely: bool = False
    measured: bool = False


def read_report(text: str, said_on: str | None, *, prose: bool = False, wording: str = "") -> Reading:
    """What a status or progress cell says; in prose, where words mean less, what a sentence says.

    `wording`: the action's own words, whose counts tell whether what was done is all of it.
    """
    state = _state(text, prose, said_on, wording)
    return Reading(
        state=state,
        completed=completed_in(text, said_on) if state == "done" else None,
        late=bool(pattern("status", "late").search(text)),
        timely=bool(pattern("status", "timely").search(text)),
        measured=is_measured(text),
    )


def is_measured(text: str) -> bool:
    """Whether it gives what somebody saw or counted: a share, or a way of looking with a finding."""
    if SHARE.search(text) or _PER_CENT.search(text):
        return True
    return bool(pattern("evidence", "methods").search(text) and pattern("evidence", "findings").search(text))


def _state(text: str, prose: bool, said_on: str | None, wording: str) -> State:
    found = [
        (match.start(), "not_done" if not prose and _is_of_another(text, match) else str(match.lastgroup))
        for match in _states().finditer(text)
        if not (prose and _says_nothing(text, match))
    ]
    names = {name for _, name in found}
    if "not_closed" in names:
        return "not_done"
    if names & {"rejected", "already_done"}:
        return "rejected" if "rejected" in names else "already_done"
    strong = [at for at, name in found if name == "done" and _stands(text, at, said_on)]
    names |= {"not_done" for at in strong if is_denied(text, at)}
    if not prose and _NOT_DONE.match(text):
        names.add("not_done")
    names |= {"in_hand" for at in strong if is_to_come(text, at) and not prose}
    strong = [at for at in strong if not is_denied(text, at) and not is_to_come(text, at)]
    if strong and strong[0] < _OPENING and not is_part(text, strong[0], wording):
        return "done"
    for name in ("not_started", "not_done"):
        if name in names or f"{name}_word" in names:
            return "not_started" if name == "not_started" else "not_done"
    if names & {"in_hand", "not_due", "new"}:
        return "in_hand"
    return "done" if any(not is_part(text, at, wording) for at in strong) else "none"


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    """Whether something else than the action is called off: a meeting, a visit, the money for it."""
    if match.lastgroup != "rejected" or not pattern("status", "called_off").fullmatch(match.group()):
        return False
    opening = max((cut.end() for cut in CLAUSE.finditer(text, 0, match.start())), default=0)
    return not _of_the_action().fullmatch(text[opening : match.start()])


def _says_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether a word of a status cell is an ordinary word here; a perfect or passive still says “done”."""
    if not pattern("status", "only_in_cells").fullmatch(match.group()):
        return False
    perfect = re.search(
        r"\b(?:has|have|had)(?:\s+now)?(?:\s+been)?\s+$|\b(?:was|were)\s+$", text[: match.start()]
    )
    return match.lastgroup != "done" or not perfect


def _stands(text: str, at: int, said_on: str | None) -> bool:
    """Whether a done word is enough: some need a day beside them, and not one that is still to come, or a
    "now" that gives it ("have now appointed"). "Agreed to close" says more than "agreed".
    """
    word = pattern("status", "done_with_a_day").match(text, at)
    whole = pattern("status", "done").match(text, at)
    if not word or (whole and whole.end() > word.end()) or _NOW.search(text, 0, at):
        return True
    end = CLAUSE.search(text, word.end())
    clause = text[at : end.start() if end else len(text)]
    days = [day_in(match.group(), said_on) for match in date_pattern().finditer(clause)]
    return any(not (day and said_on and day > said_on[: len(day)]) for day in days)


def completed_in(text: str, said_on: str | None) -> str | None:
    """The first day named in a clause that tells what was done, the last of several there."""
    start = 0
    for end in [*(match.end() for match in CLAUSE.finditer(text)), len(text)]:
        clause, start = text[start:end], end
        if is_measured(clause):
            continue
        days = [day_in(match.group(), said_on) for match in date_pattern().finditer(clause)]
        past = [day for day in days if day and (not said_on or day[:10] <= said_on)]
        if past:
            return past[-1]
    return None


def denied_in(text: str) -> str:
    """What a text denies to be done: the clause before its denial, with the deed; "" where it denies nothing.
    That something is late or open again denies nothing.
    """
    for match in _states().finditer(text):
        name = str(match.lastgroup)
        listed = name == "not_started" or pattern("status", "denials").fullmatch(match.group())
        if listed or name in ("not_started_word", "not_done_word"):
            opening = max((cut.end() for cut in _CLAUSE.finditer(text, 0, match.start())), default=0)
            return text[opening : match.start() if listed else match.end()].strip() or text
    return ""


@cache
def _states() -> re.Pattern[str]:
    done = alternatives([word for word in words_of("status", "done") if " " not in word])
    started = r"started|begun|commenced|opened|launched"
    negated = (
        r"(?:(?:has|have|had|is|are|was|were)\s+)?(?:not|never|n[’']t)\s+(?:yet\s+)?(?:been\s+)?"
        r"(?:fully\s+|formally\s+)?"
    )
    nobody = r"(?:nobody|none|no\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}?)"
    groups = [
        rf"(?P<not_started_word>{negated}(?:{started}))",
        rf"(?P<not_done_word>{negated}(?:{done})|(?:has|have|had|was|were|is|are)\s+(?:still\s+)?(?:not|never)\s+(?:yet\s+)?been\s+{_DEED}"
        rf"|(?:not|{nobody}\s+(?:has|have|had|was|were|is|are))\s+yet\s+(?:been\s+)?{_DEED}|do(?:es)?\s+not\s+yet\s+[a-z]+)",
        f"(?P<not_closed>{kept_open().pattern})",
        *(f"(?P<{name}>{alternatives(words_of('status', name))}){_UNLESS.get(name, '')}" for name in _NAMES),
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)
