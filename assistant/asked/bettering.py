"""Bettering: does a question ask whether something has got better or worse, and which sentences judge it?"""

from __future__ import annotations

import re
from functools import cache

from prompts import load_data


def asks_whether_better(text: str) -> bool:
    """Does the text ask which way something has gone: "Has Harrow improved?", "Did it get worse?"?"""
    return _pattern("asks").match(text.lower().strip()) is not None


def judges(sentence: str) -> bool:
    """Does the sentence judge a matter against how it was before?"""
    return all(_pattern(name).search(sentence.lower()) for name in ("signs", "before"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('vocabulary/facts.yaml')['better'][name])})\b")
