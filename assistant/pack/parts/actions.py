"""Actions over time: what was to be done, and how far the documents show that it got."""

from __future__ import annotations

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.sift import timing_of
from assistant.actions.summary import NO_THEME, by_theme
from assistant.answer import by_number
from assistant.charts.make import actions_by_status
from assistant.in_words import filled
from assistant.pack.document import (
    Badge,
    Block,
    Grid,
    Heading,
    Line,
    Picture,
    Points,
    Text,
    Tone,
    Words,
    columns,
)
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Cited, Notes
from assistant.pack.shown import day_words, shown
from assistant.pack.wording import more, wording

SHARES = (0.3, 0.16, 0.145, 0.155, 0.24)
MOST = 40
MOST_UNANSWERED = 10
FEWEST_FOR_CHART = 3
MOST_THEMES = 12
WORST_FIRST = ("overdue", "not_reported_since", "reported_since", "late", "no_date", "due_later", "on_time")
TONES: dict[str, Tone] = {"overdue": "alert", "late": "alert", "not_reported_since": "not_evidenced"}


def actions_blocks(material: PackMaterial, notes: Notes) -> list[Block]:
    """A chart by agency, and the table, those past their date first."""
    register, words = material.actions, wording("actions")
    if register is None:
        return []
    notes.new_section()
    lead = filled(words["lead"], as_of=day_words(register.as_of))
    blocks: list[Block] = [Heading(words["title"], 1, "actions", own_page=True), Text((Words(lead),), "lead")]
    if not register.actions:
        return [*blocks, Text((Words(words["none"]),))]
    cited = by_number(register.citations)
    ordered = sorted(register.actions, key=concern)
    header = columns(words["columns"], SHARES)
    rows = tuple(_row(action, cited, notes) for action in ordered[:MOST])
    blocks += _chart(register)
    blocks.append(Grid(words["table"], header, rows))
    blocks += more(words["more"], len(ordered) - MOST)
    return blocks + _unanswered(register, cited, notes)


def concern(action: Action) -> tuple[int, str, str]:
    """Sorts actions: what is past its day first, then by day."""
    return WORST_FIRST.index(action.timing), action.due or "", action.id


def _row(action: Action, cited: Cited, notes: Notes) -> tuple[Line, ...]:
    words = wording("actions")
    timing = Badge(words["timings"][timing_of(action)], TONES.get(action.timing, "plain"))
    due = day_words(action.due) or (shown(action.due_words.text) if action.due_words else words["no_date"])
    if action.first_due:
        due = f"{due} ({words['first_due']} {day_words(action.first_due)})"
    status = words["statuses"][action.status]
    owner = action.who or (action.owner.text if action.owner else words["nobody"])
    latest = action.latest
    return (
        _field(action.text, cited, notes),
        (Words(shown(owner)), *_first_owner(action, cited, notes)),
        (Words(due),),
        (Words(f"{status} "), timing),
        (*_disputed(action, cited, notes), *_told(latest, cited, notes))
        if latest
        else (Words(words["not_reported"], "quiet"),),
    )


def _first_owner(action: Action, cited: Cited, notes: Notes) -> Line:
    """Whom an earlier plan named."""
    if not action.first_owner:
        return ()
    first = wording("actions")["first_owner"]
    return (Words(f" ({first} "), *_field(action.first_owner, cited, notes), Words(")"))


def _disputed(action: Action, cited: Cited, notes: Notes) -> Line:
    """What stands in the way of an action that the latest paper calls done."""
    if not action.disputed:
        return ()
    return (
        Words(f"{wording('actions')['disputed']}: "),
        *_told(action.disputed, cited, notes),
        Words("; "),
    )


def _told(field: Field, cited: Cited, notes: Notes) -> Line:
    day = f" ({day_words(field.said_on)})" if field.said_on else ""
    return (*_field(field, cited, notes), Words(day, "quiet"))


def _field(field: Field, cited: Cited, notes: Notes) -> Line:
    if not field.citations:
        return (Words(shown(field.text)),)
    return (notes.quoted(field.citations, cited),)


def _chart(register: ActionRegister) -> list[Block]:
    counts: dict[str, dict[str, int]] = {}
    statuses = wording("actions")["statuses"]
    for action in register.actions:
        for agency in action.agencies or (wording("actions")["no_agency"],):
            row = counts.setdefault(shown(agency), {})
            name = statuses[action.status]
            row[name] = row.get(name, 0) + 1
    if sum(map(len, counts.values())) < FEWEST_FOR_CHART:
        return []
    ordered = dict(sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0])))
    return [Picture(actions_by_status(ordered, _occurring(register))), *_themes(register)]


def _occurring(register: ActionRegister) -> tuple[str, ...]:
    """The statuses that any action has, in their order: a key names no others."""
    held = {action.status for action in register.actions}
    return tuple(words for name, words in wording("actions")["statuses"].items() if name in held)


def _themes(register: ActionRegister) -> list[Block]:
    """The theme report as a picture: the commonest themes, a segment a status."""
    statuses = wording("actions")["statuses"]
    counts = {
        count.name: {words: count.having(name) for name, words in statuses.items() if count.having(name)}
        for count in by_theme(register.actions, register.as_of)[:MOST_THEMES]
        if count.name != NO_THEME
    }
    if len(counts) < FEWEST_FOR_CHART:
        return []
    return [Picture(actions_by_status(counts, _occurring(register), "theme"))]


def _unanswered(register: ActionRegister, cited: Cited, notes: Notes) -> list[Block]:
    if not register.unanswered:
        return []
    words = wording("actions")
    items = tuple(_field(field, cited, notes) for field in register.unanswered[:MOST_UNANSWERED])
    title = f"{words['unanswered']} ({len(register.unanswered)})"
    return [Heading(title, 2, "unanswered"), Points(items)]
