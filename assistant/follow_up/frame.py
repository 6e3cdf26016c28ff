"""Frame: a question as its asking words, its matter, and what it is limited to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from string import Template
from typing import Literal

from assistant.forms import put_as
from ingest.phrases import worded
from prompts import load_data

Sort = Literal["place", "spot", "year", "paper", "other"]
"""A spot is a place that no paper of the library is about, such as a clinic."""

_LONG = 5
"""Letters of a verb whose last is not doubled."""
_RULES = "follow-ups.yaml"
_says_at_end = worded(_RULES, r"\b{frame.saying}$")
_who_is_to = worded(_RULES, r"^who\b.*\b{frame.modals} (\w+)$")
_definite = worded(_RULES, r"\b({frame.definite} .+?)(?= {frame.predicates|frame.closer}\b|$)")
_who_says = worded(_RULES, r"{frame.telling} (.+?) {frame.saying}\b")
_closer = worded(_RULES, r" {frame.closer} ", flags=re.NOFLAG)


@dataclass(frozen=True, slots=True)
class Limit:
    """A place, year or paper that a question is limited to, in its words: "in Leeds", ", only audits"."""

    sort: Sort
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A `front` "What did the audit find about", a `matter` "supervision", no `rest`, `limits` "in Leeds".

    `rest` is what a question says of its matter: "been filled" of "Has the post been filled?". A question
    without a matter of its own ("What did the audit find?") has only a front and limits.
    """

    front: str
    matter: str = ""
    rest: str = ""
    limits: tuple[Limit, ...] = ()

    def told(self) -> str:
        """The question in words."""
        words = [self.front, self.matter, self.rest, *(limit.words for limit in self.limits)]
        text = " ".join(word for word in words if word).replace(" ,", ",")
        return f"{text[:1].upper()}{text[1:]}?"

    def about(self, matter: str) -> Frame:
        """The same asked about something else."""
        rules = load_data("follow-ups.yaml")["frame"]
        if {self.speaker.lower(), matter.lower()} <= {*rules["tellers"]}:
            return replace(self, front=self.front.replace(self.speaker, matter))
        definite = matter.split()[0].lower() in rules["articles"]
        others = self.counted and self.rest and _people(self.matter) and not _people(matter)
        if others and (told := self._saying(matter)):
            return told
        if self.counted and (definite or not many_of(matter)):
            return replace(self, front=rules["open"], matter=matter, rest="")
        if others:
            return replace(self, matter=matter, rest="")
        plain = self.rest and not set(self.rest.lower().split()) & set(rules["sizes"])
        if self.matter and (plain or not self.rest):
            return replace(self, front=agreeing(self.front, self.matter, matter), matter=matter)
        if not self.matter and _says_at_end().search(self.front):
            return replace(self, front=f"{self.front} about", matter=matter)
        return replace(self, front=rules["open"], matter=matter, rest="")

    def _saying(self, said: str) -> Frame | None:
        """The frame saying so of its matter ("missing for two days"); None where the words name something."""
        rules = load_data("follow-ups.yaml")["frame"]
        first, *others = said.lower().split()
        verb = self.rest.split()[0]
        told = first in rules["predicates"] or first.endswith("ed")
        if verb not in rules["auxiliaries"] or not told or (others and others[0] not in rules["amounts"]):
            return None
        return replace(self, rest=f"{verb} {said}")

    def narrowed(self, to: str) -> Frame:
        """The same about no more than a part of its matter: "about schools"."""
        return replace(self, rest=f"{self.rest} {to}".strip())

    def within(self, limit: Limit) -> Frame:
        """The same with this limit instead of its own of that sort; an "other" one is added."""
        own = [] if limit.sort == "other" else self.of(limit.sort)
        if not own:
            return replace(self, limits=(*self.limits, limit))
        return replace(
            self, limits=tuple(limit if one is own[0] else one for one in self.limits if one not in own[1:])
        )

    def of(self, sort: Sort) -> tuple[Limit, ...]:
        """Its limits of one sort."""
        return tuple(limit for limit in self.limits if limit.sort == sort)

    def by_now(self) -> Frame:
        """The same asked of today: what one paper said, of all."""
        rules = load_data("follow-ups.yaml")
        today = Limit("other", rules["now"])
        kept = tuple(limit for limit in self.limits if limit.sort not in ("year", "paper"))
        if self.matter and self.speaks_as_paper:
            return Frame(rules["frame"]["open"], self.matter, limits=(*kept, today))
        return replace(self, limits=(*kept, today))

    @property
    def act(self) -> str:
        """What is to be done, of "Who has to write the report?"; "" where nothing is."""
        rules = load_data("follow-ups.yaml")["frame"]
        found = _who_is_to().search(self.front)
        if not found or not self.matter or found[1].lower() in rules["auxiliaries"]:
            return ""
        return Template(rules["act"]).substitute(verb=found[1], matter=self.matter)

    @property
    def doer(self) -> str:
        """Who does it: "whoever chairs the board" of "Who chairs the board?"; "" where nobody is asked."""
        rules = load_data("follow-ups.yaml")["frame"]
        opening, _, verb = self.front.partition(" ")
        if opening.lower() != "who" or not verb:
            return ""
        return Template(rules["doer"]).substitute(verb=verb, matter=self.matter).strip()

    @property
    def happening(self) -> str:
        """What "it" is after "Do children feel safe?", as no person is: "children feeling safe"; else ""."""
        rules, verb = load_data("follow-ups.yaml")["frame"], self.front.lower()
        if verb not in rules["auxiliaries"] or not self.rest or not _people(self.matter):
            return ""
        first, *others = self.rest.split()
        doing = gerund(first) if verb in rules["doing"] else "having" if verb in rules["having"] else "being"
        return " ".join((self.matter, doing, *(others if verb in rules["doing"] else (first, *others))))

    @property
    def object(self) -> str:
        """What those counted, or somebody, have to do with: "the course" of "How many did the course?"."""
        if not self.counted and not self.matter.istitle():
            return ""
        found = _definite().search(self.rest)
        return found[1] if found else ""

    @property
    def subject(self) -> str:
        """What a word that points back stands for: its matter, told as a thing; "" where it has none."""
        rules, words = load_data("follow-ups.yaml")["frame"], self.rest.split()
        form = rules["counted_too" if " that " in self.matter else "counted"]
        did = bool(words) and words[0].lower() in rules["doing"]
        said = Template(form).substitute(matter=self.matter, rest=" ".join(words[did:]))
        there = not {*self.rest.lower().split()[:2]}.isdisjoint(rules["existing"])
        return said if self.counted and self.rest and not there else self.matter

    @property
    def counted(self) -> bool:
        """Whether it asks how many or which of its matter."""
        return self.front.lower() in load_data("follow-ups.yaml")["frame"]["counting"]

    @property
    def speaker(self) -> str:
        """Who says something in it: "the audit" of "What did the audit find about"; "" for nobody."""
        found = _who_says().match(self.front)
        return found[1] if found else ""

    @property
    def speaks_as_paper(self) -> bool:
        """Whether the speaker is a paper."""
        papers = load_data("follow-ups.yaml")["frame"]["papers"]
        return not {*self.speaker.lower().split()}.isdisjoint(papers)


