"""Actions of a paper: the paper that a question for actions names, and questions for how far it has got."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from assistant.areas.subjects import own_area
from assistant.forms import anything, forms_of, one_of
from assistant.listing.of_paper import PAPERS
from assistant.understanding.paper_named import paper_named, sort_called_in, sort_of
from assistant.understanding.papers_called import RULES as CALLED
from assistant.understanding.papers_called import called_by, newest_first, sort_called
from ingest.phrases import any_listed, worded
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/actions-asked.yaml"


@dataclass(frozen=True, slots=True)
class PaperMeant:
    """The words that call a paper, the ids of those so called, and the question without the words."""

    called: str
    papers: frozenset[str]
    rest: str


def paper_meant(said: str, records: Sequence[DocumentRecord]) -> PaperMeant | None:
    """The paper to which a question for actions is limited ("in the improvement plan"); None for none."""
    for found in _limits().finditer(said):
        if papers := _papers(found["paper"], records):
            return PaperMeant(found["paper"], papers, f"{said[: found.start()]} {said[found.end() :]}")
    theirs = _theirs().search(said)
    if theirs and (papers := _papers(theirs[1], records)):
        return PaperMeant(theirs[1], papers, said.replace(theirs[0], " ", 1))
    return _inspection_meant(said, records)


def _inspection_meant(said: str, records: Sequence[DocumentRecord]) -> PaperMeant | None:
    """The inspection to which it is limited, where that is called by its sort ("of the 2023 JTAI")."""
    sort, named = sort_called_in(said), paper_named(said, records)
    if not sort or not named or named.in_words or named.later is not None:
        return None
    if not 0 < len(named.papers) <= PAPERS:
        return None
    rest = said.replace(sort, " ").replace(named.year, " ") if named.year else said.replace(sort, " ")
    called = f"{sort} {named.year}".strip()
    return PaperMeant(called, frozenset(one.id for one in named.papers), rest)


def progress_asked(said: str, records: Sequence[DocumentRecord]) -> PaperMeant | None:
    """The paper of which it is asked how far what it wants has got; None for any other question.

    Whether "the audit was done" asks for the audit: only a plan is done by what it sets down.
    """
    for form, plans_alone in _forms():
        found = form.fullmatch(said)
        papers = _papers(found["paper"], records, plans_alone=plans_alone) if found else frozenset[str]()
        if found and papers:
            return PaperMeant(found["paper"], papers, "")
    return None


def _papers(called: str, records: Sequence[DocumentRecord], *, plans_alone: bool = False) -> frozenset[str]:
    """The few papers so called; none for words that tell none of a sort from the others.

    Inspectors are called for their latest report, where the papers are one area's.
    """
    if _inspectors().fullmatch(called) and own_area(records) and not plans_alone:
        return frozenset(one.id for one in newest_first(filter(sort_of, records))[:1])
    if not sort_called(called)[0]:
        return frozenset()
    meant = called_by(called, records)
    few = meant.only or len(meant.papers) == 1
    kinds = {one.kind for one in meant.papers}
    if not few or len(meant.papers) > PAPERS or (plans_alone and kinds != {"action_plan"}):
        return frozenset()
    return frozenset(one.id for one in meant.papers)


_inspectors = partial(any_listed, CALLED, "by")
_theirs = worded(CALLED, r"\b({by})(?:['’]s?|s['’])(?= (?:\w+ )?(?:recommendations|requirements|actions)\b)")


@cache
def _limits() -> re.Pattern[str]:
    """What calls a paper, to its noun and a name behind, with the word before ("in the review of Ivy")."""
    nouns = "|".join(word for sort in load_data(CALLED)["papers"] for word in sort["called"])
    words = rf"(?: (?!(?:{'|'.join(load_data(CALLED)['parting'])})\b)[\w’'-]+){{0,5}}?"
    paper = rf"(?P<paper>(?:the|our|its|their){words} (?:{nouns})(?: (?:of|into) [A-Z][\w’'-]+)?)"
    return re.compile(
        rf"\b(?:in|on|of|from|under|by|for|within|do|does|did|has|have|had) {paper}(?![\w-])(?:['’]s?)?"
    )


@cache
def _forms() -> list[tuple[re.Pattern[str], bool]]:
    """Each form with whether only a plan may be asked for so."""
    rules: dict[str, Any] = load_data(RULES)["progress"]
    slots = {name: one_of(listed) for name, listed in rules.items() if name not in ("forms", "plans")}
    slots["paper"] = anything("paper")
    return [
        (form, plans_alone)
        for name, plans_alone in (("forms", False), ("plans", True))
        for form in forms_of(rules[name], slots)
    ]
