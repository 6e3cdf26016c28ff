"""SM1: what is to be done."""

from __future__ import annotations

import re

from assistant.check.rules.case import Case, Offence, quoting
from assistant.check.signs import direction_only
from ingest.recommendations.clauses import base_verb_at

_JOINT = re.compile(r"(?:,|;|\band\b|\.)\s+(?:and\s+)?(?P<to>to\s+)?", re.IGNORECASE)
_MANY = 3


def no_act(case: Case) -> Offence | None:
    """Rationale: a wish cannot be given to anyone, dated or checked."""
    return Offence() if case.criteria["specific"].level == 0 else None


def vague_verb(case: Case) -> Offence | None:
    """Rationale: "strengthen" tells the way to go; two readers would do different things."""
    span = direction_only(case.reading)
    if case.criteria["specific"].level == 2 or span is None:
        return None
    return quoting(case, span)


def several_acts(case: Case) -> Offence | None:
    """Rationale: a compound recommendation is signed off when its easiest part is done."""
    count = count_acts(case.reading.body, case.reading.act[1])
    return Offence(None, {"count": str(count)}) if count >= _MANY else None


def count_acts(body: str, start: int) -> int:
    """How many acts are joined on: each base form after a comma, a stop or "and", before the purpose."""
    purpose = re.search(r"(?i)\b(?:so that|in order to|to ensure|to enable)\b", body[start + 6 :])
    end = start + 6 + purpose.start() if purpose else len(body)
    infinitive = body[:start].lower().endswith("to ")  # only then does another "to" join an act on
    joined = [
        base_verb_at(body, match.end())
        for match in _JOINT.finditer(body, start, end)
        if infinitive or not match["to"]
    ]
    return 1 + sum(1 for found in joined if found and _has_object(body, found))


def _has_object(body: str, found: tuple[str, int]) -> bool:
    """The word after it shows that it is a verb here, not a noun in a list ("monitoring, challenge and
    analysis").
    """
    verb, start = found
    return bool(
        re.match(
            r"\s+(?:the|a|an|all|any|its|their|that|how|whether|each|every)\b",
            body[start + len(verb) :],
            re.IGNORECASE,
        )
    )
