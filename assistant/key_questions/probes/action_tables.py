"""Tables of the tracker: by agency, by theme, twelve months after a review, found again, to dip-sample."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from assistant.actions.action import Action, ActionRegister
from assistant.actions.sift import DONE
from assistant.actions.summary import Count, LookBack, by_agency, by_theme, look_backs, quarter_of
from assistant.answer import Gap
from assistant.in_words import day_in_words, short_title
from assistant.key_questions.finding import Ask, Tabled
from assistant.key_questions.material import Material
from assistant.key_questions.papers.looked_back import looked_back
from assistant.key_questions.period import dated
from assistant.key_questions.quoted import WORDS, cut
from assistant.register.bodies import is_single
from assistant.register.entry import Entry
from assistant.slices import Slice

NAMED = 2
"""So many agencies of a theme are named."""
DRAWN = 5
"""So many finished actions of single agencies are drawn to be looked at."""

COUNTED = ("Actions", "Open", "Done", "Evidenced", "Effect shown", "Late", "Not reported since")
"""Done: by its owner's word alone. Late: or overdue. Not reported since: past its date, by silence alone."""
Known = dict[int, Slice]

LIKELY = 9.9
"""The least score of a pair: with the few requests of one area, chance likeness counts for more."""


def summary_tables(actions: Sequence[Action], register: ActionRegister, known: Known) -> list[Tabled]:
    """Counts by agency, and the theme report of the quarter that ends on the day."""
    if not actions:
        return []
    day = register.as_of
    agencies, themes = by_agency(actions, day), by_theme(actions, day)
    quarter = f"Theme report, {day_in_words(quarter_of(day))} to {day_in_words(day)}"
    of_agencies = ((_numbers(count), _slices(count.actions, known)) for count in agencies)
    of_themes = (
        ((*_numbers(count), str(count.reported), _few(count.agencies)), _slices(count.actions, known))
        for count in themes
    )
    return [
        Tabled.of(f"Actions by agency on {day_in_words(day)}", ("Agency", *COUNTED), of_agencies),
        Tabled.of(quarter, ("Theme", *COUNTED, "This quarter", "Agencies"), of_themes),
    ]


def _few(agencies: Sequence[str]) -> str:
    """The first names, and how many more: the register lists them all."""
    more = len(agencies) - NAMED
    return ", ".join(agencies[:NAMED]) + (f" and {more} more" if more > 0 else "")


def look_back_table(
    register: ActionRegister, actions: Sequence[Action], known: Known, material: Material
) -> tuple[list[Tabled], list[Gap]]:
    """Reviews of over twelve months ago: what became of their actions, and those nobody looked at again."""
    reviews = {
        record.id: record.published
        for record in material.own_documents
        if record.kind == "review" and record.published and len(record.published) >= 7
        if not material.later.of(record.id)
    }
    found = look_backs(register, reviews, actions)
    if not found:
        return [], []
    lines = ((_look_back_row(one, material), _slices(one.actions, known)) for one in found)
    header = ("Review", "Published", "Twelve months on", "Actions", "With evidence", "Effect shown")
    table = Tabled.of("Twelve months after a review", (*header, "Reported on since"), lines)
    gaps = [
        Gap(
            f"A look-back twelve months after “{material.records[one.document_id].title}” (from {one.due})",
            material.records[one.document_id].source,
        )
        for one in found
        if not one.seen and not looked_back(material.records[one.document_id], material, one.due)
    ]
    return [table], gaps


def dip_sample(actions: Sequence[Action], register: ActionRegister, known: Known) -> list[Tabled]:
    """Some actions that one agency alone reports as done; the same draw for the same library and day."""
    finished = [action for action in actions if is_single(action.agencies) and action.status in DONE]
    if not finished:
        return []
    seed = f"{register.library_version} {register.as_of} "
    drawn = sorted(finished, key=lambda one: hashlib.sha256((seed + one.id).encode()).hexdigest())[:DRAWN]
    lines = (
        (
            (one.agencies[0], one.text.text, "yes" if one.evidence or one.impact else "none named"),
            _slices([one], known),
        )
        for one in drawn
    )
    title = f"Single-agency actions to dip-sample ({len(drawn)} of {len(finished)} reported done)"
    return [Tabled.of(title, ("Agency", "Action", "Evidence"), lines)]


def again_table(material: Material) -> tuple[list[Tabled], list[Ask]]:
    """What an earlier paper recommended and a later one recommends again, and the challenge it makes."""
    found = found_again(material)
    if not found:
        return [], []
    rows = tuple(
        tuple(words for one in pair for words in (_words(one), f"{one.year}, {short_title(one.title)}"))
        for pair in found
    )
    header = ("Asked for", "In", "Asked for again", "In")
    slices = tuple((earlier.piece, later.piece) for earlier, later in found)
    title = "Asked for by one paper and again by a later one"
    return [Tabled(title, header, rows, slices)], [_ask(*found[0])]


def _ask(earlier: Entry, later: Entry) -> Ask:
    papers = ", and again in ".join(f"{short_title(one.title)} ({one.year})" for one in (earlier, later))
    asked = cut(_words(later).split(), WORDS)
    return Ask(
        f"Asked for in {papers}: “{asked}”. What was done in between, and why was it not enough?",
        (earlier.piece, later.piece),
    )


def _look_back_row(one: LookBack, material: Material) -> tuple[str, ...]:
    evidenced = sum(action.status in ("evidenced", "impact_shown") for action in one.actions)
    shown = sum(action.status == "impact_shown" for action in one.actions)
    numbers = (len(one.actions), evidenced, shown, len(one.seen))
    days = (day_in_words(one.published), day_in_words(one.due))
    return (material.records[one.document_id].title, *days, *map(str, numbers))


def _numbers(count: Count) -> tuple[str, ...]:
    """The name and the counts."""
    numbers = (len(count.actions), count.having("open"), count.having("done", "already_done"))
    shown = (count.having("evidenced"), count.having("impact_shown"), count.not_in_time, count.unreported)
    return (count.name, *map(str, (*numbers, *shown)))


def _slices(actions: Iterable[Action], known: Known) -> tuple[Slice, ...]:
    """Where the actions are set down, the first few."""
    return tuple(dict.fromkeys(known[action.text.citations[0]] for action in actions))[:6]


def _words(entry: Entry) -> str:
    return " ".join(entry.text.split())


def found_again(material: Material) -> list[tuple[Entry, Entry]]:
    """Earlier and later, where the later paper falls into the period; the likeliest earlier one for each."""
    from assistant.register.asked_before import asked_before
    from assistant.register.collect import recommendations_of

    papers = [
        record for record in material.own_documents if dated(record) and not material.later.of(record.id)
    ]
    entries = [entry for record in papers for entry in recommendations_of(material.library, record)]
    now = [at for at, entry in enumerate(entries) if material.published_in(entry.document_id) == "in"]
    best: dict[int, tuple[float, int]] = {}
    for pair in asked_before(entries, material.library, now):
        if pair.score >= LIKELY and pair.score > best.get(pair.later, (0.0, 0))[0]:
            best[pair.later] = (pair.score, pair.earlier)
    return [(entries[earlier], entries[later]) for later, (_, earlier) in sorted(best.items())]
