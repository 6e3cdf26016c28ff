"""Typed: is a word that is both a place and an everyday word ("Beds", "Reading") typed as a name?"""

from __future__ import annotations

import re

from ingest.phrases import alternatives
from prompts import load_data

_OPENS = re.compile(r"(?:^|[.!?:]\s)\W*$")


def typed_as_name(text: str, start: int, end: int) -> bool:
    """Does it have a capital that nothing else accounts for?

    The first word of a sentence has one by its place, unless a body's words follow ("Beds police"); so has
    each word of a text in capitals or in title case.
    """
    word, rest = text[start:end], f"{text[:start]} {text[end:]}"
    if not word[:1].isupper() or not re.search(r"(?<![\w’'])[a-z]", rest):
        return False
    beside = alternatives(load_data("vocabulary/areas.yaml")["beside"])
    opens = _OPENS.search(text[:start]) is not None
    return not opens or re.match(rf"(?:['’]s)? (?:{beside})\b", text[end:], re.IGNORECASE) is not None
