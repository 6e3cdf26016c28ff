"""Lessons: for each channel how far it reached, whether it was read, and whether practice changed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Gap
from assistant.key_questions.finding import Finding, Line, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.silences import searched
from assistant.statements.concepts import lists_of
from assistant.statements.said import Said
from prompts import load_data

VOCABULARY = "vocabulary/channels.yaml"
OF_CHANNEL = 6


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of lessons, and the channels with reach, proof and change."""
    finding = finding_of(question, material, matches(question, material.now, material))
    used = {name: said for name, said in _spoken(material).items() if said}
    finding.tables = [*_table(used), *finding.tables]
    finding.silent = [*_unproved(used, material), *finding.silent]
    return finding


def _spoken(material: Material) -> dict[str, list[Said]]:
    """By channel the statements on it that speak of learning, reach, proof or change."""
    about = {"review_learning", "taught", "reach_word", "awareness", "practice_change", "training_impact"}
    found: dict[str, list[Said]] = {name: [] for name in load_data(VOCABULARY)}
    for said in material.now:
        if said.is_told and not about.isdisjoint(said.concepts | said.under):
            for name in sorted(lists_of(VOCABULARY).names(said.text)):
                found[name].append(said)
    return found


def _table(channels: dict[str, list[Said]]) -> list[Tabled]:
    """By channel: yes where a statement says how many it reached, that it was read, that practice changed."""
    lines: list[Line] = []
    for name, said in channels.items():
        told = (_reach(said), [one for one in said if "awareness" in one.concepts], _change(said))
        chosen = [*(one for some in told for one in some[:2]), *said]
        pieces = tuple(dict.fromkeys(one.piece for one in chosen))[:OF_CHANNEL]
        lines.append(((name, *("yes" if some else "no" for some in told)), pieces))
    header = ("Channel", "Says how many it reached", "Says that it was read", "Says that practice changed")
    return [Tabled.of("Channels for lessons", header, lines)] if lines else []


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


def _change(said: Sequence[Said]) -> list[Said]:
    changed = {"practice_change", "training_impact"}
    return [one for one in said if changed & one.concepts and one.tone_of(frozenset(changed)) >= 0]
