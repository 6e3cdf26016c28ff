"""Time expressions in a sentence: which of them say when *this action* is due.

A limit that each child's case runs against ("within 28 days of becoming looked after") is a service standard,
"quarterly reports" is a frequency of data, "since March 2014" bounds a sample: none of them is a deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.phrases import alternatives
from ingest.recognition.days import MONTHS
from ingest.recommendations.clauses import next_word, skip_marker
from ingest.recommendations.date_patterns import due_pattern, meeting_pattern
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.recommendation import Span, TimeType
from ingest.recommendations.request import Request
from ingest.recommendations.service_standards import concerns_many_cases, is_service_standard, set_days
from ingest.recommendations.words import amounts, pattern, vocabulary, words

_UNIT = r"(?:calendar\s+|working\s+|school\s+)?(?:day|week|fortnight|month|year|term)s?[’']?"
_AMOUNT = r"(?:the\s+next\s+|the\s+first\s+|a\s+further\s+)?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression taken as a deadline of the action, with its kind."""

    span: Span
    type: TimeType


def find_time(text: str, published: str | None = None) -> TimePhrase | None:
    """The strongest deadline in the sentence: a date, then a period, immediate, recurring, soft."""
    request = parse_request(text)
    for span in (*_limits(text, request), *set_days(text, request, published)):
        return TimePhrase(span, "date")
    for look in (_meetings, _periods, _immediate, _recurring, _soft):
        for found in look(text, request):
            return found
    return None


def _limits(text: str, request: Request) -> Iterator[Span]:
    for match in due_pattern().finditer(text):
        before = text[: match.start()].rstrip().lower()
        if (
            re.search(
                r"(?:published|produced|agreed|issued|introduced|made|set|written|reported|required|identified|completed|commissioned|recommended)$",
                before,
            )
            and re.match(r"(?i)by", match.group())
            and not _is_asked_act(text, request, match.start())
        ):
            continue
        yield match.span()


def _meetings(text: str, request: Request) -> Iterator[TimePhrase]:
    for match in meeting_pattern().finditer(text):
        if match["month"]:
            yield TimePhrase(match.span(), "date")


def _is_asked_act(text: str, request: Request, at: int) -> bool:
    """Whether the participle before a date belongs to the request ("should be published by")."""
    return bool(
        re.search(
            r"(?i)\b(?:be|is|are)\s+(?:\w+\s+){0,4}$",
            text[request.start : at].rstrip().rsplit(" ", 1)[0] + " ",
        )
    )


@cache
def _period() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:within|in|over|during|no\s+(?:later|more)\s+than)\s+{_AMOUNT}\s*(?:\(\d+\)\s*)?{_UNIT}(?![\w-])"
        r"(?P<time>\s+time(?![\w-]))?"
        rf"(?P<anchor>\s+(?:of|from|after|following|from\s+the\s+date\s+of)\s+(?:(?!and\b|so\b|to\b|that\b|which\b)[\w’'-]+\s*){{1,7}})?",
        re.IGNORECASE,
    )


def _periods(text: str, request: Request) -> Iterator[TimePhrase]:
    numbers = amounts()
    for match in _period().finditer(text):
        amount = re.findall(
            r"\d+|[a-z]+(?:-[a-z]+)?",
            re.sub(
                r"(?i)^(?:within|in|over|during|no\s+\w+\s+than)\s+(?:the\s+(?:next|first)\s+)?(?:a\s+further\s+)?",
                "",
                match.group(),
            ).lower(),
        )
        known = bool(amount) and (amount[0].isdigit() or amount[0] in numbers)
        if not known or is_service_standard(text, match, request) or not _opens_deadline(match, text):
            continue
        yield TimePhrase((match.start(), _end_of_period(match)), "period")
    for match in meeting_pattern().finditer(text):
        if not concerns_many_cases(text, match.start(), request):
            yield TimePhrase(match.span(), "period")


def _end_of_period(match: re.Match[str]) -> int:
    """Where the limit ends: after the report or letter that it runs from, not in the words that follow it."""
    events = list(pattern("time", "report_events").finditer(match.group()))
    length = events[-1].end() if match["anchor"] and events else len(match.group().rstrip(" ,.;"))
    return match.start() + length


def _opens_deadline(match: re.Match[str], text: str) -> bool:
    """“Within” is a limit; "in" and "over" only with "the next" or where the sentence ends."""
    lowered = match.group().lower()
    if lowered.startswith(("within", "no")):
        return True
    closes_sentence = lowered.startswith("in") and text[match.end() :].strip(" .") == ""
    named = re.match(r"(?:in|over|during)\s+the\s+(?:next|first)", lowered) or match["time"]
    return closes_sentence or bool(named)


