"""Sentence claims: the figures, universal claims and exceptions of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from assistant.actions.blocks import prose_of
from assistant.actions.numbers import COUNT, NUMBER, SHARE, WORD, number
from assistant.actions.promises import sets_action
from assistant.contradictions.claim import STANDING, Claim, ClaimKind
from assistant.contradictions.days_told import days_in
from assistant.contradictions.numbers_told import numbers_in, sample_in
from assistant.contradictions.owner_pairs import owners_in
from assistant.contradictions.periods import Period, is_part_of_year, period_in, period_of, period_of_paper
from assistant.contradictions.words import CLAIMS, pattern
from assistant.words import QUOTED
from ingest.document import Document
from ingest.phrases import alternatives, worded
from ingest.sentences import sentences_within
from prompts.load import load_data

_LONGEST = 400
_PLAIN = 25
"""A sentence of more words says more than one thing."""
_CELL = 7
"""A cell of so many words holds a sentence."""
_PER_CENT = re.compile(r"(?<![\w.,£-])(?P<value>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_NOUN = re.compile(
    rf"\s*(?:of\s+)?(?:(?:the|our|its|their|all|these|those)\s+)*(?P<noun>{WORD}(?:\s+{WORD}){{0,3}})",
    re.IGNORECASE,
)
_after_noun = worded("contradictions/claims.yaml", r"\s+{after_noun}\b.*")
_PRONOUNS = frozenset({"us", "them", "these", "those", "which", "whom", "it", "other"})
_COUNT = re.compile(rf"{COUNT}(?P<noun>(?:{WORD}\s+){{0,2}}{WORD}s)\b", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(?:of the|of these|of those|on that|on this|they|these|those|this|that)\b", re.IGNORECASE
)
_LEAD_IN = re.compile(r"^.{0,80}?\b(?:found|shows?|showed|says?|said|reported|noted|heard)\s+that\s")
"""Who says so, before what is said."""
_MARKER = re.compile(r"\s*(?:[•◦▪–-]\s*|\(?\w{1,3}[.)]\s+)?")
achievement = worded(
    CLAIMS,
    r"\b(?:has|have|had|was|were|is|are)\s+(?P<not>not\s+)?(?:yet\s+|now\s+|since\s+)?(?:been\s+)?"
    r"(?:formally\s+|fully\s+)?(?P<verb>{achievements})\b",
    literal=True,
)
"""A passive of what the vocabulary calls an achievement: "was published", "has not yet been signed"."""
_standing = worded(
    CLAIMS,
    r"\b(?:is|are|was|were|remains?|remained|has been|have been)\s+(?:(?:still|now|only|yet|all)\s+)*"
    r"(?:(?P<unfinished>{unfinished})|(?P<finished>{finished}))(?=\s*(?:[.,;]|and\b|$))",
    literal=True,
)
"""That a thing stands finished, or unfinished: "is complete", "remains in draft"."""


def sentence_claims(document: Document, said_on: str | None) -> Iterator[Claim]:
    """The claims of the prose, each with the period that it, or what stands before it, names."""
    around: Period | None = None
    last_heading = ""
    own_paper = period_of_paper(document.title, document.period)
    month = (document.published or "")[:7]
    audited = period_of(f"{month}/{month}") if document.kind == "audit" and month else None
    for (first, last), heading, in_table in _texts(document):
        around = around if heading == last_heading else None
        last_heading, before = heading, ""
        for span in sentences_within(document.text, first, last):
            sentence = document.text[slice(*span)]
            own = period_in(sentence, document.period, said_on)
            around = own or around
            named = own or (around if _LEANS.search(sentence) else None)
            period = named or own_paper
            base = Claim("count", span, said_on, sentence, about=f"{heading}. {before}", in_cell=in_table)
            base = replace(_of(period, base), own_period=bool(named))
            # Where the sentence names no time, the cases were read in the month of the audit.
            yield from sample_in(sentence, base if own else _of(audited, base), own=audited is not None)
            if not sentence.rstrip().endswith("?") and not sets_action(sentence):
                yield from days_in(sentence, base)
            if _is_claim(sentence):
                yield from owners_in(sentence, base)
                yield from _claims(sentence, base)
                if named or (own_paper and not is_part_of_year(own_paper)):
                    yield from numbers_in(sentence, base)
            before = sentence


def _of(period: Period | None, claim: Claim) -> Claim:
    """The claim as one of that period, if any."""
    since, until = period or (None, None)
    return replace(claim, since=since, until=until)


def _texts(document: Document) -> Iterator[tuple[tuple[int, int], str, bool]]:
    """Paragraphs, list items and the cells of tables that hold sentences, each with what stands above it."""
    for block, heading in prose_of(document):
        yield (block.start, block.end), heading, False
    for block in document.blocks:
        if block.kind == "table_row":
            label = " ".join(document.text[start:end] for start, end in block.cells[:-1] if end - start < 60)
            for start, end in block.cells:
                if len(document.text[start:end].split()) >= _CELL:
                    yield (start, end), label, True


def _is_claim(sentence: str) -> bool:
    """Whether it says how things are: no question, no wish, no quotation of somebody's words."""
    if len(sentence) > _LONGEST or sentence.rstrip().endswith("?") or QUOTED.search(sentence):
        return False
    marker = _MARKER.match(sentence)
    if pattern("imperatives").match(sentence, marker.end() if marker else 0):
        return False
    return not (pattern("expectations").search(sentence) or sets_action(sentence))


