"""The challenge log: what was put to the board, and what came of it."""

from __future__ import annotations

from assistant.answer import by_number
from assistant.in_words import filled
from assistant.journal.log import ChallengeLog, LoggedChallengeAsOf, counts
from assistant.pack.document import Badge, Block, Grid, Heading, Line, Text, Tone, Words, columns
from assistant.pack.material import PackMaterial
from assistant.pack.notes import Cited, Notes
from assistant.pack.shown import day_words, shown
from assistant.pack.wording import wording

SHARES = (0.34, 0.13, 0.12, 0.14, 0.27)
TONES: dict[str, Tone] = {"open": "partly", "answered": "plain", "closed": "evidenced"}


def log_blocks(material: PackMaterial, notes: Notes) -> list[Block]:
    """The log as a table, or the sentence that there is none."""
    words, log = wording("log"), material.challenges
    title = Heading(words["title"], 1, "log", own_page=bool(log.challenges))
    if not log.challenges:
        return [title, Text((Words(words["none"]),))]
    notes.new_section()
    header = columns(words["columns"], SHARES)
    cited = by_number(log.citations)
    rows = tuple(_row(challenge, cited, notes) for challenge in log.challenges)
    return [title, Text((Words(lead_of(log)),), "lead"), Grid(words["table"], header, rows)]


def lead_of(log: ChallengeLog) -> str:
    """How many challenges the log holds and how they stand, in a sentence."""
    found = counts(log.challenges)
    return filled(
        wording("log")["lead"],
        as_of=day_words(log.as_of),
        total=len(log.challenges),
        open=found["open"],
        overdue=found["overdue"],
        closed=found["closed"],
        without_impact=found["closed_without_impact"],
    )


def _row(challenge: LoggedChallengeAsOf, cited: Cited, notes: Notes) -> tuple[Line, ...]:
    words = wording("log")
    return (
        (
            Words(f"{challenge.id}. ", "strong"),
            Words(shown(challenge.text)),
            *notes.marks(challenge.citations, cited),
        ),
        (Words(shown(challenge.owner) or words["nobody"]),),
        (Words(day_words(challenge.put)),),
        _status(challenge),
        (Words(_came_of(challenge)),),
    )


def _status(challenge: LoggedChallengeAsOf) -> Line:
    words = wording("log")
    badge = Badge(challenge.status, TONES[challenge.status])
    if challenge.overdue:
        return Badge(challenge.status, "alert"), Words(
            " " + filled(words["overdue"], due=day_words(challenge.due))
        )
    if challenge.status == "open" and challenge.due:
        return badge, Words(" " + filled(words["due"], due=day_words(challenge.due)))
    if challenge.status == "closed" and not challenge.impact:
        return badge, Words(" " + words["no_impact"])
    return (badge,)


def _came_of(challenge: LoggedChallengeAsOf) -> str:
    words = wording("log")
    told = [
        filled(
            words["entry"],
            made=day_words(entry.made),
            kind=words["kinds"][entry.kind],
            words=shown(entry.words),
        )
        for entry in challenge.entries
    ]
    return " ".join(told) or words["nothing"]
