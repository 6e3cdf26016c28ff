"""`python -m eval refusal`: does it refuse what it cannot answer, and quote the right place where it can?"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Outcome
from eval import scores
from eval.pages import PageTexts
from eval.sets.base import Query, QuestionSet, Slice, holds
from eval.sets.catalogue import add_set_options, assistant_of, present, queries_of
from ingest.filters import Filters

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

Ask = Callable[[str], Answer]
TextOf = Callable[[str], str]
"""A document's id to its stored text."""

SHOWN = 160
"""Characters of a line shown."""

DEFAULT_SETS = ["sample", "real", "clapnq"]


@dataclass(frozen=True)
class Asked:
    """One question and what became of it; whatever could not be judged is None.

    `place`: the first quotation is in the right place. `any_place`: one of them is. `precision`: the share of
    them that are. `locator`: one holds the
    gold sentence. `quoted_f1`: the words quoted against the gold answer's. `verbatim`: every quotation is the
    slice it claims to be. `page`: each stands on the page it claims. `confidence`: the answer's own.
    """

    query: Query
    outcome: Outcome
    reason: str
    quotes: tuple[str, ...] = ()
    place: float | None = None
    any_place: float | None = None
    precision: float | None = None
    locator: float | None = None
    quoted_f1: float | None = None
    verbatim: float | None = None
    page: float | None = None
    confidence: float | None = None

    @property
    def refused(self) -> bool:
        """Whether no answer was given; an answer in part is an answer."""
        return self.outcome == "not_found"


def judge(
    questions: QuestionSet, query: Query, answer: Answer, text_of: TextOf, page_texts: PageTexts
) -> Asked:
    """Judge one answer; places and quotations only where there is an answer and a gold to judge it by."""
    refused = answer.outcome == "not_found"
    reason = answer.reason if refused else answer.verdict
    quotes = tuple(f"{c.document} [{c.page_index}] {c.quote}" for c in answer.citations)
    if refused or not answer.citations:
        return Asked(query, answer.outcome, reason, confidence=answer.confidence)
    right = [_in_place(questions, query, citation) for citation in answer.citations]
    quoted = " ".join(citation.quote for citation in answer.citations)
    placed = query.placed
    return Asked(
        query,
        answer.outcome,
        reason,
        quotes,
        place=float(right[0]) if placed else None,
        any_place=float(any(right)) if placed else None,
        precision=sum(right) / len(right) if placed else None,
        locator=float(any(holds(c.quote, query.locator) for c in answer.citations))
        if query.locator
        else None,
        quoted_f1=scores.token_f1(quoted, query.answer) if placed else None,
        verbatim=scores.mean(
            float(text_of(c.document_id)[c.start : c.end] == c.quote) for c in answer.citations
        ),
        page=scores.mean(page_texts.right(c.document, c.page_index, c.quote) for c in answer.citations),
        confidence=answer.confidence,
    )


class Asker:
    """Asks the questions of one set, each of its document where it is put to one alone, and judges them."""

    def __init__(self, questions: QuestionSet, assistant: ScrutinyAssistant) -> None:
        self._questions, self._assistant = questions, assistant
        self._pages = PageTexts(questions.files)
        self._text_of = cache(lambda document: assistant.show(document).text)
        self._ids = {record.source: record.id for record in assistant.documents()}

    def filters(self, query: Query) -> Filters:
        """The documents that a question is put to."""
        return Filters(documents=(self._ids[query.within],) if query.within else ())

    def ask(self, query: Query) -> tuple[Answer, Asked]:
        """The answer, and what is to be said of it."""
        answer = self._assistant.ask(query.text, filters=self.filters(query))
        return answer, judge(self._questions, query, answer, self._text_of, self._pages)


def lines(asked: Sequence[Asked]) -> list[str]:
    """The lines to print: refusals by sort, then the quality of what was answered, with n."""
    answerable = [one for one in asked if one.query.answerable]
    others = [one for one in asked if not one.query.answerable]
    report = [
        _line("refusal right", [float(one.refused) for one in others]),
        *_by_sort(asked),
        _line("  answered only in part", [float(one.outcome == "partly") for one in others]),
        _line("refusal wrong", [float(one.refused) for one in answerable]),
        *(_line(label, [getattr(one, name) for one in asked]) for name, label in LABELS.items()),
    ]
    told = [(one.confidence, one.query.answerable) for one in asked if one.confidence is not None]
    area = scores.auroc([value for value, _ in told], [flag for _, flag in told])
    report.append(f"  {'answerability AUROC':24} {'-' if area is None else f'{area:.3f} n={len(told)}'}")
    answered = sum(not one.refused for one in answerable)
    report.append(f"  {answered} of {len(answerable)} answerable questions answered")
    return report


LABELS = {
    "place": "first quote in place",
    "any_place": "some quote in place",
    "locator": "quote holds gold words",
    "quoted_f1": "quoted-text F1",
    "verbatim": "quotes verbatim",
    "page": "quotes on their page",
}


def main(argv: list[str]) -> int:
    """Parse, ask, print; sets that are not on this machine say so and are skipped."""
    options = _parser().parse_args(argv)
    if options.fit:
        from eval.fit import fit

        return fit(options)
    for questions in present(options.set or DEFAULT_SETS):
        asker = Asker(questions, assistant_of(questions, options))
        asked = [asker.ask(query)[1] for query in queries_of(questions, options.split, options.limit)]
        print("\n".join([f"{questions.name} · {options.split}", *lines(asked)]))
        if options.show:
            print("\n".join(_shown(one) for one in asked))
    return 0


def _in_place(questions: QuestionSet, query: Query, citation: Citation) -> bool:
    found = Slice(citation.document, citation.page_index, citation.quote, citation.start, citation.end)
    return questions.ranking(query, [found])[0] in query.relevant


def _by_sort(asked: Sequence[Asked]) -> list[str]:
    sorts: dict[str, list[float | None]] = defaultdict(list)
    for one in asked:
        if one.query.why:
            sorts[one.query.why].append(float(one.refused))
    return [_line(f"  {sort}", values) for sort, values in sorted(sorts.items())]


def _line(label: str, values: Sequence[float | None]) -> str:
    return f"  {label:24} {scores.bootstrap(values) or '-'}"


def _shown(one: Asked) -> str:
    kind = "answerable" if one.query.answerable else one.query.why or "unanswerable"
    outcome = "refused" if one.refused else f"place {one.place} any {one.any_place}"
    said = [f"{'':20}{line[:SHOWN]}" for line in (one.reason, *one.quotes)]
    return "\n".join([f"{kind:18} {outcome:24} {one.query.text}", *said])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval refusal", description=__doc__)
    add_set_options(parser, "sample, real and clapnq")
    parser.add_argument(
        "--fit", action="store_true", help="fit the weights of prompts/refusal.yaml and print them"
    )
    parser.add_argument("--show", action="store_true", help="also print each question and its outcome")
    return parser
