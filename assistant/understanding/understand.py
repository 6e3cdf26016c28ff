"""Understand a question: content words, other names for them, years, places, the kind of thing wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import dropwhile

from assistant.question import Question, Wanted
from assistant.understanding.content_words import content_words, courtesy, left_out
from assistant.understanding.periods import part_words, parts_in, periods_in
from assistant.understanding.plain_words import plain_words
from assistant.understanding.synonyms import expansions, other_names, spelled_out
from assistant.words import WHOLE_WORD, YEAR, spaced
from ingest.phrases import stands_in
from ingest.recognition.bodies import area_of
from prompts import load_data

WORDS = "vocabulary/question-words.yaml"
_COUNTED = re.compile(r"how many (?:(?:[a-z-]+ ){0,2}[a-z-]+(?:['’]s|s['’]) )?((?:[a-z-]+ ?){1,2})")
_NO_BODY = frozenset({"services", "of", "the"})
_OPENS = re.compile(r"(?:^|\w{4}[.!?]\s+)$")


def understand(text: str, subjects: Iterable[str] = ()) -> Question:
    """Take a question apart; `subjects` are the names of places and partnerships in the library."""
    years = tuple(dict.fromkeys(YEAR.findall(text)))
    named = tuple(name for name in sorted(set(subjects)) if stands_in(text, name, re.IGNORECASE))
    proper = _proper_names(text)
    # A place of the library is meant in small letters as well, and so is any other area.
    places = (*named, *(one for one in _typed_small(text) if one not in named))
    small = (
        name for name in places if not any(name in other for other in (*proper, *named) if other != name)
    )
    names = tuple(dict.fromkeys((*proper, *(name for name in small if name not in proper))))
    bodies = _bodies(text, named)
    terms = _without_bodies(content_words(text), bodies, {*years, *_words(*named, *names)})
    question = Question(
        text=text,
        terms=tuple(term for term in terms if term not in years),
        groups=tuple(_groups(text, terms)),
        years=years,
        periods=periods_in(text),
        parts=parts_in(text),
        part_words=part_words(text),
        subjects=named,
        names=names,
        bodies=bodies,
        wanted=wanted(text),
        counted=counted(text),
        spelled=spelled_out(text),
        others={term: names for term in terms if (names := other_names(term))},
        kinds=_kinds_asked(text, (*named, *years)),
        requests=_holds_any(text, load_data(WORDS)["requests"]["cues"]),
        figure=asks_for_figure(text),
        broad=_holds_any(text, load_data(WORDS)["broad"]),
        for_questions=_holds_any(text, load_data(WORDS)["for_questions"]),
    )
    return replace(question, things=tuple(_things(question)))


def wanted(text: str) -> Wanted | None:
    """The kind of thing a question asks for, None where its wording does not show it."""
    lowered = spaced(text)
    found = [
        (lowered.find(f" {cue} "), -len(cue), kind)
        for kind, cues in load_data(WORDS)["wants"].items()
        for cue in cues
        if f" {cue} " in lowered
    ]
    kind: Wanted | None = min(found)[2] if found else None
    for other, rule in load_data(WORDS)["wants_with"].items():
        opens = lowered[1:].startswith(tuple(f"{opening} " for opening in rule["openings"]))
        if opens and _holds_any(text, rule["words"]):
            kind = other
    return kind


def asks_for_figure(text: str) -> bool:
    """Does the text ask for a number, a share or a sum?"""
    words = load_data(WORDS)
    return wanted(text) in words["figures"]["wanted"] or _holds_any(text, words["figures"]["cues"])


def counted(text: str) -> tuple[str, ...]:
    """What is to be counted: the word or two after "how many"; in "children's homes" the homes."""
    found = _COUNTED.search(text.lower())
    return tuple(word for word in found.group(1).split() if word not in left_out()) if found else ()


def _groups(text: str, terms: list[str]) -> list[tuple[str, ...]]:
    """One group a content word, and one for each thing that has several names.

    A name that holds another of its group is left out: it would be counted twice.
    """
    shortest = [
        tuple(
            name
            for name in group
            if not any(other != name and f" {other} " in f" {name} " for other in group)
        )
        for group in expansions(text)
    ]
    return [(term,) for term in terms] + shortest + list(plain_words(text).values())


def _things(question: Question) -> Iterator[str]:
    """See `Question.things`."""
    words = load_data(WORDS)["everyday"]
    plain = {word for phrase in plain_words(question.text) for word in phrase.split()}
    everyday = frozenset(words["words"].split()) | courtesy(question.text) | plain | question.named
    for term in question.terms:
        if not (
            term in everyday
            or term.endswith(tuple(words["endings"]))
            or term.startswith(tuple(words["openings"]))
        ):
            yield term


def _kinds_asked(text: str, names: Sequence[str]) -> frozenset[str]:
    """The kinds of document asked ("What did inspectors say …?"); where none is, those that are spoken of."""
    return kinds_in(before_about(text), names) or kinds_in(text, names)


def before_about(text: str) -> str:
    """The part of a question before it says what about ("What did they say" of "… say about the letter?")."""
    return _at_about(text)[0]


def after_about(text: str) -> str:
    """The part of a question that says what about; "" where it does not say so in such words."""
    return _at_about(text)[1]


def kinds_in(text: str, names: Sequence[str]) -> frozenset[str]:
    """The kinds of document that the text names; some words name one only beside a place or a year."""
    words = load_data(WORDS)
    last = [word.lower() for name in names for word in WHOLE_WORD.findall(name)[-1:]]
    owning = [f"{word}{s}" for word in last for s in ("", "'s", "’s")]
    beside = {
        kind: [f"{name} {noun}" for name in owning for noun in nouns]
        for kind, nouns in words["kinds_beside"].items()
    }
    every = (*words["kinds"].items(), *beside.items())
    return frozenset(kind for kind, phrases in every if _holds_any(text, phrases))


def _bodies(text: str, subjects: Iterable[str]) -> tuple[str, ...]:
    """What many bodies are called, where it stands beside a place ("the Harrow safeguarding partnership")."""
    general = load_data(WORDS)["general_names"]
    shared = "|".join(re.escape(name) for name in sorted(general, key=len, reverse=True))
    places = "|".join(map(re.escape, subjects))
    found = re.findall(rf"(?<!\w)(?:{places})(?:[’']s)?((?: (?:{shared}))+)(?!\w)", text, re.IGNORECASE)
    heads = dict.fromkeys(_words(phrase)[-1] for phrase in found if places)
    return tuple(head for head in heads if head not in _NO_BODY)


def _without_bodies(terms: list[str], bodies: Sequence[str], named: Collection[str]) -> list[str]:
    """The terms but those of a body's name, which tell it from no other; all where nothing else is asked."""
    others = [term for term in terms if term not in bodies]
    return others if any(term not in named for term in others) else terms


