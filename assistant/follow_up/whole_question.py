"""Whole question: a question that leans on the one before it, told on its own feet, by rule alone.

In talk more is wanted of the same ("tell me more", "why?"), one part of the question is exchanged for another
("and for Leeds?", "the 2012 one", "and about supervision?"), a limit is added ("only audits"), or a new
question points back at what was talked about ("which of those are overdue?").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import Template

from assistant.comparison.split import places_named
from assistant.follow_up.cues import (
    asks_for_more,
    asks_for_sources,
    asks_if_still,
    asks_why,
    phrases,
    reads_on,
    without,
    words_of,
)
from assistant.follow_up.exchange import exchanged, shows_another
from assistant.follow_up.frame import Frame, Limit, some_of
from assistant.follow_up.period import YEAR, period_moved
from assistant.follow_up.point_back import limited, pointed_back
from assistant.follow_up.pointing import pointer_in
from assistant.follow_up.reason import asked_in_full, asks_short, asks_why_not, reason_of
from assistant.follow_up.take_apart import EDGES, limits_of, place_in, predicate_at, take_apart
from assistant.understanding.content_words import content_words
from ingest.phrases import alternatives
from prompts import load_data

SHORT = 4
"""Words of the longest name of somebody of whom the same is asked."""


def whole_question(
    text: str,
    earlier: str,
    places: Sequence[str] = (),
    answered: str = "",
    paper: str = "",
    area: str = "",
) -> str:
    """The question on its own feet; the text itself where it leans on nothing.

    `earlier` is the whole question before it ("" where it is the first), `places` the names of the library's
    places and partnerships. What points back stands for the matter of `answered`, the last question that had
    an answer ("": `earlier`), in the `area` that all papers quoted to it are about ("": several); or for the
    `paper` quoted first to it, as a sentence names it.
    """
    places = tuple(dict.fromkeys((*places, *places_named(f"{earlier} {text}", ()))))
    if not earlier or asks_for_more(text) or asks_for_sources(text) or reads_on(text):
        return earlier or text
    if (negated := asks_why_not(text)) or asks_why(text):
        return reason_of(answered or earlier, places, negated=negated)
    if asks_short(text):
        return asked_in_full(text, answered or earlier, places)
    if moved := period_moved(text, earlier):
        return moved
    frame = take_apart(earlier, places)
    if asks_if_still(text):
        return frame.by_now().told()
    rest = unjoined(text)
    if narrower := _narrowed(text):
        return frame.narrowed(narrower).told()
    opened = rest != text.strip(EDGES)
    if frame.counted and (limit := _counts_within(rest)):
        return exchanged(limit, frame, places, paper)
    if some := some_of(rest, frame):
        return some.told()
    pointer = pointer_in(rest, talk=True)
    if not pointer and (other := _same_of(rest, frame)):
        return frame.about(other).told()
    if _asks(rest) and not shows_another(rest):
        if pointer:
            about = take_apart(answered or earlier, places)
            if area and not place_in(answered or earlier, places):
                about = about.within(Limit("place", f"in {area}"))
            rest = pointed_back(rest, pointer, about, paper, places)
        elif opened:
            rest = limited(rest, frame, places)
        return sentence(rest) if pointer or opened else text
    if opened or pointer or _is_topic(rest) or _limits(rest):
        return exchanged(rest, frame, places, paper)
    return text


def points_back(text: str) -> bool:
    """Is it a question with a word that may point out of it?"""
    rest, rules = unjoined(text), load_data("follow-ups.yaml")["pointing"]
    points = not {*words_of(rest).split()}.isdisjoint(rules["leaning"])
    return _asks(rest) and not shows_another(rest) and (points or pointer_in(rest, talk=True) is not None)


def before_year(question: str, year: str) -> str:
    """The question put to papers from before the year; from before its own, where it names one."""
    form = Template(load_data("follow-ups.yaml")["before"])
    bare = re.sub(form.substitute(year=r"\d{4}", question=""), "", question)
    frame = take_apart(bare)
    own = [found[0][:4] for limit in frame.of("year") if (found := re.search(YEAR, limit.words))]
    if own:
        year = own[-1]
        bare = replace(frame, limits=tuple(one for one in frame.limits if one.sort != "year")).told()
    return form.substitute(year=year, question=f"{bare[:1].lower()}{bare[1:]}")


def unjoined(text: str) -> str:
    """The text without what joins it to the talk, and without courtesies at its end."""
    rest = without(text, phrases("openings")).strip(EDGES)
    rest = re.sub(load_data("follow-ups.yaml")["same"], "", rest, flags=re.IGNORECASE)
    return re.sub(rf"[, ]+(?:{'|'.join(phrases('polite'))})$", "", rest, flags=re.IGNORECASE)


def _narrowed(text: str) -> str:
    """What narrows what was talked about: "about schools" of "which of those are about schools?"."""
    rest = re.sub(load_data("follow-ups.yaml")["narrowed"], "", text, flags=re.IGNORECASE)
    return rest.strip(EDGES) if rest != text else ""


def _same_of(text: str, frame: Frame) -> str:
    """Of whom the same is asked: "the police" of "did the police?" after "Did health come?"."""
    opens = re.match(rf"{re.escape(frame.front)} ", text, re.IGNORECASE) if frame.rest else None
    words = text[opens.end() :].split() if opens else []
    return " ".join(words) if 0 < len(words) <= SHORT and predicate_at(words) == len(words) else ""


def _asks(text: str) -> bool:
    """Does it open as a question or a request of its own ("on which day …" does)?"""
    first, *others = text.lower().split() or [""]
    several = load_data("vocabulary/several.yaml")
    within = first in several["before"] and others[:1] and others[0] in several["asking"]
    return bool(within) or first in load_data("follow-ups.yaml")["frame"]["asking"]


def _is_topic(text: str) -> bool:
    """Is it no more than the name of a matter ("supervision?")?"""
    words, rules = text.lower().split(), load_data("follow-ups.yaml")["frame"]
    return (
        0 < len(words) <= rules["topic"]
        and not {*words[1:]} & {*rules["auxiliaries"]}
        and bool(content_words(text))
    )


def _counts_within(text: str) -> str:
    """The limit of a text that counts the same within another ("how many by March?"); "" for any other."""
    counting = alternatives(load_data("follow-ups.yaml")["frame"]["counting"])
    limit = re.sub(rf"^(?:{counting})\b", "", text, flags=re.IGNORECASE).strip()
    return limit if limit != text and _limits(limit) else ""


def _limits(text: str) -> bool:
    """Is it no more than a limit, such as "only audits" or "in Leeds"?"""
    return not limits_of(text)[0]


def sentence(text: str) -> str:
    """The text as a question is written."""
    bare = " ".join(text.split()).strip(EDGES)
    return f"{bare[:1].upper()}{bare[1:]}?"
