"""Given: the sentences that give the kind of fact asked for, of the thing that it is asked of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.asked.alike import like
from assistant.asked.cells import comments_on_it
from assistant.asked.changing import asks_whether_changed, changing
from assistant.asked.comparing import compared_with
from assistant.asked.count import counted_there, counts_these, head_counted, head_of, many_of, nouns_of
from assistant.asked.events import counted_event, events_asked
from assistant.asked.facts import Fact, gives_fact
from assistant.asked.lasting import lasting
from assistant.asked.lost import astray, lost_heads, named_share, shared
from assistant.asked.naming import named_thing
from assistant.asked.reasons import gives_reason
from assistant.asked.sharing import gives_share
from assistant.asked.surroundings import around, before, holds_any, under_heads
from assistant.asked.whom import doers, holders, persons
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import stems, words_in
from prompts import load_data

_IT = re.compile(r"\b(?:it|this|that) (?:is|was|stands|stood)\b.{0,20}\d\s?(?:%|per ?cent)", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d+\b")
_RATE = re.compile(r"\b([a-z]+) rate\b")
_FROM = re.compile(r"\b(?:from|by) (?:(?:the|our|a|an|any) )?([a-z]+)")

VALUES = ("count", "share", "figure", "duration", "money", "date")
NEAR = 0.85
"""A value is one of what is asked about where its sentence is so nearly as close as the closest.
On dev halves those that answer lay above .88 of it, half of those that did not below .85."""

FEW = 2
"""Of so many things none may be left out where a day to come is asked for."""

MOST_LOST = 1
"""A figure or grade, which may be one of anything, has to stand with all things asked about but so many."""


def given(fact: Fact, question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Those of the sentences that give such a fact.

    Where one of them calls what is counted, or what lasts, by the question's own word, all are held to it:
    the number of something else is none of that. A value that stands much farther from the question than
    the closest sentence is one of something else too.
    """
    giving = _RULES[fact](question, evidence) if fact in _RULES else _plain(fact, question, evidence)
    if fact in (*VALUES, "date_to_come", "holder"):
        things = shared(question, evidence)
        giving = [item for item in giving if not astray(question, things, item)]
    if fact in ("date", "date_to_come") and not shared(question, evidence):
        giving = [item for item in giving if any(like(item, thing) for thing in question.things or ("",))]
    if fact == "date_to_come" and len(few := shared(question, evidence)) <= FEW:
        giving = [item for item in giving if named_share(question, few, item, alike=True) == 1.0]
    if fact in VALUES:
        giving = [item for item in giving if item.closeness >= NEAR * _closest(evidence)]
    return list(giving) or [item for item in evidence if fact == "share" and _share_of_it(item, question)]


