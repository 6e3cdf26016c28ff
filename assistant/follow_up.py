"""Follow up: a question that leans on the one before it is made whole, by rule and without a model.

In talk more is wanted of the same ("tell me more", "why?"), a part of the question is exchanged ("and for
Leeds?", "the 2012 one"), something is added to it ("and for health?"), or a new question points back at its
subject ("which of those are overdue?").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from string import Template

from assistant.understand import content_words
from prompts import load_data

_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[-–/]\d\d)?\b")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_LEFT = " ,;:?.!"
SHORT = 4
"""Words of the longest limit that stands alone."""


def whole_question(text: str, earlier: str, places: Iterable[str] = (), talk: Sequence[str] = ()) -> str:
    """The question on its own feet; the text itself where it leans on nothing.

    `earlier` is the whole question before it ("" where it is the first), `places` the names of the library's
    places and partnerships. `talk` are the whole questions so far: what `earlier` added to one of them ("and
    for health?") is exchanged for what the text adds.
    """
    if not earlier or asks_for_more(text) or asks_for_sources(text):
        return earlier or text
    if _asks_why(text):
        return f"Why: {_subject(earlier)}?"
    rest = _without(text, _phrases("openings"))
    shown = _without(rest, _phrases("shows"))
    known = sorted(places, key=lambda name: (-len(name), name))
    opened, points = rest != text or _narrows(text), _points_back(text)
    if not opened and not points:
        return text
    exchanged = _exchange(shown, earlier, known)
    if exchanged:
        return exchanged
    if narrower := _narrowed(text):
        return f"{_base(earlier.strip(_LEFT), narrower, talk)}, {narrower}?"
    if thing := _thing_of_the_same(text, rest):
        return _with_thing(_base(earlier.strip(_LEFT), thing, talk), thing)
    if points and _says_something(shown):
        return f"{text.strip(_LEFT)}: {_subject(earlier)}?"
    if not (_says_something(rest) or opened):
        return text
    return f"{_base(earlier.strip(_LEFT), rest, talk)}, {rest.strip(_LEFT)}?"


def asks_for_more(text: str) -> bool:
    """Does the text want no more than more of the same ("tell me more", "and then?")?"""
    return _plain(text) in _phrases("more")


def asks_for_sources(text: str) -> bool:
    """Does the text ask who says what was quoted, where, or when ("who said that?")?"""
    return " ".join(_words(text)) in _phrases("sources")


def ends(text: str) -> bool:
    """Does the text say no more than that the conversation is over ("bye")?"""
    return _plain(text) in _phrases("ends")


def asks_for_earlier(text: str) -> bool:
    """Does the text ask what was said of the same before ("and before that?")?"""
    return " ".join(_words(text)) in _phrases("earlier")


def before_year(question: str, year: str) -> str:
    """The question put to papers from before the year, instead of any year it was put to so far."""
    form = Template(load_data("follow-ups.yaml")["before"])
    bare = re.sub(form.substitute(year=r"\d{4}", question=""), "", question)
    return form.substitute(year=year, question=bare)


def leans(text: str) -> bool:
    """Is the text nothing without a question before it?"""
    return asks_for_more(text) or _asks_why(text) or asks_for_sources(text) or asks_for_earlier(text)


def _narrowed(text: str) -> str:
    """What narrows what was talked about: "about schools" of "which of those are about schools?"."""
    rest = re.sub(load_data("follow-ups.yaml")["narrowed"], "", text, flags=re.IGNORECASE)
    return rest.strip(_LEFT) if rest != text else ""


def _thing_of_the_same(text: str, rest: str) -> str:
    """A thing of what was talked about: "health" of "what about their health?"; or nothing."""
    first, _, thing = rest.strip(_LEFT).partition(" ")
    return (
        thing if rest != text and first.lower() in _phrases("possessives") and _says_something(thing) else ""
    )


def _with_thing(question: str, thing: str) -> str:
    """The question put about the thing of its subject."""
    subject = re.compile(rf"\b({'|'.join(load_data('follow-ups.yaml')['subject_after'])}) ", re.IGNORECASE)
    about = subject.sub(lambda found: f"{found[0]}the {thing} of ", question, count=1)
    return f"{about}?" if about != question else f"{question}, {thing}?"


def _asks_why(text: str) -> bool:
    return _plain(text) in _phrases("why")


def _plain(text: str) -> str:
    """The text's words without "please" and the like."""
    left_out = _phrases("please")
    lowered = f" {' '.join(_words(text))} "
    for phrase in left_out:
        lowered = lowered.replace(f" {phrase} ", " ")
    return lowered.strip()


def _base(earlier: str, rest: str, talk: Sequence[str]) -> str:
    """What the rest is added to: the earlier question without the part it was given, if that is no limit."""
    bases = [one for asked in talk if earlier.startswith(f"{(one := asked.strip(_LEFT))}, ")]
    base = max(bases, key=len, default=earlier)
    limits = _narrows(rest) or _narrows(earlier.removeprefix(f"{base}, "))
    return earlier if limits else base


def _narrows(text: str) -> bool:
    """Is the text no more than a limit, such as "only audits" or "since 2020"?"""
    words = _words(text)
    return 1 < len(words) <= SHORT and words[0] in _phrases("narrowings")


def _exchange(text: str, earlier: str, places: Sequence[str]) -> str:
    """The earlier question with its year or place exchanged, where the text is no more than that."""
    years, named = _YEAR.findall(text), _places_in(text, places)
    said = {"one", "ones", *_words(" ".join((*years, *named)))}
    left = [word for word in content_words(text) if word not in said]
    if left or not (years or named):
        return ""
    result = earlier.strip(_LEFT)
    for new, old in ((years, _YEAR.findall(earlier)), (named, _places_in(earlier, places))):
        if new and old:
            result = re.sub(rf"\b{re.escape(old[0])}\b", new[0], result, flags=re.IGNORECASE)
        elif new:
            result = f"{result} in {new[0]}"
    return f"{result}?"


def _subject(earlier: str) -> str:
    """What a question is about: what is left when its asking words are taken from its front."""
    words = earlier.strip(_LEFT).split()
    while words and not content_words(words[0]):
        words = words[1:]
    return " ".join(words)


def _points_back(text: str) -> bool:
    lowered = f" {' '.join(_words(text))} "
    if re.search(rf" (?:{'|'.join(_phrases('that'))}) (?:that|this) ", lowered[: lowered.find(" ", 1) + 20]):
        return True
    return lowered.endswith((" one ", " ones ")) or any(
        f" {phrase} " in lowered for phrase in _phrases("pointers")
    )


def _says_something(text: str) -> bool:
    return bool(content_words(text))


def _places_in(text: str, places: Sequence[str]) -> list[str]:
    return [name for name in places if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)][:1]


def _without(text: str, openings: Sequence[str]) -> str:
    """The text without the longest of the openings it begins with."""
    for opening in openings:
        found = re.match(rf"\W*{re.escape(opening)}\b[\s,]*", text, re.IGNORECASE)
        if found:
            # "and for health" keeps its "for": only the joining word is taken away
            kept = " ".join(word for word in opening.split()[1:] if word in ("for", "in", "of", "the"))
            return f"{kept} {text[found.end() :]}".strip()
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(sorted(load_data("follow-ups.yaml")[name], key=len, reverse=True))