def _claims(sentence: str, base: Claim) -> Iterator[Claim]:
    share = _share(sentence)
    if share:
        yield replace(base, kind="share", part=share[0], whole=share[1], value=share[2], of=share[3])
    elif pattern("piles").search(sentence):
        counted = _COUNT.search(sentence)
        if counted and (many := number(counted["count"])):
            yield replace(base, kind="count", value=float(many), of=counted["noun"])
    if pattern("none_left").search(sentence) and pattern("piles").search(sentence):
        yield replace(base, kind="nil")
    universal = None if pattern("not_universal").search(sentence) else pattern("universal").search(sentence)
    # A cell that says "each nurse" mostly tells what is to be done.
    if universal and not share and not base.in_cell and not pattern("reported").search(sentence):
        whole = re.compile(rf"\s+({NUMBER})(?=\s)", re.IGNORECASE).match(sentence, universal.end())
        noun = _NOUN.match(sentence, whole.end() if whole else universal.end())
        if noun and (head := _head(noun["noun"])):
            count = number(whole[1]) if whole else None
            yield replace(base, kind="all", of=head, whole=count if count and count > 1 else None)
    if not share and not universal and not base.in_cell and not pattern("changed").search(sentence):
        yield from _roughly(sentence, base)
    yield from _achievements(sentence, base)
    plain = len(sentence.split()) <= _PLAIN and not base.in_cell
    if plain and not share and not universal and not _COUNT.search(sentence):
        yield from _findings(sentence, base)
    if exception := pattern("exceptions").search(sentence):
        yield replace(base, kind="exception", of=sentence[exception.end() : exception.end() + 50])


def _roughly(sentence: str, base: Claim) -> Iterator[Claim]:
    """A share told in a word: "nearly all strategy discussions", "few home visits"."""
    for kind, bound, form in _bounds():
        match = form.search(sentence)
        noun = _NOUN.match(sentence, match.end()) if match else None
        if match and noun and (head := _head(noun["noun"])):
            rest = _LEAD_IN.sub("", f"{sentence[: match.start()]} {sentence[match.end() :]}")
            yield replace(base, kind=kind, of=head, value=bound, words=rest)
            return


@cache
def _bounds() -> tuple[tuple[ClaimKind, float, re.Pattern[str]], ...]:
    """What a word of a share says, with its bound in per cent."""
    kinds: tuple[tuple[str, ClaimKind], ...] = (("at_least", "all"), ("at_most", "few"))
    return tuple(
        (kind, float(bound), re.compile(rf"(?<!\ba )\b(?:{alternatives(words)})\b", re.IGNORECASE))
        for name, kind in kinds
        for bound, words in load_data(CLAIMS)[name].items()
    )


def _achievements(sentence: str, base: Claim) -> Iterator[Claim]:
    """That something was done, or was not, or that a thing is finished or is not: the verb in `of`."""
    if match := achievement().search(sentence):
        yield replace(base, kind="undone" if match["not"] else "done", of=match["verb"])
    elif match := _standing().search(sentence):
        kind: ClaimKind = "undone" if match["unfinished"] else "done"
        yield replace(base, kind=kind, of=STANDING, words=sentence[: match.start()])


def _findings(sentence: str, base: Claim) -> Iterator[Claim]:
    """That something is so, or not, of all that the sentence speaks of; told without the "not"."""
    if pattern("findings").search(sentence) and not pattern("quantified").search(sentence):
        denials = pattern("denials").findall(sentence)
        if len(denials) < 2:
            plain = pattern("denials").sub(" ", _LEAD_IN.sub("", sentence))
            yield replace(base, kind="not_held" if denials else "held", words=plain)


def _share(sentence: str) -> tuple[int | None, int | None, float, str] | None:
    """The first share that a sentence gives of its own subject: (part, whole, per cent, the noun counted)."""
    told = SHARE.search(sentence)
    if told and not _is_compared(sentence, told.start()):
        part, whole = number(told["part"] or told["some"]), number(told["all"] or told["whole"])
        if part is not None and whole and part <= whole and not _is_year(whole):
            noun = _NOUN.match(sentence, told.end("all") if told["all"] else told.end("whole"))
            return part, whole, round(100 * part / whole, 1), _head(noun["noun"]) if noun else ""
    figure = _PER_CENT.search(sentence)
    if figure and not _is_compared(sentence, figure.start()):
        return None, None, float(figure["value"]), ""
    return None


def _is_year(value: int) -> bool:
    return 1990 <= value <= 2100


def _is_compared(sentence: str, at: int) -> bool:
    """Whether what stands just before a figure says that it is another's, another time's, or rough."""
    words = re.split(r"[,;:(]", sentence[:at])[-1][-60:].split()
    return bool(pattern("comparators").search(" ".join(words[-4:])))


def _head(noun: str) -> str:
    """A noun phrase without what follows its noun: "front-line team in the" is "front-line team"."""
    words = _after_noun().sub("", noun).split()
    if not words or words[0].lower() in _PRONOUNS:
        return ""
    plural = next((at for at, word in enumerate(words) if re.search(r"[^s]s$", word) and at), None)
    if re.search(r"[^s]s$", words[0]):
        plural = 0
    return " ".join(words[: plural + 1] if plural is not None else words)
