"""`python -m eval smart`: how far the SMART check agrees with people who read the same recommendations.

Sets: shared (recommendations-dev.jsonl); tune, held_out, tune_2 and held_out_2 (our own hand labels, whose
misses were read when the rules were made); held_out_3, labelled in other documents before the present rules,
its misses never read, but by the rules' own author: not blind; held_out_4, the same for the letters;
smart-forms, sentences in our own words, the third part looked at once. Intervals are 95 % bootstrap intervals
over items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from assistant.check.assess import assess
from assistant.check.assessment import SmartAssessment
from eval.agreement import exact, f1, precision, recall, weighted_kappa, with_interval
from eval.sets.base import SHARED
from eval.sets.smart import (
    FORMS,
    LETTERS,
    Labelled,
    form_items,
    gold_document,
    gold_items,
    shared_items,
    wanted_codes,
)
from ingest.recommendations.context import Context
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.recommendation import Recommendation

Pair = tuple[Labelled, SmartAssessment]


def main(argv: list[str]) -> int:
    """Prints the figures of each set; 0, or 2 where no set is there."""
    sets = {
        "shared": list(shared_items()),
        "tune": list(gold_items("tune")),
        "held_out": list(gold_items("held_out")),
        "tune_2": list(gold_items("tune_2")),
        "held_out_2": list(gold_items("held_out_2")),
        "held_out_3": list(gold_items("held_out_3")),
        "held_out_4": list(gold_items("held_out_4")),
        **{name.removesuffix(".yaml"): list(form_items(name)) for name in FORMS},
    }
    if not any(sets.values()):
        print(f"no labelled set beside the checkout ({SHARED})")
        return 2
    for name, items in sets.items():
        _print_set(name, items)
    _print_decided_codes(sets["shared"])
    return 0


def _print_set(name: str, items: list[Labelled]) -> None:
    pairs = [(item, assess(item.text, _context_of(item))) for item in items]
    asked = [pair for pair in pairs if pair[0].is_recommendation]
    print(f"\n== {name}: {len(asked)} recommendations, {len(pairs) - len(asked)} look-alikes")
    for letter in LETTERS:
        levels = _levels(asked, letter, with_context=False)
        agreed = [(gold.levels[letter], found.criteria[letter].level) for gold, found in asked]
        print(
            f"{letter:11} kappa {with_interval(levels, weighted_kappa)}  exact, null "
            f"counted {with_interval(agreed, exact)}"
        )
    around = [] if items and items[0].document else _levels(asked, "time_bound", with_context=True)
    print(f"time_bound  kappa with context {with_interval(around, weighted_kappa)}")
    print(
        f"owner       named F1 {with_interval(_owners(asked), f1)}  same words "
        f"{with_interval(_same_words(asked, 'owner'), f1)}"
    )
    print(
        f"deadline    named F1 {with_interval(_deadlines(asked), f1)}  same words "
        f"{with_interval(_same_words(asked, 'deadline'), f1)}"
    )
    lines = [(gold.is_recommendation, found.is_recommendation) for gold, found in pairs]
    alike = [(not wanted, given) for wanted, given in lines]
    print(
        f"each line   recall {with_interval(lines, recall)}  look-alikes taken {with_interval(alike, recall)}"
    )
    if items and items[0].document:
        found_in = _extracted(items)
        print(
            f"documents   recall {with_interval(found_in, recall)}  look-alikes taken "
            f"{with_interval([(not wanted, given) for wanted, given in found_in], recall)}"
        )
    _print_rules(asked)


def _context_of(item: Labelled) -> Context:
    """The shared item's own context, else that of what was extracted at its place."""
    if not item.document:
        return item.context
    around = [
        found.context for found in _found(item.document) if found.start < item.end and item.start < found.end
    ]
    return around[0] if around else Context()


def _levels(pairs: Sequence[Pair], letter: str, *, with_context: bool) -> list[tuple[int, int]]:
    """(gold, given) where both say something."""
    chosen = []
    for gold, found in pairs:
        wanted = (gold.levels_with_context if with_context else gold.levels)[letter]
        given = (found.criteria_with_context if with_context else found.criteria)[letter].level
        if wanted is not None and given is not None:
            chosen.append((wanted, given))
    return chosen


