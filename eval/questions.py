"""`python -m eval questions`: ledgers against the gold ones, basis against labels, planted truths."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.key_questions.ledger import Claim, Ledger
from assistant.key_questions.lexicon import lexicon
from assistant.key_questions.questions import ledgers
from assistant.key_questions.statements import statements_of
from eval import scores
from eval.planted import planted
from eval.sets.gold import Split
from eval.sets.ledgers import GoldLedger, Item, half_of, read_ledgers
from ingest.errors import ScrutinyError
from ingest.library import Library

GOLD = ("harrow",)
BASIS = Path(__file__).parent / "gold" / "basis.yaml"
COUNTED = ("for", "against")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One shown statement: on which side of which question, and whether the gold has it there.

    `right` None: a side the gold leaves open. `half` is that of the gold item it met, "" where it met none.
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


def judge_side(gold: GoldLedger, side: str, claims: Sequence[Claim]) -> Iterator[Judged]:
    """Each statement of a side against the gold's list of that name."""
    items = [item for name, item in gold.items() if name == side]
    for claim in claims:
        met = next((item for item in items if same_words(item.quote, claim.text)), None)
        right = True if met else None if side in gold.open else False
        yield Judged(gold.number, side, claim.text, right, half_of(gold.number, met.quote) if met else "")


def seek(gold: GoldLedger, side: str, shown: Iterable[str]) -> Iterator[Sought]:
    """Each gold statement of a side that must be found among the words shown."""
    texts = list(shown)
    for name, item in gold.items():
        if name == side and item.found == "must":
            found = any(same_words(item.quote, text) for text in texts)
            yield Sought(gold.number, side, item, half_of(gold.number, item.quote), found)


def shown_words(ledger: Ledger, side: str) -> list[str]:
    """The words of a side, and those that its tables rest on."""
    tabled = {number for table in ledger.tables for row in table.citations for number in row}
    claims = ledger.for_ if side == "for" else ledger.against
    cited = [citation.quote for citation in ledger.citations if citation.n in tabled]
    return [*(claim.text for claim in claims), *cited]


def evaluate_gold(name: str, library: Library) -> tuple[list[Judged], list[Sought], list[str]]:
    """All statements judged, all gold statements sought, and a line on each verdict."""
    gold = read_ledgers(name)
    found = ledgers(library, subject=gold.subject, period=gold.period, as_of="2025-12-31")
    judged: list[Judged] = []
    sought: list[Sought] = []
    verdicts: list[str] = []
    for truth in gold.questions:
        ledger = found[truth.number - 1]
        for side in COUNTED:
            claims = ledger.for_ if side == "for" else ledger.against
            judged += judge_side(truth, side, claims)
            sought += seek(truth, side, shown_words(ledger, side))
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
    for side in COUNTED:
        print(f"all      {side:8} precision {_interval([one.right for one in judged if one.side == side])}")
    for part in ("dev", "test"):
        print(f"all      recall {part:5} {_interval([one.found for one in sought if one.half == part])}")
    print("\n".join(verdicts))
    if half == "dev":
        for miss in (one for one in sought if one.half == "dev" and not one.found):
            print(f"missed {miss.number} {miss.side} [{miss.item.doc}] {miss.item.quote}")
        for wrong in (one for one in judged if one.right is False):
            print(f"wrong {wrong.number} {wrong.side} {wrong.text}")


def print_planted(library: Library, truths: Path) -> None:
    """How many planted truths stand in the ledgers, and which do not."""
    data = yaml.safe_load(truths.read_text("utf-8"))
    found = ledgers(library, subject=data["subject"], as_of=data["as_of"])
    results = list(planted(truths, found))
    for missed in (one for one in results if not one.found):
        print(f"not found: {missed.id} {missed.type} {missed.about}")
    print(f"planted truths in {truths.parent.name}: {_interval([one.found for one in results])}")


def print_basis(library: Library) -> None:
    """Agreement of the basis with hand labels, by half of the documents."""
    right: dict[str, list[bool | None]] = {"dev": [], "test": []}
    for labelled in yaml.safe_load(BASIS.read_text("utf-8")):
        record = library.record(labelled["document"])
        said = list(statements_of(library.document(record.id), lexicon()))
        for one in labelled["statements"]:
            met = [item for item in said if _is_labelled(item.text, one)]
            right[labelled["half"]].append(met[0].basis == one["basis"] if met else None)
    for half, values in right.items():
        print(f"basis {half}: {_interval(values)}, not matched {sum(value is None for value in values)}")


def _is_labelled(text: str, label: dict[str, str]) -> bool:
    closes = " ".join(text.split()[-3:]) == label["closes"]
    return closes and " ".join(text.split()[:4]) in label["opens"]


def copied(library: Path) -> Library:
    """A copy of a library, so that measuring changes nothing."""
    folder = Path(tempfile.mkdtemp(prefix="eval-questions-")) / "library"
    shutil.copytree(library, folder)
    return Library.open(folder)


def main(argv: list[str]) -> int:
    """Run what is asked for; 1 where a library is absent."""
    parser = argparse.ArgumentParser(prog="python -m eval questions")
    parser.add_argument("--gold", metavar="LIBRARY", type=Path, help="a library of the gold's documents")
    of_planted = "a library of a rendering of the sample corpus, and its truths.yaml"
    parser.add_argument("--planted", type=Path, nargs=2, action="append", default=[], help=of_planted)
    parser.add_argument("--basis", metavar="LIBRARY", type=Path, help="a library of the labelled documents")
    parser.add_argument("--show", choices=("dev", "none"), default="none", help="list the misses of a half")
    asked = parser.parse_args(argv)
    try:
        if asked.gold:
            for name in GOLD:
                print_gold(*evaluate_gold(name, copied(asked.gold)), asked.show)
        if asked.basis:
            print_basis(copied(asked.basis))
        for library, truths in asked.planted:
            print_planted(copied(library), truths)
    except ScrutinyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


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


def _interval(values: Sequence[bool | None]) -> str:
    judged = [float(value) for value in values if value is not None]
    if not judged:
        return "n=0"
    found = scores.bootstrap(judged)
    assert found is not None
    return f"{found.value:.3f} [{found.low:.3f}, {found.high:.3f}] n={found.n}"


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()
