"""Movement: a measure that went up or down, and whether that is better, worse or only changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from assistant.statements.concepts import Found, lists_of, words_of
from assistant.statements.figures import period_names
from assistant.statements.lexicon import MEASURES, POLARITY
from ingest.phrases import any_listed, worded
from prompts import load_data

BETTER, WORSE, CHANGED = "moved_better", "moved_worse", "moved"
"""The concepts of a statement whose measure moved; the last of one that nobody calls better or worse."""

NEXT = 4
"""What is increased or reduced stands among so many words after that."""

ROUNDING = 1.0
"""Percentage points that are no movement."""

_lists = partial(lists_of, MEASURES)
_tones = partial(lists_of, POLARITY, "good", "bad", "neither")
_FIGURE = re.compile(r"£?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(%|per cent)?")
_FIRST_FIGURE = re.compile(rf"\W*{_FIGURE.pattern}")
_SHARE = re.compile(r"\d\s?%|per ?cent\b|\b(?:share|proportion|percentage)\b", re.IGNORECASE)
_COMMON = frozenset({"from", "than", "year", "last", "before", "with", "in", "of", "a", "an", "to"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER = 60
"""What two figures are of stands in so many characters after the second."""
_AMOUNT = r"£?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:\s?(?:%|per cent))?"
_beside = worded(
    MEASURES,
    rf"(?<![\d£.,–-])(?P<last>{_AMOUNT})(?![\d–-])[^.;|]{{0,90}}?"
    rf",? \b{{set_beside}} (?P<first>{_AMOUNT})(?![\d–-])"
    rf"|\bfrom (?P<old>{_AMOUNT}) to (?P<new>\d+(?:\.\d+)?\s?(?:%|per cent))",
)
"""The newer figure and the older one beside it; or "from" the older "to" the newer, of per cent."""


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved; `way` 1 up, -1 down, 0 neither; `good` 1 better, -1 worse, 0 not known or the same.

    `first` and `last` are the figures as they stand, "" where none are given; `target` the row's own.
    """

    measure: str
    way: int
    good: int
    first: str = ""
    last: str = ""
    target: str = ""

    @property
    def short_of_target(self) -> bool:
        """Is the last figure on the wrong side of the row's target?"""
        sign = self.good * self.way
        return bool(sign and self.target) and (_value(self.last) - _value(self.target)) * sign < 0

    @property
    def concept(self) -> str:
        """The concept of a statement that tells this."""
        return {1: BETTER, -1: WORSE, 0: CHANGED}[self.good]


def movement_of_row(header: str, cells: Sequence[str]) -> Movement | None:
    """What a row says whose columns are times; None of one that holds no two figures of times."""
    names = [name.strip() for name in header.split(" | ")]
    columns = list(zip(names, (cell.strip() for cell in cells), strict=False))
    timed = _in_time([(name, cell) for name, cell in columns if period_names().search(name)])
    figured = [cell for _, cell in timed if _FIRST_FIGURE.match(cell)]
    if len(figured) < 2:
        return None
    measure = next((cell for cell in cells if any(letter.isalpha() for letter in cell)), "").strip()
    if not measure or " ".join(words_of(measure)) in load_data(MEASURES)["no_measure"]:
        return None
    first, last = figured[0], figured[-1]
    share = any("%" in cell for cell in (measure, first, last))
    way = _way(first, last, share)
    judged = _judged(columns)
    good = way * direction(measure, share) if judged is None else judged
    target = next((cell for name, cell in columns if _lists("target_columns").names(name) and cell), "")
    return Movement(measure, way, good, first, last, target)


def movement_of_clause(text: str) -> Movement | None:
    """What a clause of prose says: by its words ("rose", "have fallen"), else by two figures of two times."""
    words = words_of(text)
    moves = _apart(_lists("up", "down").find(words))
    if not moves:
        return _of_figures(text)
    share = _SHARE.search(text) is not None
    good = {_good_of(words, moves, at, share) for at in range(len(moves))} - {0}
    way = 1 if moves[0].concept == "up" else -1
    return Movement(text, way, good.pop() if len(good) == 1 else 0)


def may_move(text: str, words: Sequence[str]) -> bool:
    """Does a text hold a word without which no clause says that a measure moved? A quick look."""
    return not _openers().isdisjoint(words) or ("from" in words and _SHARE.search(text) is not None)


