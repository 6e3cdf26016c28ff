"""`python -m eval talk`: are the later questions of a stranger's conversation answered as meant?"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.answer import Answer
from eval import scores
from eval.kinds import OVER, parser_of, shown
from eval.libraries import copied_for
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS
from eval.sets.talk import Talk, TalkTurn, read_talk

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    options = parser_of("talk", __doc__).parse_args(argv)
    first: dict[str, list[float | None]] = defaultdict(list)
    anywhere: list[float | None] = []
    for name in options.set or OVER:
        talks = [talk for talk in read_talk(name) if options.split in (talk.split, "all")]
        try:
            for talk, said, turn, answer in _asked(name, talks):
                right = [turn.first_right(answer), turn.right(answer)]
                first[turn.turn].append(float(right[0]))
                anywhere.append(float(right[1]))
                if options.show and talk.split == "dev" and not right[0]:
                    print("\n".join(shown(said, turn.turn, right, answer)))
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)
    for kind, values in first.items():
        print(f"  {kind:13} {scores.mean(values):.3f} n={len(values)}")
    whole = [value for values in first.values() for value in values]
    for what, values in (("first quotation", whole), ("any quotation", anywhere)):
        print(f"{options.split}: {what} {scores.bootstrap(values)}")
    return 0


def _asked(name: str, talks: list[Talk]) -> Iterator[tuple[Talk, str, TalkTurn, Answer]]:
    """Each later turn with all that was said up to it, and its answer. Raises SetAbsentError."""
    with copied_for(SETS[name]()) as assistant:
        for number, talk in enumerate(talks):
            yield from _turns(assistant, talk, f"talk-{number}")


def _turns(
    assistant: ScrutinyAssistant, talk: Talk, conversation: str
) -> Iterator[tuple[Talk, str, TalkTurn, Answer]]:
    said = talk.opening
    assistant.ask(said, conversation=conversation)
    for turn in talk.then:
        said = f"{said} > {turn.question}"
        yield talk, said, turn, assistant.ask(turn.question, conversation=conversation)
