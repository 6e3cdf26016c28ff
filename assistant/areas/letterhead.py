"""Letterhead: whose an e-mail is that names no area, by its senders, its readers and its signature."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ingest.phrases import stands_in, word_set

_HEAD = 8
"""Lines at the top of an e-mail among which its headers stand, below its subject."""
_HEADER = re.compile(r"(?:From|To|Cc): ")
_DOMAIN = re.compile(r"@([\w.-]+)")
_SIGNATURE = 8
"""Lines below the closing words that say who signs."""
_SHORTEST = 4
"""Letters of an area's name that may begin a domain's: fewer may be chance."""


def area_of_letter(text: str, areas: Collection[str]) -> str:
    """Which of `areas` an e-mail's addresses, names and signature name; "" for several, none or no mail."""
    lines = text.split("\n")
    head = [line for line in lines[:_HEAD] if _HEADER.match(line)]
    if not any("@" in line for line in head):
        return ""
    said = "\n".join([*head, *_signature(lines)]).lower()
    named = {area for area in areas if _is_named(area.lower(), said)}
    own = {area for area in named if not any(area != other and area in other for other in named)}
    return own.pop() if len(own) == 1 else ""


def _is_named(area: str, said: str) -> bool:
    """Whether a name stands in full, or begins a part of a domain: "north-exmoor.gov.uk", "exmoorscp.org"."""
    if stands_in(said, area):
        return True
    letters = re.sub(r"\W", "", area)
    parts = (part for domain in _DOMAIN.findall(said) for part in domain.replace("-", "").split("."))
    return len(letters) >= _SHORTEST and any(part.startswith(letters) for part in parts)


def _signature(lines: list[str]) -> Iterator[str]:
    """The lines below the first closing words, up to an older message or an attachment."""
    ends = (
        at
        for at, line in enumerate(lines, 1)
        if line.lower().strip(" ,.!") in word_set("vocabulary/quoted-mail.yaml", "sign_offs")
    )
    at = next(ends, len(lines))
    for line in lines[at : at + _SIGNATURE]:
        if line.startswith(("From:", "Subject:", "Attachment: ", ">")) or line.endswith("wrote:"):
            return
        yield line
