"""Fits the weights by which the assistant refuses, on the dev halves of several sets at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.refusal.signals import Signals
from eval import scores
from eval.refusal import Asker
from eval.sets.base import Query, QuestionSet
from eval.sets.catalogue import assistant_of, present, queries_of
from ingest.filters import Filters

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

DEFAULT_SETS = ["sample", "real", "settled", "clapnq"]
"""Never one alone: weights that suit one kind of text mislead on another."""
NAMES = [field.name for field in fields(Signals)]
RIDGE = 1.0
"""Weight of the penalty on large weights; the constant is free."""
MOST_WRONG = 0.1
"""Share of answerable questions that may be refused when the threshold is chosen."""
FOLDS = 5

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """The signals of one set's questions, shape (n, signals), and whether each is answerable, shape (n,)."""

    name: str
    signals: Array
    answerable: npt.NDArray[np.bool_]


def fit(options: argparse.Namespace) -> int:
    """Print weights and threshold as the YAML that the assistant reads, and how well they tell apart."""
    samples = list(_samples(options))
    if not samples:
        return 1
    signals = np.concatenate([sample.signals for sample in samples])
    answerable = np.concatenate([sample.answerable for sample in samples])
    shares = _shares(samples)
    held_out = cross_validated(signals, answerable, shares)
    _print_areas(samples, held_out)
    threshold = choose_threshold(held_out, answerable)
    constant, *weights = logistic(signals, answerable, shares)
    print(f"threshold: {threshold:.3f}\nweights:\n  constant: {constant:.2f}")
    print("\n".join(f"  {name}: {weight:.2f}" for name, weight in zip(NAMES, weights, strict=True)))
    return 0


def logistic(signals: Array, answerable: npt.NDArray[np.bool_], shares: Array) -> list[float]:
    """Constant and weights, none below 0, of a ridge logistic regression.

    Every signal speaks for an answer. A gold set whose unanswerable questions are worded nearer to the text
    than the others would turn one round; such a signal is left out and the rest fitted anew.
    """
    kept = list(range(signals.shape[1]))
    while True:
        constant, *weights = newton(signals[:, kept], answerable, shares)
        if not kept or min(weights) >= 0:
            by_signal = dict(zip(kept, weights, strict=True))
            return [constant, *(by_signal.get(number, 0.0) for number in range(signals.shape[1]))]
        del kept[int(np.argmin(weights))]


def newton(
    signals: Array, answerable: npt.NDArray[np.bool_], shares: Array, ridge: float = RIDGE
) -> list[float]:
    """Constant and weights of a ridge logistic regression, by Newton's method."""
    design = np.column_stack([np.ones(len(signals)), signals])
    penalty = ridge * np.eye(design.shape[1])
    penalty[0, 0] = 0
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (shares * (answerable - chance)) - penalty @ weights
        curvature = design.T @ (design * (shares * chance * (1 - chance))[:, None]) + penalty
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return [float(weight) for weight in weights]


def cross_validated(signals: Array, answerable: npt.NDArray[np.bool_], shares: Array) -> Array:
    """Each question's likelihood under weights fitted without it (every fifth question held out in turn)."""
    chances = np.zeros(len(signals))
    for fold in range(FOLDS):
        out = np.arange(len(signals)) % FOLDS == fold
        constant, *weights = logistic(signals[~out], answerable[~out], shares[~out])
        chances[out] = 1 / (1 + np.exp(-(constant + signals[out] @ np.array(weights))))
    return chances


def choose_threshold(chances: Array, answerable: npt.NDArray[np.bool_]) -> float:
    """The highest threshold that refuses at most `MOST_WRONG` of the answerable questions."""
    return float(np.quantile(chances[answerable], MOST_WRONG))


def _samples(options: argparse.Namespace) -> Iterator[Sample]:
    for questions in present(options.set or DEFAULT_SETS):
        queries = queries_of(questions, "dev", options.limit)
        yield _sample(questions, queries, assistant_of(questions, options))


def _sample(questions: QuestionSet, queries: Sequence[Query], assistant: ScrutinyAssistant) -> Sample:
    asker = Asker(questions, assistant)
    rows, flags = [], []
    for query in queries:
        signals = signals_of(query.text, assistant, asker.filters(query))
        if signals:
            rows.append([float(value) for value in asdict(signals).values()])
            flags.append(query.answerable)
    return Sample(questions.name, np.array(rows), np.array(flags))


def signals_of(text: str, assistant: ScrutinyAssistant, filters: Filters) -> Signals | None:
    """The signals that the assistant weighs for this question.

    None where it weighs none: nothing was found, or a plain rule refuses.
    """
    from assistant.ask import gather
    from assistant.refusal.case import Case
    from assistant.refusal.rules import ruled_out

    retriever = assistant.retriever(filters)
    with retriever.library.reading():
        question = retriever.understand(text)
        found, evidence = gather(question, retriever)
        if not evidence:
            return None
        case = Case(question, found, evidence, retriever.holds_word)
        return None if ruled_out(case) else case.signals


def _shares(samples: Sequence[Sample]) -> Array:
    """Weights by which every set, and within it each kind of question, counts the same; their mean is 1."""
    parts = []
    for sample in samples:
        positive = sample.answerable.mean()
        parts.append(np.where(sample.answerable, 1 / positive, 1 / (1 - positive)) / len(sample.answerable))
    shares = np.concatenate(parts)
    return np.asarray(shares / shares.mean(), np.float64)


def _print_areas(samples: Sequence[Sample], chances: Array) -> None:
    start = 0
    for sample in samples:
        part = chances[start : start + len(sample.answerable)]
        area = scores.auroc(part.tolist(), sample.answerable.tolist())
        shown = "-" if area is None else f"{area:.3f}"
        print(f"# {sample.name}: answerability AUROC {shown}, held out, n={len(part)}")
        start += len(sample.answerable)
