"""`python -m eval drafts`: what drafts repeat of a library's papers, against hand-made truth.

    python -m eval drafts --library sample=DIR --library harrow=DIR --papers FOLDER
    python -m eval drafts … --show                prints what was missed and what was wrongly told

A paper that is no draft of the gold folder is looked for among the sample’s and in FOLDER; drafts for a
library that is not given are passed over.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus import documents_path
from eval.agreement import precision, recall, with_interval

GOLD = Path(__file__).parent / "gold" / "drafts"
READ = 2
"""How many earlier requests a person would read beside each of which no repeat is told."""
DAY = date(2026, 11, 30)

Pair = tuple[str, str, str]
"""A recommendation of the draft, an earlier document, and the words of its request."""


def main(argv: list[str]) -> int:
    """Prints precision and recall of each draft and of all; 0, or 2 where none could be checked."""
    parser = argparse.ArgumentParser(prog="python -m eval drafts", description=__doc__)
    parser.add_argument("--library", action="append", default=[], metavar="NAME=DIR")
    parser.add_argument("--papers", type=Path, default=GOLD)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    folders = dict(entry.split("=", 1) for entry in options.library)
    every: list[tuple[bool, bool]] = []
    for name, case in yaml.safe_load((GOLD / "truth.yaml").read_text("utf-8")).items():
        places = [folder / case["file"] for folder in (GOLD, documents_path(), options.papers)]
        file = next(filter(Path.is_file, places), None)
        if file and case["library"] in folders:
            every += _checked(name, case, file, Path(folders[case["library"]]), show=options.show)
    for label, measure in (("precision", precision), ("recall", recall)) if every else ():
        print(f"{label:10} {with_interval(every, measure)}")
    return 0 if every else 2


def _checked(
    name: str, case: dict[str, Any], file: Path, library: Path, *, show: bool
) -> list[tuple[bool, bool]]:
    """(wanted, told) of every pair that is either and not on the border."""
    assistant = build_assistant(Settings(library))
    report = assistant.check([file], repeats=True, nearest=READ, as_of=DAY)
    assistant.close()
    asked = [
        ((item.recommendation.text, one.citation.document, one.citation.quote), one.sure)
        for item in report.recommendations
        for one in (finding.earlier for finding in item.findings)
        if one
    ]
    told = {pair for pair, sure in asked if sure}
    wanted, border = set(_pairs(case["repeat"])), set(_pairs(case["borderline"]))
    right = {pair for pair in told if any(_is(pair, one) for one in wanted)}
    wrong = {pair for pair in told - right if not any(_is(pair, one) for one in border)}
    missed = {one for one in wanted if not any(_is(pair, one) for pair in told)}
    near = sum(any(_is(pair, one) for pair, _ in asked) for one in missed)
    counts = f"{len(right)} told of {len(wanted)}, {near} more among the nearest"
    print(f"{name}: {counts}, {len(wrong)} wrongly told")
    for label, pairs in (("missed", missed), ("wrongly told", wrong)) if show else ():
        for pair in sorted(pairs):
            print(f"  {label}: " + " | ".join(" ".join(part.split())[:90] for part in pair))
    return [(True, True)] * len(right) + [(False, True)] * len(wrong) + [(True, False)] * len(missed)


def _pairs(listed: dict[str, list[tuple[str, str]]]) -> Iterator[Pair]:
    for later, earlier in listed.items():
        yield from ((later, document, opens) for document, opens in earlier)


def _is(pair: Pair, gold: Pair) -> bool:
    """Whether these are the words that the gold's pair begins with."""
    return pair[1] == gold[1] and all(_plain(pair[at]).startswith(_plain(gold[at])) for at in (0, 2))


def _plain(words: str) -> str:
    return " ".join(words.split())
