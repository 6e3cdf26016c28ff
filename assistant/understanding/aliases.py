"""Aliases: what the papers themselves also call what a question names.

A short form that a paper explains ("Children's Social Care (CSC)"), and people by their initials, as minutes
call those whom they list as present. Looked up for what a question names alone, so that a large library costs
no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from assistant.asked.holding import names_person
from assistant.initials import initials_of, lists_present
from assistant.question import Question
from assistant.understanding.authors import MOST, passages_with
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import stands_in

_SHORT = re.compile(r"\b[A-Z]{2,6}\b")
_NAME = r"[A-Z][a-z][\w’'-]+"
_PERSON = re.compile(rf"\b{_NAME} (?:[A-Z]\.? )?{_NAME}\b")
_EXPLAINED = re.compile(r"((?:[A-Za-z][\w’'-]*[ -]){1,8})\(([“\"]?)([A-Z]{2,6})[”\"]?\)")

Names = dict[str, tuple[str, ...]]


def with_aliases(question: Question, library: Library, filters: Filters) -> Question:
    """The question with other names, in its library, of what it names."""
    also = aliases_of(question, library, filters)
    if not also:
        return question
    words = {word: names for name, names in also.items() for word in (name.lower(), *name.lower().split())}
    others = {word: (*question.others.get(word, ()), *names) for word, names in words.items()}
    groups = tuple((name, *names) for name, names in also.items())
    return replace(
        question, also=also, others={**question.others, **others}, groups=(*question.groups, *groups)
    )


def aliases_of(question: Question, library: Library, filters: Filters) -> Mapping[str, tuple[str, ...]]:
    """The other names by the words of the question that they stand for."""
    shorts = _SHORT.findall(question.text)
    found = {
        short: _meant(short, library, filters) for short in shorts if short.lower() not in question.others
    }
    named = (name for name in question.names if name not in shorts and name not in question.subjects)
    return {name: also for name, also in {**found, **_initials(named, library, filters)}.items() if also}


def _meant(short: str, library: Library, filters: Filters) -> tuple[str, ...]:
    """What a paper explains the short form as; else who is called so in its list of those present."""
    texts = _texts(short, library, filters)
    explained = (
        full for text in texts.values() for one in text for full, by in explained_in(one) if by == short
    )
    if full := next(explained, ""):
        return (full,)
    within = replace(filters, documents=tuple(texts))
    people = (
        {name for name in _people(_listed(library, within)) if initials_of(name) == short} if texts else set()
    )
    return tuple(people) if len(people) == 1 else ()


def _initials(names: Iterable[str], library: Library, filters: Filters) -> Names:
    """The full name and the initials of each of the people, where papers that list them use those."""
    found: Names = {}
    for name in names:
        texts = _texts(name, library, filters)
        held = (person for text in texts.values() for person in _people(text))
        full = next((person for person in held if set(name.split()) <= set(person.split())), "")
        short = initials_of(full)
        if full and set(texts) & set(_texts(short, library, filters)):
            found[name] = tuple(one for one in (full, short) if one != name)
    return found


def explained_in(text: str) -> Iterator[tuple[str, str]]:
    """Each name that the text explains a short form by, and the short form: "Child Protection (CP)"."""
    for before, _, short in _EXPLAINED.findall(text):
        words = re.findall(r"[A-Za-z][\w’']*", before)
        for first in range(len(words) - 1, -1, -1):
            if initials_of(" ".join(words[first:])) == short:
                yield before[before.rfind(words[first]) :].strip(), short
                break


def _texts(name: str, library: Library, filters: Filters) -> dict[str, list[str]]:
    """The passages that hold the name just as it is written, by document."""
    found: dict[str, list[str]] = {}
    for passage in passages_with(name, library, filters):
        text = f"{passage.header}\n{passage.text}"
        if stands_in(text, name):
            found.setdefault(passage.document_id, []).append(text)
    return found


def _listed(library: Library, filters: Filters) -> list[str]:
    """The passages that list who was present."""
    hits = library.full_text((("present",), ("apologies",), ("attendance",)), filters, MOST)
    passages = library.passages([hit.passage_id for hit in hits])
    return [text for one in passages if lists_present(text := f"{one.header}\n{one.text}")]


def _people(texts: Iterable[str]) -> Iterator[str]:
    """The names in the texts that hold no word of a body's, a post's or a place's name."""
    for text in texts:
        yield from filter(names_person, _PERSON.findall(text))
