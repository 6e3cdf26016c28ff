"""Made pairs: what a plan says was not begun, and an earlier or equally old paper tells of as being there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.actions.blocks import prose_of
from assistant.actions.days import last_day, said_on
from assistant.actions.judge import in_order
from assistant.actions.setdown import Place
from assistant.actions.thread import Thread, Told
from assistant.contradictions.told import Found
from assistant.contradictions.words import CLAIMS, pattern
from ingest.library import Library
from ingest.phrases import worded
from ingest.sentences import sentences_within

_LEAST = 2
"""A thing named in fewer words ("a panel") may be another."""
_AFTER = r"(?:for|to|of|in|by|with|on|at|that|which|who|and|or|from|so|as)"
_making = worded(
    CLAIMS,
    r"(?:to\s+)?{makes}\s+(?:an?\s+|the\s+|our\s+|new\s+)*"
    rf"(?P<thing>[\w’'-]+(?:\s+(?!{_AFTER}\b)[\w’'-]+){{0,5}})",
    literal=True,
)


def made_pairs(
    library: Library, threads: Iterable[Thread], areas: Mapping[str, str], as_of: str
) -> Iterator[Found]:
    """For each action to make something that its plan calls not started, the first paper that tells of the
    thing. A later paper tells of progress, and is left alone.
    """
    for thread in threads:
        thing, told = thing_of(thread.first.item.wording), _not_started(thread, as_of)
        if not thing or told is None or not thread.area:
            continue
        papers = [id_ for id_, area in areas.items() if area == thread.area and id_ != told.document_id]
        there = next(_there(library, papers, thing, told), None)
        if there:
            yield Found("status", thing, there, told.place)


def thing_of(wording: str) -> str:
    """What an action is to make, as its words name it; "" where it makes nothing, or nothing told apart."""
    made = _making().match(wording)
    thing = " ".join(made["thing"].split()) if made else ""
    return thing if len(thing.split()) >= _LEAST else ""


def _not_started(thread: Thread, as_of: str) -> Told | None:
    """Where its own plan last says that it was not begun."""
    told = [item for item in in_order(thread, as_of) if item.sure and item.report.said_on]
    return told[-1] if told and told[-1].report.state == "not_started" else None


def _there(library: Library, papers: Iterable[str], thing: str, told: Told) -> Iterator[Place]:
    """The sentences of these papers, none later than the plan, that tell of the thing as being there."""
    named = re.compile(rf"\b{re.escape(_plain(thing))}\b")
    for id_ in papers:
        if not named.search(_plain(library.text(id_))):
            continue
        document = library.document(id_)
        said = said_on(document)
        if not said or last_day(said) > told.day:
            continue
        for block, _ in prose_of(document):
            for span in sentences_within(document.text, block.start, block.end):
                sentence = document.text[slice(*span)]
                found = named.search(_plain(sentence))
                if found and _is_there(sentence, sentence[found.end() :]):
                    yield id_, span


def _is_there(sentence: str, after: str) -> bool:
    denied = pattern("expectations").search(sentence) or pattern("exceptions").search(sentence)
    return not denied and pattern("there").search(after) is not None


def _plain(text: str) -> str:
    """The text in small letters with one kind of apostrophe; its length stays."""
    return text.lower().replace("’", "'").replace("\n", " ") if len(text.lower()) == len(text) else text
