"""Which function answers for which code, and what the user is told about each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant.check.assessment import Severity, SmartFinding
from assistant.check.rules import letters
from assistant.check.rules.case import Case, Offence, Rule
from assistant.in_words import filled
from ingest.errors import NotFoundError
from ingest.recommendations.words import vocabulary

RULES: dict[str, Rule] = {
    code: getattr(letters, name)
    for code, rule in vocabulary("rules").items()
    if hasattr(letters, name := rule["name"].replace("-", "_"))
}
"""The rules that look at one recommendation; those that look at a document are in `rules.document`."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule is called and how it is explained."""

    code: str
    name: str
    letter: str
    severity: Severity
    summary: str
    message: str
    suggestion: str
    why: str
    poor: str
    good: str


@cache
def rule_text(code: str) -> RuleText:
    """The explanation of a rule by its code or name; NotFoundError with the nearest ones otherwise."""
    rules = vocabulary("rules")
    wanted = (
        code.upper()
        if code.upper() in rules
        else next((key for key, rule in rules.items() if rule["name"] == code.lower()), "")
    )
    if not wanted:
        from difflib import get_close_matches

        near = get_close_matches(code.upper(), rules, n=3, cutoff=0.5)
        raise NotFoundError(
            f"There is no rule {code!r}.",
            f"Did you mean {', '.join(near)}?" if near else "`scrutiny rule` lists them all.",
        )
    return RuleText(code=wanted, **rules[wanted])


def rule_texts(code: str) -> list[RuleText]:
    """The rules that a code, the beginning of one ("SM5") or a name stands for; NotFoundError for none."""
    begun = [known for known in all_codes() if known.startswith(code.upper())]
    return [rule_text(known) for known in begun if code] or [rule_text(code)]


def all_codes() -> list[str]:
    """Every code, in order."""
    return sorted(vocabulary("rules"))


def finding(code: str, offence: Offence, length: int) -> SmartFinding:
    """The finding that an offence makes, its message filled in; without a span it is about the whole text."""
    text = rule_text(code)
    start, end = offence.span or (0, length)
    words = {name: " ".join(word.split()) for name, word in offence.words.items()}
    message, suggestion = filled(text.message, **words), filled(text.suggestion, **words)
    return SmartFinding(code, text.severity, message, start, end, suggestion)


def findings_of(case: Case) -> tuple[SmartFinding, ...]:
    """All that the rules find in one recommendation, by code."""
    found = ((code, rule(case)) for code, rule in RULES.items())
    return tuple(finding(code, offence, len(case.reading.text)) for code, offence in found if offence)
