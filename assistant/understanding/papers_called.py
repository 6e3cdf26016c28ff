"""Papers called: by their sort, title, place, day, author or rank ("the second neglect audit")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from assistant.areas.subjects import names_of
from assistant.comparison.split import places_named
from assistant.in_words import MONTHS, day_in_words
from assistant.understanding.authors import papers_of, papers_with
from assistant.understanding.content_words import content_words
from assistant.understanding.understand import understand
from assistant.words import any_stands, stems
from ingest.filters import CURRENT, Filters
from ingest.library import Library
from ingest.phrases import alternatives
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/papers-named.yaml"

NEAREST = 3
"""So many of the papers that come nearest are told where none is meant."""

_APART = re.compile(r"['’]s?(?!\w)|[\W_]+")
_OWNER = re.compile(r"([\w’'-]+(?: [\w’'-]+){0,3}?)['’]s?(?!\w)")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")

Papers = tuple[DocumentRecord, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """`papers` are those that all words fit, the newest first; without any, `nearest` come next to them.

    `noun` is the word for the sort of paper, "" for none. `telling` are the names, days and places among the
    words. `only`: they call some among all papers of the sort, by a word or by rank. `absent`: what they call
    is surely not there. `kept`: the words are of the title, or of the body whose part is asked for, so that
    they tell of what stands in it too.
    """

    papers: Papers = ()
    nearest: Papers = ()
    noun: str = ""
    telling: tuple[str, ...] = ()
    only: bool = False
    absent: bool = False
    kept: bool = False


def papers_called(phrase: str, records: Sequence[DocumentRecord]) -> Papers:
    """The papers that every word of the phrase fits, the newest first; none for words that fit any paper."""
    return called_by(phrase, records).papers


def called_by(
    phrase: str, records: Sequence[DocumentRecord], library: Library | None = None, filters: Filters = CURRENT
) -> Called:
    """What the phrase calls; whose a paper is, is looked up in the `library` too, if one is given.

    A word fits where it, or another name for it, stands in the title, file name, place, body or date. Where
    no paper has them all, words for a kind fit its papers, and names, days and places are enough.
    """
    said = _taken_apart(phrase, records)
    if not (said.telling or said.words or (said.noun and said.kinds)):
        return Called()
    of_kind = [record for record in records if not said.kinds or record.kind in said.kinds]
    named = _of_names(said, of_kind, library, filters)
    found = (
        _fitting(said.words, named)
        or _fitting(said.others, named if said.kinds else ())
        or (named if said.telling else [])
    )
    chosen = _at_rank(found, said.rank)
    near = () if chosen else found or _fitting(said.words, of_kind) or _fitting(said.others, of_kind)
    in_title = not said.rank and all(_titled((name, *_names_of(name)), chosen) for name in said.telling)
    return Called(
        newest_first(chosen),
        newest_first(near)[:NEAREST],
        said.noun,
        said.telling,
        only=bool(said.telling or said.others or (said.rank and len(found) > len(chosen))),
        absent=not chosen and bool(said.telling or found),
        kept=said.of_many or in_title,
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a phrase says of a paper: its rank among those of a sort, the noun and kinds for it, names that
    tell it (days and places too), and the other words; `others` are those that are no words for the kind.
    `of_many`: it is a sort of paper in which many bodies have a part each.
    """

    rank: int
    noun: str
    kinds: frozenset[str]
    telling: tuple[str, ...]
    words: list[str]
    others: list[str]
    of_many: bool


def _taken_apart(phrase: str, records: Sequence[DocumentRecord]) -> _Phrase:
    rank, bare = _ranked(phrase)
    noun, sort = sort_called(bare)
    less = bare.replace(noun, " the ", 1)  # a small word keeps the names on its two sides apart
    kinds = frozenset(sort.get("kinds", ())) or understand(_apart(less)).kinds
    rest = less if sort.get("kinds") else bare
    telling = tuple({name.casefold(): name for name in _telling(rest, records, bool(noun)) if name}.values())
    told = stems(_apart(" ".join((*telling, *load_data(RULES)["any_paper"]))))
    words = [word for word in content_words(_apart(rest)) if not stems(word) <= told]
    for_kind = stems(" ".join(_kind_words(kinds)))
    others = [word for word in words if not stems(word) <= for_kind]
    return _Phrase(rank, noun, kinds, telling, words, others, "of_many" in sort)


def _of_names(
    said: _Phrase, records: Sequence[DocumentRecord], library: Library | None, filters: Filters
) -> list[DocumentRecord]:
    """The papers of all the names that tell, by what is known of them or by whose they are."""
    lookup = papers_with if said.of_many else papers_of
    theirs = {name: lookup(_apart(name), library, filters) for name in said.telling if library}
    names = [((name, *_names_of(name)), theirs.get(name, frozenset())) for name in said.telling]
    return [record for record in records if all(_tells(one, record, by) for one, by in names)]


