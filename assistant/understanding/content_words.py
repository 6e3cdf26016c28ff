"""Content words: those that say what a text is about, apart from small words and from talk."""

from __future__ import annotations

import re

from assistant.understanding.synonyms import synonyms
from assistant.words import WHOLE_WORD, spaced
from ingest.phrases import word_set, worded

_NEGATED = re.compile(r"n[’']t$")
_POSSESSIVE = re.compile(r"[’']s?$")
_papers_say = worded(
    "vocabulary/facts.yaml",
    r"^ what (?:do|did|does|have|has) (?:the )?({speaker.papers} {speaker.verbs}) (?:{premise.about}|of|on) ",
    flags=re.NOFLAG,
)


def content_words(text: str) -> list[str]:
    """The words that say what a text is about, lower-case, possessives cut, each once."""
    words = (_POSSESSIVE.sub("", word.lower()) for word in WHOLE_WORD.findall(text))
    empty = left_out() | courtesy(text)
    return list(dict.fromkeys(word for word in words if word not in empty and not _NEGATED.search(word)))


def courtesy(text: str) -> frozenset[str]:
    """The words of a text that are talk ("hello", "I need help with") and no part of a name (early help).

    So are the papers in "What do inspectors say about …?", which say everything.
    """
    lowered = spaced(text)
    names = (key for _, keys in synonyms() for key in keys if f" {key} " in lowered)
    said = _papers_say().search(lowered)
    named = {word for name in names for word in name.split()}
    talk = word_set("vocabulary/question-words.yaml", "courtesy") & set(lowered.split()) - named
    return talk | frozenset(said[1].split() if said else ())


def left_out() -> frozenset[str]:
    """The small words, which say nothing of what a text is about."""
    return word_set("vocabulary/question-words.yaml", "leave_out")
