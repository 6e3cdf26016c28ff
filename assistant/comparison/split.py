"""Split: the places or years that a question sets side by side, and the question put to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile
from string import Template

from assistant.areas.subjects import about_places, own_area, places_of
from assistant.areas.typed import typed_as_name
from assistant.asked.today import today_of_somebody
from assistant.understanding.content_words import content_words
from assistant.understanding.periods import periods_in
from assistant.understanding.understand import understand, wanted
from assistant.words import YEAR
from ingest.filters import Filters
from ingest.phrases import alternatives
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/comparing.yaml"

YEARS = 4
"""Of so many years, the newest, papers are asked what has changed."""

PLACES = 6
"""More places than these are not asked one by one: each takes as long as a question."""
_EDGE = re.compile(r"^[\s,;:?.!]+|[\s,;:?.!]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """One side: its name, the question put to it, and the papers that it is put to.

    `filters` None where no paper is of that place or year. So many statements of its answer are `shown`, that
    all sides can be taken in at a glance. Where it is `final`, no other search is made if none has an answer.
    """

    name: str
    text: str
    filters: Filters | None
    shown: int = 2
    final: bool = False


def parts_of(text: str, records: Sequence[DocumentRecord], filters: Filters) -> list[Part]:
    """The sides of a question that compares places or years, or asks how something has changed; else none.

    Of years the newest comes first. A question for a place's grade is put to the year it names, or to each.
    """
    known = places_of(records)
    places = _places(text, known)
    years = list(dict.fromkeys(YEAR.findall(text)))
    if 1 < len(places) <= PLACES and (_holds(text, "comparing") or _joined(text, places)):
        return [_of_place(text, place, places, records, filters) for place in places]
    here = about_places(records, places[:1]) if len(places) == 1 else list(records)
    if len(places) > 1 or (places and not here):
        return []
    if len(years) == 2 and _holds(text, "changing") and not _financial(text):
        matter = _matter(text, years, "changing")
        asked = _asking("over", matter=matter)
        return [_of_year(year, asked, here, filters) for year in sorted(years, reverse=True)]
    place, graded = places[0] if places else "", grade_asked(text, records)
    place = place or graded
    asked = _over_time(text, place) if place else ""
    if not asked or not (places or graded) or (years and not graded):
        return []
    here = about_places(records, [place])
    dated = years or sorted({one.published[:4] for one in here if one.published}, reverse=True)
    parts = [_of_year(year, asked, here, filters) for year in dated[:YEARS]]
    if graded:
        return [replace(part, shown=1, final=not years) for part in parts]
    return parts if len(parts) > 1 else []


def _financial(text: str) -> bool:
    """Does the text name financial years, or parts of them, which papers of several years tell of?"""
    return any(period[0].isdigit() for period in periods_in(text))


def grade_asked(text: str, records: Sequence[DocumentRecord]) -> str:
    """The place whose grade as a whole is asked for; "" for any other question.

    "What was the overall grade?" is asked of the area whose library it is.
    """
    places = _places(text, places_of(records))
    place = places[0] if len(places) == 1 else ""
    if not places and _holds(text, "ours"):
        place = own_area(records)
    return place if place and _over_time(text, place) == _asking("grade", place=place) else ""


def latest_of(text: str, records: Sequence[DocumentRecord], filters: Filters) -> list[Part]:
    """The question put to the papers of each year, the newest first, where it wants the newest; else none.

    How it is with a child is told by the paper on that child, and seldom by the newest.
    """
    if YEAR.search(text) or not _holds(text, "latest"):
        return []
    if today_of_somebody(understand(text), places_of(records)):
        return []
    places = _places(text, places_of(records))
    if len(places) > 1:
        return []
    here = about_places(records, places)
    asked = re.sub(rf"\b(?:{alternatives(_rules()['latest'])})\b,?", " ", text, flags=re.IGNORECASE)
    dated = sorted({one.published[:4] for one in here if one.published}, reverse=True)
    return [_of_year(year, " ".join(asked.split()), here, filters) for year in dated[:YEARS]]


def places_named(text: str, records: Iterable[DocumentRecord]) -> list[str]:
    """The places that the text names, in their order: those of the records and other areas."""
    return _places(text, places_of(records))


def asks_for_amount(text: str) -> bool:
    """Does the question ask on which side there is more or less, so that only a number tells?"""
    return _holds(text, "amount") and not _of_grades(text)


def asks_for_past(text: str) -> bool:
    """Does the question name a year, or ask for what was before, or done once?"""
    return names_past(text) or _holds(text, "done")


def asks_for_change(text: str) -> bool:
    """Does the question hold a word for change, such as "improved" or "worse"?"""
    return _holds(text, "changing")


def names_past(text: str) -> bool:
    """Does the question name a year, or ask in so many words for what was before?"""
    return bool(YEAR.search(text)) or _holds(text, "past")


def _over_time(text: str, place: str) -> str:
    """The question put to each year where it asks for a grade, or how something has changed; else empty."""
    left = {word for word in content_words(text) if not YEAR.fullmatch(word)} - set(content_words(place))
    grades = set(_rules()["grades"])
    no_more = left <= {*_rules()["grading"], *_rules()["changing"], *grades}
    # "What did Ofsted say about Harrow in 2025?" asks for no more than what came of its inspection.
    bare = left <= set(_rules()["inspectors"]) and _holds(text, "finding") and YEAR.search(text)
    # "Why was Harrow inadequate?" takes its grade for granted and asks for something else.
    supposing = load_data("vocabulary/facts.yaml")["premise"]["supposing"]
    supposed = text.lower().startswith(tuple(f"{opening} " for opening in supposing))
    judged = wanted(text) == "judgement" or left & grades or _holds(text, "judgement") or bare
    if no_more and not supposed and judged:
        return _asking("grade", place=place)
    if not any(re.match(pattern, text.strip(), re.IGNORECASE) for pattern in _rules()["over_time"]):
        return ""
    matter = re.sub(r"\bover (?:time|the years)\b", "", _matter(text, (), "changing"))
    return _asking("over", matter=matter) if matter else ""


def _of_place(
    text: str, place: str, places: Sequence[str], records: Sequence[DocumentRecord], filters: Filters
) -> Part:
    if not _holds(text, "comparing"):
        names = alternatives(places)
        asked = re.sub(rf"(?:{names}).*(?:{names})", place, text, flags=re.IGNORECASE)
    elif _of_grades(text):
        asked = _grade_of(_matter(text, places, "comparing", "graded", "grader"), place)
    else:
        matter = _matter(text, places, "comparing")
        asked = _asking("about", matter=matter, place=place)
    here = about_places(records, (place,))
    # A paper that names no place may still be about this one.
    ids = tuple(one.id for one in (*here, *(one for one in records if not one.subject)))
    return Part(place, asked, replace(filters, documents=ids) if here else None)


def _of_grades(text: str) -> bool:
    return _holds(text, "graded") or wanted(text) == "judgement"


def _grade_of(matter: str, place: str) -> str:
    """The question for the place's grade for what is compared, or for its overall one."""
    whole = set(content_words(matter)) <= set(_rules()["grading"])
    return _asking("grade", place=place) if whole else _asking("graded", matter=matter, place=place)


