"""Exchange: a question's matter, place, year or paper changed for what the next text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import Template

from assistant.follow_up.cues import asks_elsewhere, phrases, without
from assistant.follow_up.frame import Frame, Limit
from assistant.follow_up.period import YEAR, quarter
from assistant.follow_up.pointing import pointer_in, resolved
from assistant.follow_up.take_apart import EDGES, limits_of, name_of, paper_in, place_in
from assistant.register.bodies import agencies_in
from assistant.understanding.content_words import content_words
from ingest.phrases import alternatives
from ingest.recognition.bodies import area_of
from ingest.recognition.days import MONTHS
from prompts import load_data

_YEAR = re.compile(rf"\b{YEAR}\b")
_PERIOD = re.compile(rf"{quarter()}|{_YEAR.pattern}", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{alternatives(MONTHS)})\b", re.IGNORECASE)
_ONE = re.compile(r"(?<!\bunder )(?<!\bover )(?<!\baged )\b(?:the |that |this )?ones?\b", re.IGNORECASE)


def shows_another(text: str) -> bool:
    """Does it ask to be shown another one of the same ("show me the 2012 one")?"""
    rest = without(text, phrases("shows"))
    return rest != text and bool(_ONE.search(rest))


def exchanged(text: str, frame: Frame, places: Sequence[str], paper: str) -> str:
    """The question before with its matter, place, year or paper exchanged for what the text says."""
    if asks_elsewhere(text):
        here = rf"{re.escape(place_in(frame.matter, places))}[’']s? "
        matter = re.sub(here, "the ", frame.matter, flags=re.IGNORECASE)
        kept = tuple(one for one in frame.limits if one.sort != "place")
        return replace(frame, matter=matter, limits=kept).told()
    if other := _of_other_paper(without(text, phrases("shows")), frame):
        return other
    bare, limits = _said(without(text, phrases("shows")), places)
    if frame.matter and place_in(frame.matter, places) == frame.matter and content_words(bare):
        # "about Harrow": another matter is asked about there
        frame = replace(frame, matter="matters", limits=(Limit("place", f"in {frame.matter}"), *frame.limits))
    frame = _within(frame, limits, places)
    pointer = pointer_in(bare, talk=True)
    if pointer and pointer.role == "owner" and frame.matter:
        return frame.about(f"{resolved(bare, pointer, frame.matter)}").told()
    if pointer:
        bare = f"{bare[: pointer.start]}{bare[pointer.end :]}".strip()
    return _about(bare, frame, paper).told()


def _of_other_paper(text: str, frame: Frame) -> str:
    """The question asked of another paper ("the Rowan one", "in the Rowan review"); "" where none is named.

    One named by its rank is of the same matter: "the second neglect audit".
    """
    rules, old = load_data("follow-ups.yaml")["frame"], paper_in(frame.told())
    joining = alternatives(rules["before_paper"])
    new = re.fullmatch(rf"(?:(?:{joining}) )?((?:the|that) (.+?)( ones?)?)", text.strip(EDGES), re.IGNORECASE)
    asked_about = paper_in(frame.matter)
    if (
        not new
        or not old
        or new[2] == "next"
        or _PERIOD.search(new[2])
        or (asked_about and not asked_about.start())
    ):
        return ""
    *own, noun = old[0].split(" of ")[0].split()
    ranks = [word for words in load_data("vocabulary/papers-named.yaml")["ranks"].values() for word in words]
    if new[3]:
        kept = [word for word in own[1:] if word.lower() not in ranks] if new[2].lower() in ranks else []
        return frame.told().replace(old[0], " ".join(("the", new[2], *kept, noun)))
    named = paper_in(new[1])
    return frame.told().replace(old[0], new[1]) if named and named[0] == new[1] else ""


def _about(bare: str, frame: Frame, paper: str) -> Frame:
    """The frame about what the text names, after the joining word that it may open with."""
    rules = load_data("follow-ups.yaml")["frame"]
    opens = "|".join((*rules["before_matter"], *rules["before_spot"]))
    matter = re.sub(rf"^(?:{opens}) ", "", bare, flags=re.IGNORECASE).strip(EDGES)
    joined = bare[: len(bare) - len(matter)].strip().lower()
    if not content_words(matter):
        return frame
    if joined in rules["before_spot"] and frame.matter and _is_body(matter):
        # "And in the police?" asks of the same matter there; whom questions are put to is exchanged.
        put_to = re.fullmatch(rules["put_to"], frame.front, re.IGNORECASE)
        return replace(frame, matter=matter) if put_to else frame.within(Limit("spot", bare))
    if found := re.match(rf"(.*\b{joined}) ", f"{frame.rest} ") if joined and frame.rest else None:
        return replace(frame, rest=f"{found[1]} {matter}")
    if joined and not frame.matter and (found := re.match(rf"(.*? {joined}) .+", frame.front)):
        return replace(frame, front=f"{found[1]} {matter}")
    if joined in rules["about"] and re.fullmatch(rules["put_to"], frame.front, re.IGNORECASE):
        return replace(frame, rest=bare)
    if joined in rules["about"] and frame.counted:
        limits = (
            frame.limits if frame.of("paper") or not paper else (*frame.limits, Limit("paper", f"in {paper}"))
        )
        return Frame(rules["open"], matter, limits=limits)
    if measured := _measured(frame.matter, matter):
        return replace(frame, matter=measured)
    if joined == "for" and frame.counted and _is_body(matter):
        return replace(frame, limits=(Limit("other", bare), *frame.limits))
    if joined and frame.speaker and frame.matter:
        return replace(frame, matter=matter)
    if not joined and _is_body(matter) and _is_body(frame.speaker) and not _is_body(frame.matter):
        return replace(frame, front=frame.front.replace(frame.speaker, matter))
    return frame.about(matter)


def _measured(before: str, new: str) -> str:
    """What measures the new ("the score for leadership") as before ("the supervision score"); else "".

    An agency is added: "the supervision score for the police".
    """
    rules = load_data("follow-ups.yaml")["frame"]
    measures = "|".join(rules["measures"])
    found = re.fullmatch(
        rf"(?:the |our |its )?(?:.+ )?({measures})(?: (?:for|of|on) (.+))?", before, re.IGNORECASE
    )
    if not found or re.search(rf"\b(?:{measures})$", new, re.IGNORECASE):
        return ""
    if _is_body(new) and not (found[2] and _is_body(found[2])):
        return f"{before} for {new}"
    return Template(rules["measured"]).substitute(measure=found[1], of=new)


def _is_body(name: str) -> bool:
    """Is it an agency, or people of a kind, of whom something is measured?"""
    bare = re.sub(r"^(?:the|our) ", "", name.lower())
    return bool(agencies_in(name)) or bare in load_data("follow-ups.yaml")["frame"]["bodies"]


def _said(text: str, places: Sequence[str]) -> tuple[str, tuple[Limit, ...]]:
    """What the text says of a matter, and the limits it names, if only by their names ("Leeds", "2012")."""
    bare, limits = limits_of(text.strip(EDGES), places)
    if not any(limit.sort == "year" for limit in limits) and (year := _PERIOD.search(bare)):
        limits = (*limits, Limit("year", f"in {year[0]}"))
        bare = bare.replace(year[0], " ")
    name = re.sub(r"^(?:the|for|in|of) |[’']s?$", "", " ".join(bare.split()))
    named = next((one for one in places if one.lower() == name.lower()), name if area_of(name) else "")
    if named:
        return "", (*limits, Limit("place", f"in {named}"))
    limits = tuple(
        Limit("year", re.sub(r"^(?:for|of|by|during) ", "in ", one.words)) if one.sort == "year" else one
        for one in limits
    )
    return " ".join(_ONE.sub(" ", bare).split()), limits


def _within(frame: Frame, limits: Sequence[Limit], places: Sequence[str]) -> Frame:
    """The frame with each limit in the place of its own; one that stands in its words is exchanged there."""
    for limit in limits:
        own = frame.of(limit.sort)
        if limit.sort == "year" and not own and _YEAR.search(f"{frame.front} {frame.matter}"):
            year = _YEAR.search(limit.words)
            frame = _replaced(frame, _YEAR.pattern, year[0] if year else "")
        elif limit.sort == "place" and not own and (old := place_in(f"{frame.front} {frame.matter}", places)):
            frame = _replaced(frame, rf"(?<!\w){re.escape(old)}(?!\w)", name_of(limit))
        else:
            frame = frame.within(_like(own[0], limit, places) if own else limit)
    return frame


def _replaced(frame: Frame, pattern: str, new: str) -> Frame:
    front, matter = (
        re.sub(pattern, new, part, count=1, flags=re.IGNORECASE) for part in (frame.front, frame.matter)
    )
    return replace(frame, front=front, matter=matter)


def _like(old: Limit, new: Limit, places: Sequence[str]) -> Limit:
    """The new limit in the words of the old one ("of Leeds's services"), if they name such."""
    if old.sort == "place" and (name := place_in(old.words, places)):
        return Limit("place", re.sub(re.escape(name), name_of(new), old.words, flags=re.IGNORECASE))
    before, after = _YEAR.search(old.words), _YEAR.search(new.words)
    if old.sort != "year" or not before:
        return new
    if after and _MONTH.search(new.words):
        return Limit("year", f"{old.words.split()[0]} {name_of(new)}")
    if not after:
        return Limit("year", f"{new.words} {before[0]}")  # a quarter of the same year
    return new if re.search(quarter(), new.words) else Limit("year", _YEAR.sub(after[0], old.words))
