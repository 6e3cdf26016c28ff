"""Broad questions, as boards ask them: none may be refused, though no gold says which words answer best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import yaml

from eval.sets.base import GOLD, Query, QuestionSet
from eval.sets.gold import QUESTIONS, split_of
from eval.sets.real import real
from eval.sets.sample import sample

FILE = QUESTIONS.parent / "broad.yaml"


def broad() -> QuestionSet:
    """Put to the real documents; raises SetAbsentError where they are not there."""
    return _put_to(real(), "broad")


def broad_sample() -> QuestionSet:
    """Put to the sample corpus; raises SetAbsentError where it has not been built."""
    return _put_to(sample(), "broad-sample")


def _put_to(questions: QuestionSet, name: str) -> QuestionSet:
    library = questions.library or questions.name
    return replace(questions, name=name, queries=tuple(_queries()), library=library)


def _queries() -> Iterator[Query]:
    """Every form with every topic; a topic's questions stand in one half."""
    for group in yaml.safe_load(FILE.read_text("utf-8")).values():
        for topic in group["topics"]:
            for form in group["forms"]:
                yield Query(form.format(topic), split_of(topic), frozenset({GOLD}))
