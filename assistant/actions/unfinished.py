"""Unfinished: done words that do not say that the thing is done, being to come, denied, or of a part."""

from __future__ import annotations

import re

from assistant.actions.numbers import NUMBER, SHARE, number
from assistant.actions.vocabulary import pattern
from ingest.phrases import worded

CLAUSE = re.compile(r"[.;:](?=\s|$)")
"""Where a clause of a report ends."""
_AUX = (
    r"(?:(?:has|have|had|is|are|was|were|be|been|being|yet|now|then|soon|also|all|fully|formally|finally|it|they|"
    r"this)\s+)"
)
_COUNT = re.compile(
    r"\W*(?:(?:only|just|about|around|some|approximately|over|nearly|now|a\s+further|another|at\s+least)\s+)*"
    rf"(?P<count>{SHARE.pattern}|(?P<percent>\d[\d.]*\s?(?:%|per\s?cent))|(?:{NUMBER})(?![\w-]))"
    r"(?P<what>(?:\s+[a-z][\w’'-]*){0,4})\s*$",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:s|people|children|men|women|staff|far|date)$", re.IGNORECASE)
_to_come = worded("actions/status.yaml", rf"(?<![\w-]){{to_come}}\s+{_AUX}{{0,4}}$", literal=True)
_BETWEEN = r"(?!(?:and|but|so|which|with|as)\b)\w[\w’'-]*\s+"
_denied = worded(
    "actions/status.yaml",
    rf"(?<![\w-])(?:{{none_of}}\s+(?:of\s+(?:{_BETWEEN}){{1,6}}?)?|no\s+(?:{_BETWEEN}){{1,3}}?){_AUX}{{0,4}}$",
    literal=True,
)


def is_to_come(text: str, at: int) -> bool:
    """Whether the word at `at` is still to come, or depends on something: "will be done by May"."""
    return bool(_to_come().search(text[_opening(text, at) : at]))


def is_denied(text: str, at: int) -> bool:
    """Whether the words before deny it: "nothing done", "none of the visits has been completed"."""
    return bool(_denied().search(text[_opening(text, at) : at]))


def is_part(text: str, at: int, wording: str) -> bool:
    """Whether only a part is said to be done: "Draft complete", "Six done" where `wording` asks for more."""
    before = text[_opening(text, at) : at]
    if pattern("status", "parts").search(before):
        return True
    counted = _COUNT.match(before)
    if not counted:
        return False
    if counted["percent"]:
        return float(re.sub(r"[^\d.]", "", counted["percent"]).rstrip(".") or 0) < 100
    if share := SHARE.fullmatch(counted["count"]):
        return _is_less(share)
    what, count = counted["what"].strip(), number(counted["count"])
    if count is None or _is_year(count) or (what and not _MANY.search(what)):
        return False
    asked = counts_in(wording)
    return not asked or count < max(asked)


def is_short_of(text: str) -> bool:
    """Whether it counts a part of the whole, and not nothing: "9 of 31 teams had returned the form"."""
    for share in SHARE.finditer(text):
        part = number(share["part"] or share["some"])
        if part is not None and number(share["all"] or share["whole"]) is not None:
            return part > 0 and _is_less(share)
    return False


def opens_short(text: str, wording: str) -> bool:
    """Whether a cell opens with a count of what is done that falls short: "42 of 120 trained"."""
    word = pattern("status", "done", "done_with_a_day").search(text)
    if not word or CLAUSE.search(text, 0, word.start()) or not is_part(text, word.start(), wording):
        return False
    return bool(SHARE.search(text, 0, word.start()) or counts_in(wording))


def counts_in(wording: str) -> list[int]:
    """The counts that a wording asks for, years apart."""
    found = [
        number(match.group())
        for match in re.finditer(rf"(?<![\w.-])(?:{NUMBER})(?![\w-])", wording, re.IGNORECASE)
    ]
    return [count for count in found if count is not None and not _is_year(count)]


def _is_year(count: int) -> bool:
    return 1990 <= count < 2100


def _is_less(share: re.Match[str]) -> bool:
    part, whole = number(share["part"] or share["some"]), number(share["all"] or share["whole"])
    return part is not None and whole is not None and part < whole


def _opening(text: str, at: int) -> int:
    """Where the clause of a word begins."""
    return max((match.end() for match in CLAUSE.finditer(text, 0, at)), default=0)
