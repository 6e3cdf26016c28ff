"""Numbered recommendations: items of a list, or text below a heading, that print a number of their own."""

from __future__ import annotations

import re

from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import main_finite_verb
from ingest.recommendations.headings import heads_one
from ingest.recommendations.outline import Place
from ingest.recommendations.reads_as import is_refused
from ingest.sentences import sentences

_WILL = re.compile(r"(?P<who>[^.;:]{2,110}?)\s+(?:will|shall)\s+(?!be\b|have\b|not\b)(?=\w)", re.IGNORECASE)
_RECOMMENDATION = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_MIXED = re.compile(r"\b(?:findings?|lessons?|learning|analysis|conclusions?|discussion)\b", re.IGNORECASE)
_PAGE_LAST = re.compile(r"\s\d{1,3}$")
_NUMBER = re.compile(r"(?:R|Rec)?\s*\d+(?:\.\d+)*[a-z]?")
_LEAST_WORDS = 4


def printed_number(place: Place) -> str:
    """The number of the heading "Recommendation 2" above, else that before the block; "" for neither."""
    own = place.block.marker.strip("().:[] ")
    return _number_above(place) or (own if _NUMBER.fullmatch(own) else "")


def _number_above(place: Place) -> str:
    """That of "Recommendation 2", not the page in "Recommendations 8" of a list of contents."""
    return place.number if place.headings and heads_one(place.headings[-1]) else ""


def is_numbered(place: Place) -> bool:
    """An item of a numbered list under "Recommendations", or text below "Recommendation 2"."""
    if place.opening != "recommendations" or not printed_number(place):
        return False
    listed = place.block.kind == "list_item" and any(map(_is_plain, place.headings))
    return listed or bool(_number_above(place))


def _is_plain(heading: str) -> bool:
    """“5. Recommendations”, not "Lessons and recommendations": there a number can be a lesson's."""
    return bool(_RECOMMENDATION.search(heading)) and not _MIXED.search(heading)


def asks_by_its_number(text: str, place: Place) -> bool:
    """“Midwives will ask…”, "A named lead in each school": a plan or a mere topic elsewhere, but what is
    asked for where it stands as a numbered recommendation.
    """
    if not is_numbered(place) or len(sentences(text)) != 1 or is_refused(text) or _PAGE_LAST.search(text):
        return False
    found = _WILL.match(text)
    bare = main_finite_verb(text, 0) is None and len(text.split()) >= _LEAST_WORDS
    return bool(found and names_an_actor(found["who"])) or (bare and not _RECOMMENDATION.search(text))