def _of_year(year: str, asked: str, records: Sequence[DocumentRecord], filters: Filters) -> Part:
    ids = tuple(one.id for one in records if (one.published or "").startswith(year))
    return Part(year, asked, replace(filters, documents=ids) if ids else None)


def _places(text: str, known: Iterable[str]) -> list[str]:
    """The places named, in their order: the library's and other areas; of overlapping names the longest."""
    areas, library = load_data("vocabulary/areas.yaml"), set(known)
    names = {*library, *areas["london"], *areas["elsewhere"]}
    found: dict[tuple[int, int], str] = {}
    folded = text.casefold()
    held = (one for one in names if one.casefold() in folded)  # a regular expression takes longer to say no
    for name in sorted(held, key=lambda one: (-len(one), one)):
        # In small letters other areas' names may be words ("reading"); the library's own seldom are.
        anyhow = re.IGNORECASE if name in library else re.NOFLAG
        doubtful = name in areas["everyday"] and name not in library
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, anyhow):
            if doubtful and not typed_as_name(text, *hit.span()):
                continue
            if not any(start < hit.end() and hit.start() < end for start, end in found):
                found[hit.span()] = name
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def _joined(text: str, places: Sequence[str]) -> bool:
    """Do two of the places stand beside each other with no more than "and" or "or" between?"""
    names, joining = alternatives(places), alternatives(_rules()["joining"])
    side_by_side = rf"(?:{names})(?:['’]s)?,? (?:{joining}) (?:in |with )?(?:{names})"
    return re.search(side_by_side, text, re.IGNORECASE) is not None


def _matter(text: str, named: Sequence[str], *cues: str) -> str:
    """What the question is about: without the names, the words of these lists and those that ask."""
    left_out = alternatives(word for name in cues for word in _rules()[name])
    rest = re.sub(rf"\b(?:{left_out})\b", " ", _without(text, named), flags=re.IGNORECASE)
    empty = load_data("vocabulary/question-words.yaml")["leave_out"].split()
    words = list(dropwhile(lambda word: word.lower() in empty, _EDGE.sub("", rest).split()))
    back = list(dropwhile(lambda word: word.lower() in empty, reversed(words)))
    return _EDGE.sub("", " ".join(reversed(back)))


def _without(text: str, names: Sequence[str]) -> str:
    """The text without the names and what goes with them."""
    if not names:
        return text
    before = alternatives(_rules()["before"])
    return re.sub(
        rf"(?:\b(?:{before})\s+)*(?<!\w)(?:{alternatives(names)})(?:['’]s)?(?!\w),?",
        " ",
        text,
        flags=re.IGNORECASE,
    )


def _holds(text: str, cues: str) -> bool:
    return re.search(rf"\b(?:{alternatives(_rules()[cues])})\b", text, re.IGNORECASE) is not None


@cache
def _rules() -> dict[str, list[str]]:
    rules: dict[str, list[str]] = load_data(RULES)["words"]
    return rules


def _asking(form: str, **words: str) -> str:
    return Template(load_data(RULES)["asking"][form]).substitute(words)
