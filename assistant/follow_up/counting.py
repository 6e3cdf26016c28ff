"""Counting: "how many were late?" counts some of what was counted before, of the same time and place."""

from __future__ import annotations

import re
from functools import cache
from string import Template

from assistant.follow_up.frame import Frame, Limit, many_of
from prompts import load_data


def some_of(text: str, frame: Frame) -> Frame | None:
    """The frame with what the text says of some of its matter; None where the text counts something else."""
    found = next((hit for form in _forms() if (hit := form.fullmatch(text))), None)
    if not found or not frame.subject or not many_of(frame.matter):
        return None
    near = tuple(one for one in frame.limits if one.sort == "paper" and one.words.startswith("of "))
    matter = " ".join((frame.subject, *(one.words for one in near)))
    rules, front = load_data("follow-ups.yaml")["frame"], found["front"]
    if matter.split()[0].lower() in rules["articles"] and not front.endswith("of"):
        front = f"{front} of"
    limits = tuple(one for one in frame.limits if one not in near)
    if frame.speaks_as_paper:
        limits = (Limit("paper", f"in {frame.speaker}"), *limits)
    return Frame(f"{front[:1].upper()}{front[1:]}", matter, found["rest"], limits)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    rules = load_data("follow-ups.yaml")["frame"]
    counts = rules["counting"]
    counting = [one for one in counts if one != "which" and one.removesuffix(" of") not in {*counts} - {one}]
    parts = {
        name: "|".join(sorted(words, key=lambda one: -len(one)))
        for name, words in (("counting", counting), ("auxiliaries", rules["auxiliaries"]))
    }
    return tuple(
        re.compile(Template(rules[name]).substitute(parts), re.IGNORECASE) for name in ("some", "some_of")
    )
