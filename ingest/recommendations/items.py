"""Items: which list items, paragraphs and sentences are recommendations, by place and how they ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.phrases import worded
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.context import Context
from ingest.recommendations.headings import is_lead_in, item_number, label_number
from ingest.recommendations.item_ends import closed_end, end_of_sub_items
from ingest.recommendations.numbered import asks_by_its_number
from ingest.recommendations.outline import Place
from ingest.recommendations.outside import asked_outside, subject_acts
from ingest.recommendations.owner_after import owner_after
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import is_refused, reads_as_recommendation, says_need
from ingest.recommendations.recommendation import Origin
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.document import Document


_MOST_LEAST = 4
"""So many words are enough anywhere."""
_LABEL = re.compile(r"^(?:key\s+)?(?:recommendation|action|priority)\s+", re.IGNORECASE)
_HAS_PARTS = re.compile(r":\s*(?:\([^)]*\)\s*)?$")
_ABOUT_THEM = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_follows_on = worded("smart/grammar.yaml", r"^{follows_on}\b")


@dataclass(frozen=True, slots=True)
class Item:
    """A slice of the document taken as one recommendation; `key` is its normalised text."""

    start: int
    end: int
    number: str
    origin: Origin
    key: str
    context: Context = field(default_factory=Context)


def items_of(document: Document, around: Sequence[Place], *, anywhere: bool = False) -> Iterator[Item]:
    """The items of lists that a heading or lead-in opened; with `anywhere`, also requests outside them."""
    last_number, skip_to = "", -1
    for position, place in enumerate(around):
        block = place.block
        if block.start < skip_to or block.kind not in ("list_item", "paragraph", "heading"):
            continue
        text = document.text[block.start : block.end]
        below = position == 0 or around[position - 1].index < place.index - 1
        first = block.kind == "list_item" or (block.kind == "paragraph" and below)
        for start, end in _asked(text, place, last_number, anywhere, first=first):
            end_of_item = block.start + end
            end_of_item = closed_end(document, around, position, block.start + start, end_of_item)
            if _HAS_PARTS.search(text[start:end]):
                end_of_item = max(end_of_item, end_of_sub_items(document, around, position))
                skip_to = end_of_item
            number = (
                _label(text, place)[0] or place.number or _LABEL.sub("", block.marker).strip("().:–-•◼▪ ")
            )
            last_number = number or last_number
            yield _item(document, block.start + start, end_of_item, number, place)


def _item(document: Document, start: int, end: int, number: str, place: Place) -> Item:
    text = document.text[start:end]
    key = re.sub(r"\W+", " ", text).lower().strip()
    priority = next(
        (heading for heading in reversed(place.headings) if re.search(r"(?i)priority", heading)), ""
    )
    following = document.text[end : end + 400] if "statement of" in text else ""
    owner = owner_after(document.text, end, place.block.end)
    context = Context(
        headings=place.headings,
        lead_in=place.lead_in,
        priority=priority,
        following=following,
        owner_after=document.text[slice(*owner)] if owner else "",
    )
    return Item(
        start,
        end,
        number if re.match(r"\w", number) else "",
        "list" if place.block.kind == "list_item" else "prose",
        key,
        context,
    )


def _asked(
    text: str, place: Place, last_number: str, anywhere: bool, *, first: bool
) -> list[tuple[int, int]]:
    """The slices of a block that ask for something, given where the block stands; `first`: it is an item of a
    list, or stands right below its heading.
    """
    start = max(skip_marker(text), _label(text, place)[1], _after_marker(text, place))
    whole = text[start:].rstrip()
    if len(whole.split()) < _MOST_LEAST and len(whole.split()) < _least_words(whole, place):
        return []
    if is_lead_in(text) and not _names_its_act(whole):
        return _before_lead_in(text, start, place)
    listed = place.block.kind == "list_item"
    if place.lead_in and (listed or place.opening) and _completes_lead_in(whole):
        return [(start, start + len(whole))]
    if place.opening == "improvements" and listed and not is_refused(whole) and len(sentences(whole)) <= 3:
        return [(start, start + len(whole))]
    if place.opening:
        asked = _sentences_asking(text, start, listed, place)
        alone = first and (asks_by_its_number(whole, place) or _is_needed(whole, place))
        return asked or ([(start, start + len(whole))] if alone else [])
    if _continues_numbering(place, last_number) and parse_request(whole).form in ("imperative", "modal"):
        return [(start, start + len(whole))]
    return asked_outside(text, start, anywhere)


def _is_needed(whole: str, place: Place) -> bool:
    """A need in one sentence, under a heading that says that requests stand there."""
    return place.opening == "recommendations" and len(sentences(whole)) == 1 and says_need(whole)


def _label(text: str, place: Place) -> tuple[str, int]:
    """The printed number that opens a block, and where its words begin."""
    return item_number(text) if place.opening == "recommendations" else label_number(text)


def _least_words(whole: str, place: Place) -> int:
    """So many words make a request: two in a list of them ("Improve recording"), else three or four."""
    asks = parse_request(whole).form == "imperative"
    listed = place.block.kind == "list_item"
    if listed and (place.opening == "improvements" or (asks and place.opening == "recommendations")):
        return 2
    return 3 if asks else _MOST_LEAST


def _after_marker(text: str, place: Place) -> int:
    """Where the words begin after the printed label: "Recommendation 1"."""
    marker = place.block.marker
    return len(marker) if marker and text.startswith(marker) else 0


def _before_lead_in(text: str, start: int, place: Place) -> list[tuple[int, int]]:
    """What a paragraph asks before its last sentence opens the list below."""
    spans = [(max(first, start), last) for first, last in sentences(text)][:-1]
    return [
        (first, last) for first, last in spans if place.opening and _asks_here(text[first:last], False, place)
    ]


def _names_its_act(text: str) -> bool:
    """“Improve the arrangements, by:” is a recommendation with parts; "The council should:" is not."""
    request = parse_request(text)
    if request.form == "imperative":
        return request.verb not in ("take",) and len(text.split()) > 4
    return (
        request.form == "modal"
        and bool(request.verb)
        and not re.search(r"(?i)\b(?:following|should|must)\W*$", text)
    )


def _completes_lead_in(text: str) -> bool:
    return parse_request(text).form in (
        "imperative",
        "subjunctive",
        "modal",
        "infinitive",
    ) and not is_refused(text)


def _sentences_asking(text: str, start: int, listed: bool, place: Place) -> list[tuple[int, int]]:
    """Inside a list of recommendations: a whole item where its first sentence asks, else its sentences."""
    spans = [(max(first, start), last) for first, last in sentences(text) if last > start]
    asking = [_asks_here(text[first:last], listed, place) for first, last in spans]
    if (
        spans
        and asking[0]
        and (listed or all(asking) or (len(spans) <= 2 and _follows_on().match(text[spans[-1][0] :])))
    ):
        numbered = (
            place.block.marker.strip("().: ").isdigit() and parse_request(text[start:]).form == "imperative"
        )
        if numbered or (place.opening == "recommendations" and (listed or len(spans) == 1)):
            return [(start, spans[-1][1])]
    return list(_joined(text, spans, asking))


def _asks_here(sentence: str, listed: bool, place: Place) -> bool:
    request = parse_request(sentence)
    if request.form == "none" or is_refused(sentence):
        return False
    if request.form == "noun_phrase":
        return listed and place.opening == "recommendations" and not _ABOUT_THEM.search(sentence)
    if place.opening == "findings" or not listed:
        return reads_as_recommendation(sentence) or (
            request.form == "modal" and not request.passive and subject_acts(sentence)
        )
    return True


def _joined(text: str, spans: list[tuple[int, int]], asking: list[bool]) -> Iterator[tuple[int, int]]:
    """Each asking sentence, together with the ones that go on about the same act ("This should include…")."""
    current: tuple[int, int] | None = None
    for (first, last), asks in zip(spans, asking, strict=True):
        follows = bool(_follows_on().match(text[first:last])) and re.search(
            r"(?i)\b(?:should|must|needs? to|include)\b", text[first:last]
        )
        if current and follows:
            current = (current[0], last)
        else:
            if current:
                yield current
            current = (first, last) if asks else None
    if current:
        yield current


def _continues_numbering(place: Place, last_number: str) -> bool:
    """The next number after the last recommendation's: a thematic heading stood between them."""
    number = place.block.marker.strip("().: ")
    return (
        place.block.kind == "list_item"
        and number.isdigit()
        and last_number.isdigit()
        and int(number) == int(last_number) + 1
    )
