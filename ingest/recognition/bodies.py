"""Bodies: who wrote a document, and which area it is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from ingest.phrases import worded
from ingest.recognition.evidence import Evidence, normal
from ingest.recognition.signed import answering_body, signing_body
from ingest.recommendations.actors import is_person
from prompts.load import load_data

_NAME = r"(?P<name>[A-Z][\w'’.-]*(?:(?:,[ ]|[ ](?:and|&|of|upon|on|with|the|in)[ ]|[ ])[A-Z][\w'’.-]*){0,4}?)"
_STRONG = (
    re.compile(
        rf"(?:[Ii]nspection|[Rr]eview)\s+of\s+(?:services\s+in\s+)?(?:the\s+)?{_NAME}\s+"
        r"(?:local authority|[Ll]ocal [Aa]rea|children[’']s|[Cc]ity [Cc]ouncil)"
    ),
    re.compile(rf"(?:London|Royal|Metropolitan)\s+Borough\s+of\s+{_NAME}(?=$|[\s,.;:)’'])"),
    re.compile(
        rf"{_NAME}\s+(?:Strategic\s+|Local\s+|Multi-[Aa]gency\s+)?(?:Safeguarding\s+(?:Children(?:[’']s)?\s+)?|Children[’']?s?[’']?\s+Safeguarding\s+)(?:Board|Partnership)"
    ),
    re.compile(
        rf"{_NAME}\s+(?:(?:County|City|Borough|Metropolitan|District|Unitary)\s+){{0,3}}(?:Council|Authority)\b"
    ),
    re.compile(rf"[Ii]nspection\b.{{0,120}}?\b(?:in|of)\s+(?:the\s+)?(?:London\s+Borough\s+of\s+)?{_NAME}$"),
    re.compile(rf"\b{_NAME}\s+(?:LSCB|LSCP|SCP|LSP)\b"),
)
_no_area = worded("vocabulary/areas.yaml", r"^{no_area}$")
_SIGNED = 20.0
"""Votes for a body whose name stands alone under the title, or as the file's author."""
_NAMED_ABOVE = 12.0
"""With fewer votes a subject stands neither in title nor in file name: one area among several is none."""


@cache
def _areas() -> dict[str, str]:
    """Normalised name → area's name, for every area and alias of the vocabulary."""
    data = load_data("vocabulary/areas.yaml")
    names = {_key(name): name for group in ("london", "elsewhere") for name in data[group]}
    return names | {_key(alias): name for alias, name in data["aliases"].items()}


@cache
def _area_pattern(flags: int) -> re.Pattern[str]:
    """Finds any area of the vocabulary in text or, with re.IGNORECASE, in file names; longer names first."""
    data = load_data("vocabulary/areas.yaml")
    names = {name for group in ("london", "elsewhere") for name in data[group]} - set(data["everyday"])
    parts = [re.split(r"[\s-]+", name) for name in sorted(names, key=lambda name: (-len(name), name))]
    choices = "|".join(
        r"[\s_-]+".join("(?:and|&)" if word == "and" else re.escape(word) for word in words)
        for words in parts
    )
    first = "".join(sorted({name[0] for name in names}))  # most places are ruled out by one letter
    return re.compile(rf"(?<![A-Za-z])(?=[{first}])(?:{choices})(?![A-Za-z])", flags)


def _key(name: str) -> str:
    """A name without case, hyphens and commas."""
    return re.sub(r"[\s,_-]+", " ", normal(name)).strip()


def area_of(name: str) -> str | None:
    """The area that "London Borough of Harrow" or "telford-&-wrekin" stands for; None where none is known."""
    key = _stripped(_key(name))
    return _areas().get(key)


def _stripped(key: str) -> str:
    """A normalised name without "London Borough of", "City Council" and the like."""
    data = load_data("vocabulary/areas.yaml")
    for prefix in data["prefixes"]:
        if key.startswith(f"{prefix} ") and key not in _areas():
            key = key[len(prefix) + 1 :]
    for suffix in data["suffixes"]:
        if key.endswith(f" {suffix}") and key not in _areas():
            key = key[: -len(suffix) - 1]
    return key


def names_body(text: str) -> bool:
    """Whether a line is nothing but the name of a board, partnership or council."""
    local = [normal(suffix) for suffix in load_data("vocabulary/agencies.yaml")["local"]]
    return len(text.split()) <= 8 and normal(text).rstrip(".").endswith(tuple(local))


def subject_of(evidence: Evidence, title: str) -> str | None:
    """The area a document is about.

    Counts the names in the title, the file name, the opening lines and the running heads, then in the whole
    text; a known area's name counts wherever it stands, any other only inside a body's name.
    """
    votes: dict[str, float] = defaultdict(float)
    running = "\n".join(evidence.metadata.running)
    opening = "\n".join(one.text for one in evidence.opening[:25])
    for text, weight in ((title, 20.0), (running, 8.0), (opening, 3.0)):
        for name, found in _named(text, limit=3).items():
            votes[name] += weight * found
    for name in _named(evidence.stem, limit=1, flags=re.IGNORECASE):
        votes[name] += 12.0
    for name, found in _named(evidence.text, limit=40).items():
        votes[name] += 0.25 * found
    if not votes:
        return None
    name, score = max(votes.items(), key=lambda entry: entry[1])
    several = len(votes) >= 3 and score < 0.5 * sum(votes.values())
    return name if score >= 1.0 and not (several and score < _NAMED_ABOVE) else None


