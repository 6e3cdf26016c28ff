"""The challenge log and the judgements → rows, paragraphs and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.answer import Citation, by_number
from assistant.journal.log import ChallengeLog, EvidenceLog, JudgedEvidence, LoggedChallengeAsOf
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from assistant.render.plain import counted, one_line, shortened
from assistant.render.table import csv_text

CHALLENGE_HEADINGS = ("Id", "Put", "Owner", "Question", "Status", "Challenge")
EVIDENCE_HEADINGS = ("Id", "Made", "Question", "Judgement", "Evidence", "Words")
CHALLENGE_COLUMNS = (
    "id",
    "put",
    "question",
    "challenge",
    "owner",
    "answer due",
    "status",
    "overdue",
    "response",
    "answered",
    "outcome",
    "closed",
    "impact",
    "put by",
    "evidence",
)
EVIDENCE_COLUMNS = ("id", "made", "question", "judgement", "words", "by", "standing", "place", "quotation")

LONGEST = 120
"""Characters of a quotation in a list."""

ANEW = "The ledger is numbered anew without it: print it again before you name another piece."

STANDINGS = {
    "in_force": "",
    "replaced": "replaced by a later judgement",
    "source_gone": "source gone: its document is not in the library",
    "words_changed": "source changed: other words now stand there",
}
"""How a judgement stands, in words; empty where there is nothing to say."""


def challenge_status(challenge: LoggedChallengeAsOf) -> str:
    """How it stands: "open, answer overdue since 2025-01-31", "closed, impact not recorded"."""
    if challenge.overdue:
        return f"open, answer overdue since {challenge.due}"
    if challenge.status == "open" and challenge.due:
        return f"open, answer due {challenge.due}"
    if challenge.status == "closed" and not challenge.impact:
        return "closed, impact not recorded"
    return challenge.status


def challenge_rows(log: ChallengeLog) -> Iterator[tuple[str, ...]]:
    """One row a challenge under `CHALLENGE_HEADINGS`."""
    for challenge in log.challenges:
        yield (
            challenge.id,
            challenge.put,
            shortened(challenge.owner or "nobody", 30),
            one_line(challenge.question or "-"),
            challenge_status(challenge),
            one_line(challenge.text),
        )


def challenge_paragraphs(log: ChallengeLog) -> Iterator[Paragraph]:
    """Each challenge with all that came of it and the evidence it rests on."""
    cited = by_number(log.citations)
    for number, challenge in enumerate(log.challenges):
        if number:
            yield EMPTY_LINE
        yield Paragraph(one_line(challenge.text), lead=f"{challenge.id}  ", style="bold")
        facts = [
            f"put on {challenge.put} to {one_line(challenge.owner) or 'nobody'}",
            f"by {one_line(challenge.judge)}" if challenge.judge else "",
            f"on the key question “{one_line(challenge.question)}”" if challenge.question else "",
            challenge_status(challenge),
        ]
        yield Paragraph(", ".join(fact for fact in facts if fact), lead="    ")
        for entry in challenge.entries:
            yield Paragraph(f"{entry.made}, {entry.kind}: {one_line(entry.words)}", lead="    ")
        yield from _evidence(challenge, cited)


def evidence_rows(log: EvidenceLog) -> Iterator[tuple[str, ...]]:
    """One row a judgement under `EVIDENCE_HEADINGS`."""
    cited = by_number(log.citations)
    for judgement in log.judgements:
        yield (
            judgement.id,
            judgement.made,
            one_line(judgement.question or "all"),
            judged(judgement),
            _quotation(judgement, cited),
            one_line(judgement.words),
        )


def judgement_paragraphs(log: EvidenceLog) -> Iterator[Paragraph]:
    """Each judgement just made, with the whole of the words that were judged."""
    cited = by_number(log.citations)
    for judgement in log.judgements:
        held = f"for {one_line(judgement.question)}" if judgement.question else "for all key questions"
        yield Paragraph(
            f"{judged(judgement)} {held}: {_quotation(judgement, cited, None)}", f"{judgement.id}  "
        )
        if judgement.words:
            yield Paragraph(one_line(judgement.words), lead="    ")
        if judgement.decision == "rejected":
            yield Paragraph(ANEW, lead="    ", style="dim")


def judged(judgement: JudgedEvidence) -> str:
    """The decision, and why it does not count where it does not."""
    remark = STANDINGS[judgement.standing]
    return f"{judgement.decision} ({remark})" if remark else judgement.decision


def challenge_csv(log: ChallengeLog) -> str:
    """The log as a sheet, one challenge a line."""
    cited = by_number(log.citations)
    rows = (
        (
            one.id,
            one.put,
            one.question,
            one.text,
            one.owner,
            one.due or "",
            one.status,
            "yes" if one.overdue else "",
            one.response,
            one.answered or "",
            one.outcome,
            one.closed or "",
            one.impact,
            one.judge,
            "; ".join(place_of(cited[n], whole=True) for n in one.citations),
        )
        for one in log.challenges
    )
    return csv_text(CHALLENGE_COLUMNS, rows)


def evidence_csv(log: EvidenceLog) -> str:
    """The judgements as a sheet, one a line."""
    cited = by_number(log.citations)
    rows = []
    for one in log.judgements:
        place = place_of(cited[one.citation], whole=True) if one.citation else ""
        quotation = cited[one.citation].quote if one.citation else ""
        standing = STANDINGS[one.standing] or "in force"
        question = one.question or "all"
        rows.append(
            (one.id, one.made, question, one.decision, one.words, one.judge, standing, place, quotation)
        )
    return csv_text(EVIDENCE_COLUMNS, rows)


def _evidence(challenge: LoggedChallengeAsOf, cited: Mapping[int, Citation]) -> Iterator[Paragraph]:
    for n in challenge.citations:
        yield Paragraph(f"“{one_line(cited[n].quote)}” {place_of(cited[n])}", lead="    - ")
    if challenge.gone:
        gone = counted(challenge.gone, "source")
        yield Paragraph(f"{gone} no longer in the library, or reading differently.", lead="    - ")


def _quotation(
    judgement: JudgedEvidence, cited: Mapping[int, Citation], longest: int | None = LONGEST
) -> str:
    """The words that were judged, cut after so many characters, and their document."""
    if judgement.citation is None:
        return f"document {judgement.document_id[:8]}, characters {judgement.start} to {judgement.end}"
    citation = cited[judgement.citation]
    words = one_line(citation.quote) if longest is None else shortened(citation.quote, longest)
    return f"“{words}” ({one_line(citation.document)})"
