"""Small readings of a sentence's grammar that need no tagger: markers, lead clauses, finite verbs, verbs."""

from __future__ import annotations

import re

from ingest.phrases import worded
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import words

_MARKER = re.compile(
    r"\s*(?:(?:recommendation|rec|action|priority)\s*\d+(?:\.\d+)?[a-z]?(?:\s*[:.)–-]\s*|\s+(?=(?-i:[A-Z‘“])))"
    r"|\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+(?=[A-Z‘“\"(])|\d{1,3}\.(?=(?-i:[A-Z][a-z]+\s))|\(?[a-z]{1,4}\)\s+|[a-z]\.\s+|[^\w\s(‘“\"'’]+\s*)",
    re.IGNORECASE,
)
_lead_clause = worded("smart/grammar.yaml", r"{lead_clauses}\b[^,:;.]{0,160}[,:]\s+")
_ASKS = re.compile(
    r"(?<!\bwho)(?<!\bthat)(?<!\bwhat)(?<!\bwhich)\s+(?:should|must|shall|ought\s+to)\b", re.IGNORECASE
)
"""A modal of the main clause: what holds one is no mere opening ("By May it should write, and should …")."""
_finite = worded("smart/grammar.yaml", r"(?<![\w’'-]){finite}(?![\w-])")
_subordinator = worded("smart/grammar.yaml", r"(?<![\w-]){subordinators}(?![\w-])")
_AFTER_MODAL = re.compile(
    r"\b(?:can|could|may|might|would|will|to)\s+(?:be\s+)?(?:\w+ly\s+)?$", re.IGNORECASE
)
_OWN_VERB = re.compile(
    r"(?:who|which|as)\s+(?:\w+ly\s+)?"
    r"(?P<verb>(?!(?:the|an?|all|each|its|their|they|it|there|this|these|he|she|we)\b)[\w’'-]+)",
    re.IGNORECASE,
)
_PREPOSITION_BEFORE = re.compile(r"\b(?:in|with|to|for|by|from|of|on|through)\s+$", re.IGNORECASE)
_ASKED_OF = re.compile(
    r"\s+(?!(?:the|an?|all|its|their|any|each|every|how|whether)\b)"
    r"(?:(?!that\b|so\b|which\b|who\b|how\b|and\b)[\w’'-]+\s+){1,6}?(?:should|must|ought\s+to|needs?\s+to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_verb_pattern = worded(
    "smart/requests.yaml",
    r"(?:{opening_adverbs}[\s,]+)*(?:(?:co|re|pre|cross)-)??(?P<verb>{concrete_verbs|direction_verbs})(?![\w’'-])",
    literal=True,
)

_break = worded("smart/grammar.yaml", r",|;|\.(?=\s|$)|\b(?:{purposes}|and that|which)\b")
_OPENING = re.compile(r"(?:\b(?:ensure that|ensure|that|to|should|must)\s+|[,;]\s*|\.\s+)", re.IGNORECASE)


def skip_marker(text: str) -> int:
    """Where the words begin, after a printed number or bullet."""
    match = _MARKER.match(text)
    return match.end() if match and match.end() < len(text) else len(text) - len(text.lstrip())


def skip_lead_clause(text: str, start: int) -> int:
    """Where the main clause begins, after an opening such as "Within three months,"; else `start`."""
    match = _lead_clause().match(text, start)
    if match and _ASKS.search(text, start, match.end()):
        return start
    if (
        match
        and next_word(text, start) in words("requests", "grammar.prepositions")
        and main_finite_verb(text, start, match.end()) is not None
    ):
        return start
    return match.end() if match and match.end() < len(text) else start


def main_finite_verb(text: str, start: int, end: int | None = None) -> int | None:
    """Where the first finite verb of the main clause stands, as far as function words tell; None without one.

    Each subordinating word ("who", "that") takes up one finite verb, and those joined on with "and".
    """
    limit = len(text) if end is None else end
    subordinate = [
        match.start()
        for match in _subordinator().finditer(text, start, limit)
        if not _has_its_verb(text, match.start())
    ]
    taken = 0
    for match in _finite().finditer(text, start, limit):
        if _AFTER_MODAL.search(text, start, match.start()):
            continue
        opened = sum(place < match.start() for place in subordinate)
        joined = re.search(r"(?:\band|\bor|,)\s+(?:\w+ly\s+)?$", text[start : match.start()])
        if opened <= taken and not (joined and opened):
            return match.start()
        taken += opened > taken
    return None


def _has_its_verb(text: str, at: int) -> bool:
    """“Who present as homeless": the word after it is its verb or a mere noun; it takes up no other verb."""
    found = _OWN_VERB.match(text, at)
    return (
        found is not None
        and not _finite().match(text, found.start("verb"))
        and not (text[at].lower() == "w" and _finite().match(text, found.end() + 1))
        and not _PREPOSITION_BEFORE.search(text, 0, at)
    )


def next_word(text: str, start: int) -> str:
    """The first word at or after `start`, in lower case; "" at the end."""
    match = _WORD.search(text, start)
    return match.group().lower() if match else ""


def base_verb_at(text: str, start: int) -> tuple[str, int] | None:
    """The base form that stands at `start` (adverbs before it skipped) and where it starts."""
    match = _verb_pattern().match(text, start)
    if not match:
        return None
    return re.sub(r"\s+", " ", match["verb"].lower()), match.start("verb")


def could_be_noun(verb: str, text: str, after: int) -> bool:
    """Whether a verb that is also a noun ("review", "support") is a noun, by the word that follows it."""
    if verb not in words("requests", "noun_too"):
        return False
    if _ASKED_OF.match(text, after):
        return True  # "Foster carers should be offered…"
    following = next_word(text, after)
    if following in words("requests", "grammar.after_nouns") or not following:
        return True
    return (
        following not in words("requests", "grammar.determiners")
        and main_finite_verb(text, after) is not None
    )


def clause_around(text: str, span: Span) -> Span:
    """The clause that `span` stands in: from the last opening word before it to the next break."""
    start = 0
    for match in _OPENING.finditer(text, 0, span[0]):
        start = match.end()
    ahead = _break().search(text, span[1])
    end = ahead.start() if ahead else len(text)
    while end > span[1] and text[end - 1] in " .":
        end -= 1
    return start, end