def _named(text: str, limit: int, flags: int = 0) -> dict[str, float]:
    """Area → how often it is named, at most `limit` times."""
    found: Counter[str] = Counter()
    for pattern in _STRONG:
        for match in pattern.finditer(text):
            if name := _candidate(match.group("name")):
                found[name] += 1
    for match in _area_pattern(flags).finditer(text):
        if known := area_of(match.group()):
            found[known] += 1
    return {name: min(count, limit) for name, count in found.items()}


def _candidate(name: str) -> str | None:
    """The area a captured name stands for, or the name itself where it could be an area's."""
    name = re.sub(r"^(?:The|Our)\s+", "", name.strip(" .,'’-"))
    if known := area_of(name):
        return known
    person, comma, place = name.rpartition(", ")
    if comma and not area_of(person) and (is_person(person) or _no_area().match(person.partition(" ")[0])):
        name = place  # "Lena Orr, Ferring Vale Council", "Quality Group, Ferring Vale Partnership"
    words = name.split()
    if not words or any(_no_area().match(word) for word in (words[0], words[-1])) or len(words) > 5:
        return None
    return re.sub(r"\s+(?:County|City|Borough|Metropolitan|District|Unitary)$", "", name) or None


def organisation_of(evidence: Evidence, title: str, subject: str | None) -> str | None:
    """Who wrote a document: an inspectorate by its own phrases, else the body named most at the top, else
    that of whoever a line there says completed it, else the area's partnership.
    """
    opening = normal("\n".join((*evidence.metadata.running, evidence.first_page)))
    if inspectorate := _inspectorate(opening):
        return inspectorate
    if re.search(r"\binspection of\b", normal(title)) and (
        inspectorate := _inspectorate(normal(evidence.text), known_inspection=True)
    ):
        return inspectorate
    if national := _national(opening, subject):
        return national
    if found := answering_body(title) or _local_body(evidence, subject) or signing_body(evidence):
        return found
    return (
        f"{subject} safeguarding partnership" if subject and "partnership" in normal(evidence.text) else None
    )


def _inspectorate(text: str, *, known_inspection: bool = False) -> str | None:
    """The inspectorate whose phrases are in a text, or which a report of an inspection names most often."""
    for body in load_data("vocabulary/agencies.yaml")["inspectorates"]:
        named = sum(len(re.findall(rf"\b{re.escape(normal(name))}\b", text)) for name in body["names"])
        cues = sum(cue in text for cue in body["cues"])
        if (named >= 3) if known_inspection else (cues >= 2 or (cues and named)):
            return str(body["names"][0])
    return None


def _national(opening: str, subject: str | None) -> str | None:
    """A national or regional body in the first lines, unless the area's own board is named as often."""
    for body in load_data("vocabulary/agencies.yaml")["national"]:
        named = sum(
            len(re.findall(rf"\b{re.escape(normal(name))}s?\b", opening[:2500])) for name in body["names"]
        )
        own = len(re.findall(rf"\b{re.escape(normal(subject))} safeguarding", opening)) if subject else 0
        if named >= 2 and named > own:
            return str(body["names"][0])
    return None


def _local_body(evidence: Evidence, subject: str | None) -> str | None:
    """The body of the area that is named most, with weight on the running head and the opening lines."""
    if subject is None:
        return None
    votes: dict[str, float] = defaultdict(float)
    area = re.escape(subject).replace(r"\ ", r"\s+").replace("and", "(?:and|&)")
    kinds = "|".join(
        re.escape(kind).replace("'", "['’]") for kind in load_data("vocabulary/agencies.yaml")["local"]
    )
    patterns = (rf"\b{area}\s+(?:{kinds})\b", rf"\b(?:London|Royal|Metropolitan)\s+Borough\s+of\s+{area}\b")
    places = (("\n".join(evidence.metadata.running), 5.0), (evidence.first_page, 2.0), (evidence.text, 1.0))
    for text, weight in places:
        for pattern in patterns:
            for match in re.finditer(pattern, text, re.IGNORECASE):
                votes[" ".join(match.group().split())] += weight
    for line in (evidence.metadata.author or "", *(one.text for one in evidence.opening[:5])):
        name = re.split(r"[,:]", line)[0].strip(" .")
        if names_body(name) and re.search(patterns[0], name, re.IGNORECASE) and not _sent_to(name):
            votes[name] += _SIGNED
    if votes:
        return _in_title_case(max(votes, key=lambda name: votes[name]))
    return None


def _sent_to(line: str) -> bool:
    """Whether a line tells who is sent the document, and not who wrote it."""
    return normal(line).startswith(
        tuple(f"{cue} " for cue in load_data("vocabulary/agencies.yaml")["sent_to"])
    )


def _in_title_case(name: str) -> str:
    """A name printed in capitals, written as usual."""
    return (
        re.sub(r"\b(Of|And|The)\b", lambda word: word.group().lower(), name.title())
        if name.isupper()
        else name
    )
