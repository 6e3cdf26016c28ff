"""To ask: the questions that the ledgers leave to be put, to a body or on a matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.actions.sift import names_body
from assistant.answer import Answer, Citation, Gap, Statement, by_number
from assistant.areas.subjects import own_area
from assistant.forms import forms_of, one_of, plain, put_as
from assistant.in_words import filled
from assistant.key_questions.ledger import Ledger
from assistant.key_questions.probes.action import asks_of_actions
from assistant.key_questions.quoted import WORDS, cut
from assistant.listing.ledger_rows import is_on
from assistant.listing.listed import quoted_with_paper
from assistant.listing.recommended import within, without_places
from assistant.register.bodies import agencies_in
from assistant.repeats.themes import themes_of
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import VALUES, alternatives, any_listed, worded
from prompts import load_data

RULES = "vocabulary/to-ask.yaml"
SHOWN = 15
"""So many questions are put; how many more there are is said."""
_number = worded(RULES, r"\b(\d+|{numbers}) (?:\w+ )?(?:questions|challenges)\b")
EACH = 2
"""So many of each key question, where neither a body nor a matter limits them."""
TELLING = 6
"""Words that speak against the partnership are put to somebody where there are so many."""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Whom the questions are put to and what they are about ("" is no limit), and how many are wanted."""

    whom: str = ""
    topic: str = ""
    most: int = SHOWN

    @property
    def limited(self) -> bool:
        """Are not all of them wanted?"""
        return bool(self.whom or self.topic)

    @property
    def body(self) -> str:
        """The body by its name alone."""
        return re.sub(r"^(?:the|our) ", "", self.whom)

    def is_on_it(self, told: str) -> bool:
        """Do the words tell of the matter, or of a theme of it?"""
        return is_on(self.topic, told) or bool({*themes_of(self.topic)} & {*themes_of(told)})

    def is_put_to(self, names: Iterable[str]) -> bool:
        """Is one of the bodies named the one that is meant?"""
        return not self.whom or any(names_body(self.body, name) for name in names)


Question = tuple[str, tuple[Slice, ...]]
"""What is put, and the words that it rests on."""


def to_ask(text: str) -> ToAsk | None:
    """What questions the text wants to put; None where it asks anything else."""
    said = plain(text).lower()
    found = put_as(_forms(), said)
    if not found:
        return None
    rules = load_data(RULES)
    rest = any_listed(RULES, "nowhere").sub(" ", found["rest"])
    whom, _, topic = _parted(rest)
    whom = re.sub(rf"^(?:(?:{alternatives(rules['to'])})\b\s*)+", "", " ".join(whom.split()))
    asked = ToAsk(whom, " ".join(topic.split()), _wanted(said))
    if asked.body in rules["everybody"]:
        return replace(asked, whom="")
    known = agencies_in(f"the {asked.body}") or asked.body in load_data("evidence/routing.yaml")["bodies"]
    return asked if known else None


