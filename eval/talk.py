"""`python -m eval talk`: are the later questions of a stranger's conversation answered as meant?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.answer import Answer
from eval import scores
from eval.conversing import copies, parser_of, shown
from eval.sets.talk import Talk, TalkTurn, read_talk

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    options = parser_of("talk", __doc__).parse_args(argv)
    first: dict[str, list[float | None]] = defaultdict(list)
    anywhere: list[float | None] = []
    for name, assistant in copies(options):
        talks = [talk for talk in read_talk(name) if options.split in (talk.split, "all")]
        for talk, said, turn, answer in _asked(assistant, talks):
            right = [turn.first_right(answer), turn.right(answer)]
            first[turn.turn].append(float(right[0]))
            anywhere.append(float(right[1]))
            if options.show and talk.split == "dev" and not right[0]:
                print(shown(said, turn.turn, right, answer))
    for kind, values in first.items():
        print(f"  {kind:13} {scores.mean(values):.3f} n={len(values)}")
    whole = [value for values in first.values() for value in values]
    for what, values in (("first quotation", whole), ("any quotation", anywhere)):
        print(f"{options.split}: {what} {scores.bootstrap(values)}")
    return 0


def _asked(assistant: ScrutinyAssistant, talks: list[Talk]) -> Iterator[tuple[Talk, str, TalkTurn, Answer]]:
    """Each later turn with all that was said up to it, and its answer."""
    for number, talk in enumerate(talks):
        said, conversation = talk.opening, f"talk-{number}"
        assistant.ask(said, conversation=conversation)
        for turn in talk.then:
            said = f"{said} > {turn.question}"
            yield talk, said, turn, assistant.ask(turn.question, conversation=conversation)
