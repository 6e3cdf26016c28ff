"""Dating: does a question ask for a date, or what came after one, and do papers give it?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.in_words import MONTHS
from assistant.question import Question
from assistant.words import requests, words_in
from ingest.phrases import worded
from prompts import load_data

Asked = Literal["date", "date_to_come"]

_MONTHS = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b|\b\d{{1,2}}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:Mon|Tues|Wednes|Thurs|Fri)days?\b"
)
_YEAR = re.compile(rf"(?:\b({_MONTHS}) )?\b((?:19|20)\d\d)\b")
_AFTER = re.compile(rf"\b(?:since|after)\b[^?]*?\b(?:({_MONTHS}) )?((?:19|20)\d\d)\b(?![-–/]\d)")
_AT = re.compile(
    rf"\b(?:did|was|were|had)\b[^?]*?\b(?:at|in|on|during) (?:(?!for\b)[\w’']+ ){{0,3}}?"
    rf"({_MONTHS}) ((?:19|20)\d\d)\b"
)
_UNIT = r"(?:days?|weeks?|months?|years?|terms?)"
_spans = worded("vocabulary/facts.yaml", rf"\b{{date.spans}}\b(?:\W+\w+){{0,2}}\W+{_UNIT}\b")
"""A span of time from now or from another event, such as "within six months"."""


def asks_for_date(text: str) -> Asked | None:
    """Does the question begin by asking when, and of something past or still to come?"""
    rules = load_data("vocabulary/facts.yaml")["date"]
    lowered = f"{' '.join(words_in(text))} "
    if not lowered.startswith(tuple(f"{opening} " for opening in rules["openings"])):
        return None
    return "date_to_come" if lowered.startswith(tuple(f"{cue} " for cue in rules["to_come"])) else "date"


def plans_count(text: str) -> bool:
    """Does the question ask when something is to be, so that a day that was planned for it answers?"""
    return text.lower().startswith(tuple(load_data("vocabulary/facts.yaml")["date"]["planned"]))


def gives_date(sentence: str, asked: Asked, published: str | None) -> bool:
    """Does the sentence give a date, or a span of time?

    A date to come is none before the document's own, but for one by which the sentence wants something done.
    """
    if _spans().search(sentence):
        return True
    years = _YEAR.findall(sentence)
    if asked == "date" or not years or not published or requests(sentence):
        return bool(_DATE.search(sentence))
    return max(_month(month, year, published) for month, year in years) >= published[:7]


def written_before(question: Question, first: Iterable[Evidence]) -> str:
    """The day after which a question asks what came, where no paper of the first sentences is later; or "".

    A year alone counts where it is that of a paper ("since the 2019 inspection"), and only against papers of
    that kind: others of the year may tell what came of it.
    """
    after = _AFTER.search(question.text)
    if not after or not (after[1] or question.kinds):
        return ""
    named = f"{after[2]}-{MONTHS.index(after[1]) + 1:02}" if after[1] else after[2]
    late = any(
        item.published is None
        or item.published[: len(named)] > named
        or (not after[1] and item.published.startswith(named) and not item.found.kind_fits)
        for item in first
    )
    return "" if late else " ".join(filter(None, after.groups()))


def written_ahead(question: Question, first: Iterable[Evidence]) -> str:
    """The month in which a question asks what was, where each of the first sentences is of a paper
    from before it that does not name it; or "". What was planned for a month an earlier paper may well tell.
    """
    at = None if phrased("planned", "signs").search(question.text.lower()) else _AT.search(question.text)
    if not at:
        return ""
    month, day = f"{at[1]} {at[2]}", f"{at[2]}-{MONTHS.index(at[1]) + 1:02}"
    ahead = all(
        item.published is not None and item.published < day and month not in item.quote for item in first
    )
    return month if ahead else ""


def _month(month: str, year: str, published: str) -> str:
    """The ISO month; of a year alone that of the document's month in it, which is no earlier."""
    return f"{year}-{MONTHS.index(month) + 1:02}" if month else f"{year}{published[4:7]}"
