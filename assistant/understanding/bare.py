"""Bare: a question without what stands around it for courtesy ("Could you please tell me …? Thanks.").

Such words ask nothing, and hide from the rules what is asked: where a question opens, and how it ends.
"""

from __future__ import annotations

import re

from assistant.understanding.assurance import claim_put
from ingest.phrases import worded

SHOUTED = 4
"""So many words in capitals are no abbreviations side by side."""

_WORDS = "vocabulary/courtesies.yaml"
_MARK = r"(?:\s*[,.!:;–—-]+\s*|\s+)"
_sentence = re.compile(r"(?<=[.!?])\s+")
_before = worded(
    _WORDS,
    rf"(?:{{greets}}(?:{_MARK}|[.!]*$)|{{greets_with_comma}}(?:\s*[,!:–—-]+\s*|[.!]*$)|{{kindly}}(?:{_MARK}|[.!]*$))",
)
_leads = worded(
    _WORDS, r"((?:and|but|so|also),? )?{leads}(?:,|:)? (?:(?={several:asking}\b)|(?={whether}\b))"
)
_orders = worded(
    _WORDS, r"(?:can|could|would|will) you (?:(?:{kindly}|just|possibly|perhaps),? )*(?={orders}\b)"
)
_after = worded(_WORDS, r"(?:[\s,]+(?:{ends})|,\s*(?:{ends_with_comma}))[\s?.!]*$")
_ends_alone = worded(_WORDS, r"(?:{ends}|{ends_with_comma})[\s?.!]*")
_whether = worded(_WORDS, r"{whether} ")
_verb_last = worded(_WORDS, r"({several:asking}(?: \w+)?) ({subjects} .+|\S+['’]s .+) ({being})\W*$")


def bare(text: str) -> str:
    """The question alone, in its own order of words; the text itself where nothing stands around it.

    What is typed in capitals throughout is put in small letters, which hide no names: any of an area is
    known by them too.
    """
    typed = text.strip()
    if typed.isupper() and len(typed.split()) >= SHOUTED:
        typed = typed[:1] + typed[1:].lower()
    kept = [plain for one in _sentence.split(typed) if (plain := _without(one))]
    return " ".join(kept) if kept and kept != [text] else text


def _without(sentence: str) -> str:
    """The sentence without courtesies; nothing where it is one."""
    left = sentence
    while opened := _before().match(left):
        left = left[opened.end() :]
    if _ends_alone().fullmatch(left):
        return ""
    while ended := _after().search(left):
        left = left[: ended.start()] + ("?" if "?" in ended[0] else "")
    if led := _leads().match(left):
        left = f"{led[1] or ''}{_asked(left[led.end() :])}"
    elif order := _orders().match(left):
        left = left[order.end() :]
    return left if left == sentence else f"{left[:1].upper()}{left[1:]}"


def _asked(indirect: str) -> str:
    """What is asked after "tell me", as a question: "When was the review?" of "when the review was"."""
    if _whether().match(indirect):
        return claim_put(f"Do we know {_whether().sub('whether ', indirect, count=1)}")
    turned = _verb_last().match(indirect)
    return f"{turned[1]} {turned[3]} {turned[2]}?" if turned else indirect
