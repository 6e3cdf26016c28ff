"""Text from documents, file names and errors, made safe for a screen."""

from __future__ import annotations

from ingest.clean import clean


def plain(text: str) -> str:
    """The text without control, bidi and tag characters; line ends and tabs stay."""
    return clean(text)[0]


def one_line(text: str) -> str:
    """The text, safe, with every run of white space as one space."""
    return " ".join(plain(text).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line of at most `limit` characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    whole = head if line[limit - 1] == " " else head.rsplit(" ", 1)[0]
    return whole.rstrip(" ,;:") + "…"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
