"""Assurance: a question how something is known, as the question whether it is so.

"How do we know that supervision has improved?" is answered by what the papers say of supervision, for and
against; its own words would find those who speak of knowing.
"""

from __future__ import annotations

from functools import partial

from ingest.phrases import word_set, worded

_WORDS = "vocabulary/assurance.yaml"
_opening = worded(
    _WORDS,
    r"(?:(?:and|so|but),? )?(?:"
    r"how (?:do|does|did|can|could|would|will) {who} (?:{how_far} )?{knows}"
    r"|how (?:{how_far} )?{sure} (?:are|is|can|could) {who}(?: be)?"
    r"|what (?:{of_what_sort} )?{proof} (?:is there|do {who} have|does {who} have|ha(?:ve|s) {who}(?: got)?)"
    r"|(?:is there|do {who} have|does {who} have|ha(?:ve|s) {who} got) (?:{of_what_sort} )*{proof}"
    r"|wh(?:ere|at)(?:['’]s| is) the (?:{of_what_sort} )?{proof}"
    r"|(?:are|is|can|could) {who} (?:be )?(?:{how_far} )?{sure}"
    r"|(?:do|does|can|could) {who} (?:{how_far} )?{knows}"
    r"|what (?:{shows} {who}|makes {who} (?:so )?{makes})"
    r"|(?:is|are) (?:it|we) (?:{how_far} )?{holds}"
    r"|(?:does|would|did|do|who) (?:{who} |{disputes_by} )?(?:{how_far} )?{disputes}(?: with)?"
    r"(?: (?:the |our )?{claims})?"
    r"|(?:who|(?:what|which)(?: {anything})?|(?:is|are) there (?:any )?{anything} (?:that|to|who)) {tests}"
    r" (?:the |our )?{claims}"
    r"|what(?: {proof} (?:is there|do {who} have)|(?:['’]s| is) the {proof}) (?:for|against|of)"
    r" (?:the |our )?{claims}"
    r")(?: {that} (?P<claim>.+)|(?P<bare> (?!{no_claim}\b)(?!.*\b{asking}\b).*\b{verbs}\b .+))",
)
_telling = partial(word_set, _WORDS, "telling")
_verb = worded(_WORDS, r"(?<!who )(?<!that )(?<!which )\b{verbs}\b")


def claim_put(text: str) -> str:
    """The question whether it is so; the text itself where it does not ask how something is known."""
    put = _opening().match(text.strip())
    # "Can you tell me …" asks; "Can you tell that …" asks for assurance.
    if not put or (put["bare"] and put.string[: put.start("bare")].split()[-1].lower() in _telling()):
        return text
    claim = (put["claim"] or put["bare"]).strip(" ?.")
    verb = _verb().search(claim)
    if not verb:
        return f"{claim[:1].upper()}{claim[1:]}?"
    before, after = claim[: verb.start()].strip(), claim[verb.end() :].strip()
    return f"{verb[0].capitalize()} {before} {after}?"
