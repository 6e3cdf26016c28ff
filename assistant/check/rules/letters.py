"""The rules of the letters: those that look at one recommendation, in the order of their codes."""

from __future__ import annotations

import re

from assistant.check.levels import OUTSIDE
from assistant.check.result_signs import examines
from assistant.check.rules.case import Case, Offence, quoting
from assistant.check.signs import direction_only, indicator_named, means_asked, noun_phrase_only
from ingest.phrases import worded
from ingest.recommendations.clauses import base_verb_at
from ingest.recommendations.recommendation import had_passed
from ingest.recommendations.words import pattern

_JOINT = re.compile(r"(?:,|;|\band\b|\.)\s+(?:and\s+)?(?P<to>to\s+)?", re.IGNORECASE)
_MANY = 3
_purpose = worded("smart/grammar.yaml", r"\b{purposes}\b")
_REFERENCE = re.compile(r"\((?:[^()]*\b(?:paragraphs?|paras?|page|finding|section)\b[^()]*)\)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:responding|response|answer|answering) to the (?:\w+ )?findings?\b", re.IGNORECASE
)
_EVERYWHERE = (
    r"\s+(?:across|throughout|in|from)\s+(?:the\s+)?(?:partnership|agencies|all agencies|local area)$"
)
"""“Leaders across the partnership” are everybody all the same."""
_LEVER_NEAR = 60
"""Within how many characters of the verb a lever is the object of the act."""


# SM1: what is to be done.


def no_act(case: Case) -> Offence | None:
    """Rationale: a wish cannot be given to anyone, dated or checked."""
    return Offence() if case.criteria["specific"].level == 0 else None


def vague_verb(case: Case) -> Offence | None:
    """Rationale: "strengthen" tells the way to go; two readers would do different things."""
    span = direction_only(case.reading)
    return quoting(case, span) if span and case.criteria["specific"].level != 2 else None


def several_acts(case: Case) -> Offence | None:
    """Rationale: a compound recommendation is signed off when its easiest part is done."""
    count = count_acts(case.reading.body, case.reading.act[1])
    return Offence(None, {"count": str(count)}) if count >= _MANY else None


def count_acts(body: str, start: int) -> int:
    """How many acts are joined on: each base form after a comma, a stop or "and", before the purpose."""
    purpose = _purpose().search(body[start + 6 :])
    end = start + 6 + purpose.start() if purpose else len(body)
    infinitive = body[:start].lower().endswith("to ")  # only then does another "to" join an act on
    joined = [
        base_verb_at(body, match.end())
        for match in _JOINT.finditer(body, start, end)
        if infinitive or not match["to"]
    ]
    return 1 + sum(1 for found in joined if found and _has_object(body, found))


def _has_object(body: str, found: tuple[str, int]) -> bool:
    """The word after it shows a verb, not a noun in a list ("monitoring, challenge and analysis")."""
    verb, start = found
    return bool(
        re.match(
            r"\s+(?:the|a|an|all|any|its|their|that|how|whether|each|every)\b",
            body[start + len(verb) :],
            re.IGNORECASE,
        )
    )


# SM2: how another person would know.


def nothing_to_check(case: Case) -> Offence | None:
    """Rationale: without something to look at, the action is closed on its owner's word."""
    return Offence() if case.with_context["measurable"].level == 0 else None


def activity_without_effect(case: Case) -> Offence | None:
    """Rationale: a strategy can be delivered and change nothing."""
    span = means_asked(case.reading)
    if case.with_context["measurable"].level != 1 or span is None or indicator_named(case.reading):
        return None
    start, end = case.reading.core
    looked_at = examines(case.reading) and pattern("measurable", "effects").search(
        case.reading.body, start, end
    )
    said_why = case.with_context["relevant"].level == 2
    return None if looked_at or said_why else quoting(case, span)


# SM3: is it within the owner's power, from the wording alone?


def absolute(case: Case) -> Offence | None:
    """Rationale: one exception and it has failed, so it will be reported as done regardless."""
    match = pattern("achievable", "absolutes").search(case.reading.body, *case.reading.core)
    return quoting(case, match.span()) if match and case.criteria["achievable"].level != 2 else None


def outside_power(case: Case) -> Offence | None:
    """Rationale: what hangs on others or on money needs their agreement first."""
    criterion = case.criteria["achievable"]
    if criterion.span is None or criterion.level not in (0, 1) or criterion.reason.startswith("absolute"):
        return None
    if criterion.reason not in OUTSIDE:
        return None
    offence = quoting(case, criterion.span)
    return Offence(offence.span, {**offence.words, "reason": criterion.reason})


# SM4: what it is for.


def no_purpose(case: Case) -> Offence | None:
    """Rationale: without the finding or the benefit nobody can tell whether another act would do as well."""
    referred = _REFERENCE.search(case.reading.text) or _ANSWERS.search(case.reading.text)
    if case.with_context["relevant"].level == 2 or referred or case.formal_step:
        return None
    return Offence()


def no_children(case: Case) -> Offence | None:
    """Rationale: the question every board is asked is what changed for children."""
    return None if case.mentions_children or case.formal_step else Offence()


# SM5: by when.


def no_deadline(case: Case) -> Offence | None:
    """Rationale: without a day nobody looks, and nothing is ever late."""
    return Offence() if case.deadline is None else None


def soft_time(case: Case) -> Offence | None:
    """Rationale: "urgently" says how much it matters, not when it is late."""
    return _told_as("soft", case)


def past_on_publication(case: Case) -> Offence | None:
    """Rationale: a day that had gone when the document came out cannot be met."""
    deadline, context = case.deadline, case.reading.context
    if deadline is None or not had_passed(deadline, context):
        return None
    return Offence(deadline.span, {"date": str(deadline.date), "published": str(context.published)})


def recurring_without_start(case: Case) -> Offence | None:
    """Rationale: a frequency can be checked only once it has begun."""
    return _told_as("recurring", case)


def _told_as(kind: str, case: Case) -> Offence | None:
    deadline = case.deadline
    return Offence(deadline.span, {"word": deadline.text}) if deadline and deadline.type == kind else None


# SM6: who is to act.


def no_owner(case: Case) -> Offence | None:
    """Rationale: what nobody is asked to do, nobody can be asked about."""
    return Offence() if case.owner is None else None


def shared_owner(case: Case) -> Offence | None:
    """Rationale: what all agencies must do, each may leave to the others."""
    owner = case.owner
    named = re.sub(_EVERYWHERE, "", owner.text.strip(), flags=re.IGNORECASE) if owner else ""
    if owner is None or not pattern("owners", "shared").fullmatch(named):
        return None
    return Offence(owner.span, {"word": owner.text})


# SM7: would it change anything?


def weak_lever(case: Case) -> Offence | None:
    """Rationale: training, reminders and policies rely on people remembering; they are the commonest
    remedy and the weakest.
    """
    reading = case.reading
    if noun_phrase_only(reading) or reading.ensures:
        return None
    start, end = reading.core
    weak = pattern("strength", "weak_acts").search(reading.body, start, min(end, start + _LEVER_NEAR))
    if weak is None or pattern("strength", "strong_acts").search(reading.body):
        return None
    return quoting(case, weak.span())


def process_only(case: Case) -> Offence | None:
    """Rationale: a process can be changed without a difference to anyone."""
    process = pattern("strength", "processes").search(case.reading.body, *case.reading.core)
    if (
        process is None
        or case.mentions_children
        or case.formal_step
        or case.with_context["relevant"].level == 2
    ):
        return None
    return Offence(process.span(), {})
