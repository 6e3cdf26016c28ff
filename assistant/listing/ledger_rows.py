"""Ledger rows: what each ledger of a whole library holds on what is asked, as lines of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import Gap, by_number
from assistant.in_words import filled, period_in_words
from assistant.key_questions.ledger import Ledger
from assistant.listing.listed import Row
from assistant.listing.recommended import on_topic
from assistant.listing.registers import RULES, RegisterAsked
from assistant.pack.wording import wording
from assistant.register.entry import Entry
from assistant.slices import Slice
from assistant.understanding.content_words import content_words
from assistant.understanding.papers_called import papers_called
from assistant.words import stems
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data


@dataclass(frozen=True, slots=True)
class Put:
    """A question put to a library's ledger; `papers`: for each that it names the ids of those called so."""

    asked: RegisterAsked
    papers: Sequence[frozenset[str]]
    library: Library
    filters: Filters
    as_of: str


@dataclass(frozen=True, slots=True)
class Held:
    """The lines, what the ledger's sentence is filled with beside their number, and what no paper has.

    `absent`: nothing that the ledger could hold is on the topic that is asked for.
    """

    rows: Sequence[Row]
    values: Mapping[str, object] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    absent: bool = False


def contradictions(put: Put) -> Held:
    """What papers disagree about, both sides; between those that are named, and on the topic."""
    from assistant.contradictions.find import find_contradictions

    found = find_contradictions(put.library, as_of=put.as_of, filters=put.filters)
    kinds = load_data("pack/words.yaml")["disagreements"]["kinds"]
    rows: list[Row] = []
    for one, *sides in found.sided:
        words = " ".join((one.about, *(f"{side.quote} {side.heading} {side.title}" for side in sides)))
        between = all(any(side.document_id in paper for side in sides) for paper in put.papers)
        if between and is_on(put.asked.topic, words):
            rows.append((f"{kinds[one.kind].capitalize()}, on {one.about}", *map(Slice.of, sides)))
    return Held(rows)


def repeats(put: Put) -> Held:
    """Each recommendation made before, every time that it was made; those of the most papers first."""
    from assistant.register.register import chains, register_of
    from assistant.register.selection import Selection

    found = register_of(put.library, Selection(put.filters), repeats=True)
    wanted = {
        entry.id for entry in _about(put.asked.topic, found.entries, put.library.documents(put.filters))
    }
    held = [
        [*(one.earlier for one in reversed(pairs)), first.later]
        for first, pairs in chains(found.repeats or ())
    ]
    asked_again = [chain for chain in held if any(entry.id in wanted for entry in chain)]
    asked_again.sort(key=lambda chain: (_papers_of(chain), chain[-1].published or ""), reverse=True)
    head = load_data(RULES)["answer"]["repeats"]["head"]
    rows: list[Row] = []
    for chain in asked_again:
        rows.append((filled(head, count=_papers_of(chain)), *(entry.piece for entry in chain)))
    return Held(rows, absent=not wanted)


def _papers_of(chain: Sequence[Entry]) -> int:
    return len({entry.document_id for entry in chain})


def recommendations(put: Put) -> Held:
    """The recommendations that lack something, headed by what; those that lack most first."""
    from assistant.pack.parts.smart import lacking
    from assistant.register.register import register_of
    from assistant.register.selection import Selection

    every = register_of(put.library, Selection(put.filters)).entries
    entries = _about(put.asked.topic, every, put.library.documents(put.filters))
    lacks = put.asked.rule.get("lacks")
    short = [one for one in entries if (lacks in one.missing if lacks else not one.smart_with_context)]
    short.sort(key=lambda one: (-len(one.missing), one.published or "", one.document_id, one.start))
    head = load_data(RULES)["answer"]["recommendations"]["head"]
    rows: list[Row] = [(filled(head, lacking=lacking(one)), one.piece) for one in short]
    return Held(rows, {"of": len(entries)}, absent=not entries)


def key_questions(put: Put) -> Held:
    """How each key question stands, the first statement on each side, and what none of the papers has.

    Where none stands as is asked for, those that stand worst.
    """
    from assistant.key_questions.questions import ledgers

    every = ledgers(put.library, as_of=put.as_of, filters=put.filters)
    words = wording("verdicts")
    worst = list(words)[::-1]
    wanted = [one for one in every if one.verdict in put.asked.rule.get("verdicts", worst)]
    lowest = min(worst.index(one.verdict) for one in every)
    shown = wanted or [one for one in every if worst.index(one.verdict) == lowest]
    shown.sort(key=lambda one: worst.index(one.verdict))
    sides = ("against",) if put.asked.ledger == "gaps" else ("for", "against")
    rows = [row for one in shown for row in _sides(one, sides)]
    count = len(rows) if put.asked.ledger == "gaps" else len(wanted)
    gaps = tuple(dict.fromkeys(gap for one in shown for gap in one.silent))
    whose = {"subject": every[0].subject, "period": period_in_words(every[0].period)}
    return Held(rows, {"of": len(every), "verdicts": verdicts_told(every), "count": count, **whose}, gaps)


def verdicts_told(every: Sequence[Ledger]) -> str:
    """How many key questions have each verdict, in words."""
    words, told = wording("verdicts"), Counter(one.verdict for one in every)
    return ", ".join(f"{told[name]} {words[name].lower()}" for name in words if told[name])


def said_against(every: Sequence[Ledger]) -> Iterator[Row]:
    """What speaks first against each key question that the papers contradict."""
    for one in every:
        if one.verdict == "contradicted":
            yield from _sides(one, ("against",))


def _sides(ledger: Ledger, sides: Sequence[str]) -> Iterator[Row]:
    """The first statement of each side, under the question and its verdict."""
    words, cited = load_data("evidence/routing.yaml")["answer"], by_number(ledger.citations)
    for side in sides:
        claims = ledger.for_ if side == "for" else ledger.against
        if claims:
            head = f"{wording('verdicts')[ledger.verdict]}: {ledger.question} {words[side]}"
            yield head, Slice.of(cited[claims[0].citations[0]])


def _about(topic: str, entries: Sequence[Entry], records: Sequence[DocumentRecord]) -> list[Entry]:
    """The recommendations on a topic, or else those of the papers called so."""
    called = {one.id for one in papers_called(topic, records)}
    return on_topic(entries, topic) or [entry for entry in entries if entry.document_id in called]


def is_on(topic: str, words: str) -> bool:
    """Whether half of what the topic names stands in the words, which tell of it in their own."""
    named = {stem for word in content_words(topic) for stem in stems(word)}
    return len(named & stems(words)) >= len(named) / 2