def direction(measure: str, share: bool = False) -> int:
    """1 for a measure that is better high, -1 for one that is better low, 0 where its words do not tell.

    Some are better high only as a `share` of a whole.
    """
    words = words_of(measure)
    hits = _outermost(_lists("low", "high", "high_share", "neither").find(words))
    named = {hit.concept for hit in hits if share or hit.concept != "high_share"} - {"neither"}
    signs = {-1 if name == "low" else 1 for name in named}
    if not signs:
        tones = {hit.concept for hit in _outermost(_tones().find(words))} - {"neither"}
        signs = {1 if tone == "good" else -1 for tone in tones}
    return signs.pop() if len(signs) == 1 else 0


def moving_words(words: Sequence[str]) -> frozenset[int]:
    """Where words stand that say that a figure moved: they praise and blame by what moved."""
    hits = _lists("up", "down").find(words)
    return frozenset(at for hit in hits for at in range(hit.first, hit.last + 1))


def _good_of(words: Sequence[str], moves: Sequence[Found], at: int, share: bool) -> int:
    """Better or worse by the measure before a word of moving, or after it where that has it: "a rise in"."""
    move = moves[at]
    sign = 1 if move.concept == "up" else -1
    begins = moves[at - 1].last + 1 if at else 0
    ends = moves[at + 1].first if at + 1 < len(moves) else len(words)
    after = words[move.last + 1 : ends]
    if words[move.last] in ("in", "of") or move.first == begins:
        return sign * direction(" ".join(after), share)
    own = words[move.first] in load_data(MEASURES)["transitive"] and direction(" ".join(after[:NEXT]), share)
    return sign * (own or direction(" ".join(_after_that(words[begins : move.first])), share))


def _after_that(words: Sequence[str]) -> Sequence[str]:
    """What is told: “the audit of missed appointments found that” goes before it, and is not what moved."""
    told = (at for at in range(len(words) - 1, 0, -1) if words[at] == "that")
    after = next((at + 1 for at in told if words[at - 1] in load_data(MEASURES)["tells"]), 0)
    return words[after:]


def _of_figures(text: str) -> Movement | None:
    match = _beside().search(text)
    if match is None:
        return None
    first, last = match["old"] or match["first"], match["new"] or match["last"]
    rest = text[match.end() : match.end() + _AFTER]
    timed = match["old"] or (any_listed(MEASURES, "times").search(rest) and not _lists("others").names(rest))
    if not timed or ("%" in first) != ("%" in last):
        return None
    way = _way(first, last, "%" in last)
    measure = text[: match.start("old" if match["old"] else "first")]
    return Movement(measure, way, way * direction(measure, "%" in last), first, last)


def _judged(columns: Sequence[tuple[str, str]]) -> int | None:
    """What the row's own column says: 1 better, -1 worse, 0 the same; None where none says anything."""
    for name, cell in columns:
        if not _lists("judged_columns").names(name) or not cell or _FIRST_FIGURE.match(cell):
            continue
        said = " ".join(words_of(cell))
        for sign, key in ((0, "judged_same"), (1, "judged_better"), (-1, "judged_worse")):
            if any(f"{said} ".startswith(f"{begin} ") for begin in load_data(MEASURES)[key]):
                return sign
        return 0
    return None


def _in_time(columns: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The columns of times, the oldest first: a table whose years run backwards is turned round."""
    years = [found[0] for name, _ in columns if (found := _YEAR.findall(name))]
    return list(reversed(columns)) if years and years[0] > years[-1] else list(columns)


def _way(first: str, last: str, share: bool) -> int:
    """1 up, -1 down, 0 where rounding may have made the difference."""
    change = _value(last) - _value(first)
    return 0 if abs(change) <= (ROUNDING if share else 0) else (1 if change > 0 else -1)


def _value(text: str) -> float:
    match = _FIGURE.search(text)
    return float(match[1].replace(",", "")) if match else 0.0


def _apart(moves: Sequence[Found]) -> list[Found]:
    """The words of moving by place, those inside a longer one left out: "up from" after "rose"."""
    return sorted(_outermost(moves), key=lambda hit: hit.first)


def _outermost(hits: Sequence[Found]) -> list[Found]:
    """The hits that no longer one covers: "re-referrals" is no "referrals"."""
    return [hit for hit in hits if not any(_covers(one, hit) for one in hits)]


def _covers(one: Found, other: Found) -> bool:
    longer = one.last - one.first > other.last - other.first
    return longer and one.first <= other.first and other.last <= one.last


@cache
def _openers() -> frozenset[str]:
    """Of each phrase of moving the word that tells most: the longest that is not common."""
    rules = load_data(MEASURES)
    phrases = [phrase.split() for name in ("up", "down", "set_beside") for phrase in rules[name]]
    return frozenset(max((word for word in phrase if word not in _COMMON), key=len) for phrase in phrases)
