"""Side by side: the answers for several places or years as one, each quotation under its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from string import Template

from assistant.answer import Answer, Gap
from assistant.comparison.split import Part, asks_for_amount
from assistant.comparison.under_names import under_names
from assistant.in_words import filled
from assistant.words import holds
from ingest.filters import Filters
from prompts import load_data

NEARLY = 0.9
"""A newer paper answers where it does so nearly as likely (as a share) as all papers together."""

Ask = Callable[[str, Filters], Answer]


def side_by_side(text: str, parts: Sequence[Part], ask: Ask) -> Answer | None:
    """One answer of all parts, in their order, with those that nothing was found for as what is missing.

    A year of which nothing was found is left out where the question names none. None where no part has an
    answer, but for a refusal that is final. A single part's answer stands as it is.
    """
    asked = [ask(part.text, part.filters) if part.filters else None for part in parts]
    answers = [one if one and _tells(text, one) else None for one in asked]
    found = [(part, one) for part, one in zip(parts, answers, strict=True) if one]
    if not found:
        refused = next((one for part, one in zip(parts, asked, strict=True) if one and part.final), None)
        return _as_asked(refused, text) if refused else None
    if len(parts) == 1:
        return replace(found[0][1], question=text)
    statements, citations = under_names(
        (part.name, replace(one, statements=one.statements[: part.shown])) for part, one in found
    )
    missing = (part for part, one in zip(parts, answers, strict=True) if one is None)
    gaps = tuple(_missing(part) for part in missing if not part.name.isdigit() or part.name in text)
    return replace(
        found[0][1],
        question=text,
        outcome="partly" if gaps else "answered",
        verdict=_verdict(parts, [part.name for part, _ in found]),
        statements=statements,
        citations=citations,
        gaps=gaps,
        confidence=max(one.confidence or 0.0 for _, one in found),
    )


def _missing(part: Part) -> Gap:
    """That nothing was found for a part, and in how many papers it was looked for."""
    words = load_data("answer.yaml")
    what = words["side_by_side"]["nothing" if part.filters else "no_papers"]
    searched = len(part.filters.documents) if part.filters else 0
    return Gap(
        Template(what).substitute(name=part.name), filled(words["where"]["searched"], documents=searched)
    )


def _verdict(parts: Sequence[Part], found: Sequence[str]) -> str:
    """That what stands below is from these sides, or years."""
    by_year = all(part.name.isdigit() for part in parts)
    form = "one" if len(found) == 1 else "years" if by_year else "verdict"
    return Template(load_data("answer.yaml")["side_by_side"][form]).substitute(sides=" and ".join(found))


def _as_asked(answer: Answer, text: str) -> Answer:
    """The answer to the question as the reader put it, instead of as it was put to the papers."""
    gaps = (replace(gap, what=gap.what.replace(answer.question, text)) for gap in answer.gaps)
    return replace(answer, question=text, gaps=tuple(gaps))


def newest_answer(parts: Sequence[Part], ask: Ask, within: Filters) -> Answer | None:
    """The newest part's answer that is nearly as likely as that of all papers `within`; else theirs.

    None where there are no parts.
    """
    whole = ask(parts[0].text, within) if parts else None
    for part in parts if whole and whole.statements else ():
        answer = ask(part.text, part.filters) if part.filters else None
        if answer and answer.outcome == "answered" and _nearly_as_likely(answer, whole):
            said = Template(load_data("answer.yaml")["side_by_side"]["latest"]).substitute(year=part.name)
            return replace(answer, verdict=said)
    return whole


def _nearly_as_likely(answer: Answer, whole: Answer | None) -> bool:
    return whole is None or (answer.confidence or 0.0) >= NEARLY * (whole.confidence or 0.0)


def _tells(text: str, answer: Answer) -> bool:
    """Does the answer say something, and a number where the question asks on which side there is more?"""
    said = answer.statements
    return bool(said) and (not asks_for_amount(text) or any(holds(one.text, "number") for one in said))
