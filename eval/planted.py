"""Planted truths of the sample corpus: which stand in the ledgers, by the place that was planted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.answer import Citation, by_number
from assistant.key_questions.ledger import Ledger

QUESTIONS = {
    "repeat": "themes",
    "good_practice": "good_practice",
    "measure": "measures",
    "audit_priority": "priorities",
    "lesson": "lessons",
    "feedback": "feedback",
    "impact": "impact",
    "action": "action",
    "recommendation": "smart",
}
"""The question whose ledger each type of truth belongs to."""

_LETTERS = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted truth: found or not, and what was looked for."""

    id: str
    type: str
    about: str
    found: bool


def planted(truths: Path, ledgers: Sequence[Ledger]) -> Iterator[Planted]:
    """Each truth that a ledger should show. The ledgers are those of the default framework."""
    data = yaml.safe_load(truths.read_text("utf-8"))
    by_id = {ledger.id: ledger for ledger in ledgers}
    for truth in data["truths"]:
        found = _found(truth, by_id)
        if found is not None:
            yield Planted(truth["id"], truth["type"], truth.get("about", ""), found)


def invented(truths: Path, ledgers: Sequence[Ledger]) -> Iterator[str]:
    """Each statement that counts and must not: another area's, a framework's, a truth on its wrong side."""
    data = yaml.safe_load(truths.read_text("utf-8"))
    kinds = {document["file"]: document["kind"] for document in data["documents"]}
    elsewhere = {truth["document"] for truth in data["truths"] if truth["type"] == "other_area"}
    for ledger in ledgers:
        numbered = by_number(ledger.citations)
        for claim in (*ledger.for_, *ledger.against):
            file = numbered[claim.citations[0]].document
            if (
                file in elsewhere
                or kinds.get(file) in ("framework", "guidance")
                or claim.basis == "expectation"
            ):
                yield f"{ledger.id}: {claim.text}"
    by_id = {ledger.id: ledger for ledger in ledgers}
    for truth in data["truths"]:
        about = by_id.get(QUESTIONS.get(truth["type"], ""))
        wrong = _wrong_side(truth)
        if about and wrong and _counts(about, truth, wrong):
            yield f"{about.id}, on the side {wrong}: {truth['quote']}"


def _wrong_side(truth: Mapping[str, Any]) -> str:
    """The side on which the truth must not stand, "" where it may stand on either."""
    if truth["type"] == "feedback":
        return "against" if truth["changed"] else "for"
    if truth["type"] == "impact" and truth.get("shown") is False:
        return "for"
    return ""


def _counts(ledger: Ledger, truth: Mapping[str, Any], side: str) -> bool:
    """Does the truth's own passage stand on that side in the period?"""
    claims = ledger.for_ if side == "for" else ledger.against
    numbers = {claim.citations[0] for claim in claims}
    cited = [citation for citation in ledger.citations if citation.n in numbers]
    return _holds(cited, truth["document"], truth["quote"])


def _found(truth: Mapping[str, Any], ledgers: Mapping[str, Ledger]) -> bool | None:
    """Whether it stands where it belongs; None for truths that no ledger is about."""
    kind = truth["type"]
    if kind == "recommendation":
        return _cited(ledgers["smart"], truth, "against") if truth.get("smart") is False else None
    if kind == "repeat":
        return _in_one_row(ledgers["themes"], truth)
    if kind == "good_practice":
        return _cited(ledgers["good_practice"], truth)
    if kind == "impact":
        side = "against" if truth.get("shown") is False else "for"
        return _cited(ledgers["impact"], truth, side)
    if kind == "feedback":
        side = "for" if truth["changed"] else "against"
        return _cited(ledgers["feedback"], truth, side)
    if kind == "silence":
        return None
    return _cited(ledgers[QUESTIONS[kind]], truth) if kind in QUESTIONS else None


def _places(truth: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The planted places: file and words."""
    every = [truth, *truth.get("also", ())]
    return [(one["document"], one["quote"]) for one in every if one.get("document")]


def _cited(ledger: Ledger, truth: Mapping[str, Any], side: str = "") -> bool:
    """Is any of its places cited, on that side (or earlier) where one is asked for?"""
    numbers = {number for claim in _claims(ledger, side) for number in claim.citations}
    if not side:
        numbers |= {number for table in ledger.tables for row in table.citations for number in row}
    cited = [citation for citation in ledger.citations if citation.n in numbers]
    return any(_holds(cited, file, words) for file, words in _places(truth))


def _claims(ledger: Ledger, side: str) -> Sequence[Any]:
    if side == "for":
        return (*ledger.for_, *ledger.earlier)
    if side == "against":
        return (*ledger.against, *ledger.earlier)
    return (*ledger.for_, *ledger.against, *ledger.earlier)


def _in_one_row(ledger: Ledger, truth: Mapping[str, Any]) -> bool:
    """Does one row of a table cite it in two documents at least?"""
    places = _places(truth)
    for table in ledger.tables:
        for row in table.citations:
            cited = [citation for citation in ledger.citations if citation.n in row]
            files = {file for file, words in places if _holds(cited, file, words)}
            if len(files) > 1:
                return True
    return False


def _holds(citations: Sequence[Citation], file: str, words: str) -> bool:
    """Is the passage, or a part of it of some length, among the quotations of that file?"""
    wanted = _plain(words)
    for citation in citations:
        if citation.document == file:
            quote = _plain(citation.quote)
            if wanted in quote or (quote in wanted and len(quote) > 20):
                return True
    return False


def _plain(text: str) -> str:
    return _LETTERS.sub("", text.casefold().replace("-\n", ""))
