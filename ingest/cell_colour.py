"""Cell colour: how a status shown by a cell's fill alone stands in the text, told from the paper's words."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*\[cell colour: (\w+)\]$")


def marked(text: str, colour: str) -> str:
    """A cell's text with the colour that it is filled with."""
    return f"{text} [cell colour: {colour}]".lstrip()


def explained(text: str, colour: str) -> str:
    """A cell of a key: what the colour that it is filled with means."""
    return f"[cell colour: {colour}] = {text}"


def parted(cell: str) -> tuple[str, str]:
    """The words of a cell and the colour read from its fill, each "" where there is none."""
    found = _MARK.search(cell)
    return (cell[: found.start()], found[1]) if found else (cell, "")