def _words(*texts: str) -> list[str]:
    return [word for text in texts for word in WHOLE_WORD.findall(text.lower())]


def _holds_any(text: str, phrases: Iterable[str]) -> bool:
    lowered = spaced(text)
    return any(f" {phrase} " in lowered for phrase in phrases)


def _proper_names(text: str) -> list[str]:
    """Capitalised names, leaving out a sentence's first word but an area's: it is a capital by its place."""
    names = []
    for found in _name().finditer(text):
        words = found.group().split()
        if _OPENS.search(text[: found.start()]) and not (words[0].isupper() or _opens_with_area(words)):
            words = words[1:]
        words = list(dropwhile(lambda word: word.lower() in left_out(), words))
        if words:
            names.append(" ".join(words))
    return list(dict.fromkeys(names))


def _opens_with_area(words: Sequence[str]) -> bool:
    """Is the first word, alone or with those after it, an area and no everyday word ("Reading")?"""
    opening = (area_of(" ".join(words[:end])) for end in range(1, len(words) + 1))
    return not set(opening) <= {None, *load_data("vocabulary/areas.yaml")["everyday"]}


def _typed_small(text: str) -> list[str]:
    """The areas that a text names in small letters ("the harrow inspection"), but for words."""
    return [_areas_by_small_name()[found] for found in _area_small().findall(text)]


@cache
def _area_small() -> re.Pattern[str]:
    longest = sorted(_areas_by_small_name(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


@cache
def _areas_by_small_name() -> dict[str, str]:
    areas = load_data("vocabulary/areas.yaml")
    names = (*areas["london"], *areas["elsewhere"])
    return {name.lower(): name for name in names if name not in areas["everyday"]}


@cache
def _name() -> re.Pattern[str]:
    """Capitalised words in a row: "Director of Children's Services" is one name, "Leeds's Director" two."""
    owning = "|".join(load_data("vocabulary/names-asked.yaml")["general"].split())
    word = rf"(?:(?:{owning})[’']s?(?=\s+[A-Z])|[A-Z](?:&[A-Z]\b|[\w-]*))"
    return re.compile(rf"\b{word}(?:\s+(?:(?:of|upon|on)\s+)?{word})*")


def _at_about(text: str) -> tuple[str, str]:
    """The text before and after the first of the words that say what about ("… about the letter")."""
    words = load_data("vocabulary/facts.yaml")["premise"]["about"]
    before, *after = re.split(rf"\b(?:{'|'.join(words)})\b", text, maxsplit=1, flags=re.IGNORECASE)
    return before, "".join(after)
