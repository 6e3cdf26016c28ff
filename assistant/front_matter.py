"""Front matter: what a paper says of itself rather than of its matter."""

from __future__ import annotations

import re

from ingest.passage import Passage
from prompts import load_data

_ENTRY = re.compile(r"(?:\. ?){4,}\s*\d{1,3}\s*$")
"""How a line of a table of contents ends: with dots and its page."""


def is_front_matter(sentence: str, passage: Passage) -> bool:
    """Does the sentence, or its heading, only say what the paper is, who made it, or where to complain?"""
    rules = load_data("vocabulary/front-matter.yaml")
    lowered = " ".join(sentence.lower().split())
    heading = " ".join(passage.heading_path[-1:]).strip().lower()
    return (
        heading in rules["headings"]
        or any(said in lowered for said in rules["says"])
        or bool(_ENTRY.search(sentence))
    )
