"""`python -m eval wordings`: is a question answered alike in other words that ask the same?"""

from __future__ import annotations

from pathlib import Path

import yaml

from assistant.answer import Answer
from eval import scores
from eval.conversing import copies, parser_of
from eval.sets.gold import split_of

GOLD = Path(__file__).parent / "gold" / "wordings.yaml"


def main(argv: list[str]) -> int:
    """The share of wordings answered as the plain question is; with --show those that are not."""
    options = parser_of("wordings", __doc__).parse_args(argv)
    alike: list[float] = []
    for name, assistant in copies(options):
        for group in yaml.safe_load(GOLD.read_text("utf-8"))[name]:
            plain = first_said(assistant.ask(group["plain"]))
            for wording in group["wordings"]:
                if options.split not in (split_of(wording), "all"):
                    continue
                said = first_said(assistant.ask(wording))
                alike.append(float(said == plain))
                if options.show and said != plain:
                    print(f"  {wording}\n    {said}\n    not {plain}")
    print(f"{options.split}: {scores.bootstrap(alike)}")
    return 0


def first_said(answer: Answer) -> str:
    """What is quoted first; nothing for a refusal."""
    return answer.citations[0].quote if answer.citations else ""
