"""`python -m eval turns`: is a question that leans on those before it read and answered as meant?"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.answer import Answer
from eval import scores
from eval.kinds import OVER, asked_in_turn, parser_of, shown
from eval.libraries import copied_for
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS
from eval.sets.turns import Conversation, answered_right, read_right, read_turns

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    options = parser_of("turns", __doc__).parse_args(argv)
    read: list[float | None] = []
    answered: dict[str, list[float | None]] = defaultdict(list)
    for name in options.set or OVER:
        try:
            with copied_for(SETS[name]()) as assistant:
                for number, one in enumerate(read_turns(name)):
                    if options.split in (one.split, "all"):
                        answer, as_read, right = _measured(assistant, one, f"turns-{number}")
                        read.append(as_read)
                        answered[one.turn].append(float(right))
                        if options.show and one.split == "dev" and not (right and as_read is not False):
                            print("\n".join(shown(one.asked, one.turn, [as_read, right], answer)))
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)
    for turn, values in answered.items():
        print(f"  {turn:10} {scores.mean(values):.3f} n={len(values)}")
    whole = [value for values in answered.values() for value in values]
    for what, values in (("read", read), ("answered", whole)):
        print(f"{options.split}: {what} {scores.bootstrap(values)}")
    return 0


def _measured(
    assistant: ScrutinyAssistant, conversation: Conversation, name: str
) -> tuple[Answer, bool | None, bool]:
    answer = asked_in_turn(assistant, conversation, name)
    return answer, read_right(conversation, answer), answered_right(conversation, answer)
