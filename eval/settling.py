"""`python -m eval settling`: draw the line by which `assistant.refusal.settling` tells settled questions.

Logistic regression over the dev halves of several sets at once. Questions that documents leave open differ
from others in kind too, by how sets of them come to be; so each question with an answer is also put to its
documents bereft of the places of that answer: what tells those two apart is the evidence alone. The test
halves have no part in the line. For the dev halves it is told how a line does that was drawn without the
set's family.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.question import Question
from assistant.refusal import settling
from assistant.retrieval.found import Found
from assistant.retrieval.read_together import READ
from assistant.retrieval.retriever import HybridRetriever
from eval import scores
from eval.fit import newton
from eval.refusal import Asker
from eval.sets.base import Query, QuestionSet, Slice
from eval.sets.catalogue import add_set_options, assistant_of, present

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

DEFAULT_SETS = [
    "sample", "sample-1", "sample-2", "sample-3", "broad-sample",
    "real", "board", "settled", "blind", "probing", "outside", "broad", "clapnq",
]  # fmt: skip
"""Questions about papers of this field, and about encyclopaedia pages so that it is not of the field alone.
Without the broad ones being broad would be taken for a sign that nothing answers: other sets ask for single
facts."""

RIDGE = 33.0
"""Weight of the penalty on large weights of standardised numbers; a third or thrice of it is little worse."""

COUNTS = {"sample-": 0.5, "broad": 0.3, "clapnq": 0.3}
"""What a question of a set so called counts beside another: its like stands in other seeds of the sample, it
was made from a form, or it is of another field. Broad ones that count for less than 0.1 are often told
wrongly, and others where they count 1."""

BEREFT_COUNTS = 0.15
"""What a question put to bereft documents counts. With more, the kind of question counts less, which tells
much in most sets; with none, evidence does not count: twins were told apart no better than by chance."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """One set's questions: features (n, d); answerable, of the dev half, put to bereft documents (n,)."""

    name: str
    features: Array
    answerable: npt.NDArray[np.bool_]
    dev: npt.NDArray[np.bool_]
    bereft: npt.NDArray[np.bool_]

    @property
    def family(self) -> str:
        """Seeds of one corpus are of one family."""
        return self.name.split("-")[0]

    @property
    def counts(self) -> Array:
        """What each question counts, (n,)."""
        count = next((count for start, count in COUNTS.items() if self.name.startswith(start)), 1.0)
        return count * np.where(self.bereft, BEREFT_COUNTS, 1.0)


@dataclass(frozen=True)
class Bereft(HybridRetriever):
    """A retriever that finds no passage which `answers`."""

    answers: Callable[[Found], bool] = bool

    def find(self, question: Question, read: int = READ) -> list[Found]:
        """All candidates but those, best first."""
        return [item for item in super().find(question, read) if not self.answers(item)]


def main(argv: list[str]) -> int:
    """Draw the line, write it to the file that the product reads, and say how well it tells."""
    parser = argparse.ArgumentParser(prog="python -m eval settling", description=__doc__)
    add_set_options(parser, "sets of this field")
    options = parser.parse_args(argv)
    told = [
        told_of(questions, assistant_of(questions, options))
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
    counts = np.concatenate([one.counts[one.dev] for one in told])
    share = np.average(answerable, weights=counts)
    counts = counts * np.where(answerable, 0.5 / share, 0.5 / (1 - share))
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    constant, *weights = newton((features - middle) / spread, answerable, counts, RIDGE)
    scaled = np.array(weights) / spread
    return np.array([constant - middle @ scaled, *scaled])


def told_of(questions: QuestionSet, assistant: ScrutinyAssistant) -> Told:
    """The set's questions, those with a place for their answer twice: with it and bereft of it."""
    asker = Asker(questions, assistant)
    rows = []
    for query in questions.queries:
        retriever = assistant.retriever(asker.filters(query))
        rows.append((features_of(query, retriever), query.answerable, query.split == "dev", False))
        if query.placed:
            bereft = _bereft(retriever, questions, query)
            rows.append((features_of(query, bereft), False, query.split == "dev", True))
    kept = [row for row in rows if row[0] is not None]
    features, *flags = zip(*kept, strict=True)
    return Told(questions.name, np.array(features), *(np.array(flag) for flag in flags))


def features_of(query: Query, retriever: HybridRetriever) -> settling.Features | None:
    """What is read for a question, as the product would."""
    from assistant.ask import gather
    from assistant.understanding.respell import respelled

    with retriever.library.reading():
        question = retriever.understand(respelled(query.text, retriever.library))
        _, evidence = gather(question, retriever)
    return settling.features([(item.cross, item.state) for item in evidence if item.cross is not None])


def _bereft(retriever: HybridRetriever, questions: QuestionSet, query: Query) -> Bereft:
    records = retriever.library.documents_by_id(retriever.filters)

    def answers(item: Found) -> bool:
        passage = item.passage
        name = records[passage.document_id].source
        found = Slice(name, passage.page_index, passage.text, passage.start, passage.end)
        return questions.ranking(query, [found])[0] in query.relevant

    parts = {field.name: getattr(retriever, field.name) for field in fields(retriever)}
    return Bereft(**parts, answers=answers)


def _how_well(told: Told, half: npt.NDArray[np.bool_], line: Array) -> str:
    values = line[0] + told.features @ line[1:]
    own, twins = half & ~told.bereft, half & (told.answerable | told.bereft)
    against = np.mean(values[own & told.answerable] < 0)
    return (
        f"AUROC {_area(values, told.answerable, own)}, from bereft twins "
        f"{_area(values, told.answerable, twins)}, against {against:.2f} of answerable, n={int(own.sum())}"
    )


def _area(values: Array, answerable: npt.NDArray[np.bool_], of: npt.NDArray[np.bool_]) -> str:
    area = scores.auroc(values[of].tolist(), answerable[of].tolist())
    return "-" if area is None else f"{area:.3f}"
