"""Actions and contradictions → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.sift import counts, grouped, owner_of, timing_of
from assistant.answer import Citation
from assistant.contradictions.contradiction import ContradictionList, none_found, not_compared
from assistant.render.cited import footer
from assistant.render.paragraph import Paragraph
from assistant.render.place import page_name
from assistant.render.plain import counted, one_line, shortened

_LONGEST = 240


def action_paragraphs(
    register: ActionRegister, by: str | None = None, silent: int = 0, overdue: int | None = None
) -> Iterator[Paragraph]:
    """Each action with where it stands; then the counts, or the groups asked for.

    `silent`: how many are past due without a later report and not among these; `overdue`: how many are
    overdue, where those done late are listed.
    """
    for action in register.actions:
        yield from _action(action, register.citations)
    yield Paragraph("")
    if by:
        for name, number in grouped(register, by).items():
            yield Paragraph(one_line(name).replace("_", " "), lead=f"{number:>5}  ")
    elif not register.actions:
        yield Paragraph("No action fits what is asked for.")
    else:
        for kind, numbers in counts(register).items():
            told = [f"{name.replace('_', ' ')} {number}" for name, number in numbers.items() if number]
            yield Paragraph(", ".join(told), lead=f"{kind}: ")
    if overdue is not None:
        how = f"{counted(overdue, 'action')} not done yet; to list: scrutiny actions --timing overdue"
        yield Paragraph(f"Late is what was done after its day. Overdue: {how}")
    if silent:
        how = "to list: scrutiny actions --timing not_reported_since"
        yield Paragraph(f"Past due without a later report: {counted(silent, 'action')}; {how}")
    if register.unanswered:
        left = counted(len(register.unanswered), "recommendation")
        yield Paragraph(f"{left} without a date, for which no plan and no report is in the library.")
    yield from map(Paragraph, map(one_line, register.left_out))
    yield footer(register)


def contradiction_paragraphs(listed: ContradictionList) -> Iterator[Paragraph]:
    """Each contradiction with both quotations and where they stand."""
    if not listed.contradictions:
        yield Paragraph(none_found())
    for item in listed.contradictions:
        yield Paragraph(f"{item.kind}: {shortened(item.about, 70)}", style="bold")
        for number in (item.first, item.second):
            cited = listed.citations[number - 1]
            yield Paragraph(f"“{shortened(cited.quote, _LONGEST)}” ({_place(cited)})", lead="  ")
    if told := not_compared(listed):
        yield Paragraph(told)
    yield footer(listed)


def _action(action: Action, citations: tuple[Citation, ...]) -> Iterator[Paragraph]:
    told = (action.status, timing_of(action), "papers disagree" if action.disputed else "")
    lead = ", ".join(word.replace("_", " ") for word in told if word) + ": "
    yield Paragraph(shortened(action.text.text, _LONGEST), lead=lead, style="bold")
    facts = [one_line(owner_of(action)), f"due {action.due}" if action.due else "no date"]
    place = _place(citations[action.text.citations[0] - 1])
    yield Paragraph("; ".join(fact for fact in [*facts, place] if fact), lead="    ")
    for was, now, form in (
        (action.first_owner, action.owner, "first the task of {}, then of {}"),
        (action.first_due_words, action.due_words, "first due {}, moved to {}"),
    ):
        if was and now:
            both = (_with_place(field, citations) for field in (was, now))
            yield Paragraph(form.format(*both), lead="    - ")
    for field in action.progress:
        where = citations[field.citations[0] - 1].document
        yield Paragraph(f"“{shortened(field.text, _LONGEST)}” ({one_line(where)})", lead="    - ")


def _with_place(field: Field, citations: tuple[Citation, ...]) -> str:
    return f"“{one_line(field.text)}” ({_place(citations[field.citations[0] - 1])})"


def _place(cited: Citation) -> str:
    page = page_name(cited.page_index, cited.page_label)
    return f"{one_line(cited.document)}, {page}" if page else one_line(cited.document)
