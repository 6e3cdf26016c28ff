"""Numbered recommendations: items of a list, or text below a heading, that print a number of their own."""

from __future__ import annotations

import re

from ingest.recommendations.actors import actors, names_an_actor
from ingest.recommendations.clauses import main_finite_verb, next_word
from ingest.recommendations.headings import heads_one
from ingest.recommendations.outline import Place
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import is_refused
from ingest.recommendations.request import Request
from ingest.sentences import sentences

_WILL = re.compile(r"(?P<who>[^.;:]{2,110}?)\s+(?:will|shall)\s+(?!be\b|have\b|not\b)(?=\w)", re.IGNORECASE)
_RECOMMENDATION = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_MIXED = re.compile(r"\b(?:findings?|lessons?|learning|analysis|conclusions?|discussion)\b", re.IGNORECASE)
_PAGE_LAST = re.compile(r"\s\d{1,3}$")
_NUMBER = re.compile(r"(?:R|Rec)?\s*\d+(?:\.\d+)*[a-z]?")
_PHRASE_END = re.compile(r"\s(?:of|for|in|at|from|across|within|on|to|under|between|by|with|about|that)\s")
_LEAST_WORDS = 4


def printed_number(place: Place) -> str:
    """The number of the heading "Recommendation 2" above, else that before the block; "" for neither."""
    own = place.block.marker.strip("().:[] ")
    return number_above(place) or (own if _NUMBER.fullmatch(own) else "")


def number_above(place: Place) -> str:
    """That of "Recommendation 2", not the page in "Recommendations 8" of a list of contents."""
    return place.number if place.headings and heads_one(place.headings[-1]) else ""


def is_numbered(place: Place) -> bool:
    """An item of a numbered list under "Recommendations", or text below "Recommendation 2"."""
    if place.opening != "recommendations" or not printed_number(place):
        return False
    listed = place.block.kind == "list_item" and any(map(_is_plain, place.headings))
    return listed or bool(number_above(place))


def list_of(place: Place) -> tuple[str, ...]:
    """What the items of one list share: the headings down to the one that opened it, which others may divide
    ("For health"), and how deep their numbers are: "7.1" numbers a paragraph among items "1." and "2.".
    """
    plain = next((at for at, heading in enumerate(place.headings) if _is_plain(heading)), len(place.headings))
    return (*place.headings[: plain + 1], "." * printed_number(place).count("."))


def _is_plain(heading: str) -> bool:
    """“5. Recommendations”, not "Lessons and recommendations": there a number can be a lesson's."""
    return bool(_RECOMMENDATION.search(heading)) and not _MIXED.search(heading)


def asks_by_its_number(text: str, place: Place) -> bool:
    """“Midwives will ask…”, "A named lead in each school": a plan or a mere topic elsewhere, but what is
    asked for where it stands as a numbered recommendation.
    """
    if not is_numbered(place) or len(sentences(text)) != 1 or is_refused(text) or _PAGE_LAST.search(text):
        return False
    plain = parse_request(text).form == "none"
    return (plain and request_of(text).form != "none") or _is_topic(text)


def request_of(text: str) -> Request:
    """How a recommendation asks, "X will do" included: a plan anywhere else."""
    request = parse_request(text)
    found = _WILL.match(text, request.start) if request.form == "none" else None
    if not found or not names_an_actor(found["who"]):
        return request
    verb = next_word(text, found.end())
    return Request("modal", found.start(), found.span("who"), verb, found.end(), modal="will")


def _is_topic(text: str) -> bool:
    """“A named lead for fathers”, not "The panel heard …": who is named ends the phrase, and nobody acts."""
    if main_finite_verb(text, 0) is not None or len(text.split()) < _LEAST_WORDS:
        return False
    phrase = _PHRASE_END.split(text, maxsplit=1)[0].rstrip(" .")
    acts = any(found.end() < len(phrase) for found in actors().finditer(phrase))
    return not acts and not _RECOMMENDATION.search(text)
