"""Frame: a question as its asking words, its matter, and what it is limited to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import Template
from typing import Literal

from prompts import load_data

Sort = Literal["place", "spot", "year", "paper", "other"]
"""A spot is a place that no paper of the library is about, such as a clinic."""


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
        definite = matter.split()[0].lower() in rules["articles"]
        if self._counted and (definite or not many_of(matter)):
            return replace(self, front=rules["open"], matter=matter, rest="")
        plain = self.rest and not set(self.rest.lower().split()) & set(rules["sizes"])
        if self.matter and (plain or not self.rest):
            return replace(self, front=agreeing(self.front, self.matter, matter), matter=matter)
        if not self.matter and re.search(rf"\b(?:{'|'.join(rules['saying'])})$", self.front, re.IGNORECASE):
            return replace(self, front=f"{self.front} about", matter=matter)
        return replace(self, front=rules["open"], matter=matter, rest="")

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

    @property
    def subject(self) -> str:
        """What a word that points back stands for: its matter, told as a thing; "" where it has none."""
        form = load_data("follow-ups.yaml")["frame"]["counted"]
        said = Template(form).substitute(matter=self.matter, rest=self.rest)
        return said if self._counted and self.rest else self.matter

    @property
    def _counted(self) -> bool:
        return self.front.lower() in load_data("follow-ups.yaml")["frame"]["counting"]

    @property
    def speaker(self) -> str:
        """Who says something in it: "the audit" of "What did the audit find about"; "" for nobody."""
        rules = load_data("follow-ups.yaml")["frame"]
        telling, saying = "|".join(rules["telling"]), "|".join(rules["saying"])
        found = re.match(rf"(?:{telling}) (.+?) (?:{saying})\b", self.front, re.IGNORECASE)
        return found[1] if found else ""

    @property
    def speaks_as_paper(self) -> bool:
        """Whether the speaker is a paper."""
        papers = load_data("follow-ups.yaml")["frame"]["papers"]
        return not {*self.speaker.lower().split()}.isdisjoint(papers)


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
    rules = load_data("follow-ups.yaml")["frame"]
    head = re.split(rf" (?:{'|'.join(rules['closer'])}) ", f"{matter.lower()} ")[0].split()
    last = head[-1] if head else ""
    return " and " in matter.lower() or last in rules["people"] or bool(re.search(r"[^s]s$", last))
