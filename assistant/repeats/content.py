"""Content: what of a recommendation's wording says what is asked, without who, when and references."""

from __future__ import annotations

import re
from functools import cache

from assistant.repeats.themes import themes_of
from assistant.words import stem, words_in
from ingest.phrases import alternatives
from ingest.recommendations.owners import find_owner
from ingest.recommendations.times import find_time
from prompts.load import load_data

_REFERENCE = re.compile(
    r"\([^()]*\b(?:paragraphs?|paras?|page|outcome|enabler|finding|section)\b[^()]*\)|^\W*recommendation\s+\d+\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z’']+")
_LEAST_ACT = 25
"""A purpose that begins sooner is itself the act: "To ensure that …"."""


def rules() -> dict[str, dict[str, float]]:
    """`prompts/vocabulary/repeats.yaml`."""
    data: dict[str, dict[str, float]] = load_data("vocabulary/repeats.yaml")
    return data


def bare(text: str) -> str:
    """The text with owner, deadline and references blanked; offsets stay."""
    for found in (find_owner(text), find_time(text)):
        if found and found.span:
            text = _blank(text, *found.span)
    return _REFERENCE.sub(lambda match: " " * len(match.group()), text)


def core(text: str) -> str:
    """What stands before the first purpose clause; the whole where it opens the sentence."""
    purpose = _phrases("purpose").search(text, _LEAST_ACT)
    return text[: purpose.start()] if purpose else text


def wordings(text: str) -> tuple[str, str]:
    """The two wordings of a recommendation whose meanings are compared: all that is asked, and of what."""
    bared = bare(text)
    return " ".join(core(bared).split()), subject(bared)


def subject(text: str) -> str:
    """What a request is about: the telling words of its core that are no way of working; else the core."""
    act = core(text)
    words = [word for word in _WORD.findall(act) if is_telling(word) and word.lower() not in _words("ways")]
    return " ".join(words or act.split())


def subjects(text: str) -> tuple[str, ...]:
    """Its themes that say on what work is done, and not in what way."""
    of_work = load_data("vocabulary/repeats.yaml")["of_work"]
    return tuple(theme for theme in core_themes(text) if theme not in of_work)


def core_themes(text: str) -> tuple[str, ...]:
    """The themes of what is asked, else those of the cases in which it is asked ("neglect cases"), or of the
    whole.
    """
    act = core(text)
    return themes_of(_setting().sub(" ", act)) or themes_of(act) or themes_of(text)


def telling(text: str) -> frozenset[str]:
    """The stems of the words that could tell one request from another."""
    return frozenset(stem(word) for word in words_in(text) if is_telling(word))


def is_telling(word: str) -> bool:
    """Whether a word is longer than two letters, no number and none of the common ones."""
    return len(word) > 2 and not word.isdigit() and word.lower() not in _words("common")


def follow_up_kinds() -> frozenset[str]:
    """Kinds of document that take recommendations up rather than make them."""
    return frozenset(load_data("vocabulary/repeats.yaml")["follow_up"])


def is_routine(text: str) -> bool:
    """Whether it is one of the requests that every inspection makes."""
    return bool(_phrases("routine").search(text))


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load_data("vocabulary/repeats.yaml")[name])


@cache
def _setting() -> re.Pattern[str]:
    return re.compile("|".join(load_data("vocabulary/repeats.yaml")["setting"]), re.IGNORECASE)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    entries = load_data("vocabulary/repeats.yaml")[name]
    return re.compile(rf"\b(?:{alternatives(entries)})\b", re.IGNORECASE)
