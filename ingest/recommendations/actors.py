"""Whether a noun phrase names someone who can act: a body, a role, a class of people."""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import worded
from ingest.recommendations.words import pattern, words

relative = worded("smart/grammar.yaml", r"\s*,?\s*\b{relative}\b.*", flags=re.IGNORECASE | re.DOTALL)

_PREPOSITION = re.compile(r"\s+(?:of|for|in|at|from|across|within|on|to|under|between|by)\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z]{2,}[A-Za-z&]*(?:[’']s)?")
_AGENT = re.compile(r"[a-z-]{3,}(?:er|or|ist|yst|ian|eer|man|woman)s?")
_WORD = re.compile(r"[\w’'-]+")


@cache
def actors() -> re.Pattern[str]:
    """Any word of the vocabularies of bodies and people."""
    return pattern("owners", "bodies", "people")


def names_an_actor(phrase: str) -> bool:
    """Whether the head of the phrase is a body or people, not a child, a plan or a record."""
    head = relative().sub("", phrase.strip())
    core = _WORD.findall(_PREPOSITION.split(head, maxsplit=1)[0])
    if not core or core[-1].lower() in words("owners", "not_owners"):
        return False
    last = core[-1].lower()
    if actors().fullmatch(" ".join(core[-2:])):
        return True
    named = actors().fullmatch(last) or (last.endswith("s") and actors().fullmatch(last[:-1]))
    return bool(named or _ABBREVIATION.fullmatch(core[-1]) or _acts_by_trade(last)) or is_named(head)


def _acts_by_trade(word: str) -> bool:
    """“Analyst", "scrutineer", "custodians": English says so by the ending, but for the exceptions listed."""
    return bool(_AGENT.fullmatch(word)) and word.removesuffix("s") not in words("owners", "not_agents")


def is_named(phrase: str) -> bool:
    """“The Home Office”, "Barnardo’s North": capitals throughout, and more than a sentence's first word."""
    names = [word for word in _WORD.findall(phrase) if word.lower() not in {"the", "of", "and", "for", "a"}]
    return len(names) > 1 and all(name[0].isupper() for name in names)


def is_person(phrase: str) -> bool:
    """“Jo Field", "Dr A. Osei": two or three capitalised words, none of them a body's or an abbreviation."""
    names = [word for word in _WORD.findall(phrase) if word.lower() not in {"dr", "mr", "mrs", "ms", "prof"}]
    if not 2 <= len(names) <= 3 or len(" ".join(names)) < len(phrase) / 2:
        return False
    capital = all(re.fullmatch(r"[A-Z](?:[’'-]?[A-Za-z]*[a-z])?", name) for name in names)
    other = words("owners", "not_owners")
    things = any(name.lower() in other or actors().fullmatch(name.lower()) for name in names)
    return capital and len(names[-1]) > 1 and not things
