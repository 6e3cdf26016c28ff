"""Bettering: does a question ask whether something has got better or worse, and which sentences judge it?"""

from __future__ import annotations

from assistant.asked.phrased import phrased


def asks_whether_better(text: str) -> bool:
    """Does the text ask which way something has gone: "Has Harrow improved?", "Did it get worse?"?"""
    return phrased("better", "asks").match(text.lower().strip()) is not None


def judges(sentence: str) -> bool:
    """Does the sentence judge a matter against how it was before?"""
    return all(phrased("better", name).search(sentence.lower()) for name in ("signs", "before"))
