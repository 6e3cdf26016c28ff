"""Signed: the body that a paper names as the one that answers for it or completed it."""

from __future__ import annotations

import re

from ingest.phrases import alternatives
from ingest.recognition.evidence import Evidence, normal
from prompts.load import load_data

_LONGEST_NAME = 7
"""Words of the longest name of a body."""


def answering_body(title: str) -> str | None:
    """The body after the colon of a return's title: the one that answers for itself."""
    head, colon, name = title.rpartition(":")
    returned = re.search(r"\b(?:return|self[ -]assessment)\b", normal(head))
    return name.strip() if colon and returned and _answers(name) else None


def signing_body(evidence: Evidence) -> str | None:
    """The body in an opening line such as "Completed by: Jo Field, Little Acorns Nursery"."""
    labels = alternatives(load_data("vocabulary/agencies.yaml")["signed"])
    signed = re.compile(rf"(?:{labels})\s*[:|]\s*(?P<rest>[^\n|]+)", re.IGNORECASE)
    lines = (line for one in evidence.opening[:15] for line in one.text.split("\n"))
    found = (match["rest"] for line in lines if (match := signed.match(line)))
    parts = (part.strip() for rest in found for part in re.split(r"\s+[–—-]\s+|[,;:.()]", rest))
    return next(filter(_answers, parts), None)


def _answers(name: str) -> bool:
    """Whether it is called as bodies that answer for themselves are."""
    ends = tuple(f" {normal(word)}" for word in load_data("vocabulary/agencies.yaml")["answering"])
    return 2 <= len(name.split()) <= _LONGEST_NAME and normal(name).endswith(ends)
