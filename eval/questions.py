"""`python -m eval questions`: ledgers against the gold ones, basis against labels, planted truths."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.key_questions.ledger import Ledger
from assistant.key_questions.questions import ledgers
from assistant.statements.lexicon import lexicon
from assistant.statements.read import statements_of
from eval.ledgers import Judged, Sought, evaluate_gold, interval, print_gold, print_sum
from eval.planted import invented, planted
from eval.sets.ledgers import read_ledgers
from ingest.errors import ScrutinyError
from ingest.library import Library

GOLD = (
    "harrow", "solihull", "cheshire-east", "brighton-and-hove", "sutton", "york", "bromley", "halton",
    "portsmouth", "islington", "stoke-on-trent", "fellmoor", "ravenscombe",
)  # fmt: skip
BASIS = Path(__file__).parent / "gold" / "basis.yaml"


def print_golds(library: Library, names: Sequence[str], half: str) -> None:
    """Each gold set whose documents are in the library, and all of them together."""
    sources = {record.source for record in library.documents()}
    judged: list[Judged] = []
    sought: list[Sought] = []
    for name in names:
        gold = read_ledgers(name)
        if absent := {document.file for document in gold.documents.values()} - sources:
            print(f"{name}: left out, not in the library: {', '.join(sorted(absent))}")
            continue
        found = evaluate_gold(gold, library)
        print(f"\n== {name} ({gold.half or 'dev and test by statement'})")
        print_gold(*found, half if gold.half in (None, half) else "none")
        judged += found[0]
        sought += found[1]
    print("\n== all sets")
    print_sum(judged, sought)


def print_planted(library: Library, truths: Path) -> None:
    """How many planted truths stand in the ledgers, and which do not."""
    data = yaml.safe_load(truths.read_text("utf-8"))
    found = ledgers(library, subject=data["subject"], as_of=data["as_of"])
    results = list(planted(truths, found))
    for missed in (one for one in results if not one.found):
        print(f"not found: {missed.id} {missed.type} {missed.about}")
    wrong = list(invented(truths, found))
    for statement in wrong:
        print(f"must not count: {statement}")
    print(f"planted truths in {truths.parent.name}: {interval([one.found for one in results])}")
    print(f"statements that must not count: {len(wrong)} of {sum(map(_counted, found))}")


def _counted(ledger: Ledger) -> int:
    return len(ledger.for_) + len(ledger.against)


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
        print(f"basis {half}: {interval(values)}, not matched {sum(value is None for value in values)}")


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
    parser.add_argument("--only", choices=GOLD, action="append", help="this gold set (repeatable)")
    parser.add_argument("--show", choices=("dev", "none"), default="none", help="list the misses of a half")
    asked = parser.parse_args(argv)
    if not (asked.gold or asked.basis or asked.planted):
        parser.error("say what to measure: --gold, --planted or --basis")
    try:
        if asked.gold:
            print_golds(copied(asked.gold), asked.only or GOLD, asked.show)
        if asked.basis:
            print_basis(copied(asked.basis))
        for library, truths in asked.planted:
            print_planted(copied(library), truths)
    except ScrutinyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
