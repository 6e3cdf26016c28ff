"""Rarity: features of many texts weighted by how few hold each, and likenesses to one text, all at once."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float64]


class Rarity:
    """An inverted index of features (stems, themes) over n texts; one without any counts for no rarity."""

    def __init__(self, texts: Sequence[Collection[str]]) -> None:
        self.texts = texts
        self._count = sum(map(bool, texts))
        places: dict[str, list[int]] = {}
        for place, features in enumerate(texts):
            for feature in features:
                places.setdefault(feature, []).append(place)
        self._places = {feature: np.array(found) for feature, found in places.items()}
        self._lengths = np.array([self._length(features) for features in texts])

    def weight(self, feature: str) -> float:
        """ln((n + 1) / (held by + ½)); 0 for a feature of every text."""
        return max(0.0, math.log((self._count + 1) / (len(self._places[feature]) + 0.5)))

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
