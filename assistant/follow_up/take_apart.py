"""Take apart: the frame of a question, by its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from assistant.follow_up.frame import Frame, Limit, Sort
from assistant.follow_up.period import YEAR, quarter, relative
from ingest.phrases import alternatives, stands_in
from ingest.recognition.days import MONTHS
from prompts import load_data

EDGES = " ,;:?.!"
NOTHING = r"(?!)"
"""A pattern that nothing fits."""
SHORT = 4
"""Words of the longest name of somebody of whom the same is asked."""


def take_apart(text: str, places: Sequence[str] = ()) -> Frame:
    """The question's frame; `places` are the names of the library's places."""
    bare, limits = limits_of(text.strip(EDGES), places)
    for cut in (_by_asking, _by_about, _by_number, _by_who, _by_auxiliary):
        if found := cut(bare):
            front, matter, rest = found
            matter, here = limits_of(matter, places) if rest else (matter, ())
            return Frame(front, matter, rest, (*here, *limits))
    return Frame(bare, limits=limits)


def limits_of(text: str, places: Sequence[str] = ()) -> tuple[str, tuple[Limit, ...]]:
    """The text without the limits at its end, and these in their order.

    A text that is nothing but a limit ("in Leeds") leaves nothing.
    """
    limits: list[Limit] = []
    patterns = [
        (sort, re.compile(rf"(?:^|(?<=\S))\s*({form})$", flags))
        for sort, form, flags in _forms(tuple(places))
    ]
    while True:
        found = next(((sort, hit) for sort, pattern in patterns if (hit := pattern.search(text))), None)
        if not found:
            return text, tuple(reversed(limits))
        sort, hit = found
        words = hit[1].strip(EDGES)
        is_apart = re.match(alternatives(_rules()["apart"]), words, re.IGNORECASE)
        limits.append(Limit(sort, f", {words}" if is_apart else words))
        text = text[: hit.start()].rstrip(EDGES)


def predicate_at(words: Sequence[str], *, having: bool = False) -> int:
    """Where in a clause, from its subject on, that begins which is said of the subject; else its length.

    After a form of have that is no word in "ing".
    """
    rules, within = _rules(), False
    for at in range(1, len(words)):
        word, before = words[at].lower(), words[at - 1].lower()
        # "Children who are homeless", "children aged two": said within their name.
        within = before in rules["relative"] or (within and words[at - 2].lower() in rules["relative"])
        if within or word in rules["describing"]:
            continue
        told = word in rules["auxiliaries"] or (
            word in rules["predicates"] and not (having and word[-3:] == "ing")
        )
        done = word.endswith("ed") and before not in rules["closer"] and before not in rules["articles"]
        if told or done:
            return at
    return len(words)


def same_of(text: str, frame: Frame) -> str:
    """Of whom the same is asked: "the police" of "did the police?" after "Did health come?"."""
    opens = re.match(rf"{re.escape(frame.front)} ", text, re.IGNORECASE) if frame.rest else None
    words = text[opens.end() :].split() if opens else []
    return " ".join(words) if 0 < len(words) <= SHORT and predicate_at(words) == len(words) else ""


def place_in(text: str, places: Sequence[str]) -> str:
    """The longest of the places that the text names; "" where it names none."""
    longest = sorted(places, key=lambda one: (-len(one), one))
    return next((one for one in longest if stands_in(text, one, re.IGNORECASE)), "")


def paper_in(text: str) -> re.Match[str] | None:
    """The words for a paper in the text: "the Ivy review" in "What did the Ivy review find about"."""
    return re.search(rf"(?<!\w)(?:{_paper_form()})(?!\w)", text, re.IGNORECASE)


def name_of(limit: Limit) -> str:
    """The limit without the word that joins it: "Leeds" of "in Leeds"."""
    return limit.words.split(" ", 1)[-1]


def _by_about(text: str) -> tuple[str, str, str] | None:
    rules = _rules()
    about = alternatives((*rules["about"], *rules["sided"]))
    about = rf"(?:{about})|(?:{alternatives(rules['saying'])}) (?:on|of)"
    weighed = rf"(?:{alternatives(rules['weighing'])})\b.*?\b(?:{alternatives(rules['matters'])}) (?:on|of)"
    found = re.match(rf"(.+?\b(?:{about})|{weighed}) (.+)$", text, re.IGNORECASE)
    return (found[1], found[2], "") if found else None


def _by_number(text: str) -> tuple[str, str, str] | None:
    found = re.match(rf"({alternatives(_rules()['counting'])}) (.+)$", text, re.IGNORECASE)
    if not found:
        return None
    words = found[2].split()
    at = predicate_at(words)
    return found[1], " ".join(words[:at]), " ".join(words[at:])


def _by_who(text: str) -> tuple[str, str, str] | None:
    rules = _rules()
    # "is responsible for", "will lead", "has to write", "wrote"
    for_it = rf"(?:{alternatives(rules['predicates'])}|in charge) (?:{alternatives(rules['closer'])})"
    before = alternatives((*rules["auxiliaries"], *rules["bound"]))
    verb = rf"(?:(?:{before}) )*(?:to )?(?:{for_it}|(?!the\b)\w+)"
    found = re.match(rf"(who {verb}) (.+)$", text, re.IGNORECASE)
    return (found[1], found[2], "") if found else None


def _by_asking(text: str) -> tuple[str, str, str] | None:
    """Whom the questions to ask are put to, and what on."""
    rules = _rules()
    about = alternatives(rules["about"])
    form = rf"({rules['put_to']}) (?!(?:{about})\b)(.+?)(?: ((?:{about}) .+))?$"
    found = re.match(form, text, re.IGNORECASE)
    return (found[1], found[2], found[3] or "") if found else None


def _by_auxiliary(text: str) -> tuple[str, str, str] | None:
    rules = _rules()
    # "what difference did"
    asking = rf"(?:(?:{alternatives(rules['wondering'])}) (?:(?!{alternatives(rules['auxiliaries'])})\w+ )?)?"
    found = re.match(rf"({asking}(?:{alternatives(rules['auxiliaries'])})) (.+)$", text, re.IGNORECASE)
    if not found:
        return None
    words, verb = found[2].split(), found[1].split()[-1].lower()
    if found[1].lower() in rules["telling"] or words[0].lower() in rules["predicates"]:
        return None  # what is told in "What did the audit find?" is asked, not said of its subject
    at = predicate_at(words, having=verb in rules["having"])
    if at == len(words) and verb in rules["being"]:
        at = _complement_at(words)
    if at == len(words) > 1 and verb in rules["doing"]:
        at = _verb_at(words)
    return found[1], " ".join(words[:at]), " ".join(words[at:])


def _complement_at(words: Sequence[str]) -> int:
    """Where a noun begins that is said of the subject ("a problem"), else the length."""
    rules = _rules()
    said = (
        at
        for at in range(1, len(words))
        if words[at].lower() in rules["complements"] and words[at - 1].lower() not in rules["closer"]
    )
    return next(said, len(words))


def _verb_at(words: Sequence[str]) -> int:
    """Where the verb stands that none of our words tells: before "for" and the like, or last."""
    rules = _rules()
    joined = (
        at for at, word in enumerate(words) if at > 1 and word.lower() in rules["closer"] and word != "of"
    )
    at = next(joined, len(words)) - 1
    return at - 1 if at > 1 and words[at].lower() in rules["particles"] else at


@cache
def _forms(places: tuple[str, ...]) -> list[tuple[Sort, str, re.RegexFlag]]:
    rules = _rules()
    names, months = alternatives(places), alternatives(MONTHS)
    before = {sort: alternatives(rules[f"before_{sort}"]) for sort in ("place", "spot", "year", "paper")}
    place = rf"(?:{before['place']}) (?:the )?(?:{names})(?!\w)(?:['’]s(?: [\w’'-]+){{1,2}})?"
    spot = rf"(?:{before['spot']}) (?:the )?(?!(?:{alternatives(rules['no_spots'])}) )[A-Z][\w’'-]+"
    said = alternatives((*rules["predicates"], *rules["auxiliaries"], load_data("follow-ups.yaml")["now"]))
    spot = rf"{spot}(?: (?!(?:{said})\b)[a-z]+)?"
    paper = rf"(?:{before['paper']}) (?:{_paper_form()})"
    year = rf"(?:{before['year']}) (?:{quarter()}|(?:the year |(?:{months}) )?{YEAR})"
    year = rf"{year}|(?:(?:{before['year']}) )?(?:{relative()})"
    times = rf"(?:{YEAR}|(?:{alternatives(rules['times'])}) [\w-]+(?: [\w-]+)?)"
    times = rf"(?:{alternatives(rules['narrowings'])}) {times}"
    only = rf"(?:{alternatives(rules['apart'])}) [\w-]+(?: [\w-]+){{0,2}}"
    return [
        ("place", place if places else NOTHING, re.IGNORECASE),
        ("year", year, re.IGNORECASE),
        ("paper", paper, re.IGNORECASE),
        ("other", rf",? ?(?:{times}|{only}|{load_data('follow-ups.yaml')['now']})", re.IGNORECASE),
        ("spot", spot, re.NOFLAG),
    ]


@cache
def _paper_form() -> str:
    rules = _rules()
    papers, named, months = map(alternatives, (rules["papers"], rules["named_papers"], MONTHS))
    of = rf"(?: of (?:(?:(?:{months}) )?{YEAR}|[A-Z]\w+))?"
    return rf"(?:{alternatives(rules['articles'])}) (?:[\w-]+ ){{0,4}}(?:{papers}){of}|(?:{named})"


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_data("follow-ups.yaml")["frame"]
    return rules
