"""Ledgers against the gold ones: every shown statement judged, every gold statement sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.key_questions.ledger import Claim, Ledger
from assistant.key_questions.questions import ledgers
from eval import scores
from eval.sets.gold import Split
from eval.sets.ledgers import GoldLedger, GoldLedgers, Item, half_of
from ingest.library import Library

COUNTED = ("for", "against")
SMART = 6
"""The question whose statements against are simply all requests that lack something."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One shown statement: on which side of which question, and whether the gold has it there.

    `right` None: a side the gold leaves open. `half` is that of the gold's file, or of the item it met
    ("" where it met none).
    """

    number: int
    side: str
    text: str
    right: bool | None
    half: str


@dataclass(frozen=True, slots=True)
class Sought:
    """One gold statement that must be found: whether it was."""

    number: int
    side: str
    item: Item
    half: Split
    found: bool


def same_words(quote: str, text: str) -> bool:
    """Does one of the two hold the other, white space and dashes at line ends apart?"""
    left, right = _plain(quote), _plain(text)
    return left in right or right in left


def judge_side(gold: GoldLedger, side: str, claims: Sequence[Claim], half: Split | None) -> Iterator[Judged]:
    """Each statement of a side against the gold's list of that name."""
    items = [item for name, item in gold.items() if name == side]
    for claim in claims:
        met = next((item for item in items if same_words(item.quote, claim.text)), None)
        right = True if met else None if side in gold.open else False
        own = half or (half_of(gold.number, met.quote) if met else "")
        yield Judged(gold.number, side, claim.text, right, own)


def seek(gold: GoldLedger, side: str, shown: Iterable[str], half: Split | None = None) -> Iterator[Sought]:
    """Each gold statement of a side that must be found among the words shown."""
    texts = list(shown)
    for name, item in gold.items():
        if name == side and item.found == "must":
            found = any(same_words(item.quote, text) for text in texts)
            yield Sought(gold.number, side, item, half or half_of(gold.number, item.quote), found)


def shown_words(ledger: Ledger, side: str) -> list[str]:
    """The words of a side, all that it cites for them, and those that its tables rest on."""
    numbers = {number for table in ledger.tables for row in table.citations for number in row}
    claims = ledger.for_ if side == "for" else ledger.against
    numbers |= {number for claim in claims for number in claim.citations}
    cited = [citation.quote for citation in ledger.citations if citation.n in numbers]
    return [*(claim.text for claim in claims), *cited]


def evaluate_gold(gold: GoldLedgers, library: Library) -> tuple[list[Judged], list[Sought], list[str]]:
    """All statements judged, all gold statements sought, and a line on each verdict."""
    found = ledgers(library, subject=gold.subject, period=gold.period, as_of="2025-12-31")
    judged: list[Judged] = []
    sought: list[Sought] = []
    verdicts: list[str] = []
    for truth in gold.questions:
        ledger = found[truth.number - 1]
        for side in COUNTED:
            claims = ledger.for_ if side == "for" else ledger.against
            judged += judge_side(truth, side, claims, gold.half)
            sought += seek(truth, side, shown_words(ledger, side), gold.half)
        right = "right" if ledger.verdict in truth.defensible else "WRONG"
        verdicts.append(f"{truth.number} {ledger.id}: {ledger.verdict} ({right}; gold {truth.verdict})")
        verdicts += _silences(truth, ledger)
        verdicts += _never(truth, ledger)
    return judged, sought, verdicts


def print_gold(
    judged: Sequence[Judged], sought: Sequence[Sought], verdicts: Sequence[str], half: str
) -> None:
    """Precision and recall by question and side with n and intervals; misses of the dev half only."""
    print("question side      precision                  recall (dev)  recall (test)")
    for number in sorted({one.number for one in sought} | {one.number for one in judged}):
        for side in COUNTED:
            shown = [one.right for one in judged if (one.number, one.side) == (number, side)]
            wanted = [one for one in sought if (one.number, one.side) == (number, side)]
            dev, test = ([one.found for one in wanted if one.half == part] for part in ("dev", "test"))
            print(f"{number:8} {side:8} {_share(shown):26} {_share(dev):13} {_share(test)}")
    print_sum(judged, sought)
    print("\n".join(verdicts))
    if half == "dev":
        for miss in (one for one in sought if one.half == "dev" and not one.found):
            print(f"missed {miss.number} {miss.side} [{miss.item.doc}] {miss.item.quote}")
        for wrong in (one for one in judged if one.right is False):
            print(f"wrong {wrong.number} {wrong.side} {wrong.text}")


def print_sum(judged: Sequence[Judged], sought: Sequence[Sought]) -> None:
    """Precision by side, precision and recall by half, over all questions; recall without SMART too."""
    for side in COUNTED:
        print(f"all      {side:8} precision {interval([one.right for one in judged if one.side == side])}")
    for part in ("dev", "test"):
        shown = [one.right for one in judged if one.half == part]
        wanted = [one for one in sought if one.half == part]
        print(
            f"all      {part:5} precision {interval(shown)}, recall {interval([one.found for one in wanted])}"
        )
        others = [one.found for one in wanted if one.number != SMART]
        print(f"all      {part:5} recall without question {SMART} {interval(others)}")


def _silences(truth: GoldLedger, ledger: Ledger) -> list[str]:
    gaps = [gap.what.casefold() for gap in ledger.silent]
    met = [any(word in gap for gap in gaps for word in one.words) for one in truth.silent]
    missed = [one.what for one, found in zip(truth.silent, met, strict=True) if not found]
    return [
        f"  silences found {sum(met)} of {len(met)}" + (f"; missed: {'; '.join(missed)}" if missed else "")
    ]


def _never(truth: GoldLedger, ledger: Ledger) -> list[str]:
    shown = [claim.text for claim in (*ledger.for_, *ledger.against, *ledger.earlier, *ledger.elsewhere)]
    wrong = [item for name, item in truth.items() if name == "never"]
    return [
        f"  NEVER ({item.why}): {item.quote}"
        for item in wrong
        if any(same_words(item.quote, text) for text in shown)
    ]


def _share(values: Sequence[bool | None]) -> str:
    judged = [value for value in values if value is not None]
    return f"{sum(judged)} of {len(judged)}" + (
        f" ({len(values) - len(judged)} open)" if len(values) > len(judged) else ""
    )


def interval(values: Sequence[bool | None]) -> str:
    """A share with its bootstrap interval and n; values of None are left out."""
    return str(scores.bootstrap(None if value is None else float(value) for value in values) or "n=0")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()
