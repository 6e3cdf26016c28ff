"""Owning: does a question ask who owns an action, and which rows of plans are about that very action?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.actions.columns import is_empty, owner_columns, roles_of
from assistant.asked.cells import header_of
from assistant.asked.holding import names_person, post_asked
from assistant.asked.phrased import phrased, words_for
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.register.bodies import agencies_in
from assistant.understanding.content_words import content_words
from assistant.understanding.several import questions_in
from assistant.words import stems
from ingest.draft import CELL_JOINER


def owned(text: str) -> frozenset[str]:
    """The stems of what an owner is asked for of ("audit of Wren" of "Who owns the audit of Wren?")."""
    lowered = questions_in(text.strip())[0].lower()
    leads_body = post_asked(lowered) in words_for("holder")["leads"]
    found = None if leads_body else phrased("owner", "openings").match(lowered)
    words = content_words(lowered[found.end() :]) if found else []
    return stems(" ".join(word for word in words if word not in words_for("owner")["any_action"]))


def rows_owned(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The rows with an owner whose action names all of it, first the one that names the least besides."""
    wanted = owned(question.text)
    shares = [(_share(wanted, item), item) for item in evidence if wanted and not item.missing]
    return [item for share, item in sorted(shares, key=lambda pair: -pair[0]) if share > 0]


def names_somebody(item: Evidence) -> bool:
    """Does the sentence name a person or a body, who may be the owner?"""
    return names_person(item.named) or bool(agencies_in(item.quote))


def _share(wanted: frozenset[str], item: Evidence) -> float:
    """The share of the row's action that is wanted; 0 without all of it, or without an owner."""
    header, cells = header_of(item).split(CELL_JOINER), item.quote.split(CELL_JOINER)
    roles, owning = roles_of(header), owner_columns(header)
    owners = [cells[at] for at in owning if at < len(cells)]
    if len(cells) != len(header) or all(is_empty(owner) for owner in owners):
        return 0.0
    acts = [stems(cells[at]) for role in ("action", "recommendation") for at in roles.get(role, ())]
    if not acts:
        # A list of audits names each by its theme alone, and what they are above it.
        acts = [stems(cell) for at, cell in enumerate(cells) if at not in owning]
        wanted -= stems(f"{item.found.passage.heading} {' '.join(header)}")
    return max((len(wanted) / len(act) for act in acts if wanted and wanted <= act), default=0.0)
