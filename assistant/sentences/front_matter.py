"""Front matter: what a paper says of itself rather than of its matter."""

from __future__ import annotations

import re

from assistant.asked.speaking import person_asked
from assistant.question import Question
from assistant.register.bodies import agencies_in
from assistant.statements.concepts import words_of
from assistant.statements.polarity import says_something
from ingest.draft import CELL_JOINER
from ingest.passage import Passage
from prompts import load_data

_ENTRY = re.compile(r"(?:\. ?){4,}\s*\d{1,3}\s*$")
"""How a line of a table of contents ends: with dots and its page."""

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\bwww\.\S+|\b0\d[\d ]{8,12}\b")
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
"""A line of contents as Markdown has it."""
FEW = 3
"""An address with so few words besides says nothing else."""
LEAST, SMALL, CAPITALS = 6, 3, 0.75
"""A line of people has so many words, so large a share of those of more letters than `SMALL` in capitals."""


def is_front_matter(sentence: str, passage: Passage) -> bool:
    """Does the sentence, or its heading, only say what the paper is, who made it, or where to complain?"""
    return tells_of_paper(sentence, " ".join(passage.heading_path[-1:]))


def tells_of_paper(sentence: str, heading: str) -> bool:
    """The same of a sentence under a heading."""
    rules = load_data("vocabulary/front-matter.yaml")
    lowered = " ".join(sentence.lower().split())
    return (
        heading.strip().lower() in rules["headings"]
        or any(said in lowered for said in rules["says"])
        or bool(_ENTRY.search(sentence))
    )


def only_names(sentence: str, question: Question) -> bool:
    """Is it a line by which somebody is reached, or of people and their posts, for which nobody asked?"""
    rules = load_data("vocabulary/front-matter.yaml")
    if is_contact(sentence):
        return not _asked(question, rules["contact"]["asked"])
    if not is_people(sentence) or question.wanted == "person" or _asked(question, rules["people"]["asked"]):
        return False
    if person_asked(question):
        return True
    people = (name for name in question.names if name not in question.subjects and not agencies_in(name))
    return not any(name.lower() in sentence.lower() for name in people)


def is_contact(sentence: str) -> bool:
    """Is it an address for letters, e-mails or calls and little besides?"""
    rules = load_data("vocabulary/front-matter.yaml")["contact"]
    lowered = sentence.lower()
    if any(said in lowered for said in rules["says"]):
        return True
    if not _ADDRESS.search(lowered):
        return False
    left = [word for word in _WORD.findall(_ADDRESS.sub(" ", lowered)) if word not in rules["labels"]]
    return len(left) <= FEW


def is_head(sentence: str, question: Question) -> bool:
    """Is it a link, or a line of an e-mail's or minutes' head while no date or person is asked for?"""
    if _LINK.fullmatch(sentence.strip()):
        return True
    heads = load_data("vocabulary/front-matter.yaml")["heads"]
    label, colon, _ = sentence.partition(":")
    return bool(colon) and label.strip().lower() in heads and question.wanted not in ("date", "person")


def is_people(sentence: str) -> bool:
    """Is it a line of people with their posts or bodies: names, with commas or a post, and no verb?"""
    words = _WORD.findall(sentence)
    names = [word for word in words if len(word) > SMALL]
    posts = load_data("vocabulary/facts.yaml")["holder"]["posts"]
    return (
        len(words) >= LEAST
        and sum(name[:1].isupper() for name in names) >= CAPITALS * len(names)
        and CELL_JOINER not in sentence
        and ("," in sentence or any(word.lower() in posts for word in words))
        and not says_something(words_of(sentence))
    )


def _asked(question: Question, words: list[str]) -> bool:
    lowered = f" {' '.join(_WORD.findall(question.text.lower()))} "
    return any(f" {word} " in lowered for word in words)
