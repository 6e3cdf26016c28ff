"""Sentences: where each begins and ends, by rules that know this field's abbreviations and numbering."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from prompts.load import load_data

_REFERENCE = r"(?:recommendation|paragraph|para|page)s?\b[^()]{0,30}\)"
_POINTER = rf"\({_REFERENCE}"
"""A reference after a sentence that belongs to it, as inspectors mark what led to a recommendation."""
# Both patterns begin with the characters to look for, so that all others are passed over quickly.
_STOP = re.compile(
    rf"[.!?…(](?:(?<!\()(?:(?<!…)[.!?]+)?[\"'”’)\]]*(?P<note>(?<=[a-z.)”’])\d{{1,2}})?"
    rf"|(?<=[.!?]\s\(){_REFERENCE})(?=\s|$)",
    re.IGNORECASE,
)
_POINTED = re.compile(rf"\s{_POINTER}(?=\s|$)", re.IGNORECASE)
_GLUED = re.compile(r"[.?!](?<=[a-z]{3}[.?!])(?=[A-Z][a-z]*\s)")
_LINE_END = re.compile("\n")
_BULLET = re.compile(r"[•◼▪●■◦➢➤►](?<=\s.)(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘(\[]*(?:[A-Z0-9£$€•◼▪À-Þ]|e-[a-z])")
_TAIL = re.compile(r"([^\s(\[“‘\"']+)$")
_MARKER_ONLY = re.compile(
    r"^\s*(?:[•◦▪▫◼●■–—*-]\s*)?(?:\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|\(?[A-Za-z][.)]|\(?[ivxl]{1,6}[.)]"
    r"|(?:recommendation|action|finding|question|section|chapter|part|appendix)\s+\w{1,4}[.:)]?)\s*$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"^[A-Z]$|^(?:[A-Z]\.)+[A-Z]$")


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    """The vocabulary of abbreviations, by what they say about the sentence's end."""
    return {key: frozenset(words) for key, words in load_data("vocabulary/abbreviations.yaml").items()}


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) spans of the sentences of `text`, in order, without white space at their ends.

    A newline always ends a sentence. Together the spans hold every character that is not white space.
    """
    return list(_spans(text))


def sentences_within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The same of a slice of `text`, as spans of the whole."""
    return [(start + first, start + last) for first, last in sentences(text[start:end])]


@lru_cache(maxsize=512)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans; several readers of one document ask for those of the same paragraphs."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*_ends(text), len(text)]:
        first, last = trimmed(text, start, end)
        if first < last:
            found.append((first, last))
        start = end
    return tuple(found)


def _ends(text: str) -> list[int]:
    """Offsets at which a sentence ends, in order."""
    ends = {line.start() for line in _LINE_END.finditer(text)}
    ends.update(stop.end() for stop in _GLUED.finditer(text) if not _in_address(text, stop.start()))
    ends.update(bullet.start() for bullet in _BULLET.finditer(text))
    sure = sorted(ends)
    start = 0
    for stop in _STOP.finditer(text):
        before = bisect_right(sure, stop.start())
        start = max(start, sure[before - 1] if before else 0)
        if _is_end(text, start, stop):
            ends.add(stop.end())
            start = stop.end()
    return sorted(ends)


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends with this stop."""
    if stop.end() < len(text) and text[stop.end()] != "\n" and not _NEXT.match(text, stop.end()):
        return False
    if _POINTED.match(text, stop.end()):
        return False
    if _MARKER_ONLY.match(text[start : stop.end()]):
        return False
    if (
        text[stop.start()] != "."
        or text[stop.start() : stop.start() + 2] == ".."
        or stop.end() - stop.start() > 1
    ):
        return not (stop.group("note") and text[stop.start() - 1].isdigit())
    return not _is_abbreviation(text, start, stop.start())


def _is_abbreviation(text: str, start: int, at: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an initial or a number sign."""
    tail = _TAIL.search(text, max(start, at - 40), at)
    if not tail:
        return False
    word = tail.group(1).rstrip(".")
    kinds = _abbreviations()
    if word.lower() in kinds["never"]:
        return not _is_plain_word(word, text, at)
    if word.lower() in kinds["maybe"]:
        return False
    if not _INITIAL.match(word):
        return False
    before = text[start : tail.start()].split()
    return not before or before[-1].lower().strip("(,") not in kinds["labelled"]


def _is_plain_word(word: str, text: str, at: int) -> bool:
    """Whether it is no abbreviation here: "No." is one only before a number, a capital "C." is a label."""
    following = text[at + 1 :].lstrip()[:1]
    if word.lower() in _abbreviations()["words_too"]:
        return not following.isdigit()
    return len(word) == 1 and word.isupper() and not following.isdigit() and word not in "SPCV"


def _in_address(text: str, at: int) -> bool:
    """Whether a stop is inside a web or mail address or a file name."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    token = re.match(r"\S*", text[start:])
    return bool(token and re.search(r"[/@\\]|www|\.\w+\.", token.group()))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
