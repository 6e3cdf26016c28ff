"""Faults: the points of a list of things to improve, each of which names what is wanting."""

from __future__ import annotations

import re
from functools import cache

from ingest.passage import Passage
from prompts import load_data

_POINT = re.compile(r"\s*[^\w\s“‘\"'(\[]")
"""A line that begins with the mark of a point."""


def list_of_faults(passage: Passage, start: int) -> str:
    """The heading of the list of things to improve that the point at `start` stands in; "" for what is none.

    "The consistent recording of risk" is none that was found, under "What needs to improve?". Only points
    count: where later headings were missed, a whole paper may seem to stand under this one.
    """
    line = passage.text[passage.text.rfind("\n", 0, max(0, start - passage.start)) + 1 :]
    if not _POINT.match(line):
        return ""
    heading = passage.heading_path[-1].split("\n")[0].strip() if passage.heading_path else ""
    return heading.rstrip("?:. ") if _faults().fullmatch(heading) else ""


@cache
def _faults() -> re.Pattern[str]:
    sections = load_data("vocabulary/listing.yaml")["sections"]
    headings = [*sections["improve"]["headings"], *sections["priority"]["headings"]]
    faults = (heading for heading in headings if heading not in sections["recommendations"]["plain"])
    return re.compile(rf"(?:{'|'.join(faults)})[?:.]?\d?", re.IGNORECASE)
