"""`python -m eval talk`: are the later questions of a stranger's conversation answered as meant?"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

from eval import scores
from eval.kinds import OVER, shown
from eval.libraries import copied_for
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS
from eval.sets.talk import read_talk


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    parser = argparse.ArgumentParser(prog="python -m eval talk", description=__doc__)
    parser.add_argument("--set", action="append", choices=OVER, help="default: both")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev", help="tune on dev alone")
    parser.add_argument("--show", action="store_true", help="also print what is not right, of the dev half")
    options = parser.parse_args(argv)
    first: dict[str, list[float | None]] = defaultdict(list)
    anywhere: list[float | None] = []
    for name in options.set or OVER:
        try:
            with copied_for(SETS[name]()) as assistant:
                for number, talk in enumerate(read_talk(name)):
                    if options.split not in (talk.split, "all"):
                        continue
                    said = [talk.opening]
                    assistant.ask(talk.opening, conversation=f"talk-{number}")
                    for turn in talk.then:
                        answer = assistant.ask(turn.question, conversation=f"talk-{number}")
                        said.append(turn.question)
                        right = [turn.first_right(answer), turn.right(answer)]
                        first[turn.turn].append(float(right[0]))
                        anywhere.append(float(right[1]))
                        if options.show and talk.split == "dev" and not right[0]:
                            print("\n".join(shown(" > ".join(said), turn.turn, right, answer)))
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)
    for kind, values in first.items():
        print(f"  {kind:13} {scores.mean(values):.3f} n={len(values)}")
    whole = [value for values in first.values() for value in values]
    for what, values in (("first quotation", whole), ("any quotation", anywhere)):
        print(f"{options.split}: {what} {scores.bootstrap(values)}")
    return 0
