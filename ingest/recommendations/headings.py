"""Headings and lead-ins: which of them open a list of recommendations, and of what sort."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.words import vocabulary

Opening = Literal["recommendations", "improvements", "findings"]
"""What stands under a heading: requests, points of what needs to improve (noun phrases count), or findings
among which only plain requests count ("Areas for improvement" in letters)."""

_LABELLED = re.compile(
    r"^\W*(?:key\s+)?recommendations?\s+(?P<number>\d+(?:\.\d+)?[a-z]?)(?:\s*[:.)–-]\s*|\s+(?=(?-i:[A-Z‘“]))|\s*$)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^\W*(?P<number>[A-Z]{1,2}\d{1,2})\s*[.:)–-]\s+(?=[A-Z‘“])")
"""“E1. Children should …": numbers that tell one paper's recommendations from another's."""

_SEVERAL = re.compile(r"\W*(?:key\s+)?recommendations\b", re.IGNORECASE)
"""“Recommendations 8” in a list of contents, where “Recommendation 8: sharing” heads what is recommended."""


@cache
def _any(key: str, *, ending: bool = False) -> re.Pattern[str]:
    entries = "|".join(
        str(entry).replace("*", r"\w*") if key == "opens" and ".*" not in entry else entry
        for entry in vocabulary("headings")[key]
    )
    return re.compile(rf"(?:{entries})" if ending else rf"\W*(?:{entries})\W*", re.IGNORECASE)


def opening_of(heading: str) -> Opening | None:
    """What the heading opens; None for any other heading, and for reports on earlier recommendations."""
    words = re.sub(r"(?<=[a-z?])\d{1,2}$", "", heading[skip_marker(heading) :].strip())  # a footnote's mark
    if heads_one(heading) and not closes(words):
        return "recommendations"
    if len(words.split()) > 14 or _any("not_opens").fullmatch(words):
        return None
    if _any("findings_style").fullmatch(words):
        return "findings"
    if not _any("opens").fullmatch(words) and not _LABELLED.match(words):
        return None
    return (
        "improvements"
        if re.search(r"(?i)need\w*\s+to\s+improve|needs?\s+improv", words)
        else "recommendations"
    )


def is_timed(heading: str) -> bool:
    """“Immediately:”, "Within three months:": a deadline for what stands under it."""
    return len(heading.split()) <= 8 and bool(_any("timed").fullmatch(heading.strip().rstrip(":")))


def closes(heading: str) -> bool:
    """A report on earlier recommendations, whatever stands above it."""
    return bool(_any("not_opens").fullmatch(heading.strip()))


def is_lead_in(text: str) -> bool:
    """“The local authority should:”, "… should take the following action.": the list below completes it."""
    words = text.rstrip()
    colon = words.endswith(":")
    announces = re.search(
        (
            r"(?i)\b(?:the following|these)\s+(?:\w+\s+){0,3}(?:actions?|recommendations?|"
            r"steps|improvements?|areas|points)\b"
        ),
        words[-90:],
    )
    return bool(
        (colon and _any("lead_in", ending=True).search(words)) or (announces and words.endswith((".", ":")))
    )


def heads_one(heading: str) -> bool:
    """“Recommendation 2”, "Recommendation 2: information sharing": one is recommended in it or below it."""
    return bool(_LABELLED.match(heading)) and not _SEVERAL.match(heading)


def label_number(text: str) -> tuple[str, int]:
    """The number of "Recommendation 6: …" and where its words begin; ("", 0) without such a label."""
    match = _LABELLED.match(text)
    return (match["number"], match.end()) if match else ("", 0)


def item_number(text: str) -> tuple[str, int]:
    """The same of an item in a list of recommendations, where a letter and a number are enough: "E6. …"."""
    match = _LABELLED.match(text) or _LETTERED.match(text)
    return (match["number"], match.end()) if match else ("", 0)
