"""Seeded faults: a library damaged, checked and repaired."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from eval.tortured.faults import FAULTS, Chance
from eval.tortured.forks import forked
from eval.tortured.judge import digest
from eval.tortured.kills import scene
from eval.tortured.scene import Scene, read_lines
from eval.tortured.work import OPERATIONS
from ingest.care.repair import repair
from ingest.care.verify import verify
from ingest.discover import Found
from ingest.reading.parcel import Parcel


@dataclass(frozen=True)
class Damage:
    """One fault, by name and seed."""

    name: str
    seed: int

    def __str__(self) -> str:
        return f"{self.name} (seed {self.seed})"


@dataclass(frozen=True)
class Damaged:
    """What came of a fault: whether a deep check found it, and whether a repair brought everything back.

    `broken`: how the check or the repair itself failed, where it did.
    """

    found: bool
    mended: bool
    restored: bool
    broken: str = ""


def healthy(place: Scene) -> None:
    """Make a library of four documents with everything in it."""
    place.prepare()
    for operation in OPERATIONS[:2]:
        operation(place)


def false_alarms(place: Scene) -> list[str]:
    """What checks, deep and quick, find in a healthy library."""
    return [fault.what for deep in (False, True) for fault in verify(place.library, deep=deep).faults]


def damaged(damage: Damage, model: Path, wanted: str) -> Damaged:
    """Damage a copy of the model library; check it, repair it, and compare it with the whole one."""
    with scene() as place:
        shutil.copytree(model, place.folder, dirs_exist_ok=True)

        def run() -> object:
            FAULTS[damage.name](place.library, Chance(damage.seed))
            found = bool(verify(place.library, deep=True).faults)
            left = repair(place.library, apply=True, read_file=_parcel_of).left
            return [found, not left.faults, model_digest(place) == wanted]

        ended = forked(run)
        if ended.returned is None:
            return Damaged(found=False, mended=False, restored=False, broken=str(ended))
        return Damaged(*ended.returned)


def model_digest(place: Scene) -> str:
    """What a repair has to bring back: all but what is worked out again when it is wanted."""
    return digest(place, in_order=False, derived=False)


def _parcel_of(file: Found) -> Parcel:
    document, passages = read_lines(file)
    return Parcel(document, tuple(passages))
