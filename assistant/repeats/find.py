"""Find repeats: which recommendations ask what an earlier document of the same area had asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import combinations, takewhile
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from assistant.repeats.content import (
    asked_once,
    bare,
    core_themes,
    is_routine,
    meant,
    rules,
    subjects,
    telling,
)
from assistant.repeats.made import Made, Meanings, Repeat
from assistant.words import normal

_COPIED = 0.8
"""Two documents are copies where so large a share of the shorter one's recommendations stand in the other."""

Row = npt.NDArray[np.float64]


def find_repeats(
    made: Sequence[Made],
    later: Collection[int] | None = None,
    meanings: Callable[[], Meanings] | None = None,
) -> list[Repeat]:
    """Pairs of a later and an earlier recommendation that ask the same, as `earlier_requests` has them."""
    return [
        pair
        for pairs in earlier_requests(made, later, meanings)
        for pair in takewhile(attrgetter("sure"), pairs)
    ]


def earlier_requests(
    made: Sequence[Made],
    later: Collection[int] | None = None,
    meanings: Callable[[], Meanings] | None = None,
) -> Iterator[Iterator[Repeat]]:
    """For each later recommendation, by place, what earlier documents had asked, the likeliest first.

    `later` are the places in `made` of the later ones that are wanted (None: of all). `meanings` brings the
    vectors of all (`content.meant`), where any are to be compared.
    Only documents with a date are compared, within one area; copies of one document are no repeats, nor is
    what every inspection asks, nor what a plan takes up.
    """
    search = _Search(made, meanings)
    places = np.flatnonzero(search.eligible).tolist()
    for place in places if later is None else sorted({*places} & {*later}):
        yield search.earlier(place)


class _Search:
    """The features of all recommendations, made once."""

    def __init__(self, made: Sequence[Made], meanings: Callable[[], Meanings] | None) -> None:
        self.made = made
        self._bring = meanings
        self.eligible = np.array([_asks(item) for item in made], bool)
        # How rare a word is, those tell that ask for themselves: a plan's rows would double each request.
        texts = [item.text if asks else "" for item, asks in zip(made, self.eligible, strict=True)]
        self.themes = [core_themes(bare(text)) for text in texts]
        self.by_word = Rarity([telling(meant(text)) for text in texts])
        self.areas = _ranks([item.subject for item in made])
        self.by_subject = Rarity([subjects(text) for text in texts], self.areas, asked_once())
        self.told = np.array([bool(found) for found in self.by_subject.texts], bool)
        self.sources = _ranks([item.source for item in made])
        self.days = _ranks([last_day(item.published) for item in made])
        self.copies = _copies(made)

    def earlier(self, later: int) -> Iterator[Repeat]:
        """What documents before it had asked, the likeliest first."""
        asked = np.flatnonzero(self._may_be_repeated(later))
        if not asked.size:
            return
        scores, enough = self._scores(later, asked)
        mine = self.themes[later]
        for at in np.lexsort((asked, -scores.round(3))):
            place, score = int(asked[at]), float(scores[at])
            if not self._copied(later, place):
                themes = tuple(theme for theme in mine if theme in self.themes[place])
                yield Repeat(later, place, round(score, 3), themes, sure=score >= enough)

    def _scores(self, later: int, asked: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.float64], float]:
        """The sums of points of those asked before, and the least that is enough."""
        points, enough, meanings = rules()["points"], rules()["enough"], self._meanings
        every, rarest = (held[asked] for held in self.by_subject.shared(later))
        scores: npt.NDArray[np.float64] = (
            points["words_alone" if meanings is None else "words"] * self.by_word.likeness(later)[asked]
            + points["subjects"] * every
            + points["rarest_subject"] * rarest
            + points["other_subject"] * (self.told[later] & self.told[asked] & (rarest == 0))
        )
        if meanings is None:
            return scores, enough["words_only"]
        return scores + points["meaning"] * (meanings[asked] @ meanings[later]), enough["with_meaning"]

    @cached_property
    def _meanings(self) -> Meanings | None:
        return self._bring() if self._bring else None

    def _may_be_repeated(self, later: int) -> npt.NDArray[np.bool_]:
        """Which ones an earlier document of the same area asked, shape (n,)."""
        found: npt.NDArray[np.bool_] = (
            self.eligible
            & (self.areas == self.areas[later])
            & (self.sources != self.sources[later])
            & (self.days < self.days[later])
        )
        return found

    def _copied(self, one: int, other: int) -> bool:
        return frozenset((self.made[one].source, self.made[other].source)) in self.copies


