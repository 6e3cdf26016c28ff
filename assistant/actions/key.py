"""Key: what the colours of a plan mean, where the document prints it, else what is usual."""

from __future__ import annotations

import re

from assistant.actions.reading import Reading, read_report
from assistant.actions.vocabulary import words_of
from ingest.cell_colour import parted
from ingest.phrases import alternatives
from prompts.load import load_data


class Key:
    """The meanings of colours that a document prints: "Blue = complete", "green means on track; amber, at
    risk", or a row of two cells.
    """

    def __init__(self, text: str) -> None:
        colours = alternatives(words_of("status", "colours"))
        said = rf"\b({colours})\b\]?\s*(?:\([^)]*\)\s*)?(?:means?|is|=|:|–|-|,)\s*([^;.,\n|=]+)"
        row = rf"^\s*(?:\[cell colour: )?({colours})\]?\s*\|\s*([^|\n]+)$"
        self._meanings: dict[str, str] = {}
        for entry in (said, row):
            for match in re.finditer(entry, text, re.IGNORECASE | re.MULTILINE):
                self._meanings.setdefault(match[1].lower(), match[2].strip())

    def read(self, colour: str, said_on: str | None) -> Reading:
        """What a cell that holds a colour alone says."""
        name = _name(colour)
        meaning = self._meanings.get(name) or load_data("actions/status.yaml")["usual"].get(name)
        return read_report(meaning, said_on) if meaning else Reading("none")

    def is_on_track_by_custom(self, colour: str) -> bool:
        """Whether no key explains a colour that usually means "on track"."""
        name = _name(colour)
        return name not in self._meanings and name in words_of("status", "on_track")


def colour_of(cell: str) -> str:
    """The colour that a cell holds alone, in a word, a letter or its fill; "" for anything else."""
    return _name(cell) if is_colour(cell) else ""


def is_colour(cell: str) -> bool:
    """Whether a cell holds a colour alone, in a word, the letter that stands for one, or its fill."""
    return _name(cell) in words_of("status", "colours")


def _name(cell: str) -> str:
    words, fill = parted(cell)
    said = (words or fill).strip()
    letters = load_data("actions/status.yaml")["letters"]
    word = re.sub(r"\W+", "", said).lower()
    return str(letters.get(said) or letters.get(word, word))
