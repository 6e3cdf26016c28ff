"""`python -m eval actions`: actions and contradictions against planted truths and hand-made gold.

    python -m eval actions                     the shipped sample, the gold folders, real.yaml
    python -m eval actions --real LIBRARY      real.yaml in a library of its documents made with the model
    python -m eval actions --corpus DIR …      also renderings of the sample with other seeds
    python -m eval actions --only NAME         one set by name; --show prints what failed

The libraries are built without a model: nothing here searches by meaning.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from eval.published import check_real, files_of
from eval.questions import copied
from eval.tracked import Finding, check_gold, check_truths

if TYPE_CHECKING:
    from ingest.library import Library

GOLD = Path(__file__).parent / "gold" / "actions"
REAL = "real"


def main(argv: list[str]) -> int:
    """Prints what was found of each set; 1 where less than .95 of anything was right."""
    parser = argparse.ArgumentParser(prog="python -m eval actions", description=__doc__)
    parser.add_argument("--corpus", action="append", default=[], type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--real", metavar="LIBRARY", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(argv)
    failed = 0
    for name, findings in results(options.corpus, options.only, options.real):
        failed += _report(name, findings, show=options.show)
    return 1 if failed else 0


def results(
    corpora: list[Path], only: str = "", real: Path | None = None
) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each set: planted truths first, then the gold folders, then published documents."""
    from corpus import documents_path, truths_path

    planted = [("sample", Path(documents_path()), Path(truths_path()))]
    planted += [(folder.name, folder / "documents", folder / "truths.yaml") for folder in corpora]
    for name, documents, truths in planted:
        if only in ("", name):
            with library_of([documents]) as library:
                yield name, check_truths(library, _load(truths))
    for folder in sorted(path.parent for path in GOLD.glob("*/truth.yaml")):
        if only in ("", folder.name):
            truth = _load(folder / "truth.yaml")
            with library_of([folder / name for name in truth["documents"]]) as library:
                yield folder.name, check_gold(library, truth)
    if only in ("", REAL):
        yield from _published(real)


def _published(made: Path | None) -> Iterator[tuple[str, list[Finding]]]:
    """The published documents, in a library made with the model or in one made here without."""
    truth = _load(GOLD / f"{REAL}.yaml")
    if made:
        yield REAL, list(check_real(copied(made), truth, again=True))
    elif files := files_of(truth):
        print(f"{REAL}: made without a model, so what was asked for again is left out; see --real")
        with library_of(files) as library:
            yield REAL, list(check_real(library, truth, again=False))
    else:
        print(f"{REAL}: left out, its documents are not beside the checkout")


@contextmanager
def library_of(paths: list[Path]) -> Iterator[Library]:
    """A library of these files without a model, thrown away afterwards."""
    from eval.plain_encoder import PlainEncoder, UnindexedLibrary
    from ingest.pipeline import ingest

    with (
        tempfile.TemporaryDirectory() as folder,
        UnindexedLibrary.open(Path(folder) / "library", create=True) as library,
    ):
        ingest(paths, library, PlainEncoder())
        yield library


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _report(name: str, findings: list[Finding], *, show: bool) -> bool:
    bad = False
    for kind in dict.fromkeys(finding.kind for finding in findings):
        asked = [finding for finding in findings if finding.kind == kind]
        right = sum(finding.right for finding in asked)
        share = right / len(asked)
        bad = bad or share < 0.95
        print(f"{name:<16} {kind:<26} {right:>3} of {len(asked):<3} {share:.3f}")
        for finding in asked:
            if show and not finding.right:
                print(f"    {finding.what}: {finding.got}", file=sys.stderr)
    return bad
