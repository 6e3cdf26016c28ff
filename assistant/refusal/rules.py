"""Rules: the plain rules of refusal, each of which has a reason of its own where it refuses."""

from __future__ import annotations

from collections.abc import Callable

from assistant.asked.cells import blank_column
from assistant.asked.changing import asks_whether_changed, that_tell_change
from assistant.asked.events import events_asked, tells
from assistant.asked.facts import fact_asked
from assistant.asked.given import given, limits_count
from assistant.asked.holding import names_person
from assistant.asked.lost import astray, named_share, shared
from assistant.asked.reasons import asks_for_reason
from assistant.asked.ruling import rule_asked, states_rule
from assistant.asked.speaking import person_asked
from assistant.asked.surroundings import around
from assistant.ordering.by_person import said_of_it
from assistant.refusal.case import Case
from assistant.refusal.lacking import explain, lacking
from assistant.refusal.premise import unborne
from assistant.refusal.unspoken import (
    any_names,
    group_unnamed,
    kind_unspoken,
    subject_unspoken,
    subjects_asked,
    topic_unspoken,
)
from assistant.understanding.periods import years_of
from prompts import load_data

Refusal = tuple[str, tuple[str, ...]]
"""An entry of `reasons` in `prompts/refusal.yaml`, and what is missing."""

Rule = Callable[[Case], Refusal | None]
"""The refusal, or None where the rule has nothing against an answer."""

NEAR_READ = -7.0
"""What the model that reads passages makes, at the least, of almost all that hold an answer (dev halves)."""


def other_matter(case: Case) -> Refusal | None:
    """The documents are about something else: nothing found is near the question by any sign."""
    known = any(map(case.knows, case.question.terms))
    return (explain(case), case.missing) if _far(case) or not known or _other_words(case) else None


def no_fact(case: Case) -> Refusal | None:
    """A fact of some kind is asked for, and none of the best sentences gives one of it."""
    rules = load_data("refusal.yaml")
    fact = lacking(case.question, case.evidence, rules["looked_at"])
    if not fact or (fact in rules["partly"] and _tells_of_it(case)):
        return None
    return explain(case) if case.missing else rules["lacking"].get(fact, "fact_missing"), case.missing


def _tells_of_it(case: Case) -> bool:
    """Does the best sentence tell of what a part is missing of, which is worth showing without that part?"""
    things = shared(case.question, case.evidence)
    return not astray(case.question, things, case.evidence[0])


def no_cell(case: Case) -> Refusal | None:
    """The row that comes closest has nothing in the column that is asked for by its name, and no other
    sentence names all that it is asked of.
    """
    question = case.question
    column = blank_column(question, case.evidence[0])
    others = (item for item in case.closest[1:] if not blank_column(question, item))
    told = any(named_share(question, question.things, item) == 1.0 for item in others)
    return ("cell_blank", (column,)) if column and not told else None


def no_year(case: Case) -> Refusal | None:
    """Every time that is asked for is missing, and no paper of the best sentences is of it or soon after.

    A yearly report that names no year is of the one before. The signals weigh a paper without a date.
    """
    times, first = case.question.times, case.evidence[: load_data("refusal.yaml")["quoted"]]
    if not times or any(not set(times) <= set(item.missing) for item in first):
        return None
    near = {str(year + later) for time in times for year in years_of(time) for later in (0, 1)}
    told = any(item.published is None or item.published[:4] in near for item in first)
    return None if told else ("other_year", case.missing or times)


def no_period(case: Case) -> Refusal | None:
    """What stands first is of another month, year or part of a year than the one that is asked for.

    What fits stands before what does not (`of_time_first`): so nothing near the question does.
    """
    question = case.question
    times = (*question.periods, *question.parts, *(question.years if question.parts else ()))
    other = tuple(time for time in times if time in case.evidence[0].missing)
    if other and question.parts:
        other = (" ".join((*question.parts, *question.times)),)
    return ("other_period", other) if other else None


def no_theme(case: Case) -> Refusal | None:
    """The papers of the place do not speak of what is asked about."""
    themes = topic_unspoken(case.question, case.found, case.evidence, case.in_library)
    return ("theme_missing", themes) if themes else None


