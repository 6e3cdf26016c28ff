"""Earlier versions: a draft beside the final of the same title that nobody has marked as superseded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import PurePath

from ingest.recognition.days import date_end
from ingest.records import DocumentRecord
from prompts import load_data

VERSIONS = "vocabulary/versions.yaml"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TO_DAY = re.compile(r"\W*(?:(?:of|on|dated|as at)\s+)?")

FEWEST = 2
"""A title of fewer words is many papers' title."""


def earlier_versions(records: Iterable[DocumentRecord]) -> dict[str, DocumentRecord]:
    """By the id of each paper whose title or file calls it a draft or old: the paper of the same title that
    does not. Both are of one kind and of one area as far as is known; where several fit, none is named.
    """
    alike: dict[tuple[str, str], list[DocumentRecord]] = defaultdict(list)
    for record in records:
        title = _plain(record.title)
        if len(title.split()) >= FEWEST and not record.superseded_by:
            alike[record.kind, title].append(record)
    found = {}
    for group in alike.values():
        finals = [record for record in group if not is_called_earlier(record)]
        for record in group if len(finals) == 1 else ():
            if record is not finals[0] and len({record.subject, finals[0].subject} - {None}) < 2:
                found[record.id] = finals[0]
    return found


def finals_of(papers: Collection[str], records: Mapping[str, DocumentRecord]) -> dict[str, DocumentRecord]:
    """By the id of each of these papers that `earlier_versions` finds among the records: its final.

    Nearly always no paper calls itself a draft; then no titles are compared.
    """
    if not any(is_called_earlier(records[id_]) for id_ in papers if id_ in records):
        return {}
    return {id_: final for id_, final in earlier_versions(records.values()).items() if id_ in papers}


def is_called_earlier(record: DocumentRecord) -> bool:
    """Does its title or its file's name call it a draft, old or superseded?"""
    return names_earlier(f"{record.title.lower()} | {_name(record)}")


def names_earlier(text: str) -> bool:
    """Do the words, in small letters, name a draft or an old version?"""
    return _pattern("earlier").search(text) is not None


def _name(record: DocumentRecord) -> str:
    return re.sub(r"[_\W]+(?<!\.)", " ", PurePath(record.source).stem.lower())


def _plain(title: str) -> str:
    """The title without its version, the day of that, and brackets with it; other figures and years stay."""
    bare = _BRACKETS.sub(lambda found: "" if names_earlier(found[0]) else found[0], title.lower())
    for mark in reversed([*_pattern("earlier", "version").finditer(bare)]):
        bare = f"{bare[: mark.start()]} {bare[_day_end(bare, mark.end()) :]}"
    return " ".join(re.findall(r"\w+", bare))


def _day_end(title: str, at: int) -> int:
    """Where the day of a version ends, of which the mark ends at `at`: "draft of 3 May 2024"."""
    link = _TO_DAY.match(title, at)
    start = link.end() if link else at
    end = date_end(title, start)
    return end if end > start else at


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    words = "|".join(word for name in names for word in load_data(VERSIONS)[name])
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
