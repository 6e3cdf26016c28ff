"""Key: what the colours of a plan mean, where the document prints it."""

from __future__ import annotations

import re

from assistant.actions.reading import Reading, read_report
from assistant.actions.vocabulary import alternatives, words_of


class Key:
    """The meanings of colours that a document prints: "Blue = complete", "green means on track; amber, at
    risk".
    """

    def __init__(self, text: str) -> None:
        colours = alternatives(words_of("status", "colours"))
        entry = rf"\b({colours})\b\s*(?:\([^)]*\)\s*)?(?:means?|is|=|:|–|-|,)\s*([^;.,\n|=]+)"
        self._meanings: dict[str, str] = {}
        for match in re.finditer(entry, text, re.IGNORECASE):
            self._meanings.setdefault(match[1].lower(), match[2].strip())

    def read(self, colour: str, said_on: str | None) -> Reading:
        """What a cell that holds a colour alone says; nothing where no key explains it."""
        name = re.sub(r"\W+", "", colour).lower()
        if name in self._meanings:
            return read_report(self._meanings[name], said_on)
        return Reading("none")
