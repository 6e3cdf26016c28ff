"""Holding: does a question ask who holds a post or leads a body, and does a sentence say it?"""

from __future__ import annotations

import re
from functools import cache

from assistant.understanding.content_words import content_words
from assistant.words import stems, words_in
from ingest.phrases import worded
from prompts import load_data

_PERSON = re.compile(r"\b[A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][A-Za-z’'-]*[a-z]\b")
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_BESIDE = re.compile(r"[^\w.;]*|[^.;]{0,40}(?:[,(|:–]|\b(?:is|was|as|by|became)\b)[^.;]{0,40}")
"""What stands between a post and the name of who holds it."""
_one = worded(
    "vocabulary/facts.yaml",
    r"who (?:is|was) (?:the|our|your|their|its|\w+ s) (.+?)(?: (?:{count.stops|holder.stops}|of) .+)?$",
    flags=re.NOFLAG,
)
"""A question for one person, and the words for that one up to those that tell more of it."""
_TO_BE = re.compile(r"^who (?:will|is to|is going to) be ")
_for_holder = worded(
    "vocabulary/facts.yaml", r"who (?:is |was |will |has )?({holder.instead})\b", flags=re.NOFLAG
)


def post_asked(text: str) -> str:
    """The post or the leading whose holder is asked for ("chair", "leads"); empty where none is."""
    rules = load_data("vocabulary/facts.yaml")["holder"]
    lowered = _asking(text)
    if instead_asked(text):
        return ""
    which = next((cue for cue in rules["which"] if f" {cue} " in f" {lowered} "), "")
    if which:
        return which.split()[-1]
    if called := re.search(r"\bname of (.+)", lowered):
        return _first(re.split(rf"\b(?:{'|'.join(rules['stops'])})\b", called[1])[0], rules["posts"])
    verb, phrase = _who(lowered, rules["stops"])
    if verb in rules["leads"]:
        return verb if _first(re.split(r"\bof\b", phrase)[0], rules["bodies"]) else ""
    return _first(phrase, rules["posts"]) if verb in rules["being"] else ""


def one_asked(text: str) -> tuple[str, ...]:
    """The words for somebody whose name is asked for ("outsider" of "Who is the outsider in Leeds?"), if any.

    A body is nobody, and posts have rules of their own.
    """
    found = _one().match(_asking(text))
    words = tuple(content_words(found[1])) if found and not post_asked(text) else ()
    return words if words and words[-1] not in load_data("vocabulary/facts.yaml")["holder"]["bodies"] else ()


def instead_asked(text: str) -> str:
    """What somebody does for the holder of a post ("covering" of "Who is covering for the chair?"), or ""."""
    found = _for_holder().match(_asking(text))
    return found[1] if found else ""


def body_asked(text: str, post: str) -> tuple[str, ...]:
    """The telling words for the post's body ("youth", "crime" of "Who chairs the youth crime group?")."""
    rules = load_data("vocabulary/facts.yaml")["holder"]
    rest = f" {' '.join(words_in(text))} ".partition(f" {post} ")[2]
    phrase = re.split(rf"\b(?:{'|'.join((*rules['stops'], 'and', 'in'))})\b", rest)[0]
    return tuple(word for word in content_words(phrase) if word not in rules["bodies"] and len(word) > 1)


def gives_holder(sentence: str, post: str) -> bool:
    """Does the sentence name a person beside the post, or say by whom or what the body is led?"""
    lowered = f" {' '.join(words_in(sentence))} "
    leads = load_data("vocabulary/facts.yaml")["holder"]["leads"]
    if post in leads:
        # The "lead inspector" leads none of the bodies that are inspected.
        lowered = _lead_posts().sub(" ", lowered)
    if any(f" {said} " in lowered for said in leads.get(post, ())):
        return True
    return f" {post.removesuffix('s')}" in lowered and names_person(sentence)


def names_beside(sentence: str, post: str) -> bool:
    """Does a person's name stand beside the post as its holder's ("Ada Lane (chair)", "the chair, Ada Lane")?

    "The chair welcomed Ada Lane" names somebody else.
    """
    posts = [
        hit.span() for hit in re.finditer(rf"\b{re.escape(post.removesuffix('s'))}", sentence, re.IGNORECASE)
    ]
    names = [hit.span() for hit in _PERSON.finditer(sentence) if names_person(hit.group())]
    between = (
        sentence[min(end, until) : max(start, first)] for start, end in posts for first, until in names
    )
    return any(_BESIDE.fullmatch(words) for words in between)


def called(sentence: str, word: str, asked: frozenset[str]) -> bool:
    """Does a name, but for those `asked`, stand beside the word as whose it is ("her father, called Marc")?

    "The father met Marc" and "Marc’s father" name somebody else.
    """
    beside = load_data("vocabulary/facts.yaml")["holder"]["beside"]
    between = rf"(?:\W*\b(?:{'|'.join(beside)})\b)*"
    forms = (
        rf"\b(?i:{re.escape(word)}){between}\W*({_NAME})",
        rf"\b({_NAME})(?<![’']s)\b(?![’']s\b){between}\W+(?:\w+[’']s\W+)?(?i:{re.escape(word)})\b",
    )
    names = (name for form in forms for name in re.findall(form, sentence))
    return any(stems(name).isdisjoint(asked | _general()) for name in names)


def names_person(sentence: str) -> bool:
    """Do two capitalised words stand together that name no place, body or post?"""
    named = map(stems, _PERSON.findall(sentence))
    return any(name.isdisjoint(_general()) and not name <= _places() for name in named)


def _asking(text: str) -> str:
    """The question in small letters; who will be somebody is asked for as who is."""
    return _TO_BE.sub("who is ", " ".join(words_in(text)))


def _who(lowered: str, stops: list[str]) -> tuple[str, str]:
    """The verb after "who" at the beginning, and what follows up to a clause of its own."""
    opened = re.match(r"who (?:s |has |have |had )?(\w+) (.*)", lowered)
    if not opened:
        return "", ""
    return opened.group(1), re.split(rf"\b(?:{'|'.join(stops)})\b", opened.group(2))[0]


def _first(phrase: str, words: list[str]) -> str:
    """The longest of the words that the phrase holds ("head teacher" before "head")."""
    return next((word for word in sorted(words, key=len, reverse=True) if f" {word} " in f" {phrase} "), "")


_lead_posts = worded("vocabulary/facts.yaml", r" (?:deputy )?lead {holder.lead}\b")


@cache
def _general() -> frozenset[str]:
    """Stems of words in the names of bodies and posts."""
    return stems(load_data("vocabulary/names-asked.yaml")["general"])


@cache
def _places() -> frozenset[str]:
    """Stems of words in the names of places, each of which may be somebody's too (Helen, and St Helens)."""
    areas = load_data("vocabulary/areas.yaml")
    return stems(" ".join((*areas["london"], *areas["elsewhere"])))
