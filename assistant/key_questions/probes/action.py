"""Action in time: the register of actions on the day, and the plans that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.actions.action import Action, ActionRegister
from assistant.actions.days import last_day
from assistant.actions.sift import DONE, owner_of
from assistant.answer import Gap
from assistant.in_words import day_in_words, filled
from assistant.key_questions.finding import Ask, Finding, Line, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.looked_back import looked_back
from assistant.key_questions.papers.missing_plans import missing_plans
from assistant.key_questions.papers.recommended import is_formality
from assistant.key_questions.period import dated
from assistant.key_questions.probes import section_11
from assistant.key_questions.probes.action_tables import (
    again_table,
    dip_sample,
    look_back_table,
    summary_tables,
)
from assistant.key_questions.probes.signals import finding_of
from assistant.key_questions.quoted import WORDS, cut
from assistant.key_questions.silences import listed
from assistant.slices import Slice
from assistant.statements.said import Basis
from prompts import load_data

IN_TIME = ("on_time",)
NOT_IN_TIME = ("overdue", "late")
"""What papers say was not in time counts against; what is due and not reported on is named as a silence."""
SILENCE = "not_reported_since"
REACHED = ("evidenced", "impact_shown")
TOLD = "evidence/actions.yaml"
ASKED = 3
"""About so many actions the board is asked."""
SILENT = 10
"""So many actions never reported are named one by one."""


def probe(question: KeyQuestion, material: Material) -> Finding:
    """Late and never reported actions against; for, those done in time, and those with evidence that no paper
    calls late; the register as a table.
    """
    from assistant.actions.track import track

    papers = [said for said in material.now if said.basis != "voice"]  # nobody's word is proof of a deed
    finding = finding_of(question, material, matches(question, papers, material))
    subject = material.subject.name or None
    register = track(material.library, as_of=material.as_of, subject=subject)
    known = {citation.n: Slice.of(citation) for citation in register.citations}
    due = [action for action in register.actions if _in_question(action, known, material)]
    shown = int(question.settings.get("actions_shown", 12))
    due = [action for action in due if not is_formality(action.text.text)]
    late = [action for action in due if action.timing in NOT_IN_TIME and action.status != "rejected"]
    late.sort(key=lambda action: (NOT_IN_TIME.index(action.timing), action.due or "", action.id))
    silent = [action for action in due if _is_silence(action, material)]
    told = [action for action in due if action.timing == "reported_since"]
    reached = [action for action in due if _is_reached(action)]
    reached.sort(key=lambda action: action.status not in REACHED)
    taken: set[Slice] = set()
    for actions, side in ((reached, finding.for_), (late, finding.against)):
        made = [_point(action, known, material, taken) for action in actions[:shown]]
        side[:] = [*made, *(point for point in side if point.slices[0] not in taken)]
    every = [action for action in register.actions if not is_formality(action.text.text)]
    again, asked_again = again_table(material)
    looked, not_looked = look_back_table(register, every, known, material)
    finding.tables = [
        *_tables(due, register, known),
        *again,
        *looked,
        *summary_tables(due, register, known),
        *dip_sample(due, register, known),
        *section_11.tables(section_11.newest_scores(material)),
        *finding.tables,
    ]
    finding.silent = [
        *_never_reported(silent, material),
        *missing_plans(material),
        *not_looked,
        *(gap for gap in finding.silent if "what became" not in gap.what or not _reports(material)),
    ]
    finding.asks += [*asks_of_actions([*late, *told, *silent][:ASKED], known), *asked_again]
    return finding


def _reports(material: Material) -> bool:
    """Does a paper of the period report by its title on what became of a review of the area?"""
    reviews = [record for record in material.own_documents if record.kind == "review"]
    return any(looked_back(review, material, last_day(dated(review) or "9999")) for review in reviews)


def _in_question(action: Action, known: dict[int, Slice], material: Material) -> bool:
    """Its due date or any of its fields falls into the period."""
    if action.due and material.period.holds(action.due) == "in":
        return True
    return any(
        material.published_in(known[number].document_id) == "in"
        for field in action.fields
        for number in field.citations
    )


def _is_reached(action: Action) -> bool:
    """Whether it speaks for action in time: done by its day, or with evidence and nowhere called late."""
    return (action.timing in IN_TIME and action.status in DONE) or (
        action.status in REACHED and action.timing not in NOT_IN_TIME
    )


def _is_silence(action: Action, material: Material) -> bool:
    """Due and told of by no later paper; where no paper is later, silence says nothing."""
    later = any((dated(one) or "") > (action.due or "") for one in material.own_documents)
    return later and action.timing == SILENCE and action.status != "rejected"


def _point(action: Action, known: dict[int, Slice], material: Material, taken: set[Slice]) -> Point:
    """The latest words on it: impact, evidence, progress, else the action itself; then the rest.

    Words `taken` already to show another action are not shown again for this one.
    """
    late = action.timing in NOT_IN_TIME
    best = action.impact or action.evidence if not late else None
    chosen = [known[words.citations[0]] for words in (best, action.standing, action.text) if words]
    stated = [(told, told.piece if told else piece) for piece in chosen for told in [material.said_at(piece)]]
    told, first = next((one for one in stated if one[1] not in taken), (None, chosen[-1]))
    taken.add(first)
    others = [known[number] for field in action.fields for number in field.citations]
    slices = (first, *dict.fromkeys(piece for piece in others if piece != first))
    basis: Basis = told.basis if told and told.is_told else "self_report"
    text = told.text if told else material.words(first)
    return Point(text, basis, slices, f"{action.timing} {action.status}", material.source_of(first))


def _tables(actions: Sequence[Action], register: ActionRegister, known: dict[int, Slice]) -> list[Tabled]:
    if not actions:
        return []
    counts = Counter((_status(action), timing_words(action)) for action in actions)
    totals = (((status, timing, str(number)), ()) for (status, timing), number in sorted(counts.items()))
    title = f"Actions on {day_in_words(register.as_of)}"
    each = (_line(action, known) for action in actions)
    return [
        Tabled.of(title, ("Status", "Timing", "Actions"), totals),
        Tabled.of("Each action", ("Action", "Owner", "Due", "Status", "Timing"), each),
    ]


def _line(action: Action, known: dict[int, Slice]) -> Line:
    due = action.due or (action.due_words.text if action.due_words else "")
    pieces = dict.fromkeys(known[number] for field in action.fields for number in field.citations)
    cells = (action.text.text, owner_of(action), due, _status(action), timing_words(action))
    return cells, tuple(pieces)


def _status(action: Action) -> str:
    told: str = load_data(TOLD)["statuses"][action.status]
    return told


def timing_words(action: Action) -> str:
    """The timing in words; what is done on a day that nobody names is told from what had no date."""
    not_named = action.timing == "no_date" and action.due and action.status in DONE
    told: str = load_data(TOLD)["timings"]["day_not_given" if not_named else action.timing]
    return told


def _never_reported(silent: Sequence[Action], material: Material) -> list[Gap]:
    """Actions past due that no later document mentions; the table holds those beyond the first few."""
    gaps = []
    for action in silent[:SILENT]:
        after = [one for one in material.documents_now if (dated(one) or "") > (action.due or "")]
        what = f"What became of “{_short(action.text.text)}” (due {day_in_words(action.due)})"
        gaps.append(Gap(what, listed(after) or "no later document"))
    if len(silent) > SILENT:
        more = filled(
            "What became of [1 more action|$left more actions] due by then (see the table of actions)",
            left=len(silent) - SILENT,
        )
        gaps.append(Gap(more, listed(material.documents_now)))
    return gaps


def asks_of_actions(due: Sequence[Action], known: dict[int, Slice]) -> list[Ask]:
    """What is put to the board of each of these actions, all past their day."""
    asks, past_due = [], load_data(TOLD)["past_due"]
    for action in due:
        owner = owner_of(action)
        owned = f" (owner: {owner})" if owner else ""
        said = f"was due on {day_in_words(action.due)}, and {past_due[action.timing]}"
        ask = f"The action “{cut(action.text.text.split(), WORDS)}”{owned} {said}"
        asks.append(Ask(ask, tuple(dict.fromkeys(known[n] for n in action.text.citations))))
    return asks


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:14]) + ("…" if len(words) > 14 else "")
