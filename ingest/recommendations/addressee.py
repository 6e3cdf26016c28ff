"""Addressee: to whom a whole letter or report is addressed, who acts where nobody is named nearer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.phrases import worded
from ingest.recommendations.actors import names_an_actor

if TYPE_CHECKING:
    from ingest.document import Document

_SAID_TWICE = re.compile(r"(?<=council)\s+local authority$", re.IGNORECASE)
_OPENING = 4_000
"""Within so many characters from the beginning a document says to whom it is addressed."""
_pattern = worded(
    "smart/headings.yaml",
    r"^{addressed}\s+(?:the\s+)?(?P<who>{addressees})(?=[\s,.;:]|$)",
    flags=re.MULTILINE | re.IGNORECASE,
)


def addressee_of(document: Document) -> str:
    """The one body that the document is addressed to, in its words; "" where it names none, or a person."""
    match = _pattern().search(document.text, 0, _OPENING)
    who = _SAID_TWICE.sub("", " ".join(match["who"].split())) if match else ""
    return who if who and names_an_actor(who) else ""
