"""Title: the lines that name a document."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.phrases import worded
from ingest.recognition.bodies import area_of, names_body
from ingest.recognition.dates import is_date
from ingest.recognition.evidence import Evidence, Opening, normal

_LONGEST = 260
_BODY_WORDS = 28
"""A paragraph of so many words ends the part of the document in which its title stands."""
_ROWS = 6
"""So does a table of more than so many rows with three cells or more."""

_label = worded(
    "vocabulary/headings.yaml",
    r"^{title_labels}\s*[:|][\s|]*(?:(?:re|fwd?)\s*:\s*)*(?P<title>\S.{5,200})$",
)
_no_title = worded("vocabulary/headings.yaml", r"^{no_title}$")
_GREETING = re.compile(r"^dear\b(?:\W*\w+){1,12}\W*$", re.IGNORECASE)
_unfit = worded("vocabulary/headings.yaml", "{unfit}")
_letterhead = worded("vocabulary/agencies.yaml", r"(?:[A-Z][\w’'-]*\s+){1,6}{letterheads}", flags=re.NOFLAG)
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]+$")


def title_of(evidence: Evidence) -> str:
    """A document's title: a labelled one, an embedded one that the document bears out, the line under a
    letter's greeting, its first headings, or its file name.
    """
    return (
        _labelled(evidence.opening)
        or _embedded(evidence)
        or _from_letter(evidence.opening)
        or _from_headings(evidence)
        or _from_first_line(evidence)
        or evidence.stem
    )


def _labelled(opening: tuple[Opening, ...]) -> str | None:
    """The title after "Subject:" or "Title:"."""
    for one in opening[:10]:
        if (found := _label().match(one.text)) and len(found["title"].split()) >= 2:
            return found["title"].strip()
    return None


def _embedded(evidence: Evidence) -> str | None:
    """The file's own title, where it is sensible and its words stand together in the opening lines."""
    whole = " ".join((evidence.metadata.title or "").split())
    opening = normal(" ".join(one.text for one in evidence.opening[:12]))
    return next((title for title in (whole, _SITE.sub("", whole)) if _bears_out(opening, title)), None)


def _bears_out(opening: str, title: str) -> bool:
    if len(title.split()) < 2 or len(title) > _LONGEST or _unfit().search(title) or is_date(title):
        return False
    return normal(title) in opening


def _from_letter(opening: tuple[Opening, ...]) -> str | None:
    """The line under "Dear …" of a letter, which says what the letter is about."""
    for greeting, below in pairwise(opening[:20]):
        if _GREETING.match(greeting.text) and _reads_as_title(below):
            return below.text
    return None


def _from_headings(evidence: Evidence) -> str | None:
    """The highest heading above the first long paragraph, with what completes it."""
    front = _front(evidence.opening)
    headings = [
        at
        for at, one in enumerate(front)
        if one.heading and not _no_title().match(one.text) and not is_date(one.text)
    ]
    if not headings:
        return None
    top = min(front[at].level for at in headings)
    first = next(at for at in headings if front[at].level == top)
    parts = [front[first].text]
    below = front[first + 1 : first + 2]
    if below and not below[0].heading and _only_body(parts[0]):
        # A letterhead. Between it and the title may stand what the body says of itself, in small letters.
        lines = [one for one in front[first + 1 :] if not one.heading and _reads_as_title(one)]
        under = [front[at] for at in headings if at > first]
        if title := [one for one in lines[:1] if _in_capitals(one.text)] or under or lines:
            return title[0].text
    for one in front[first + 1 : first + 5]:
        if not one.heading or len(" ".join(parts)) > 160:
            break
        if _joins(parts, one, front[first].level):
            parts.append(one.text)
        elif not (_is_and(one) or (_only_body(parts[-1]) and _no_title().match(one.text))):
            break
    return _compose(parts)


def _in_capitals(text: str) -> bool:
    """Whether most of a line's words have capitals, as titles often do and a motto has not."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


def _joins(parts: list[str], one: Opening, level: int) -> bool:
    """Whether the next heading completes the title: as large, after "and", or under a body's name alone."""
    if _no_title().match(one.text) and not _is_and(one):
        return False
    if parts[-1].lower() == "and" or _is_and(one):
        return True
    return len(parts) == 1 and (one.level == level or _only_body(parts[0]))


def _is_and(one: Opening) -> bool:
    """A line that is only "and" or "&"."""
    return one.text.strip().lower() in ("and", "&")


def _only_body(text: str) -> bool:
    """Whether a line only names who the document is by or about."""
    named = (area_of(text) is not None and len(text.split()) <= 7) or names_body(text)
    return named or _letterhead().fullmatch(text) is not None


def _compose(parts: list[str]) -> str:
    """The parts as one title."""
    while parts and parts[-1].lower() in ("and", "&"):
        parts = parts[:-1]
    title = parts[0]
    for part in parts[1:]:
        small = part[:1].islower() or title.lower().endswith((" and", " &"))
        title = f"{title} {part}" if small else title.rstrip(" :") + f": {part}"
    return title[:_LONGEST].strip(" :–-")


def _from_first_line(evidence: Evidence) -> str | None:
    """Where nothing is marked as a heading: the first line, if it is short enough to be a title."""
    lines = [one.text for one in _front(evidence.opening)[:5] if _reads_as_title(one)]
    return next((line for line in lines if not _only_body(line)), next(iter(lines), None))


def _reads_as_title(one: Opening) -> bool:
    """Whether a line that is no heading is short enough to be a title and ends like one."""
    return (
        not one.cells
        and 2 <= len(one.text.split()) <= 20
        and not is_date(one.text)
        and not _no_title().match(one.text)
        and not re.search(r"[.;,:]$", one.text)
    )


def _front(opening: tuple[Opening, ...]) -> list[Opening]:
    """The blocks before the first long paragraph, or the first long table."""
    front: list[Opening] = []
    for one in opening[:30]:
        if not one.heading and len(one.text.split()) >= _BODY_WORDS and front:
            break
        if sum(above.text.count(" | ") > 1 for above in front if above.cells) > _ROWS:
            break
        front.append(one)
    return front