def to_ask_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The questions that the text wants to put, each with what it rests on.

    None where it wants none, and of no one area: the ledgers are one area's.
    """
    records = library.documents(filters)
    places, rest = without_places(text, records)
    asked = to_ask(rest)
    if asked is None or not (places or own_area(records)):
        return None
    from assistant.key_questions.questions import ledgers

    filters = within(places, records, filters)
    every = ledgers(library, as_of=as_of, filters=filters)
    made = [*_of_ledgers(every, asked), *_of_actions(every, asked, library, filters, as_of)]
    return _answer(text, asked, list(dict.fromkeys(made)), library, len(records), as_of)


def _of_ledgers(every: Sequence[Ledger], asked: ToAsk) -> Iterator[Question]:
    """The challenges of the ledgers; where they are limited, also what speaks against the partnership."""
    put = load_data(RULES)["against"]
    for ledger in every:
        cited = by_number(ledger.citations)
        challenges = [one for one in ledger.challenges if one.citations]
        for one in challenges if asked.limited else challenges[:EACH]:
            if _meant(asked, one.text, [cited[number] for number in one.citations]):
                yield one.text, tuple(Slice.of(cited[number]) for number in one.citations)
    for ledger in every if asked.limited else ():
        cited = by_number(ledger.citations)
        for claim in ledger.against:
            words, first = claim.text.split(), cited[claim.citations[0]]
            if len(words) >= TELLING and _meant(asked, claim.text, [first]):
                quoted = quoted_with_paper(replace(first, quote=cut(words, WORDS)))
                yield f"{quoted}. {put}", (Slice.of(first),)


def _of_actions(
    every: Sequence[Ledger], asked: ToAsk, library: Library, filters: Filters, as_of: str
) -> Iterator[Question]:
    """What is asked of the actions past their day that the body owns, or that are about the matter."""
    from assistant.actions.track import track

    if not asked.limited:
        return
    register = track(library, as_of=as_of, subject=every[0].subject or None, filters=filters)
    known = {one.n: Slice.of(one) for one in register.citations}
    cited = by_number(register.citations)
    past_due = list(load_data("evidence/actions.yaml")["past_due"])
    due = [
        one
        for one in register.actions
        if one.timing in past_due
        and one.status != "rejected"
        and asked.is_put_to(one.agencies)
        and asked.is_on_it(" ".join(cited[n].quote for field in one.fields for n in field.citations))
    ]
    due.sort(key=lambda one: (one.timing != "overdue", past_due.index(one.timing), one.due or "", one.id))
    for ask in asks_of_actions(due, known):
        yield ask.text, ask.slices


def _meant(asked: ToAsk, text: str, cited: Sequence[Citation]) -> bool:
    """Does it name the body, and tell of the matter, in its own words or those that alone it rests on?"""
    told = f"{text} {cited[0].quote} {cited[0].heading}" if len(cited) == 1 else text
    return asked.is_put_to(agencies_in(told)) and asked.is_on_it(told)


def _answer(
    text: str, asked: ToAsk, made: Sequence[Question], library: Library, searched: int, as_of: str
) -> Answer:
    words, citations = load_data(RULES)["answer"], Citations(library)
    limits = {
        "to": filled(words["to"], whom=asked.whom) if asked.whom else "",
        "about": filled(words["about"], topic=asked.topic) if asked.topic else "",
    }
    shown = made[: asked.most]
    statements = tuple(Statement(put, tuple(map(citations.number, pieces))) for put, pieces in shown)
    where = filled(load_data("answer.yaml")["where"]["searched"], documents=searched)
    left = len(made) - len(statements)
    more = (Gap(filled(words["more"], count=left), "", searched=False),) if left else ()
    return Answer(
        question=text,
        outcome="answered" if statements else "not_found",
        verdict=filled(words["told" if statements else "none"], count=len(made), **limits),
        statements=statements,
        citations=citations.all(),
        gaps=more if statements else (Gap(filled(words["missing"], **limits), where),),
        reason="" if statements else filled(words["none"], **limits),
        as_of=as_of,
        library_version=library.version,
        confidence=1.0 if statements else 0.0,
    )


def _wanted(said: str) -> int:
    """How many questions are wanted ("give me five questions to ask")."""
    found = _number().search(said)
    return min(SHOWN, VALUES.get(found[1]) or int(found[1])) if found else SHOWN


def _parted(rest: str) -> tuple[str, str, str]:
    """What is told before and behind the first word for what it is about."""
    about = alternatives(load_data(RULES)["about"])
    found = re.search(rf"\b(?:{about})\b", rest)
    return (rest[: found.start()], found[0], rest[found.end() :]) if found else (rest, "", "")


@cache
def _forms() -> list[re.Pattern[str]]:
    rules = load_data(RULES)
    return forms_of(rules["asks"], {name: one_of(rules[name]) for name in ("who", "numbers")})
