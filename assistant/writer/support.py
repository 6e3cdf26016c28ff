"""Support: does a sentence say only what the quotations that it cites say?

Checks by rule, none of which a fluent wording can talk its way past: numbers and dates stand there in that
order and beside the same thing; names are named; nothing is turned round; who acts is who is told to act; and
few words are new. A true sentence worded too freely is lost; that is the price.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from assistant.words import stems, words_in
from ingest.phrases import VALUES
from ingest.sentences import sentences
from prompts import load_data

NEW_WORDS = 0.4
"""At most this share of a sentence's words may be new: not in what it cites."""

NEW_WORDS_OF_ROW = 0.2
"""The same where the words are a row of a table: how its cells hang together is the writer's guess."""

CELLS = " | "
"""What stands between the cells of a row."""

BESIDE = 4
"""How many words after a number may say what is counted."""

Figure = tuple[str, frozenset[str]]
"""A number as it is compared, and the telling words that follow it."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"[A-Z][\w’'-]*")


def unsupported(text: str, quotes: Sequence[str], about: str = "") -> str:
    """Why the quotations do not carry the sentence, a key in `prompts/writer.yaml`; "" where they do.

    `about` is what else may be named: titles, headings and dates of the documents cited.
    """
    best = _nearest(text, quotes)
    whole = " ".join((*quotes, about))
    if not _numbers_stand(text, quotes, about):
        return "number"
    if not _names_stand(text, whole):
        return "name"
    if _denials(text) != _denials(best):
        return "negation"
    if not _same_owner(text, best):
        return "owner"
    if _new_words(text, whole) > (NEW_WORDS_OF_ROW if CELLS in best else NEW_WORDS):
        return "words"
    if not _same_standing(text, best):
        return "asked"
    if _quantities(text) - _quantities(whole):
        return "quantity"
    return "opposite" if _opposed(text, best) else ""


def _nearest(text: str, quotes: Sequence[str]) -> str:
    """The quoted sentence that shares most words with the text."""
    parts = [quote[start:end] for quote in quotes for start, end in sentences(quote)]
    return max(parts, key=lambda part: len(stems(part) & stems(text)) / (len(stems(part)) + 8), default="")


def _numbers_stand(text: str, quotes: Sequence[str], about: str) -> bool:
    """Do the numbers stand in one quotation in that order, beside what is counted (or in its date)?"""
    wanted = _numbers(text)
    if not wanted:
        return True
    given = set(_YEAR.findall(about))
    return any(
        _in_order([pair for pair in wanted if pair[0] not in given], _numbers(quote)) for quote in quotes
    )


def _in_order(wanted: Sequence[Figure], given: Sequence[Figure]) -> bool:
    left = iter(given)
    return all(
        any(number == other and (not beside or not others or beside & others) for other, others in left)
        for number, beside in wanted
    )


def _numbers(text: str) -> list[Figure]:
    """Each number and month in order, with the stems of the telling words that follow it at once."""
    words = re.findall(r"\d+(?:[.,]\d+)*|[%;:.,]|[^\W\d_]+", text.lower())
    found = []
    for at, word in enumerate(words):
        value = _value(word)
        if value:
            after = words[at + 1 : at + 1 + BESIDE]
            share = after[:1] in (["%"], ["percent"]) or after[:2] == ["per", "cent"]
            beside = takewhile(lambda other: other == "%" or (other.isalpha() and not _value(other)), after)
            found.append((f"{value}%" if share else value, _telling(" ".join(beside))))
    return found


def _value(word: str) -> str:
    """The number, month or day of the week that a word stands for; "" where it stands for none."""
    if _NUMBER.fullmatch(word):
        return word.replace(",", "").rstrip(".")
    if word in VALUES and word != "one":  # which is too often no number
        return str(VALUES[word])
    return word if word in _set("shares") | _set("dates") else ""


def _names_stand(text: str, whole: str) -> bool:
    """Does every capitalised word that is not one of the joining words stand in the evidence?"""
    held = stems(whole)
    names = [name for name in _NAME.findall(text) if name.lower() not in _set("joining")]
    return all(stems(name) <= held for name in names)


def _denials(text: str) -> int:
    """How many words turn the statement round."""
    return sum(word in _set("negators") for word in words_in(text))


def _any(text: str, name: str) -> bool:
    """Does the text hold a word of that list?"""
    return not _set(name).isdisjoint(words_in(text))


def _same_standing(text: str, best: str) -> bool:
    """Is what the quotation only asks for also only asked for in the text, and the other way round?"""
    if _any(best, "obliging"):
        return _any(text, "telling")
    return not _any(text, "obliging") or _any(best, "asking")


def _quantities(text: str) -> Counter[int]:
    """How often the text uses each of the ways to say how many, by their line in the list."""
    words = words_in(text)
    lines = enumerate(load_data("writer.yaml")["quantities"])
    return Counter({at: sum(word in line for word in words) for at, line in lines})


def _opposed(text: str, best: str) -> bool:
    """Does the text use a word that the quotation has not, where it has the opposite?"""
    said, given = stems(text), stems(best)
    pairs = [(stems(one), stems(other)) for one, other in load_data("writer.yaml")["opposites"]]
    return any(
        one <= said and not one <= given and other <= given and not other <= said
        for pair in pairs
        for one, other in (pair, pair[::-1])
    )


def _same_owner(text: str, best: str) -> bool:
    """Where both say who is to act: are the telling words before the modal before it in the quotation too?"""
    one, other = _before_modal(text), _before_modal(best)
    return one is None or other is None or one <= other


def _before_modal(text: str) -> frozenset[str] | None:
    words = words_in(text)
    at = next((number for number, word in enumerate(words) if word in _set("modals")), None)
    return None if not at else _telling(" ".join(words[:at]))


def _new_words(text: str, whole: str) -> float:
    """The share of the telling words that the evidence does not hold; all where there are none."""
    words = _telling(text)
    return len(words - stems(whole)) / len(words) if words else 1.0


def _telling(text: str) -> frozenset[str]:
    """Stems of the words that could be wrong."""
    kept = [word for word in words_in(text) if word not in _set("joining") and not word.isdigit()]
    return stems(" ".join(kept))


@cache
def _set(name: str) -> frozenset[str]:
    words = load_data("writer.yaml")[name]
    return frozenset(words.split() if isinstance(words, str) else words)
