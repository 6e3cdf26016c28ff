"""`python -m eval settling`: draw the line by which `assistant.refusal.settling` tells settled questions.

Logistic regression over the dev halves of several sets at once. What is printed for a set is told by a line
drawn without any set of its family; the test halves have no part in either.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.refusal import settling
from eval import scores
from eval.fit import newton
from eval.refusal import Asker
from eval.sets.base import Query, QuestionSet
from eval.sets.catalogue import add_set_options, assistant_of, present

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

DEFAULT_SETS = [
    "sample", "sample-1", "sample-2", "sample-3", "broad-sample",
    "real", "board", "settled", "blind", "probing", "outside", "broad",
]  # fmt: skip
"""Questions about papers of this field; encyclopaedia pages and forms (clapnq) draw it elsewhere. Without the
broad ones it would take being broad for a sign that nothing answers: sets of questions with and without an
answer ask for single facts."""

RIDGE = 33.0
"""Weight of the penalty on large weights of standardised numbers; a third or thrice of it is little worse."""

COUNTS = {"sample-": 0.5, "broad": 0.3}
"""What a question of a set so called counts beside another: its like stands in other seeds of the sample,
or it was made from a form. With less than 0.1 many a broad question is told wrongly, with 1 others are."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """One set's questions: features (n, d), whether answerable (n,), whether of the dev half (n,)."""

    name: str
    features: Array
    answerable: npt.NDArray[np.bool_]
    dev: npt.NDArray[np.bool_]

    @property
    def family(self) -> str:
        """Seeds of one corpus are of one family."""
        return self.name.split("-")[0]

    @property
    def count(self) -> float:
        """What each of its questions counts."""
        return next((count for start, count in COUNTS.items() if self.name.startswith(start)), 1.0)


def main(argv: Sequence[str] | None = None) -> int:
    """Draw the line, write it to the file that the product reads, and say how well it tells."""
    parser = argparse.ArgumentParser(prog="python -m eval settling", description=__doc__)
    add_set_options(parser, "sets of this field")
    options = parser.parse_args(argv)
    told = [
        _told(questions, assistant_of(questions, options))
        for questions in present(options.set or DEFAULT_SETS)
    ]
    line = drawn(told)
    for one in told:
        other = drawn([another for another in told if another.family != one.family])
        print(f"{one.name:12} dev, by the others' line: {_how_well(one, one.dev, other)}")
        print(f"{'':12} test: {_how_well(one, ~one.dev, line)}")
    np.save(settling.FILE, line.astype(np.float32), allow_pickle=False)
    print(f"written: {settling.FILE.name}, from {sum(int(one.dev.sum()) for one in told)} questions")
    return 0


def drawn(told: Sequence[Told]) -> Array:
    """Constant and weights, from the dev halves, of the features as they are."""
    features = np.concatenate([one.features[one.dev] for one in told])
    answerable = np.concatenate([one.answerable[one.dev] for one in told])
    counts = np.concatenate([np.full(int(one.dev.sum()), one.count) for one in told])
    share = np.average(answerable, weights=counts)
    counts = counts * np.where(answerable, 0.5 / share, 0.5 / (1 - share))
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    constant, *weights = newton((features - middle) / spread, answerable, counts, RIDGE)
    scaled = np.array(weights) / spread
    return np.array([constant - middle @ scaled, *scaled])


def _told(questions: QuestionSet, assistant: ScrutinyAssistant) -> Told:
    asker = Asker(questions, assistant)
    read = [(query, _features(query, asker, assistant)) for query in questions.queries]
    kept = [(query, found) for query, found in read if found is not None]
    return Told(
        questions.name,
        np.array([found for _, found in kept]),
        np.array([query.answerable for query, _ in kept]),
        np.array([query.split == "dev" for query, _ in kept]),
    )


def _features(query: Query, asker: Asker, assistant: ScrutinyAssistant) -> settling.Features | None:
    from assistant.ask import gather
    from assistant.respell import respelled

    retriever = assistant.retriever(asker.filters(query))
    with retriever.library.reading():
        question = retriever.understand(respelled(query.text, retriever.library))
        _, evidence = gather(question, retriever)
    return settling.features([(item.cross, item.state) for item in evidence if item.cross is not None])


def _how_well(told: Told, half: npt.NDArray[np.bool_], line: Array) -> str:
    values, answerable = line[0] + told.features[half] @ line[1:], told.answerable[half]
    area = scores.auroc(values.tolist(), answerable.tolist())
    shown = "-" if area is None else f"{area:.3f}"
    return (
        f"AUROC {shown}, spoken against {np.mean(values[answerable] < 0):.2f} of answerable, n={len(values)}"
    )
