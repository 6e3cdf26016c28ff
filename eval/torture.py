"""`python -m eval torture`: what a library survives. Kills, failing calls, full disks, faults, hostile files.

Everything is done to a small library by a process that may die; a second process judges what is left. Exit
code 1 where anything was lost, left half done or not found, or where a null control stays green.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from eval import hostile
from eval.tortured import broken, damage, failing, kills, places
from eval.tortured.faults import FAULTS, NOT_MENDABLE, TAKEN_FOR_WANTED
from eval.tortured.forks import forked, in_parallel

QUICK_CALLS = (2, 5, 9, 14)
DISKS = tuple(range(60, 1100, 80))
"""Kilobytes of the small disks; the work takes about 1,100."""


@dataclass
class Row:
    """One line of the table: so many tries, and what was wrong, by try."""

    name: str
    tried: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)
    note: str = ""

    def add(self, what: object, problems: Sequence[str]) -> None:
        """Count a try."""
        self.tried += 1
        if problems:
            self.wrong[str(what)] = list(problems)


def tortured(wanted_kills: int, faults: int, calls: Sequence[int], seed: int, workers: int) -> list[Row]:
    """Every torture; the rows of the table."""
    failing.load_once()
    reference = kills.unkilled()
    rows = [
        _kills(reference, wanted_kills, seed, workers),
        _controls(reference, workers),
        _calls(reference, calls, workers),
        _places(reference, workers, full=len(calls) > len(QUICK_CALLS)),
    ]
    rows += _damages(faults, seed, workers)
    return rows if len(calls) <= len(QUICK_CALLS) else [*rows, _hostile(workers)]


def _kills(reference: kills.Unkilled, wanted: int, seed: int, workers: int) -> Row:
    plan = kills.plan(reference, wanted, seed)
    row = Row("kills")
    for kill, problems in zip(
        plan, in_parallel(workers, plan, lambda kill: kills.killed(kill, reference.digests)), strict=True
    ):
        row.add(kill, problems)
    power = sum(kill.power for kill in plan)
    timed = sum(kill.after is not None for kill in plan)
    named = len({kill.step for kill in plan if kill.step})
    row.note = f"{len(plan) - power - timed} at steps, {power} as power cuts, {timed} at random times"
    row.note += f"; {named} named steps"
    return row


def _controls(reference: kills.Unkilled, workers: int) -> Row:
    """The program broken on purpose: here it is wrong if nothing is found."""
    row = Row("null controls", note="broken on purpose: red is right")
    names = list(broken.CONTROLS)

    def judged(name: str) -> list[str]:
        breaking, kill = broken.CONTROLS[name]
        return kills.killed(kill, reference.digests, breaking)

    for name, problems in zip(names, in_parallel(workers, names, judged), strict=True):
        row.add(name, [] if problems else ["it stays green"])
    return row


def _calls(reference: kills.Unkilled, calls: Sequence[int], workers: int) -> Row:
    row = Row("failing calls", note=", ".join(failing.KINDS))
    plan = [failing.Failing(kind, nth) for kind in failing.KINDS for nth in calls]
    results = in_parallel(workers, plan, lambda one: failing.failed(one, reference.digests))
    for one, problems in zip(plan, results, strict=True):
        row.add(one, problems)
    return row


def _places(reference: kills.Unkilled, workers: int, *, full: bool) -> Row:
    row = Row("places that fail", note="full disks, read-only folder, two writers")
    sizes = DISKS if full else DISKS[::4]
    plan = [*((places.full, size) for size in sizes), *((places.full_disk, size) for size in sizes)]

    def tried(task: tuple[object, int]) -> list[str] | None:
        work, size = task
        return work(size, reference.digests)  # type: ignore[operator, no-any-return]

    for (work, size), problems in zip(plan, in_parallel(workers, plan, tried), strict=True):
        if problems is None:
            row.note = "files of limited size (no disk may be mounted here), read-only folder, two writers"
        else:
            row.add(f"{work.__name__} of {size} KB", problems)
    row.add("read-only folder", places.read_only())
    row.add("two writers", places.two_writers())
    return row


def _damages(faults: int, seed: int, workers: int) -> list[Row]:
    found, mended, alarms = Row("faults found"), Row("faults mended"), Row("false alarms")
    with kills.scene() as model:
        made = forked(lambda: damage.healthy(model))
        if made.raised:
            raise SystemExit(made.raised)
        alarms.add("a healthy library", forked(lambda: damage.false_alarms(model)).returned)
        wanted = forked(lambda: damage.model_digest(model)).returned
        names = list(FAULTS)
        plan = [damage.Damage(names[at % len(names)], seed * 10_000 + at) for at in range(faults)]

        def judged(one: damage.Damage) -> list[object]:
            result = damage.damaged(one, model.folder, wanted)
            return [result.found, result.mended, result.restored, result.broken]

        results = in_parallel(workers, plan, judged)
    left: Counter[str] = Counter()
    for one, (was_found, is_mended, is_restored, is_broken) in zip(plan, results, strict=True):
        found.add(one, [] if was_found else [is_broken or "not found"])
        if one.name in NOT_MENDABLE:
            left[one.name] += not is_mended
            continue
        whole = is_restored or one.name in TAKEN_FOR_WANTED
        mended.add(one, [] if is_mended and whole else ["not mended" if not is_mended else "not as before"])
    found.note = f"{len({one.name for one in plan})} kinds"
    mended.note = f"without embedding; {sum(left.values())} more only a backup mends"
    return [found, mended, alarms]


def _hostile(workers: int) -> Row:
    row = Row("hostile files")
    fates = hostile.read_all(hostile.FOLDER, workers)
    wrong = fates.wrong()
    for name in fates.told:
        row.add(name, wrong.get(name, []))
    refused = sum(fate.startswith("refused") for fate in fates.told.values())
    row.note = f"{refused} refused with a reason" if fates.told else f"none in {hostile.FOLDER}"
    return row


def table(rows: Sequence[Row], seconds: float) -> list[str]:
    """The table, then everything that was wrong."""
    lines = [f"{'':18}{'tried':>7}{'wrong':>7}"]
    lines += [f"{row.name:18}{row.tried:7}{len(row.wrong):7}  {row.note}" for row in rows]
    lost = sum("lost" in told or "gone" in told for row in rows for one in row.wrong.values() for told in one)
    lines.append(f"losses: {lost}; {seconds:.0f} s")
    wrong = [(row.name, *one) for row in rows for one in row.wrong.items()]
    return lines + [f"  {name}: {what}: {'; '.join(told)[:400]}" for name, what, told in wrong]


def main(argv: list[str]) -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m eval torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=240)
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--quick", action="store_true", help="40 kills and 40 faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if not hasattr(os, "fork"):
        print("processes can be forked on Linux and macOS only", file=sys.stderr)
        return 2
    began = time.monotonic()
    counts = (40, 52) if options.quick else (options.kills, options.faults)
    calls = QUICK_CALLS if options.quick else range(1, 21)
    rows = tortured(counts[0], counts[1], calls, options.seed, options.workers)
    if options.json:
        print(json.dumps({row.name: [row.tried, row.wrong] for row in rows}, ensure_ascii=False))
    else:
        print("\n".join(table(rows, time.monotonic() - began)))
    return int(any(row.wrong for row in rows))
