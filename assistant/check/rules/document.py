"""Rules about a whole document or several: pages unread, nothing found, too many, made before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from assistant.check.assessment import SmartFinding
from assistant.check.gather import Gathered
from assistant.check.rules.case import Offence
from assistant.check.rules.registry import finding
from assistant.check.suppress import Suppression
from assistant.in_words import day_in_words
from assistant.render.place import place_of
from assistant.render.plain import shortened
from ingest.recommendations.words import vocabulary

if TYPE_CHECKING:
    from assistant.check.earlier import Earlier

_MOST_PAGES_LISTED = 12
_QUOTED, _QUOTED_WHOLE = 160, 400


def document_findings(source: Gathered, limit: int, any_found: bool) -> Iterator[SmartFinding]:
    """What is to be said of one document; `any_found`: whether the run found a recommendation anywhere."""
    skipped = skipped_paper(source) if any_found else None
    for code, offence in (
        ("SM901", None if skipped else none_found(source)),
        ("SM907", skipped),
        ("SM902", unread_pages(source)),
        ("SM903", unreadable(source)),
        ("SM704", too_many(source, limit)),
    ):
        if offence:
            yield finding(code, offence, 0)


def none_found(source: Gathered) -> Offence | None:
    """Rationale: a document in which nothing was checked must not pass."""
    return Offence() if not source.recommendations and source.error is None else None


def skipped_paper(source: Gathered) -> Offence | None:
    """Rationale: a folder holds all sorts of papers, and a scorecard or an e-mail without recommendations is
    no fault; it is named, since nothing in it was checked.
    """
    known = vocabulary("papers")
    kind = known["kinds"].get(source.kind) or known["formats"].get(PurePath(source.path).suffix.lower())
    if source.named or source.unread or kind is None or none_found(source) is None:
        return None
    return Offence(None, {"kind": kind})


def unread_pages(source: Gathered) -> Offence | None:
    """Rationale: what stands on a page that could not be read was not checked."""
    if not source.unread:
        return None
    labels = {index: label for index, label, _ in source.pages}
    shown = [labels.get(index) or str(index + 1) for index in source.unread[:_MOST_PAGES_LISTED]]
    more = [f"and {len(source.unread) - len(shown)} more"] if len(source.unread) > len(shown) else []
    listed = ", ".join([*shown, *more])
    return Offence(None, {"count": str(len(source.unread)), "pages": str(len(source.pages)), "list": listed})


def unreadable(source: Gathered) -> Offence | None:
    """Rationale: what cannot be read cannot be checked."""
    error = source.error
    return Offence(None, {"reason": error.message, "step": error.next_step}) if error else None


def too_many(source: Gathered, limit: int) -> Offence | None:
    """Rationale: attention is finite; authors of the national studies asked boards to curb the number."""
    count = len(source.recommendations)
    if count <= limit or source.each_line:
        return None
    return Offence(None, {"count": str(count), "limit": str(limit)})


def not_a_recommendation() -> SmartFinding:
    """Rationale: with --each-line every line is assessed; the reader should know which are none."""
    return finding("SM904", Offence(), 0)


def unread_item(number: str, words: str) -> SmartFinding:
    """Rationale: who numbers an item among the recommendations thinks that it was checked with them."""
    return finding("SM908", Offence(None, {"number": number, "quote": shortened(words, _QUOTED)}), 0)


def made_before(document: str, earlier: str, later: str) -> SmartFinding:
    """Rationale: a repeat says that the first one did not work."""
    words = {"document": document, "quote": shortened(earlier, _QUOTED)}
    return finding("SM703", Offence((0, len(later)), words), len(later))


def asked_before(asked: Iterable[Earlier], later: str) -> Iterator[SmartFinding]:
    """Rationale: a repeat says that the first one did not work, and its paper may tell why.

    What to ask is said with the first: it is one question, however many papers are named.
    """
    for at, earlier in enumerate(asked):
        cited = earlier.citation
        place, quote = place_of(replace(cited, heading="")), shortened(cited.quote, _QUOTED_WHOLE)
        words = {"place": place, "quote": quote, "since": earlier.since}
        code = "SM705" if earlier.sure else "SM706"
        found = replace(finding(code, Offence((0, len(later)), words), len(later)), earlier=earlier)
        yield replace(found, message=found.message.rstrip(), suggestion="" if at else found.suggestion)


def suppression_problems(
    written: Sequence[Suppression], used: Iterable[Suppression], today: str
) -> Iterator[tuple[Suppression, SmartFinding]]:
    """Rationale: what is set aside without a reason, in vain or for too long hides things from the reader."""
    done = set(used)
    for suppression in written:
        told = ""
        if not suppression.reason.strip():
            told = f"{suppression.code} is suppressed without a reason."
        elif suppression.has_ended(today):
            told = f"The suppression of {suppression.code} ended on {day_in_words(suppression.until)}."
        elif suppression not in done:
            told = f"The suppression of {suppression.code} suppresses nothing."
        if told:
            yield suppression, finding("SM905", Offence(None, {"reason": told}), 0)


def stale_baseline(left: Counter[str]) -> SmartFinding | None:
    """Rationale: a stale entry would hide the finding if it came back."""
    listed = ", ".join(f"{count} of {code}" for code, count in sorted(left.items()))
    return finding("SM906", Offence(None, {"count": str(left.total()), "list": listed}), 0) if left else None