def _reasons(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    told = [one for one in evidence if gives_reason(one.quote, one.closeness / _closest(evidence))]
    return told or [item for item in evidence if comments_on_it(question, item)]


def _counts(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """A number of them, or a share, there where they are counted, of those to whom what is asked happened."""
    counting = (*_counting(question, evidence), *_shares_of_many(question, evidence))
    return [
        item
        for item in counting
        if counted_there(question.text, item.quote, around(item))
        and counted_event(question.text, item)
        and _of_them(question, item)
    ]


def _shares(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    plain = _plain("share", question, _about(head_counted(question.text), question, evidence))
    return [item for item in plain if counted_event(question.text, item)]


def _figures(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    things = shared(question, evidence)
    plain = _plain("figure", question, evidence)
    # A turnover rate is no vacancy rate, however alike the sentences are.
    rate = tuple(word for word in _RATE.findall(question.text.lower()) if word in question.things)
    return [
        item
        for item in plain
        if lost_heads(question, things, item) <= MOST_LOST and named_share(question, rate, item) == 1.0
    ]


def _grades(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """A grade of what is asked about, and not of anything else that is good."""
    things = shared(question, evidence)
    plain = _plain("grade", question, evidence)
    return [item for item in plain if item.beside or lost_heads(question, things, item) <= MOST_LOST]


def _names_given(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    return _plain("name", question, _about(named_thing(question.text), question, evidence))


def _durations(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    return _plain("duration", question, _naming(head_of(lasting(question.text)), question, evidence))


def _comparisons(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """More or less of the thing itself, where the documents call it so: a budget is no cost."""
    other = stems(compared_with(question.text) or "")
    held = [stems(thing) for thing in question.things if not stems(thing) <= other]
    own = [item for item in evidence if any(thing <= stems(item.quote) for thing in held)]
    if not own and asks_whether_changed(question.text):
        own = [item for item in evidence if any(like(item, word) for word in changing(question))]
        return _plain("comparison", question, own)
    return _plain("comparison", question, own or evidence)


_RULES: Mapping[Fact, Callable[[Question, Sequence[Evidence]], Sequence[Evidence]]] = {
    "doer": doers,
    "holder": holders,
    "person": persons,
    "reason": _reasons,
    "count": _counts,
    "share": _shares,
    "figure": _figures,
    "grade": _grades,
    "name": _names_given,
    "duration": _durations,
    "comparison": _comparisons,
}
"""By the kind of fact: which sentences give it. Of any other kind each sentence is looked at by itself."""


def _closest(evidence: Sequence[Evidence]) -> float:
    return max((item.closeness for item in evidence), default=0.0) or 1.0


def _plain(fact: Fact, question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    return [
        item
        for item in evidence
        if gives_fact(fact, item.named, question, item.published, item.found.passage.heading)
    ]


def _counting(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    head = head_counted(question.text)
    alike = next((line for line in load_data("vocabulary/facts.yaml")["count"]["alike"] if head in line), ())
    names = (*_names(head, question), *alike)
    many = many_of(names)
    if not any(many(word) for item in evidence for word in words_in(item.quote)):
        return _plain("count", question, evidence)
    # A number that the question names itself ("how many of the 30 …") is not the one it asks for.
    known = re.compile("|".join([rf"\b{one}\b" for one in _NUMBER.findall(question.text)] or ["(?!)"]))
    return [
        item for item in evidence if counts_these(known.sub("", item.quote), names, item.found.passage.header)
    ]


def _shares_of_many(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that say how many of the things ("how many of …") as a share of them."""
    if "how many of" not in question.text.lower():
        return []
    about = _about(head_counted(question.text), question, evidence)
    return [item for item in about if gives_share(item.quote)]


def limits_count(question: Question) -> bool:
    """Is a number asked for of those alone to whom something happened, or who came from or by somebody?"""
    events = (*events_asked(question.text, "any"), *events_asked(question.text, "counted"))
    return bool(events or _from(question))


def _of_them(question: Question, item: Evidence) -> bool:
    """Is it named, there or round it, from or by whom the counted came ("from schools")?"""
    held = stems(f"{around(item)} {item.found.passage.header}")
    return all(
        any(stems(name) <= held for name in question.names_of(word)) or like(item, word)
        for word in _from(question)
    )


def _from(question: Question) -> list[str]:
    """The things of the question from or by which the counted came."""
    counting = question.text.lower().split("how many")[-1]
    return [word for word in _FROM.findall(counting) if word in question.things]


def _share_of_it(item: Evidence, question: Question) -> bool:
    """Does the sentence give the share of what the one before it names ("It is 64 % now")?"""
    return bool(_IT.search(item.quote)) and gives_fact("share", before(item) + item.quote, question, None)


def _about(head: str, question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The sentences that name the thing, or where none does those with something like it."""
    named = _naming(head, question, evidence)
    return named if named is not evidence or not head else [item for item in evidence if like(item, head)]


def _naming(head: str, question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The sentences that name the thing; all where none does. What "was discussed" is no discussion."""
    if not head:
        return evidence
    forms, others = nouns_of(head), [name for name in _names(head, question) if name != head]
    return [
        item
        for item in evidence
        if not forms.isdisjoint(words_in(under_heads(item).lower())) or holds_any(item, others)
    ] or evidence


def _names(head: str, question: Question) -> tuple[str, ...]:
    return question.names_of(head) if head else ()