def gerund(verb: str) -> str:
    """The form in "ing" of a verb: "feel" feeling, "make" making, "get" getting."""
    if re.search(r"[^aeiouy][e]$|[aeiou][^aeiou]e$", verb):
        return f"{verb[:-1]}ing"
    if len(verb) < _LONG and re.search(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$", verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"


def agreeing(front: str, before: str, matter: str) -> str:
    """The front whose last word, a form of be, have or do, fits a matter that is one or many."""
    *others, last = front.split()
    for one, many in load_data("follow-ups.yaml")["frame"]["numbers"].items():
        if last.lower() in (one, many) and many_of(before) != many_of(matter):
            form = many if many_of(matter) else one
            return " ".join((*others, form.capitalize() if last[0].isupper() else form))
    return front


def many_of(matter: str) -> bool:
    """Is it more than one: does the noun of the matter, before what is said more closely, end so?"""
    rules, last = load_data("follow-ups.yaml")["frame"], _noun(matter)
    return " and " in matter.lower() or last in rules["people"] or bool(re.search(r"[^s]s$", last))


def _people(matter: str) -> bool:
    """Are they people of some kind, by the noun of the matter?"""
    return _noun(matter) in load_data("follow-ups.yaml")["frame"]["people"]


def _noun(matter: str) -> str:
    """The last word before what tells the matter more closely; "" where there is none."""
    head = _closer().split(f"{matter.lower()} ")[0].split()
    return head[-1] if head else ""


def some_of(text: str, frame: Frame) -> Frame | None:
    """The frame with what the text says of some of its matter; None where the text counts something else."""
    found = put_as(_forms(), text)
    if not found or not frame.subject or not many_of(frame.matter):
        return None
    near = tuple(one for one in frame.limits if one.sort == "paper" and one.words.startswith("of "))
    matter = " ".join((frame.subject, *(one.words for one in near)))
    rules, front = load_data("follow-ups.yaml")["frame"], found["front"]
    if matter.split()[0].lower() in rules["articles"] and not front.endswith("of"):
        front = f"{front} of"
    limits = tuple(one for one in frame.limits if one not in near)
    if frame.speaks_as_paper:
        limits = (Limit("paper", f"in {frame.speaker}"), *limits)
    return Frame(f"{front[:1].upper()}{front[1:]}", matter, found["rest"], limits)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    rules = load_data("follow-ups.yaml")["frame"]
    counts = rules["counting"]
    counting = [one for one in counts if one != "which" and one.removesuffix(" of") not in {*counts} - {one}]
    parts = {
        name: "|".join(sorted(words, key=lambda one: -len(one)))
        for name, words in (("counting", counting), ("auxiliaries", rules["auxiliaries"]))
    }
    return tuple(
        re.compile(Template(rules[name]).substitute(parts), re.IGNORECASE) for name in ("some", "some_of")
    )
