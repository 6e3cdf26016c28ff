"""`python -m eval registers`: is a question for a ledger of the whole library told from its look-alikes?

Nothing is asked of a library: only which ledger, register of actions or key question a question means.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml

from assistant.key_questions.load_framework import DEFAULT, load_framework
from assistant.key_questions.route import route
from assistant.listing.actions_asked import actions_asked
from assistant.listing.registers import register_asked
from eval.agreement import precision, recall, with_interval
from eval.sets.gold import split_of

GOLD = Path(__file__).parent / "gold" / "registers.yaml"
NONE = "none"


def main(argv: list[str]) -> int:
    """Precision and recall of each half; what went wrong in the dev half with --show."""
    parser = argparse.ArgumentParser(prog="python -m eval registers", description=__doc__)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    for half in ("dev", "test"):
        rows = [row for row in decisions() if split_of(row[0]) == half]
        pairs = [
            (wanted != NONE, meant == wanted if wanted != NONE else meant != NONE)
            for _, wanted, meant in rows
        ]
        print(f"{half}: n {len(rows)}, {sum(wanted for wanted, _ in pairs)} of them for a ledger")
        print(f"  precision {with_interval(pairs, precision)}")
        print(f"  recall    {with_interval(pairs, recall)}")
        for question, wanted, meant in rows if options.show and half == "dev" else ():
            if wanted != meant:
                print(f"  {wanted} taken for {meant}: {question}")
    return 0


def decisions() -> Iterator[tuple[str, str, str]]:
    """Each question, the ledger that the gold wants, and the one that is meant."""
    for wanted, questions in yaml.safe_load(GOLD.read_text("utf-8")).items():
        for question in questions:
            yield question, wanted, ledger_meant(question)


def ledger_meant(question: str) -> str:
    """The ledger, "actions" or the key question's id that a question is answered from, in their order."""
    if actions_asked(question, ()):
        return "actions"
    asked = register_asked(question)
    if asked and asked.ledger:
        return asked.ledger
    routed = route(question, load_framework(DEFAULT))
    return routed.question.id if routed else NONE
