"""Repeats: recommendations of one document that an earlier one had already made. A pure function of texts.

Likeness is the Jaccard index of the telling words (four letters and more, without the commonest);
copies of one document (same words throughout) are not repeats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.check.normal import normal
from ingest.recommendations.words import words

_LIKE = 0.6
"""Jaccard index from which two recommendations are taken for the same."""


@dataclass(frozen=True, slots=True)
class Made:
    """A recommendation with the document that made it and when ("" where unknown)."""

    document: str
    published: str
    text: str
    subject: str = ""
    """The area that it is about: what one area is asked is no repeat of what another was."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """`index` of the later recommendation, and the earlier one's document and words."""

    index: int
    document: str
    quote: str


def find_repeats(made: Sequence[Made]) -> list[Repeat]:
    """The recommendations that an earlier document had made, each with the earliest one like it."""
    telling = [_telling(item.text) for item in made]
    copies = _copies(made)
    found = []
    for later, item in enumerate(made):
        earlier = [
            place
            for place, other in enumerate(made)
            if _came_before(other, item)
            and (other.document, item.document) not in copies
            and _alike(telling[place], telling[later])
        ]
        if earlier:
            first = min(earlier, key=lambda place: (made[place].published, place))
            found.append(Repeat(later, made[first].document, _quote(made[first].text)))
    return found


def _came_before(one: Made, other: Made) -> bool:
    same_area = one.document != other.document and one.subject == other.subject
    return same_area and bool(one.published) and one.published < other.published


def _telling(text: str) -> frozenset[str]:
    stop = words("strength", "theme_stop")
    return frozenset(word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in stop)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared, either = len(one & other), len(one | other)
    return shared >= 4 and shared / either >= _LIKE


def _copies(made: Sequence[Made]) -> set[tuple[str, str]]:
    """Pairs of documents all of whose recommendations are the same: one document filed twice."""
    by_document: dict[str, set[str]] = {}
    for item in made:
        by_document.setdefault(item.document, set()).add(normal(item.text))
    names = list(by_document)
    return {
        (one, other)
        for one in names
        for other in names
        if one != other and by_document[one] == by_document[other]
    }


def _quote(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159].rsplit(" ", 1)[0] + "…"
