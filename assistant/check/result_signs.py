"""Signs of results: what is asked to hold in the end, and whether one look could settle it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.check.reading import Reading, span_of
from ingest.phrases import worded
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import pattern, words

_REQUIRED = re.compile(
    r"\b(?:ensur(?:e|es|ing)|mak(?:e|es|ing)\s+sure|see(?:s|ing)?\s+to\s+it|guarantee(?:s|ing)?)\b(?:\s+that)?",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\bso\s+that\b", re.IGNORECASE)
_STOP = re.compile(r"\.(?:\s|$)|\b(?:so\s+that|in\s+order\s+to)\b", re.IGNORECASE)
_ADVERBS = r"(?:(?:\w+ly|not|also|all|always|then|fully|both|well)\s+)*"
_POINTS_BACK = re.compile(
    r"\W*(?:this|these|it|they|that)\s+(?:should|must|needs?\s+to|is\s+to)\b", re.IGNORECASE
)
_AND_REPORT = re.compile(r"\band\s+(?:to\s+)?(?:then\s+)?(?:report|publish|tell|give|show)\s+", re.IGNORECASE)
_NEAR = 75
"""How many characters after the verb still name what is to be counted: about eleven words."""
_NONE = re.compile(r"\s*(?:that\s+)?no\s+(?!one\b|longer\b)[\w’'-]+", re.IGNORECASE)
"""“Ensure that no child …”: of none."""
_CASES_NEAR = 60
_WISH_WORDS = 20
_WISH_NEAR = 40
_seen = worded(
    "smart/results.yaml",
    rf"\b(?:is|are|be|being|get|kept)\s+{_ADVERBS}{{seen}}\b"
    r"|\b(?:has|have)\s+(?:an?|one|at\s+least\s+one|its\s+own|their\s+own)\s+{held}\b"
    r"|\b(?:kept|keep)\s+up.to.date\b"
    r"|(?<=\s)(?<!\bto\s)(?<!\bthe\s)(?<!\bof\s)(?<!\band\s)(?<!\ba\s)(?<!\bfor\s)(?<!\bwith\s){shown}\b",
    literal=True,
)
_nominal = worded(
    "smart/results.yaml",
    r"\W*(?:(?:the|timely|regular|routine|prompt|full|early)\s+)*(?P<act>{nominal})\s+of\b",
    literal=True,
)
_instrument = worded(
    "smart/results.yaml",
    r"\b(?:through|by|with|including|provide|demonstrate)\s+(?:[\w’'-]+\s+){0,6}?{instruments}\b",
    literal=True,
)
_stressed = worded(
    "smart/results.yaml",
    r"(?:\s+that)?\s+(?:the\s+|there\s+(?:is|are)\s+|an?\s+)?(?P<word>{stressed})\b",
    literal=True,
)
_once = worded(
    "smart/results.yaml",
    rf"\b(?P<noun>[\w’'-]+)(?:\s+[\w’'-]+){{0,8}}?\s+(?:is|be)\s+{_ADVERBS}{{one_off}}\b"
    r"|\b(?:agrees|publishes|appoints)\s+(?:an?|the|its)\b"
    rf"|\b{{in_place}}(?:\s+[\w’'-]+){{0,6}}?\s+(?:is|be)\s+{_ADVERBS}in\s+place\b",
    literal=True,
)
_brought = worded(
    "smart/results.yaml",
    r"\bto\s+(?:the|its|their|our|each|every|a)\s+(?:[\w’'-]+\s+){0,5}?{brought_to}\b",
    literal=True,
)
_holder = worded("smart/results.yaml", r"\b{holders}\b")


def _clauses(reading: Reading) -> Iterator[Span]:
    """What must hold: after "ensure that" up to the purpose or the end of the sentence."""
    openings = list(_REQUIRED.finditer(reading.body)) or list(_SO_THAT.finditer(reading.body))
    for match in openings:
        stop = _STOP.search(reading.body, match.end())
        yield match.end(), stop.start() if stop else len(reading.body)


def seen_ensured(reading: Reading) -> Span | None:
    """“… are recorded”, "letters stipulate", "that no child waits": one look settles whether it holds."""
    for start, end in _clauses(reading):
        none = _NONE.match(reading.body, start, end) if reading.ensures else None
        found = none or _seen().search(reading.body, start, end)
        if found:
            return found.span()
    return None


def nominal_act(reading: Reading) -> Span | None:
    """“The provision of personal assistants”: the noun is itself the act."""
    noun_phrase = reading.request.form in ("noun_phrase", "none")
    start = reading.request.start if noun_phrase else reading.act[1]
    return span_of(_nominal().match(reading.body, start), "act")


def contents_named(reading: Reading) -> Span | None:
    """Timescales, contingencies, who does it: a reader can tick them off."""
    return span_of(pattern("results", "contents").search(reading.body, reading.request.start))


def contents_asked(reading: Reading) -> Span | None:
    """Plans, letters or records are what must hold something."""
    for start, end in [*_clauses(reading), reading.core]:
        found = _holder().search(reading.body, start, min(end, start + 2 * _NEAR))
        if found and (reading.ensures or _REQUIRED.search(reading.body)):
            return found.span()
    return None


def soft_aim(reading: Reading) -> Span | None:
    """Understanding, engagement, a smooth transition: it can only be judged."""
    return reading.find("results", "soft_aims", within=reading.core)


def counted_thing(reading: Reading) -> Span | None:
    """Timeliness, caseloads, drift: somebody counts it already, or is to "report the number"."""
    verb, start = reading.act
    at = start + len(verb)
    end = len(reading.body) if not verb else min(at + _NEAR, len(reading.body))
    counts = pattern("results", "counts")
    found = counts.search(reading.body, at, end)
    told = None if found else _AND_REPORT.search(reading.body, at)
    return span_of(found or (counts.search(reading.body, told.end(), told.end() + _NEAR) if told else None))


def instrument(reading: Reading) -> Span | None:
    """“Through the rigorous application of a quality assurance mechanism”: the means leaves a trace."""
    return span_of(_instrument().search(reading.body, reading.request.start))


def stressed_quality(reading: Reading) -> Span | None:
    """“Robust assessments are undertaken”: what is asked for is the quality, not the thing."""
    verb, start = reading.act
    return span_of(_stressed().match(reading.body, start + len(verb)), "word")


def examines(reading: Reading) -> Span | None:
    """“Review”, "analyse": the act is to look into something."""
    return reading.verb_in("results", "examining")


def vague_working(reading: Reading) -> Span | None:
    """“The functioning of the sub-groups”: what to look at is left open."""
    start = reading.act[1]
    return reading.find("results", "vague_workings", within=(start, start + 50))


def cases_examined(reading: Reading) -> Span | None:
    """“Review the cases of …”: a group that can be counted."""
    if not examines(reading):
        return None
    start = reading.act[1]
    return reading.find("results", "examined", within=(start, start + _CASES_NEAR))


def delivered_once(reading: Reading) -> Span | None:
    """“The report is published”, "the board agrees a dataset": done on a day, or not."""
    start = reading.request.subject[0] if reading.request.subject else reading.act[1]
    found = _once().search(reading.body, start)
    if not found or pattern("results", "lasting").search(reading.body, *found.span()):
        return None
    return found.span()


def points_back(reading: Reading) -> Span | None:
    """A sentence such as “This should be put in place”: what it is stands in another sentence."""
    return span_of(_POINTS_BACK.match(reading.body))


def only_a_wish(reading: Reading) -> Span | None:
    """“Ensure that all children are adequately safeguarded”, "Embed a culture of learning": nothing to do and
    nothing to see.
    """
    asked, start = reading.body[reading.act[1] :], reading.act[1]
    if reading.ensures:
        wished = pattern("specific", "wishes").search(reading.body, start)
    elif reading.request.form == "modal" and (reading.act[0] == "be" or reading.request.passive):
        wished = pattern("specific", "wish_states").search(reading.body, start, start + _WISH_NEAR)
    else:
        wished = pattern("specific", "wished_things").match(reading.body, start + len(reading.act[0]) + 1)
    named = (
        ("specific", ("result_acts",)),
        ("specific", ("deliverables",)),
        ("measurable", ("indicators", "means", "yes_no_acts", "standards")),
    )
    seen = any(pattern(name, *keys).search(asked) for name, keys in named) or re.search(r"\d", asked)
    return wished.span() if wished and not seen and len(asked.split()) < _WISH_WORDS else None


def brought_before(reading: Reading) -> Span | None:
    """“Bring the figures to the next meeting”: whether it came before them stands in the minutes."""
    verb, start = reading.act
    thing = start + len(verb)
    found = _brought().search(reading.body, thing, min(thing + _NEAR, reading.core[1]))
    vague = pattern("results", "soft_aims").search(reading.body, thing, found.start()) if found else None
    named = found and reading.body[thing : found.start()].strip()
    return found.span() if found and named and not vague and verb in words("results", "bringing") else None
