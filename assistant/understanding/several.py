"""Several: the questions that one text asks, where each can be told from the next by its words alone."""

from __future__ import annotations

import re

from ingest.phrases import worded

_WORDS = "vocabulary/several.yaml"
# Some words may stand before it, up to a comma ("In the audit of 2023, who …").
_opening = worded(
    _WORDS,
    r"(?:(?!{asking}\b)(?:\S+ ){1,8}(?<=, ))?(?:(?:(?:{before}) )?(?:{asking})\b|(?:{verbs}) \w)",
)
_between = worded(_WORDS, r"\?\s+(?:(?:{joining})\b,? )?(?=\w)|[,;]? (?:{joining}),? (?=\w)|; (?=\w)")
_asking = worded(_WORDS, r"\b(?:{asking})\b")
# A question of its own: its verb before its subject, or nothing but the words that ask.
_asked = worded(
    _WORDS,
    r"(?:(?:{before}) )?(?:"
    r"(?:{asking})(?: \w+)? (?:{verbs})\b"
    r"|(?:{of_what})\b(?: (?!(?:{asking})\b)[\w’'-]+){0,9}? (?:{verbs})\b"
    r"|(?:who|which|what|how many|how much) [\w-]+"
    r"|(?:{asking}|{of_what})(?=\W*$|[,;?]| and\b)"
    r")|(?:{verbs}) (?:{subjects})\b",
)


def questions_in(text: str) -> list[str]:
    """The questions of the text, in their order, each as a sentence; one alone is the text as it is.

    What is told before a question belongs to it. Where a word that asks stands within the first ("about who
    decides and how", "the review in which"), only a question mark parts it from the next: what follows "and"
    may be asked within it as well.
    """
    parts = [""]
    place = 0
    for joint in _between().finditer(text):
        parts[-1] += text[place : joint.start()]
        place = joint.end()
        if _parts(parts[-1], joint.group(), text[place:]):
            parts.append("")
        else:
            parts[-1] += joint.group()
    parts[-1] += text[place:]
    bare = [one.strip(" ?,;.") for one in parts]
    return [text] if len(bare) == 1 else [f"{one[:1].upper()}{one[1:]}?" for one in bare]


def _parts(before: str, joint: str, after: str) -> bool:
    """Does a question end at the joint, and does another begin behind it?"""
    opened = _opening().match(_last_sentence(before))
    if not opened:
        return False
    if "?" in joint:
        return bool(_opening().match(after))
    return bool(_asked().match(after)) and not _asking().search(_last_sentence(before), opened.end())


def _last_sentence(text: str) -> str:
    """What is asked, without what is told before it ("My son is nearly 18. Who …")."""
    return re.split(r"(?<=[.!])\s+", text.strip())[-1]