def _immediate(text: str, request: Request) -> Iterator[TimePhrase]:
    for match in pattern("time", "immediate_acts").finditer(text):
        word = re.match(r"(?i)immediate", match.group())
        end = match.start() + (word.end() if word else len(match.group()))
        with_effect = re.search(r"(?i)with\s+$", text[: match.start()])
        start = match.start() - len(with_effect.group()) if with_effect else match.start()
        yield TimePhrase((start, match.end() if with_effect else end), "immediate")
    for match in pattern("time", "immediate").finditer(text):
        follows = re.match(
            r"(?i)\s+(?:after|following|before|available|upon|prior|on|when|if|obvious)", text[match.end() :]
        )
        if (
            not follows
            and not concerns_many_cases(text, match.start(), request)
            and match.group().lower() not in ("immediate and",)
        ):
            yield TimePhrase(match.span(), "immediate")


@cache
def _frequency() -> re.Pattern[str]:
    lists = vocabulary("time")
    adverbs, amount = alternatives(lists["recurring_adverbs"]), alternatives(amounts())
    unit = r"(?:year|month|quarter|week|term|day)s?"
    months = [month for month in MONTHS if month.lower() != "may"]
    yearly = rf"{alternatives([*months, *lists['seasons']])}|(?-i:May)"
    every = rf"(?:at\s+least\s+)?(?:every|each)\s+(?:(?:{amount}|\d+|other)\s+)?(?:{unit}|{yearly})"
    once = rf"(?:at\s+least\s+)?(?:once|twice)\s+(?:a|per|each|every)\s+{unit}"
    phrases = rf"(?:at\s+least\s+)?(?:{alternatives(lists['recurring_phrases'])})"
    return re.compile(
        rf"(?<![\w-])(?:{every}|{once}|{phrases}|at\s+least\s+(?:{adverbs})|(?:{adverbs}))(?![\w-])",
        re.IGNORECASE,
    )


def _recurring(text: str, request: Request) -> Iterator[TimePhrase]:
    for match in _frequency().finditer(text):
        if not _describes_data(text, match) and not concerns_many_cases(text, match.start(), request):
            yield TimePhrase(match.span(), "recurring")


def _describes_data(text: str, match: re.Match[str]) -> bool:
    """“Quarterly performance reports”: the frequency belongs to the noun that follows."""
    following = next_word(text, match.end())
    opens_phrase = re.match(r"\s*(?:[,.;:)]|$)", text[match.end() :])
    links = {
        "to",
        "by",
        "on",
        "and",
        "with",
        "in",
        "for",
        "as",
        "so",
        "at",
        "from",
        "through",
        "the",
        "a",
        "all",
        "its",
        "their",
        "how",
        "of",
        "or",
        "that",
    }
    return not opens_phrase and following not in links and " " not in match.group()


def _soft(text: str, request: Request) -> Iterator[TimePhrase]:
    opening = skip_marker(text)
    first = pattern("time", "soft_openers").match(text, opening)
    if first:
        yield TimePhrase(first.span(), "soft")
    for match in pattern("time", "soft_adverbs").finditer(text):
        if _hurries_the_act(text, match, request):
            yield TimePhrase(match.span(), "soft")
    for match in pattern("time", "soft").finditer(text):
        if not _modifies_service(text, match, request):
            yield TimePhrase(match.span(), "soft")


def _hurries_the_act(text: str, match: re.Match[str], request: Request) -> bool:
    """“Should promptly publish", "act swiftly to …": the pace of the action itself."""
    before_verb = request.subject is not None and request.subject[1] <= match.start() < request.verb_start
    verb_end = request.verb_start + len(request.verb)
    beside = request.verb in words("time", "pace_verbs") and not text[verb_end : match.start()].strip()
    return (before_verb and match.end() <= request.verb_start) or (beside and match.start() >= verb_end)


def _modifies_service(text: str, match: re.Match[str], request: Request) -> bool:
    """“Urgent cases”: the pace of the service, not of the action."""
    lowered = match.group().lower()
    if lowered == "urgent" and next_word(text, match.end()) not in {
        "action",
        "actions",
        "steps",
        "attention",
        "review",
        "work",
        "consideration",
        "and",
        "improvement",
        "improvements",
        "priority",
        "measures",
        "need",
    }:
        return match.start() > request.start + 25
    if lowered in ("urgent", "urgently", "urgency") or lowered.startswith(
        ("accelerate", "expedite", "as a matter")
    ):
        return False
    return concerns_many_cases(text, match.start(), request)
