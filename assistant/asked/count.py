"""Count: what does a question want counted, and does a sentence count it, or anything at all?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile

from assistant.asked.phrased import phrased
from assistant.words import numbers_in, stem, stems, words_in
from ingest.phrases import word_set, worded
from prompts import load_data

BEFORE, AFTER = 4, 3
"""How many words may stand between a number and what it counts, where the number comes first or last."""

FAR = 6
"""The same before what is counted where the documents name it ("58 children were identified as victims")."""

WITHIN, WHOLE = 3, 2
"""Words that may stand between a part and its "of", and between that and the whole."""

_HOW_MANY = re.compile(
    r"(?:\bhow many|(?:\b(?:percentage|proportion|share|number|rate|per ?cent)|%) of)"
    r"(?: of)?(?: the)? ([a-z][a-z0-9’' -]*)"
)
_NOUN = re.compile(r"[a-z0-9]+(?:[’'][a-z]*)?")
_PERCENT = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent)")
_LIST_MARK = re.compile(r"^\W*\d{1,3}\.(?=\D)")
_ages = worded("vocabulary/facts.yaml", "{count.ages}")
_DAY = re.compile(
    r"\b(?:\d{1,2} (?:and|to|[-–]) )?\d{1,2} (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    r"|\b\d+/\d+\b"
)

_limited = worded(
    "vocabulary/facts.yaml",
    r"\bhow many \w+ .*?\b(?:on|in|at|by|to) (?:the |our |a )?(?:[\w’'-]+ ){0,4}?({count.bodies})\b(?![’'])",
    flags=re.NOFLAG,
)


def counts_any(sentence: str, counted: Sequence[str]) -> bool:
    """Does the sentence count anything: a number that is no year, age, date, name (section 11) or measure?

    Where units are counted ("how many weeks"), a number of such units.
    """
    names, units = _rules()
    if asked := units.intersection(counted):
        return _stands_beside(sentence, frozenset(map(stem, asked)))
    words = countable(sentence)
    return not says_uncounted(sentence) and any(
        units.isdisjoint(words[at + 1 : at + 3]) and not (at and words[at - 1] in names)
        for at in (*numbers_in(words), *_single(words))
    )


def head_counted(text: str) -> str:
    """The noun that is to be counted ("nurses" of "how many school nurses are …", or of "what share of …").

    Empty where the question wants a unit, or people or times at large, which papers call by many names.
    """
    found = _HOW_MANY.search(text.lower())
    return head_of(found[1]) if found else ""


def head_of(phrase: str) -> str:
    """The noun that a lower-case phrase is about: its first plural, before it goes on to something else."""
    rules = load_data("vocabulary/facts.yaml")["count"]
    for whole in rules["whole"]:
        phrase = phrase.replace(f"{whole} ", "")
    stops = {f"{word}{ending}" for word in rules["stops"] for ending in ("", "s", "es")}  # "comes", "goes"
    words = list(takewhile(lambda word: word not in stops, _NOUN.findall(phrase)))
    owned = ("'", "’")  # in "workers' cases" the cases are counted
    nouns = [word for word in words if not word.endswith(owned) and "s" not in re.split("['’]", word)[1:]]
    plural = [word for word in nouns if word.endswith("s") or word in rules["plurals"]]
    head = (plural or nouns or [""])[0]
    return "" if head in (*rules["units"], *rules["at_large"]) else head


def nouns_of(head: str) -> frozenset[str]:
    """A lower-case noun in the singular and the plural, however it was given."""
    plurals = load_data("vocabulary/facts.yaml")["count"]["plurals"]
    one = plurals.get(head) or re.sub(r"(?<=[^aeiou])ies$", "y", head).removesuffix("s")
    return frozenset({head, one, f"{one}s"} - {""})


def counts_these(sentence: str, names: Iterable[str], header: str) -> bool:
    """Does the sentence count what has one of these names: does it stand beside a number, or "no"?

    So it does where it gives "the number of" them, or tells how many of how many, be it of one of them ("the
    child was seen in 14 of 24"). A row of a table counts what the row or its header names.
    """
    named, one = many_of(names), _one_of(names)
    shares = word_set("vocabulary/question-words.yaml", "signs", "percentage")
    words = ["" if word in shares else word for word in countable(sentence)]
    if says_uncounted(sentence):
        return False
    numbers = bool(numbers_in(words))
    if "|" in sentence or header:
        return numbers and any(map(named, (*words, *words_in(header))))
    given = numbers and re.search(r"\bnumber of\b", sentence) is not None and any(map(named, words))
    told = given or (part_of_whole(words) and any(map(one, words)))
    single = any(any(map(one, words[at + 1 : at + 1 + AFTER])) for at in _single(words))
    return told or single or _beside(words, named, FAR) or _none_of(words, named)


def says_uncounted(sentence: str) -> bool:
    """Does the sentence say that the number is not known?"""
    said = " ".join(words_in(sentence))
    return any(phrase in said for phrase in load_data("vocabulary/facts.yaml")["count"]["uncounted"])


def many_of(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether a word names these, in the plural as what is counted: "four family hubs" are no families."""
    lasts = {words_in(name)[-1] for name in names}
    wanted = frozenset(map(stem, lasts))
    return lambda word: word in lasts or (stem(word) in wanted and word.endswith("s"))


def _one_of(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether a word names these, or one of them."""
    singular = load_data("vocabulary/facts.yaml")["count"]["plurals"]
    lasts = [words_in(name)[-1] for name in names]
    wanted = frozenset(stem(word) for last in lasts for word in (last, singular.get(last, last)))
    return lambda word: stem(word) in wanted


def _single(words: Sequence[str]) -> list[int]:
    """Where "only one" and the like stand among lower-case words; "one" alone may be no number."""
    before = load_data("vocabulary/facts.yaml")["count"]["one_after"]
    return [at for at, word in enumerate(words) if at and word == "one" and words[at - 1] in before]


def part_of_whole(words: Sequence[str]) -> bool:
    """Do the lower-case words say how many of how many ("seventeen of 24", "of 24 …, 17", "one in five")?"""
    numbers = numbers_in(words)
    parts = {*numbers, *(at for at, word in enumerate(words) if word == "one")}
    for at, word in enumerate(words):
        if word == "of":
            whole = next((number for number in numbers if at < number <= at + 1 + WHOLE), None)
            near = range(at - 1 - WITHIN, at)
            if whole and (not parts.isdisjoint(near) or any(part > whole + 1 for part in numbers)):
                return True
        # "One in every five", but not "twelve in the five schools".
        elif word == "in" and at - 1 in parts:
            every = at + 1 < len(words) and words[at + 1] == "every"
            if at + 1 + every in numbers:
                return True
    return False


def _none_of(words: Sequence[str], named: Callable[[str], bool]) -> bool:
    none = load_data("vocabulary/facts.yaml")["count"]["none"]
    return any(
        any(map(named, words[at + 1 : at + 1 + AFTER])) for at, word in enumerate(words) if word in none
    )


def countable(sentence: str) -> list[str]:
    """The sentence's words without list marks, ages, days and percentages."""
    text = _DAY.sub("", _ages().sub("", _LIST_MARK.sub("", sentence)))
    return words_in(_PERCENT.sub("", text))


def _stands_beside(sentence: str, wanted: frozenset[str]) -> bool:
    """Does a number that is no year stand beside one of these stems?"""
    return _beside(words_in(_LIST_MARK.sub("", sentence)), lambda word: stem(word) in wanted)


def _beside(words: Sequence[str], named: Callable[[str], bool], before: int = BEFORE) -> bool:
    return any(
        named(word)
        for at in numbers_in(words)
        for word in [*words[at + 1 : at + 1 + before], *words[max(0, at - AFTER) : at]]
    )


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    rules = load_data("vocabulary/facts.yaml")["count"]
    return frozenset(rules["names"]), frozenset(rules["units"])


def counting_body(text: str) -> str:
    """The body that limits a count ("panel" of "How many young people are on the scrutiny panel?"), or ""."""
    found = _limited().search(text.lower())
    return found[1] if found else ""


def counted_there(text: str, sentence: str, around: str) -> bool:
    """Does the sentence count what the question `text` asks, where it asks it?

    What stands round it has to name the body that the question names. A count of what should be is none of
    what was.
    """
    body = counting_body(text)
    only_wished = phrased("count", "wishes").search(sentence.lower())
    wished = any(phrased("count", name).search(text.lower()) for name in ("wishes", "limits"))
    return (not body or stem(body) in stems(around)) and (wished or not only_wished)
