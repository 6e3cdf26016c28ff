"""Context owners: who is named as the one to act around a sentence, by a column, a lead-in or a heading."""

from __future__ import annotations

import re

from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.context import Context
from ingest.recommendations.owners import find_owner, names_nobody
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.recommendation import Owner


def find_context_owner(context: Context) -> Owner | None:
    """The owner that a table column, the next sentence, a lead-in or a heading names, nearest first."""
    if context.owner.strip() and not names_nobody(context.owner):
        return Owner(context.owner.strip(), None, "table")
    if context.owner_after:
        return Owner(context.owner_after, None, "following")
    lead_in = _body_asked(context.lead_in)
    if lead_in:
        return Owner(lead_in, None, "lead_in")
    for heading in reversed(context.headings):
        body = _body_in_heading(heading)
        if body:
            return Owner(body, None, "heading")
    return None


def _body_asked(lead_in: str) -> str:
    """The subject of a lead-in: "The local authority should:"."""
    if not lead_in.strip():
        return ""
    sentence = re.split(r"(?<=[.!?])\s+", lead_in.strip())[-1]
    request = parse_request(re.sub(r":\s*$", " act", sentence))
    owner = find_owner(re.sub(r":\s*$", " act", sentence), request)
    if owner:
        return owner.text
    match = re.search(r"(?i)\b(?:recommendations?|actions?)\s+(?:for|to)\s+(?P<who>[^:.]{3,80})", sentence)
    return match["who"].strip() if match and names_an_actor(match["who"]) else ""


def _body_in_heading(heading: str) -> str:
    """“What does the local authority need to improve?”, "Recommendations for Harrow Council"."""
    match = re.search(
        r"(?i)what\s+(?:does|do|should)\s+(?P<who>.{3,80}?)\s+(?:need|do|have|improve)", heading
    ) or re.search(
        r"(?i)(?:recommendations?|actions?|priorities|improvements?)\s+(?:for|to)\s+(?P<who>.{3,80}?)\s*:?$",
        heading,
    )
    if match and names_an_actor(match["who"]):
        return match["who"].strip()
    bare = re.fullmatch(
        r"(?i)(?:for\s+)?(?P<who>(?:the\s+)?[\w’' -]{2,60}?)(?:\s+should)?\s*:?", heading.strip()
    )
    if (
        bare
        and names_an_actor(bare["who"])
        and not re.search(r"(?i)recommend|effective|section|finding|judg|review of|inspection", heading)
    ):
        return bare["who"].strip() if re.search(r"(?i)should|^for ", heading) else ""
    return ""
