"""Fit: do boxes cover the words they are meant to, no fewer and no more?"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np

from ingest.draft import CELL_JOINER
from ingest.pictures.boxes import Box
from ingest.pictures.picture import PagePicture

_LEFT_OUT = frozenset("-\u00ad\u2010\u2011•" + CELL_JOINER)
"""Line-end hyphens go when lines are joined; the reader sets list signs and separators of cells."""


def fits(picture: PagePicture, boxes: Sequence[Box], words: str, *, may_be_empty: bool = False) -> bool:
    """Whether the characters whose middles the boxes hold are those of `words`.

    `may_be_empty`: also where they hold none at all, as on a page that is an image, read optically.
    """
    x = (picture.boxes[:, 0] + picture.boxes[:, 2]) / 2
    y = (picture.boxes[:, 1] + picture.boxes[:, 3]) / 2
    held = np.zeros(len(picture.text), bool)
    for box in boxes:
        held |= (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
    found = [character for character, inside in zip(picture.text, held, strict=True) if inside]
    if may_be_empty and not found:
        return True
    return Counter(letters("".join(found))) == Counter(letters(words))


def letters(text: str) -> str:
    """What is compared: ligatures as letters, without white space, hyphens and signs."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and c not in _LEFT_OUT and _printed(c))


def _printed(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cn", "Cs") and character != "\ufffd"
