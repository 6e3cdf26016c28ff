"""Paper before: the paper of one kind and area that came before another ("and in the one before?")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from string import Template

from assistant.follow_up.cues import words_of
from assistant.follow_up.frame import Limit
from assistant.follow_up.take_apart import take_apart
from assistant.words import stems
from ingest.discover import MESSAGES
from ingest.records import DocumentRecord
from prompts import load_data


def asks_for_paper_before(text: str) -> bool:
    """Does it ask the same of the paper before the one quoted?"""
    return _asking().fullmatch(words_of(text)) is not None


def paper_before(record: DocumentRecord, records: Iterable[DocumentRecord]) -> DocumentRecord | None:
    """The latest earlier paper of its kind, of its area's `records`, whose title is the likest; else None.

    An area has audits of many matters, and meetings of many groups: the title tells which belong together.
    """
    earlier = [
        one
        for one in records
        if one.kind == record.kind and one.id != record.id
        if one.published and record.published and one.published < record.published
    ]
    return max(earlier, key=lambda one: (_likeness(one, record), one.published, one.id), default=None)


def named(record: DocumentRecord, after: DocumentRecord | None = None) -> str:
    """The paper as a sentence names it: "the audit of 2023", or "the earlier audit" of it."""
    words, year = load_data("follow-ups.yaml")["paper"], (record.published or "")[:4]
    same = after is not None and (after.published or "")[:4] == year
    form = words["earlier" if same else "dated" if year else "undated"]
    return Template(form).substitute(kind=kind_of(record), year=year)


def named_before(record: DocumentRecord) -> str:
    """What would have come before it: "the audit before that of 2023"."""
    words = load_data("follow-ups.yaml")["paper"]
    return Template(words["before"]).substitute(kind=kind_of(record), year=(record.published or "")[:4])


def kind_of(record: DocumentRecord) -> str:
    """What a paper of its kind is called."""
    words = load_data("follow-ups.yaml")["paper"]
    name: str = words["mail"] if is_mail(record) else words["kinds"].get(record.kind, words["else"])
    return name


def is_mail(record: DocumentRecord) -> bool:
    """Is it an e-mail, which says in its head by whom it is?"""
    return record.source.lower().endswith(MESSAGES)


def asked_of(question: str, paper: str, places: Sequence[str]) -> str:
    """The question put to the paper so named, instead of the paper and year it was put to so far."""
    frame = take_apart(question, places)
    kept = tuple(limit for limit in frame.limits if limit.sort not in ("year", "paper"))
    frame = replace(frame, limits=kept)
    if frame.speaker and frame.speaks_as_paper:
        return replace(frame, front=frame.front.replace(frame.speaker, paper)).told()
    return frame.within(Limit("paper", f"in {paper}")).told()


def _likeness(one: DocumentRecord, other: DocumentRecord) -> float:
    """How alike two titles are without the area's own words, 0 to 1."""
    area = stems(one.subject or "")
    first, second = stems(one.title) - area, stems(other.title) - area
    return len(first & second) / len(first | second) if first | second else 0.0


@cache
def _asking() -> re.Pattern[str]:
    rules = load_data("follow-ups.yaml")
    papers = "|".join(map(re.escape, rules["frame"]["papers"]))
    return re.compile(Template(rules["paper"]["asking"]).substitute(papers=papers))
