"""`python -m eval turns`: is a question that leans on those before it read and answered as meant?"""

from __future__ import annotations

from collections import defaultdict

from eval import scores
from eval.conversing import asked_after, copies, parser_of, shown
from eval.sets.turns import answered_right, read_right, read_turns


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    options = parser_of("turns", __doc__).parse_args(argv)
    read: list[float | None] = []
    answered: dict[str, list[float | None]] = defaultdict(list)
    for name, assistant in copies(options):
        for number, one in enumerate(read_turns(name)):
            if options.split not in (one.split, "all"):
                continue
            answer = asked_after(assistant, one.after, one.question, f"turns-{number}")
            as_read, right = read_right(one, answer), answered_right(one, answer)
            read.append(as_read)
            answered[one.turn].append(float(right))
            if options.show and one.split == "dev" and not (right and as_read is not False):
                print(shown(one.asked, one.turn, [as_read, right], answer))
    for turn, values in answered.items():
        print(f"  {turn:10} {scores.mean(values):.3f} n={len(values)}")
    whole = [value for values in answered.values() for value in values]
    for what, values in (("read", read), ("answered", whole)):
        print(f"{options.split}: {what} {scores.bootstrap(values)}")
    return 0