def no_subject(case: Case) -> Refusal | None:
    """A profession, condition or the like is named that no paper speaks of, or none near the rest."""
    if unspoken := subject_unspoken(case.question, case.found):
        return "theme_missing", unspoken
    subjects = subjects_asked(case.question)
    if not subjects or any_names(subjects, [item.found for item in case.closest]):
        return None
    return "not_together", subjects


def no_group(case: Case) -> Refusal | None:
    """A group of people is named, and what stands first is told of others."""
    groups = group_unnamed(case.question, case.evidence)
    return ("other_group", groups) if groups else None


def no_kind(case: Case) -> Refusal | None:
    """No paper holds a word for what is to be named or counted."""
    kinds = kind_unspoken(case.question, case.evidence, case.in_library)
    return ("kind_missing", kinds) if kinds else None


def no_rule(case: Case) -> Refusal | None:
    """What must, may or should be is asked for, and no sentence states it."""
    if not rule_asked(case.question) or fact_asked(case.question) in ("date", "date_to_come"):
        return None
    return None if any(states_rule(case.question, item) for item in case.closest) else ("rule_missing", ())


def no_voice(case: Case) -> Refusal | None:
    """What a person who is named said is asked for, and no sentence tells that they said anything of it.

    What a body says stands in its papers, which need not name it.
    """
    person = person_asked(case.question)
    told = not names_person(" ".join(person[:1])) or said_of_it(case.question, case.evidence)
    return None if told else ("speaker_missing", person[:1])


def no_premise(case: Case) -> Refusal | None:
    """The question takes for granted what the documents do not bear out."""
    return unborne(case.question, case.found, case.evidence[: load_data("refusal.yaml")["quoted"]])


def no_event(case: Case) -> Refusal | None:
    """The question names what happened to somebody, and none of the best sentences tells of it."""
    first = case.evidence[: load_data("refusal.yaml")["quoted"]]
    text = case.question.text
    events = events_asked(text, "any") | events_asked(text, "deeds")
    events |= events_asked(text, "reason") if asks_for_reason(text) else {}
    texts = [f"{item.found.passage.header} {around(item)}" for item in first]
    untold = [said for said, event in events.items() if not any(tells(one, (event,)) for one in texts)]
    if untold:
        return "event_missing", tuple(untold)
    return None if _counted(case) else ("figure_missing", ())


def _counted(case: Case) -> bool:
    """Where a number of those is asked for to whom something happened, or who came from it: is it given?"""
    question, fact = case.question, fact_asked(case.question)
    if fact not in ("count", "share") or not limits_count(question):
        return True
    return bool(given(fact, question, case.evidence[: load_data("refusal.yaml")["looked_at"][fact]]))


RULES: tuple[Rule, ...] = (other_matter, no_cell, no_year, no_period, no_fact)
"""Rules for every question."""

RULES_WHERE_NAMED: tuple[Rule, ...] = (no_theme, no_kind, no_subject, no_group, no_premise, no_rule, no_voice)
"""Rules for those of which no name or year is missing; what is missing, the signals weigh."""


def ruled_out(case: Case) -> Refusal | None:
    """What the first rule that refuses says; None where none does."""
    rules = RULES if case.missing else (*RULES, *RULES_WHERE_NAMED)
    return next(filter(None, (rule(case) for rule in rules)), None)


def _far(case: Case) -> bool:
    """Is the best passage unlike the question, and does nothing else tell that it is near?

    So few words as "Has demand risen?" are like none: there a sentence that tells the change is near enough.
    """
    if not 0 < case.signals.dense < load_data("refusal.yaml")["far"]:
        return False
    asked = asks_whether_changed(case.question.text)
    told = asked and that_tell_change(case.question, case.evidence[:1])
    return not told and not any(item.cross >= NEAR_READ for item in case.found if item.cross)


def _other_words(case: Case) -> bool:
    """Are even the closest sentences like the question in nothing but the names and years it holds?"""
    asked = [term for term in case.question.terms if term not in case.question.named]
    read = [item.own_closeness for item in case.closest if item.found.match is not None]
    return bool(asked and read) and max(read) < load_data("refusal.yaml")["other_words"]
