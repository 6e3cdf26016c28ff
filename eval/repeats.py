"""`python -m eval repeats`: recommendations asked before, against hand-made truth.

    python -m eval repeats                        builds the libraries of the sets `sample` and `real` once
    python -m eval repeats --only fellmoor        one set; the papers of invented partnerships lie beside it
    python -m eval repeats --library sample=DIR   uses a library that is there
    python -m eval repeats --show                 prints what was missed and what was wrongly found

Rules and thresholds were chosen with all but `calderhay`, `thrushby` and `wharfemoor` in view: expect less
elsewhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from eval.agreement import f1, precision, recall, with_interval
from eval.sets.base import QuestionSet, SetAbsentError

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from assistant.register.entry import Entry
    from assistant.register.register import AskedAgain

GOLD = Path(__file__).parent / "gold" / "repeats"
BESIDE = ("fellmoor", "ravenscombe", "pellowby", "calderhay", "sallowby", "thrushby", "wharfemoor")
SETS = {"sample": "sample", "inspections": "real", **dict.fromkeys(BESIDE, "")}
"""Gold file → the question set over the same documents; "" where they lie in the folder that it names."""

READ = 2
"""How many earlier requests a person would read beside each one of which no repeat is told."""

Pair = frozenset[str]


def main(argv: list[str]) -> int:
    """Prints precision and recall of each set; 0, or 2 where no set is there."""
    parser = argparse.ArgumentParser(prog="python -m eval repeats", description=__doc__)
    parser.add_argument("--library", action="append", default=[], metavar="SET=DIR")
    parser.add_argument("--only", choices=SETS, action="append", help="this set (repeatable)")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    folders = dict(entry.split("=", 1) for entry in options.library)
    done = [_run(name, folders.get(name), show=options.show) for name in options.only or SETS]
    return 0 if any(done) else 2


def _run(name: str, folder: str | None, *, show: bool) -> bool:
    gold = yaml.safe_load((GOLD / f"{name}.yaml").read_text("utf-8"))
    try:
        assistant = _assistant(name, folder)
    except SetAbsentError as absent:
        print(f"{name}: skipped, {absent}")
        return False
    found = assistant.recommendations(repeats=True, nearest=READ)
    asked = dict(_decisions(gold, found.entries, found.repeats or ()))
    beside = {_pair(one) for one in found.nearest or ()}
    assistant.close()
    pairs = list(asked.values())
    count = sum(wanted for wanted, _ in pairs)
    print(f"\n== {name}: {count} repeats among {len(found.entries)} recommendations")
    for label, measure in (("precision", precision), ("recall", recall), ("F1", f1)):
        print(f"{label:10} {with_interval(pairs, measure)}")
    reached = [(wanted, wanted and (told or pair in beside)) for pair, (wanted, told) in asked.items()]
    print(f"told, or among {len(beside)} pairs to be read: recall {with_interval(reached, recall)}")
    if show:
        _show(asked, {entry.id: entry for entry in found.entries})
    return True


def _assistant(name: str, folder: str | None) -> ScrutinyAssistant:
    from assistant.bootstrap import build_assistant
    from assistant.settings import Settings

    if folder:
        return build_assistant(Settings(Path(folder)))
    from eval.libraries import assistant_for
    from eval.sets.catalogue import SETS as QUESTIONS

    return assistant_for(QUESTIONS[SETS[name]]() if SETS[name] else _beside(name))


def _beside(name: str) -> QuestionSet:
    """The papers beside a gold file, to which no questions are put."""
    return QuestionSet(f"repeats-{name}", (), tuple(sorted((GOLD / name).iterdir())))


def _decisions(
    gold: dict[str, Any], entries: Sequence[Entry], repeats: Sequence[AskedAgain]
) -> list[tuple[Pair, tuple[bool, bool]]]:
    """(wanted, found) of every pair that is either; borderline pairs are left out."""
    ids = {name: _id_of(place, entries) for name, place in gold["items"].items()}
    wanted = {frozenset((ids[one], ids[other])) for one, other in gold["repeat"]}
    either_way = {frozenset((ids[one], ids[other])) for one, other in gold["borderline"]}
    found = {_pair(one) for one in repeats}
    return [
        (pair, (pair in wanted, pair in found))
        for pair in sorted(wanted | found, key=sorted)
        if pair not in either_way
    ]


def _pair(one: AskedAgain) -> Pair:
    return frozenset((one.later.id, one.earlier.id))


def _id_of(place: list[str], entries: Sequence[Entry]) -> str:
    """The entry that begins so; its document and words where it was not extracted, which counts as missed."""
    document, opens = place
    named = [
        entry.id for entry in entries if entry.document == document and _plain(opens) in _plain(entry.text)
    ]
    return named[0] if named else f"{document}: {opens}"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _show(asked: dict[Pair, tuple[bool, bool]], entries: dict[str, Entry]) -> None:
    for pair, (wanted, found) in asked.items():
        if wanted != found:
            print("missed" if wanted else "wrongly found")
            for name in sorted(pair):
                print("   ", _plain(entries[name].text)[:150] if name in entries else name)
