"""Numbers: counts and shares in digits and words."""

from __future__ import annotations

import re

from ingest.phrases import ONE_OR_MORE, VALUES

NUMBER = rf"\d[\d,]*|none|{ONE_OR_MORE}"
COUNT = rf"(?<![\w.,£/-])(?P<count>{NUMBER})\s+"
"""A count before what is counted."""
WORD = r"[a-z][\w’'-]*"
_WORDS = VALUES | {"none": 0}
_OF = r"(?:the\s+|a\s+sample\s+of\s+|its\s+|all\s+|these\s+)?"
SHARE = re.compile(
    rf"(?<![\w.-])(?P<part>{NUMBER})\s+(?:[a-z][\w’'-]*\s+){{0,2}}?(?:out\s+)?of\s+{_OF}(?P<all>{NUMBER})\b"
    rf"|\bof\s+{_OF}(?P<whole>\d[\d,]*)\s+[a-z][\w’' -]{{1,50}}?(?:,\s*|\s)(?:only\s+)?"
    rf"(?P<some>\d[\d,]*|(?:(?<=,\s)|(?<=,\sonly\s))(?:{NUMBER}))\b",
    re.IGNORECASE,
)
"""A part of a whole: "12 of the 40" (part, all) or "of 31 teams 9" (whole, some)."""


def number(words: str | None) -> int | None:
    """The value of a count in digits or words; None where there is none."""
    if not words:
        return None
    plain = words.lower().replace(",", "")
    return int(plain) if plain.isdigit() else _WORDS.get(plain)
