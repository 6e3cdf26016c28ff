"""Recommended: the recommendations that a question limits by whom they are put to, what on, or where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.areas.subjects import names_of, places_of
from assistant.register.bodies import bodies_of
from assistant.register.collect import collect
from assistant.register.entry import Entry
from assistant.repeats.themes import themes_of
from assistant.slices import Slice
from assistant.understanding.content_words import content_words
from assistant.understanding.synonyms import expansions
from assistant.words import stems
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

_joined_at_end = worded("follow-ups.yaml", r"(?: {frame.before_place})?\s*$", flags=re.NOFLAG)


@dataclass(frozen=True, slots=True)
class Recommended:
    """Which recommendations: of the papers about `places`, put to `owner`, on `topic`; "" is no limit."""

    places: tuple[str, ...]
    owner: str
    topic: str

    @property
    def thing(self) -> str:
        """What limits them, in words."""
        return ", ".join(part for part in (self.owner, self.topic, *self.places) if part)


def recommended_asked(text: str, records: Sequence[DocumentRecord]) -> Recommended | None:
    """The limits, where the text wants all recommendations within them; None where it asks anything else."""
    rules = load_data("vocabulary/listing.yaml")["recommendations"]
    rest = re.match(rf"{rules['opening']}\b{rules['between']}", " ".join(text.split()), re.IGNORECASE)
    if not rest:
        return None
    known, limits = placed(text.strip(" ?.!")[rest.end() :], records)
    marks = "|".join((*rules["owner"], *rules["topic"], *rules["place"]))
    parts = re.split(rf"(?:^|[\s,]+)({marks})(?=\s|$)", f" {limits}", flags=re.IGNORECASE)
    if content_words(parts[0]):
        return None
    said: dict[str, str] = {}
    for mark, words in zip(parts[1::2], parts[2::2], strict=True):
        field = (
            "topic" if mark.lower() in rules["topic"] else "owner" if mark.lower() in rules["owner"] else ""
        )
        if content_words(words) and (not field or field in said):
            return None
        if content_words(words):
            said[field] = " ".join(words.split())
    asked = Recommended(tuple(sorted(known)), said.get("owner", ""), said.get("topic", ""))
    return asked if asked.thing else None


def placed(text: str, records: Sequence[DocumentRecord]) -> tuple[list[str], str]:
    """The places of the papers that a text names, in whatever case, and the text without them."""
    named = [
        (name, re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", re.I)) for name in places_of(records)
    ]
    known = [(name, form) for name, form in named if form.search(text)]
    for _, form in sorted(known, key=lambda one: len(one[0]), reverse=True):
        text = form.sub(" ", text)
    return [name for name, _ in known], text


def without_places(text: str, records: Sequence[DocumentRecord]) -> tuple[list[str], str]:
    """The same, without the word that joined a place to the end of the text."""
    places, rest = placed(text.strip(" ?.!"), records)
    return places, _joined_at_end().sub("", rest) if places else rest


def within(places: Iterable[str], records: Sequence[DocumentRecord], filters: Filters) -> Filters:
    """The filters, limited to the papers about these places; as they are where no place is named."""
    wanted = set(places)
    about = tuple(one.id for one in records if one.subject and names_of(one.subject) & wanted)
    return replace(filters, documents=about) if wanted else filters


def recommended(
    asked: Recommended, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> list[tuple[str, Slice]]:
    """The recommendations within the limits, the newest paper's first, in its order."""
    every = collect(library, within(asked.places, records, filters))
    owned = [entry for entry in every if not asked.owner or put_to(entry, asked.owner)]
    if asked.owner and not owned:
        # "For care leavers" is no body that recommendations are put to: it is what they are about.
        owned = on_topic(every, asked.owner)
    kept = on_topic(owned, asked.topic)
    dates = {one.id: one.published or "" for one in records}
    ordered = sorted(kept, key=lambda entry: (dates[entry.document_id], entry.document_id), reverse=True)
    return [("", piece) for piece in dict.fromkeys(entry.piece for entry in ordered)]


def put_to(entry: Entry, owner: str) -> bool:
    """Is the recommendation put to a body of that name?"""
    if not entry.owner:
        return False
    wanted = [name.lower() for name in bodies_of(owner, entry.subject)]
    bare = [name.lower() for name in bodies_of(owner)]
    held = [name.lower() for name in (*entry.owner.bodies, entry.owner.text)]
    return any(name in body for name in (*wanted, *bare) for body in held)


def on_topic(entries: Sequence[Entry], topic: str) -> list[Entry]:
    """Those that name the topic; of its themes too where it is one word or none names it; all without one."""
    if not topic:
        return list(entries)
    words = content_words(topic)
    names = [stems(" ".join(words))]
    names += [stems(name) for group in expansions(topic) for name in group]
    named = [entry for entry in entries if any(name <= stems(entry.text) for name in names if name)]
    themes = set(themes_of(topic))
    if named and len(words) > 1:
        return named
    return [entry for entry in entries if entry in named or themes & set(entry.themes)]
