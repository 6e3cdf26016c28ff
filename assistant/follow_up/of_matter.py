"""Of the matter: "what's missing?" and the like, told with the name of what is talked about."""

from __future__ import annotations

import re
from string import Template

from assistant.follow_up.cues import asks_otherwise, words_of
from assistant.follow_up.frame import Frame
from prompts import load_data


def asked_of_matter(text: str, unjoined: str, about: Frame) -> str:
    """The question of the matter, within its place; "" for any other text, and where nothing is talked about.

    `unjoined` is the text without what joins it to the talk.
    """
    rules, said = load_data("follow-ups.yaml")["of_matter"], words_of(unjoined)
    asked = ((rf"(?:{one['said']}){rules['behind']}", one["told"]) for one in rules["asks"])
    form = next((told for pattern, told in asked if re.fullmatch(pattern, said)), "")
    form = form or (rules["against"] if asks_otherwise(text) else "")
    limits = (one.words for one in about.limits if one.sort in ("place", "spot"))
    matter = " ".join((about.subject, *limits))
    return Template(form).substitute(matter=matter) if form and about.subject else ""