def sort_called(phrase: str) -> tuple[str, dict[str, Any]]:
    """The words of the phrase for a sort of paper, and its rules; none where it has no such words.

    What the last of such nouns calls is meant ("the inspection improvement plan"), but for one behind "of".
    """
    first: tuple[re.Match[str], dict[str, Any]] | None = None
    for sort, pattern in _sorts():
        for found in pattern.finditer(phrase):
            between = phrase[first[0].end() : found.start()] if first else ""
            if first is None or (sort.get("kinds") and _side_by_side().fullmatch(between)):
                first = found, sort
    return (first[0][0], first[1]) if first else ("", {})


def _ranked(phrase: str) -> tuple[int, str]:
    """The rank among papers of a sort (1 the oldest, -1 the newest, 0 none) and the phrase without it."""
    for rank, words in load_data(RULES)["ranks"].items():
        pattern = re.compile(rf"\b(?:{alternatives(words)})\b(?! years?\b)", re.IGNORECASE)
        if pattern.search(phrase):
            return int(rank), pattern.sub(" ", phrase)
    return 0, phrase


def _at_rank(found: Sequence[DocumentRecord], rank: int) -> Sequence[DocumentRecord]:
    """That of the papers, by their dates: but for the newest, of the place that most of them are about.

    All where none is asked, or there is no such place.
    """
    about = Counter(one.subject for one in found).most_common(1) if rank else []
    if not about or (rank != -1 and about[0][1] * 2 <= len(found)):
        return found
    here = [one for one in found if rank == -1 or one.subject == about[0][0]]
    dated = newest_first(one for one in here if one.published)[::-1] or tuple(here)
    at = rank - 1 if rank > 0 else rank + len(dated)
    return dated[at : at + 1] if at >= 0 else ()


def _telling(phrase: str, records: Sequence[DocumentRecord], of_paper: bool) -> Iterator[str]:
    """The places, times and other names in the phrase; of a paper, whose it is too ("the police's")."""
    places = places_named(phrase, records)
    general = load_data("vocabulary/names-asked.yaml")["general"].split()
    yield from places
    yield from understand(phrase).times
    yield from _MONTH.findall(phrase)
    known = {*general, *MONTHS, *(word for place in places for word in _apart(place).split())}
    for name in understand(f"the {_apart(phrase)}").names:
        yield " ".join(word for word in name.split() if word not in known)
    for owner in _OWNER.findall(phrase) if of_paper else ():
        yield " ".join(word for word in content_words(owner) if word not in load_data(RULES)["no_owner"])


def _tells(names: Sequence[str], record: DocumentRecord, theirs: frozenset[str]) -> bool:
    """Is the paper of this name: a place that it is about, or words of its title or date, or of `theirs`?"""
    here = record.subject and not names_of(record.subject).isdisjoint(names)
    return bool(here) or record.id in theirs or any_stands(map(_apart, names), _known(record))


def _titled(names: Sequence[str], records: Iterable[DocumentRecord]) -> bool:
    return all(any_stands(map(_apart, names), stems(_apart(record.called))) for record in records)


def _fitting(words: Iterable[str], records: Iterable[DocumentRecord]) -> list[DocumentRecord]:
    """The papers of which something known holds each of the words, or another name for it."""
    sought = [[stems(_apart(name)) for name in (word, *_names_of(word))] for word in words]
    return [
        record for record in records if all(any(name <= _known(record) for name in names) for names in sought)
    ]


def _names_of(word: str) -> tuple[str, ...]:
    return understand(word).others.get(word.lower(), ())


@lru_cache(maxsize=1 << 15)
def _known(record: DocumentRecord) -> frozenset[str]:
    """The stems of what the list says of a paper; kept, since each question that calls one looks at all."""
    known = (record.called, record.source, record.kind, record.dated, day_in_words(record.published))
    return stems(_apart(" ".join(known)))


def newest_first(records: Iterable[DocumentRecord]) -> Papers:
    """The papers by their dates."""
    return tuple(sorted(records, key=lambda one: (one.published or "", one.id), reverse=True))


def _kind_words(kinds: Iterable[str]) -> list[str]:
    words = load_data("vocabulary/question-words.yaml")["kinds"]
    return [phrase for kind in kinds for phrase in words.get(kind, ())]


def _apart(text: str) -> str:
    return _APART.sub(" ", text)


@cache
def _sorts() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    return [
        (sort, re.compile(rf"(?<!\w)(?:{'|'.join(sort['called'])})(?!\w)", re.IGNORECASE))
        for sort in load_data(RULES)["papers"]
    ]


@cache
def _side_by_side() -> re.Pattern[str]:
    """What may stand between two nouns of which the second is what is called: words that part none."""
    parting = "|".join(load_data(RULES)["parting"])
    return re.compile(rf"(?:\s+(?!(?:{parting})\b)[\w’-]+)*\s+", re.IGNORECASE)
