"""Lessons: for each channel how far it reached, whether it was read, and whether practice changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.answer import Gap
from assistant.key_questions.concepts import Concepts
from assistant.key_questions.finding import Finding, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.probes.signals import finding_of, with_asks
from assistant.key_questions.said import Said
from assistant.key_questions.silences import searched
from prompts import load_data

VOCABULARY = "vocabulary/channels.yaml"
OF_CHANNEL = 6


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of lessons, and the channels with reach, proof and change."""
    finding = finding_of(question, material, matches(question, material.now, material))
    used = {name: said for name, said in _spoken(material).items() if said}
    finding.tables = [*_table(used), *finding.tables]
    finding.silent = [*_unproved(used, material), *finding.silent]
    return with_asks(question, finding, material)


def _spoken(material: Material) -> dict[str, list[Said]]:
    """By channel the statements on it that speak of learning, reach, proof or change."""
    about = {"review_learning", "taught", "reach_word", "awareness", "practice_change", "training_impact"}
    found: dict[str, list[Said]] = {name: [] for name in load_data(VOCABULARY)}
    for said in material.now:
        if said.basis not in ("expectation", "plan") and not about.isdisjoint(said.concepts | said.under):
            for name in sorted(_vocabulary().names(said.text)):
                found[name].append(said)
    return found


def _table(channels: dict[str, list[Said]]) -> list[Tabled]:
    """By channel: yes where a statement says how many it reached, that it was read, that practice changed."""
    rows, slices = [], []
    for name, said in channels.items():
        rows.append((name, _yes(_reach(said)), _yes(_proof(said)), _yes(_change(said))))
        chosen = [*_reach(said)[:2], *_proof(said)[:2], *_change(said)[:2], *said]
        slices.append(tuple(dict.fromkeys(one.piece for one in chosen))[:OF_CHANNEL])
    if not rows:
        return []
    header = ("Channel", "Says how many it reached", "Says that it was read", "Says that practice changed")
    return [Tabled("Channels for lessons", header, tuple(rows), tuple(slices))]


def _unproved(channels: dict[str, list[Said]], material: Material) -> list[Gap]:
    """Channels in use of which nobody says that they were read or changed anything."""
    where = searched(material)
    return [
        Gap(f"Proof that practice changed after {name.lower()}", where)
        for name, said in channels.items()
        if _reach(said) and not _change(said)
    ]


def _reach(said: Sequence[Said]) -> list[Said]:
    return [one for one in said if (one.count or one.share) and {"reach_word", "spread"} & one.concepts]


def _proof(said: Sequence[Said]) -> list[Said]:
    return [one for one in said if "awareness" in one.concepts]


def _change(said: Sequence[Said]) -> list[Said]:
    changed = {"practice_change", "training_impact"}
    return [one for one in said if changed & one.concepts and one.tone_of(frozenset(changed)) >= 0]


def _yes(said: Sequence[Said]) -> str:
    return "yes" if said else "no"


@cache
def _vocabulary() -> Concepts:
    return Concepts(load_data(VOCABULARY))
