"""Tracked: what a register of actions and a list of contradictions hold of what they should. Pure
comparisons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.actions.track import track
from assistant.contradictions.find import find_contradictions

if TYPE_CHECKING:
    from assistant.actions.action import Action, ActionRegister, Field
    from assistant.contradictions.contradiction import ContradictionList
    from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing asked of a set: of which kind, what, whether it was found, and what there was instead."""

    kind: str
    what: str
    right: bool
    got: str = ""


def check_truths(library: Library, truths: dict[str, Any]) -> list[Finding]:
    """The planted actions: cited in one action, with the status, timing and due date planted."""
    register = track(library, as_of=str(truths["as_of"]))
    names = {record.id: record.source for record in library.documents()}
    findings = []
    for truth in truths["truths"]:
        if truth["type"] == "action":
            findings += _planted(truth, register, names)
        elif truth["type"] == "look_alike":
            taken = [action for action in register.actions if _cites(register, action, truth, names)]
            findings.append(Finding("look-alikes left alone", truth["id"], not taken, _first(taken)))
    findings.append(_other_area(register, names, str(truths["other_area"])))
    listed = find_contradictions(library, as_of=str(truths["as_of"]))
    pairs = [
        (truth["quote"], truth["also"][0]["quote"])
        for truth in truths["truths"]
        if truth["type"] == "contradiction"
    ]
    return findings + _contradictions(listed, pairs, "planted contradictions")


def check_gold(library: Library, truth: dict[str, Any]) -> list[Finding]:
    """The gold actions of one folder, field by field, and the rows and sentences that are none."""
    register = track(library, as_of=str(truth["as_of"]))
    findings = []
    for wanted in truth["actions"]:
        found = [action for action in register.actions if _holds(action.text.text, wanted["text"])]
        findings.append(Finding("gold actions found", wanted["text"], bool(found)))
        if wanted.pop("once", False):
            findings.append(Finding("gold actions once", wanted["text"], len(found) == 1, str(len(found))))
        findings += _fields(wanted, found)
    for words in truth.get("none", []):
        taken = [action for action in register.actions if _holds(action.text.text, words)]
        findings.append(Finding("no action made of", words, not taken, _first(taken)))
    if truth["actions"]:
        findings += _extra(truth, register)
    listed = find_contradictions(library, as_of=str(truth["as_of"]))
    pairs = [(str(one), str(other)) for one, other in truth.get("contradictions", [])]
    return findings + _contradictions(listed, pairs, "gold contradictions")


def _contradictions(listed: ContradictionList, pairs: list[tuple[str, str]], kind: str) -> list[Finding]:
    """Each pair is reported, with both sides quoted, and nothing but these."""
    quoted = [
        [listed.citations[n - 1].quote for n in (item.first, item.second, *item.also)]
        for item in listed.contradictions
    ]
    found = [Finding(kind, pair[0][:60], any(_both(quotes, pair) for quotes in quoted)) for pair in pairs]
    return found + [
        Finding(
            "contradictions not made up",
            quotes[0][:80],
            any(_both(quotes, pair) for pair in pairs),
            quotes[1][:120],
        )
        for quotes in quoted
    ]


def _both(quotes: list[str], pair: tuple[str, str]) -> bool:
    return all(any(_overlap(quote, words) for quote in quotes) for words in pair)


def _extra(truth: dict[str, Any], register: ActionRegister) -> list[Finding]:
    """Every action of the register is one of the gold's: nothing is invented."""
    texts = [wanted["text"] for wanted in truth["actions"]]
    return [
        Finding(
            "actions in the gold",
            action.text.text[:60],
            any(_holds(action.text.text, text) for text in texts),
        )
        for action in register.actions
    ]


def _planted(truth: dict[str, Any], register: ActionRegister, names: dict[str, str]) -> list[Finding]:
    cited = [action for action in register.actions if _cites(register, action, truth, names)]
    found = [Finding("planted actions found", truth["id"], bool(cited))]
    for field in ("status", "timing", "due"):
        if field in truth:
            given = [str(getattr(action, field)) for action in cited]
            found.append(
                Finding(
                    f"planted {field}", truth["id"], str(truth[field]) in given, f"{given} not {truth[field]}"
                )
            )
    return found


def _cites(register: ActionRegister, action: Action, truth: dict[str, Any], names: dict[str, str]) -> bool:
    fields = [action.text, *action.progress, action.due_words, action.evidence, action.impact]
    for number in {n for field in fields if field for n in field.citations}:
        citation = register.citations[number - 1]
        if names.get(citation.document_id) == truth["document"] and _overlap(citation.quote, truth["quote"]):
            return True
    return False


def _overlap(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return bool(first) and (first in second or second in first) and len(min(first, second, key=len)) >= 12


def _other_area(register: ActionRegister, names: dict[str, str], other: str) -> Finding:
    """No action of one area is followed in the papers of another."""
    place = other.split()[0].lower()
    mixed = [
        action
        for action in register.actions
        if place not in names[action.document_id]
        and any(
            place in names[register.citations[n - 1].document_id]
            for item in action.progress
            for n in item.citations
        )
    ]
    return Finding("other area kept apart", other, not mixed, _first(mixed))


def _fields(wanted: dict[str, Any], found: list[Action]) -> list[Finding]:
    """Each field that the gold gives, right if one of the actions found has it."""
    return [
        Finding(
            f"gold {name}",
            wanted["text"],
            any(_agrees(action, name, value) for action in found),
            _values(found, name),
        )
        for name, value in wanted.items()
        if name != "text"
    ]


def _agrees(action: Action, name: str, value: object) -> bool:
    if name in ("status", "timing", "due"):
        return bool(getattr(action, name) == value)
    if name == "owner":
        return any(_holds(words, str(value)) for words in (_text(action.owner), action.who or ""))
    if name == "recommendation":
        return action.asked is not None and _holds(action.asked.text, str(value))
    if name == "progress":
        return any(_holds(item.text, str(value)) for item in action.progress)
    field: Field | None = getattr(action, name)
    return field is None if value is None else field is not None and _holds(field.text, str(value))


def _values(found: list[Action], name: str) -> str:
    attribute = {"recommendation": "asked"}.get(name, name)
    return "; ".join(str(getattr(action, attribute))[:160] for action in found) or "no such action"


def _text(field: Field | None) -> str:
    return field.text if field else ""


def _holds(text: str, words: str) -> bool:
    return _plain(words) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|[%£]", text.lower().replace("-", "")))


def _first(actions: list[Action]) -> str:
    return actions[0].text.text[:80] if actions else ""
