"""One line of a list of recommendations, taken as one without asking whether it is one."""

from __future__ import annotations

from ingest.recommendations.identity import finding_number, identity
from ingest.recommendations.recommendation import Recommendation


def recommendation_of_line(text: str, line: int) -> Recommendation:
    """The recommendation that a line of text is; lines alike have ids of their own. Owner and deadline
    are left to the check.
    """
    return Recommendation(
        id=identity("", f"{line} {text}"),
        number="",
        text=text,
        start=0,
        end=len(text),
        origin="line",
        finding=finding_number(text),
    )
