"""Outside any list of recommendations: what is asked for in running text."""

from __future__ import annotations

import re

from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.headings import label_number
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import reads_as_recommendation
from ingest.recommendations.words import words
from ingest.sentences import sentences


def subject_acts(sentence: str) -> bool:
    """Whether a body or people are the ones asked, and the sentence does not set them against another."""
    request = parse_request(sentence)
    return bool(
        request.subject
        and names_an_actor(sentence[request.subject[0] : request.subject[1]])
        and not re.match(r"(?i)\W*(?:however|although|but)\b", sentence)
    )


def asked_outside(text: str, start: int, anywhere: bool) -> list[tuple[int, int]]:
    """Outside lists: "We recommend that…", "Recommendation 6: …"; plain requests if there is nothing else."""
    found = []
    labelled = bool(label_number(text)[0])
    if not (anywhere or labelled or _may_recommend(text[start:])):
        return []
    for first, last in sentences(text):
        sentence = text[max(first, start) : last]
        if not (anywhere or labelled or _may_recommend(sentence)):
            continue
        request = parse_request(sentence)
        plain = (
            request.form == "imperative"
            and not re.match(r"(?i)to\s", sentence)
            and request.verb not in words("requests", "noun_too")
            and first <= start
        )
        named = (
            request.form in ("modal", "infinitive")
            and request.modal not in ("is to", "are to")
            and subject_acts(sentence)
        )
        wanted = (
            labelled
            or request.form == "recommends"
            or (anywhere and (plain or named or request.form == "required"))
        )
        if wanted and reads_as_recommendation(sentence):
            found.append((max(first, start), last))
    return found


def _may_recommend(text: str) -> bool:
    """Whether it holds the stem of any verb of recommending: a cheap look before anything is parsed."""
    lowered = text.lower()
    return any(stem in lowered for stem in words("requests", "may_recommend"))