def _asks(item: Made) -> bool:
    return bool(item.published) and not item.follows_up and not is_routine(item.text)


def _ranks(values: Sequence[str]) -> npt.NDArray[np.int64]:
    """Each value's place among the sorted ones, so that whole columns compare at once."""
    order = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return np.array([order[value] for value in values], np.int64)


def last_day(published: str) -> str:
    """A year or a month alone counts as its end."""
    return f"{published}-99-99"[: len("2024-03-31")] if len(published) < len("2024-03-31") else published


def _copies(made: Sequence[Made]) -> set[frozenset[str]]:
    """Pairs of documents that are one document filed twice, or one that quotes all of the other's."""
    asked: dict[str, set[str]] = {}
    for item in made:
        asked.setdefault(item.source, set()).add(normal(item.text))
    holders: dict[str, list[str]] = {}
    for source, texts in asked.items():
        for text in texts:
            holders.setdefault(text, []).append(source)
    near = {frozenset(pair) for sources in holders.values() for pair in combinations(sources, 2)}
    return {pair for pair in near if _is_copied(*(asked[source] for source in sorted(pair)))}


def _is_copied(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    return (shorter > 1 or len(one) == len(other)) and len(one & other) / shorter >= _COPIED


class Rarity:
    """An inverted index of features (stems, themes) over n texts; one without any counts for no rarity.

    All texts of one group hold a feature of `once` together: what is said again there is not common by that.
    """

    def __init__(
        self,
        texts: Sequence[Collection[str]],
        groups: npt.NDArray[np.int64] | None = None,
        once: Collection[str] = (),
    ) -> None:
        self.texts = texts
        self._count = sum(map(bool, texts))
        places: dict[str, list[int]] = {}
        for place, features in enumerate(texts):
            for feature in features:
                places.setdefault(feature, []).append(place)
        self._places = {feature: np.array(found) for feature, found in places.items()}
        self._held = {
            feature: len(np.unique(groups[found])) if groups is not None and feature in once else len(found)
            for feature, found in self._places.items()
        }
        self._lengths = np.array([self._length(features) for features in texts])

    def weight(self, feature: str) -> float:
        """ln((n + 1) / (held by + ½)); 0 for a feature of every text."""
        return max(0.0, math.log((self._count + 1) / (self._held[feature] + 0.5)))

    def likeness(self, place: int) -> Row:
        """Cosine of this text's weighted features with every text's, shape (n,)."""
        found = np.zeros(len(self.texts))
        for feature in self.texts[place]:
            found[self._places[feature]] += self.weight(feature) ** 2
        cosines: Row = found / np.maximum(self._lengths * self._lengths[place], 1e-9)
        return cosines

    def shared(self, place: int) -> tuple[Row, Row]:
        """The weights of all features shared with every text, and the rarest: 1 for one of a single text."""
        most = max(math.log((self._count + 1) / 1.5), 1e-9)
        every, rarest = np.zeros(len(self.texts)), np.zeros(len(self.texts))
        for feature in self.texts[place]:
            here, weight = self._places[feature], self.weight(feature) / most
            every[here] += weight
            rarest[here] = np.maximum(rarest[here], weight)
        return every, rarest

    def _length(self, features: Collection[str]) -> float:
        return math.sqrt(sum(self.weight(feature) ** 2 for feature in features))
