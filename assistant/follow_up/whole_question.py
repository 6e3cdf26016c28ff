"""Whole question: a question that leans on the one before it, told on its own feet, by rule alone.

In talk more is wanted of the same ("tell me more", "why?"), one part of the question is exchanged for another
("and for Leeds?", "the 2012 one", "and about supervision?"), a limit is added ("only audits"), or a new
question points back at what was talked about ("which of those are overdue?").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
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
from assistant.follow_up.of_matter import asked_of_matter
from assistant.follow_up.period import YEAR, period_moved
from assistant.follow_up.point_back import limited, pointed_back
from assistant.follow_up.pointing import Pointer, pointer_in
from assistant.follow_up.reason import asked_in_full, asks_short, asks_why_not, reason_of
from assistant.follow_up.take_apart import EDGES, limits_of, place_in, same_of, take_apart
from assistant.understanding.content_words import content_words
from ingest.phrases import alternatives
from prompts import load_data


@dataclass(frozen=True)
class Turn:
    """A question with the talk before it, as the rules look at it; every part is worked out at most once."""

    text: str
    earlier: str
    places: tuple[str, ...]
    answered: str
    paper: str
    area: str

    @property
    def matter(self) -> str:
        """The question whose matter is talked about."""
        return self.answered or self.earlier

    @cached_property
    def frame(self) -> Frame:
        """The question before, taken apart."""
        return take_apart(self.earlier, self.places)

    @cached_property
    def about(self) -> Frame:
        """The matter, taken apart, within the area of what was quoted to it."""
        frame = take_apart(self.matter, self.places)
        named = not self.area or place_in(self.matter, self.places)
        return frame if named else frame.within(Limit("place", f"in {self.area}"))

    @cached_property
    def rest(self) -> str:
        """The question without what joins it to the talk."""
        return unjoined(self.text)

    @property
    def joined(self) -> bool:
        """Does it open with a word of talk ("and", "what about")?"""
        return self.rest != self.text.strip(EDGES)

    @cached_property
    def pointer(self) -> Pointer | None:
        """The word in it that points back."""
        return pointer_in(self.rest, talk=True)


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
    known = tuple(dict.fromkeys((*places, *places_named(f"{earlier} {text}", ()))))
    turn = Turn(text, earlier, known, answered, paper, area)
    return next((told for rule in _RULES if (told := rule(turn)) is not None), text)


def _same_again(turn: Turn) -> str | None:
    """More of the same, or where it stands."""
    again = asks_for_more(turn.text) or asks_for_sources(turn.text) or reads_on(turn.text)
    return turn.earlier or turn.text if again or not turn.earlier else None


def _reason(turn: Turn) -> str | None:
    negated = asks_why_not(turn.text)
    return reason_of(turn.matter, turn.places, negated=negated) if negated or asks_why(turn.text) else None


def _in_full(turn: Turn) -> str | None:
    return asked_in_full(turn.text, turn.matter, turn.places) if asks_short(turn.text) else None


def _of_matter(turn: Turn) -> str | None:
    return asked_of_matter(turn.text, turn.rest, turn.about) or None


def _of_other_period(turn: Turn) -> str | None:
    return period_moved(turn.text, turn.earlier) or None


def _still_so(turn: Turn) -> str | None:
    return turn.frame.by_now().told() if asks_if_still(turn.text) else None


def _narrower(turn: Turn) -> str | None:
    """No more than a part of the matter: "about schools" of "which of those are about schools?"."""
    rest = re.sub(load_data("follow-ups.yaml")["narrowed"], "", turn.text, flags=re.IGNORECASE)
    part = "" if rest == turn.text else rest.strip(EDGES)
    return turn.frame.narrowed(part).told() if part else None


def _counted_within(turn: Turn) -> str | None:
    """The same counted within another limit."""
    limit = _counts_within(turn.rest) if turn.frame.counted else ""
    return exchanged(limit, turn.frame, turn.places, turn.paper) if limit else None


def _some_of_them(turn: Turn) -> str | None:
    some = some_of(turn.rest, turn.frame)
    return some.told() if some else None


def _of_somebody_else(turn: Turn) -> str | None:
    other = "" if turn.pointer else same_of(turn.rest, turn.frame)
    return turn.frame.about(other).told() if other else None


def _of_its_own(turn: Turn) -> str | None:
    """A question of its own: with what its pointer stands for, or within the limits of the one before."""
    if not _asks(turn.rest) or shows_another(turn.rest):
        return None
    if turn.pointer:
        return sentence(pointed_back(turn.rest, turn.pointer, turn.about, turn.paper, turn.places))
    return sentence(limited(turn.rest, turn.frame, turn.places)) if turn.joined else turn.text


def _with_other_part(turn: Turn) -> str | None:
    """The question before with one part exchanged: for what is joined on, a topic, or a mere limit."""
    leans = turn.joined or turn.pointer or _is_topic(turn.rest) or _is_limit(turn.rest)
    return exchanged(turn.rest, turn.frame, turn.places, turn.paper) if leans else None


_RULES = (
    _same_again,
    _reason,
    _in_full,
    _of_matter,
    _of_other_period,
    _still_so,
    _narrower,
    _counted_within,
    _some_of_them,
    _of_somebody_else,
    _of_its_own,
    _with_other_part,
)
"""The first of these that tells a question is right."""


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
    return limit if limit != text and _is_limit(limit) else ""


def _is_limit(text: str) -> bool:
    """Is it no more than a limit, such as "only audits" or "in Leeds"?"""
    return not limits_of(text)[0]


def sentence(text: str) -> str:
    """The text as a question is written."""
    bare = " ".join(text.split()).strip(EDGES)
    return f"{bare[:1].upper()}{bare[1:]}?"
