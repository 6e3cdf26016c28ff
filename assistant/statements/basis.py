"""Basis: what kind of saying a sentence is, by the ordered rules of `prompts/evidence/basis.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from assistant.statements.concepts import Concepts, Found, lists_of, words_of
from assistant.statements.figures import has_count
from assistant.statements.lexicon import BASIS
from assistant.statements.said import Basis
from assistant.words import QUOTED
from prompts import load_data

NEAR = 7
"""A word of saying belongs to those who speak where it stands at most so many words after them …"""

CLOSE = 3
"""… and so near without quotation marks."""

FIRST_WORDS = 8
"""A count among so many first words is what its sentence is about."""

FIRST_PERSON = "first_person"
"""The concept of somebody who tells of themselves."""

_QUOTE = re.compile(r"\W{0,4}[“\"]\w")
"""A statement that opens with a quotation mark, after a bullet perhaps."""

_lists = partial(lists_of, BASIS)
_MARKER = re.compile(r"^\W*(?:\d+(?:\.\d+)*\W*)?")


@dataclass(frozen=True, slots=True)
class Writer:
    """What is known of the document a statement stands in: its kind, title and first lines."""

    kind: str
    title: str
    opening: str = ""


def basis_of(writer: Writer, heading: str, text: str, found: Sequence[Found], share: bool) -> Basis:
    """The basis of a sentence or list item under a heading path; `found` are the lexicon's phrases in it."""
    if writer.kind in load_data(BASIS)["always_expectation"]:
        return "expectation"
    own = basis_of_document(writer, heading)
    signs = {hit.concept.removeprefix("says:") for hit in found if hit.concept.startswith("says:")}
    if _asks(signs, own, heading, text):
        return "expectation"
    if writer.kind == "action_plan" and _first_word(text) in load_data(BASIS)["plan_openings"]:
        return "plan"
    planned = "plan" in signs and "not_plan" not in signs
    # Who "could not yet say and will report back" does not know: that is what is said.
    doubted = any(hit.concept == "doubt" for hit in found)
    if planned or ("own_plan" in signs and own != "independent_finding" and not doubted):
        return "plan"
    if own == "voice" and not any(hit.concept == FIRST_PERSON for hit in found):
        return "expectation"  # who comments knows what happened to them; what else they say is opinion
    spoken = own == "voice" or is_of_young_people(writer) or (_QUOTE.match(text) and _heard_under(heading))
    if spoken or _voiced(text, found, signs):
        return "voice"
    if share or _counted(writer, text):
        return "data"
    return "independent_finding" if "reported_finding" in signs else own


@cache
def is_skipped(heading: str) -> bool:
    """Does nothing under the last of these headings speak of the subject, or under any of them?"""
    last = heading.rpartition(" › ")[2]
    return bool(_lists("skipped_headings").names(last) or _lists("skipped_sections").names(heading))


def basis_of_row(writer: Writer, heading: str, header: str, text: str, share: bool) -> Basis:
    """The basis of a table row, by the columns its header names."""
    if writer.kind in load_data(BASIS)["always_expectation"]:
        return "expectation"
    columns = _lists("plan_columns", "done_columns", "judged_columns", "defining_columns").names(header)
    if "defining_columns" in columns:
        return "expectation"
    if "judged_columns" in columns:
        return "independent_finding"
    if "plan_columns" in columns:
        return "self_report" if "done_columns" in columns and not _is_open(text) else "plan"
    own = basis_of_document(writer, heading)
    return "data" if own not in ("data", "voice") and (share or _numbers(text)) else own


@cache
def basis_of_document(writer: Writer, heading: str) -> Basis:
    """The basis of what the document says of itself, by its headings, its title, its kind."""
    titled = _by("titles").find(words_of(writer.title))
    headed = _by("headings").find(words_of(heading))
    kind = load_data(BASIS)["kinds"].get(writer.kind, "self_report")
    basis: Basis = [*(hit.concept for hit in (*headed, *titled)), kind][0]
    return basis


def _asks(signs: set[str], own: Basis, heading: str, text: str) -> bool:
    if "expectation" in signs and "not_expectation" not in signs:
        return True
    if "own_expectation" in signs and own != "independent_finding":
        return True
    first = _first_word(text)
    if first in ("ensure", "ensuring"):
        return True
    opens = first in load_data(BASIS)["requests"] or _first_words(text, 2) in load_data(BASIS)["requests"]
    return opens and "request_headings" in _lists("request_headings").names(heading)


def _first_word(text: str) -> str:
    return _first_words(text, 1)


def _first_words(text: str, number: int) -> str:
    return " ".join(_MARKER.sub("", text).split(" ", number)[:number]).lower().strip(".,:;")


def _voiced(text: str, found: Sequence[Found], signs: set[str]) -> bool:
    """Somebody's words: a speaker shortly before a word of saying, or words in quotation marks beside one."""
    if "saying" not in signs or "who_did_not" in signs:
        return False
    speakers = [hit for hit in found if hit.concept == "says:voices"]
    said = [hit for hit in found if hit.concept == "says:saying"]
    apart = [verb.first - who.last for who in speakers for verb in said if 0 < verb.first - who.last <= NEAR]
    return (min(apart, default=NEAR + 1) <= CLOSE) or QUOTED.search(text) is not None


def _counted(writer: Writer, text: str) -> bool:
    """A bare count is what the sentence says: in some kinds of document, or where it comes first."""
    everywhere = writer.kind in load_data(BASIS)["counts_are_data"]
    part = text if everywhere else " ".join(text.split()[:FIRST_WORDS])
    return has_count(part, frozenset(words_of(part)))


@cache
def is_of_young_people(writer: Writer) -> bool:
    """Do children or families speak in the whole of it, by its title or its first lines?"""
    # A yearly report that begins with "You said, we did" is not written by young people for that.
    opening = writer.opening if writer.kind == "other" else ""
    return bool(_lists("voice_documents").names(f"{writer.title} {opening}"))


@cache
def _heard_under(heading: str) -> bool:
    """Does the nearest heading say that what follows was said by children or families?"""
    return bool(_lists("voice_documents").names(heading.rpartition(" › ")[2]))


def _is_open(text: str) -> bool:
    """Does a cell of the row say that nothing was done yet?"""
    cells = {" ".join(words_of(cell)) for cell in text.split(" | ")}
    return not cells.isdisjoint(load_data(BASIS)["open_cells"])


def _numbers(text: str) -> bool:
    """Are at least half of a row's cells numbers?"""
    cells = [cell.strip() for cell in text.split(" | ") if cell.strip()]
    numbers = sum(bool(re.fullmatch(r"£?[\d.,]+%?", cell)) for cell in cells)
    return numbers > 0 and numbers * 2 >= len(cells) - 1


@cache
def _by(which: str) -> Concepts:
    return Concepts(load_data(BASIS)[which])