def _owners(pairs: Sequence[Pair]) -> list[tuple[bool, bool]]:
    return [(gold.owner is not None, found.owner is not None) for gold, found in pairs]


def _deadlines(pairs: Sequence[Pair]) -> list[tuple[bool, bool]]:
    return [(gold.deadline is not None, found.deadline is not None) for gold, found in pairs]


def _same_words(pairs: Sequence[Pair], element: str) -> list[tuple[bool, bool]]:
    """As above, but a wrong wording counts as both missed and made up."""
    decisions = []
    for gold, found in pairs:
        wanted, given = getattr(gold, element), getattr(found, element)
        same = (
            wanted is not None
            and given is not None
            and " ".join(wanted.split()) == " ".join(given.text.split())
        )
        if same:
            decisions.append((True, True))
        else:
            decisions += [(True, False)] * (wanted is not None) + [(False, True)] * (given is not None)
            decisions += [(False, False)] * (wanted is None and given is None)
    return decisions


def _extracted(items: Sequence[Labelled]) -> list[tuple[bool, bool]]:
    """(is one, was found in the whole document): found where half of it lies in one extracted slice."""
    decisions = []
    for item in items:
        slices = [(found.start, found.end) for found in _found(item.document)]
        overlap = max((min(end, item.end) - max(start, item.start) for start, end in slices), default=0)
        decisions.append((item.is_recommendation, overlap >= 0.5 * (item.end - item.start)))
    return decisions


@cache
def _found(name: str) -> tuple[Recommendation, ...]:
    return find_recommendations(gold_document(SHARED / "corpus" / "inspections" / name))


_LABELLED_RULES: dict[str, Callable[[Labelled], bool]] = {
    "SM101": lambda item: item.levels["specific"] == 0,
    "SM201": lambda item: item.levels_with_context["measurable"] == 0,
    "SM401": lambda item: (item.levels_with_context["relevant"] or 0) < 2 and "(" not in item.text,
    "SM501": lambda item: item.levels_with_context["time_bound"] == 0,
    "SM502/504": lambda item: item.levels_with_context["time_bound"] == 1,
    "SM601": lambda item: not item.owner_with_context,
}
"""Rules whose findings follow from the labels."""


def _addressed(found: SmartAssessment) -> bool:
    """Whether only the whole document's addressee is named, which the labels leave open."""
    return (
        found.owner is None and found.context_owner is not None and found.context_owner.source == "addressee"
    )


def _print_rules(pairs: Sequence[Pair]) -> None:
    for code, wanted in _LABELLED_RULES.items():
        codes = ("SM502", "SM504") if code == "SM502/504" else (code,)
        decisions = [
            (wanted(gold), any(finding.code in codes for finding in found.findings))
            for gold, found in pairs
            if code != "SM601" or not _addressed(found)
        ]
        print(
            f"{code}       precision {with_interval(decisions, precision)}  recall "
            f"{with_interval(decisions, recall)}"
        )


_ELSEWHERE = {
    "SM503": "a date against the date of publication: tests",
    "SM703": "python -m eval repeats",
    "SM704": "a count: tests",
    "SM901-908": "states of the run, not judgements: tests",
}


def _print_decided_codes(items: Sequence[Labelled]) -> None:
    """Rules that do not follow from the labels, against what was decided by hand on the shared set."""
    codes, wanted = wanted_codes()
    asked = [(item, assess(item.text, item.context)) for item in items if item.is_recommendation]
    print("\n== codes decided by hand on the shared set")
    for code in sorted(codes):
        decisions = [
            (code in wanted.get(item.id, ()), any(finding.code == code for finding in found.findings))
            for item, found in asked
        ]
        count = sum(yes for yes, _ in decisions)
        print(
            f"{code}       wanted {count:2}  precision {with_interval(decisions, precision)}  recall "
            f"{with_interval(decisions, recall)}"
        )
    for code, where in _ELSEWHERE.items():
        print(f"{code:11} not labelled: {where}")
