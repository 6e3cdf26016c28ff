"""Content: what of a recommendation's wording says what is asked, without who, when and references."""

from __future__ import annotations

import re
from functools import cache

from assistant.repeats.themes import themes_of
from assistant.understanding.plain_words import in_field_words
from assistant.understanding.synonyms import spelled_out
from assistant.words import stem, words_in
from ingest.phrases import alternatives, worded
from ingest.recommendations.owners import find_owner
from ingest.recommendations.times import find_time
from prompts.load import load_data

_REFERENCE = re.compile(
    r"\([^()]*\b(?:paragraphs?|paras?|page|outcome|enabler|finding|section)\b[^()]*\)|^\W*recommendation\s+\d+\W*",
    re.IGNORECASE,
)
_LEAST_ACT = 25
"""A purpose that begins sooner is itself the act: "To ensure that …"."""
_setting = worded("vocabulary/repeats.yaml", "{setting}")


def rules() -> dict[str, dict[str, float]]:
    """`prompts/vocabulary/repeats.yaml`."""
    data: dict[str, dict[str, float]] = load_data("vocabulary/repeats.yaml")
    return data


def bare(text: str) -> str:
    """The text with owner, deadline and references blanked; offsets stay."""
    for found in (find_owner(text), find_time(text)):
        if found and found.span:
            start, end = found.span
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return _REFERENCE.sub(lambda match: " " * len(match.group()), text)


def core(text: str) -> str:
    """What stands before the first purpose clause; the whole where it opens the sentence."""
    purpose = _phrases("purpose").search(text, _LEAST_ACT)
    return text[: purpose.start()] if purpose else text


def in_field(text: str) -> str:
    """The words that are compared: the field's own for everyday ones ("family doctor"), spelled out."""
    return spelled_out(in_field_words(text))


def meant(text: str) -> str:
    """The wording of a recommendation whose meaning is compared: what is asked, in the field's words."""
    return " ".join(core(in_field(bare(text))).split())


def subjects(text: str) -> frozenset[str]:
    """On what work is done, and not in what way: the themes of what is asked, and its finer matters.

    "The home education team should visit …": who is asked may tell it too.
    """
    whole = in_field(text)
    of_work = _words("of_work")
    asked = frozenset(core_themes(in_field(bare(text)))) - of_work
    named = asked or frozenset(core_themes(whole)) - of_work
    return named | frozenset(themes_of(_setting().sub(" ", core(whole)), "matters"))


def asked_once() -> frozenset[str]:
    """The matters of which an area asks one thing, so that to ask it often is to ask it again."""
    return frozenset(load_data("vocabulary/matters.yaml")) - _words("many_sided")


def core_themes(text: str) -> tuple[str, ...]:
    """The themes of what is asked, else of the cases in which it is ("neglect cases"), or of the whole."""
    act = core(text)
    return themes_of(_setting().sub(" ", act)) or themes_of(act) or themes_of(text)


def telling(text: str) -> frozenset[str]:
    """The stems of the words that could tell one request from another."""
    return frozenset(stem(word) for word in words_in(text) if is_telling(word))


def is_telling(word: str) -> bool:
    """Whether a word is longer than two letters, no number and none of the common ones."""
    return len(word) > 2 and not word.isdigit() and word.lower() not in _words("common")


def takes_up(kind: str, heading: str, text: str) -> bool:
    """Whether it restates or takes up what was asked elsewhere: a plan's row, a report on an older request.

    A paper that reports (minutes, a yearly report) asks for itself only in a list headed as recommendations.
    """
    last = heading.rpartition("›")[2]
    asks = kind not in _words("reports") or bool(_phrases("asks").search(last))
    restated = _phrases("restated")
    return kind in _words("plans") or not asks or bool(restated.search(last) or restated.match(text.strip()))


def is_routine(text: str) -> bool:
    """Whether it is one of the requests that every inspection makes."""
    return bool(_phrases("routine").search(text))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load_data("vocabulary/repeats.yaml")[name])


@cache
def _phrases(name: str) -> re.Pattern[str]:
    entries = load_data("vocabulary/repeats.yaml")[name]
    return re.compile(rf"\b(?:{alternatives(entries)})\b", re.IGNORECASE)
