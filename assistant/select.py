"""Select: the sentences of the best passages that bear most on the question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.asked.facts import gives_grade
from assistant.asked.judging import asks_how_well, verdict_share
from assistant.composition.proposition import headings_of
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.sentences.front_matter import is_front_matter, is_head, only_names
from assistant.sentences.instructions import addresses_software
from assistant.sentences.spans import sentence_spans
from assistant.sentences.unmet import unmet
from assistant.words import counts, coverage_of, graded, holds, requests, stems
from ingest.discover import MESSAGES
from ingest.library import DocumentRecord
from ingest.passage import Passage
from ingest.quoted_mail import is_quoted
from prompts import load_data

SENTENCE = 8
"""Words from which a slice is long enough to say something; a heading or a lone name says less."""

FAR_BEHIND = 4.0
"""From this far behind the best passage (its score is in standard deviations) one counts as far behind."""

GAPS = (1, 2)
"""Characters between two passages that follow one another: a line's end or two."""

PASSAGES = 20
"""How many of the best passages sentences are taken from."""


@dataclass(frozen=True)
class SentenceWeights:
    """What each sign adds to a sentence's score, chosen on the dev halves of three sets (but `quoted` and
    `graded`, of which they hold next to nothing).

    `passage` is for its passage's score; `behind`, for what that lacks of the best passage's, is taken off by
    the share of the passage that the sentence is: of a long passage's score a sentence need have no part.
    `beside` is for a count beside what is counted, `graded` for a grade beside what is judged, which answers
    whatever else is like the question. `missing` is taken off for each name or year of the question that is
    not met, `instruction` where the sentence tells software what to do, `front` where it only says what the
    paper is and no date or name is asked for, `verdict` is for one on the thing where it is asked how well it
    goes, `quoted` in an e-mail where it is of the message answered,
    `short` from slices too short to say much.
    """

    closeness: float = 1.0
    coverage: float = 0.1
    passage: float = 0.03
    behind: float = 0.03
    wanted: float = 0.05
    beside: float = 0.15
    graded: float = 0.25
    requests: float = 0.06
    missing: float = 0.15
    instruction: float = 1.0
    front: float = 0.5
    quoted: float = 0.15
    verdict: float = 0.12
    short: float = 0.1


def select(
    question: Question,
    found: Sequence[Found],
    records: Mapping[str, DocumentRecord],
    weight_of: Callable[[str], float],
    weights: SentenceWeights,
) -> list[Evidence]:
    """Every sentence of the best passages that says anything as evidence, best first; ties by place."""
    coverage = coverage_of(question.terms, weight_of, question.others)
    weights = weights if asks_how_well(question) else replace(weights, verdict=0.0)
    evidence = [
        _judge(question, sentence, covered, behind, records[item.passage.document_id], weights, above)
        for item in found[:PASSAGES]
        for behind, above in [(min(FAR_BEHIND, found[0].score - item.score), _above(item.passage, found))]
        for sentence, covered in _sentences(question, item, records[item.passage.document_id], coverage)
    ]
    return sorted(evidence, key=lambda item: (-item.score, item.found.passage.id, item.start))


def _sentences(
    question: Question, item: Found, record: DocumentRecord, coverage: Callable[[Iterable[str]], float]
) -> Iterator[tuple[Evidence, float]]:
    """Those of a passage that say anything, not scored yet, and how much of the question each covers."""
    passage = item.passage
    places = [at for at in sentence_spans(passage) if not _says_nothing(passage.slice(*at), question)]
    head = (record.title, *headings_of(question, passage), passage.header)
    covered = close = own = [coverage((*head, passage.slice(*at))) for at in places]
    if item.match and places:
        close, own = item.match.scores_of(places), item.match.own_scores_of(places, question.named)
    for at, share, near, alone in zip(places, covered, close, own, strict=True):
        yield Evidence(item, *at, 0.0, near, (), alone, record.published), share


def _says_nothing(text: str, question: Question) -> bool:
    """Is it a line of names, or a question, for which nobody asked; or are its words the question's own?"""
    if text.rstrip().endswith("?") and not question.for_questions:
        return True
    said_again = stems(text) <= stems(question.text) and not gives_grade(text)
    return said_again or only_names(text, question) or is_head(text, question)


def _above(passage: Passage, found: Sequence[Found]) -> str:
    """The text right before a passage, as far as it is found too: a table's columns may be named there."""
    ends = {one.passage.end: one.passage for one in found if one.passage.document_id == passage.document_id}
    above, start = "", passage.start
    while before := next((ends[start - gap] for gap in GAPS if start - gap in ends), None):
        above, start = f"{before.text}\n{above}", before.start
    return above


def _tells_nothing(question: Question, text: str, passage: Passage, title: str) -> bool:
    """Is it the paper's title, a heading without what is asked for, or front matter?

    A heading that praises ("Good practice") tells nothing, one that gives a grade does. Front matter counts
    where a date or a name is asked for: such lines give them.
    """
    graded = question.wanted in (None, "judgement")
    told = gives_grade(text) if graded else holds(text, question.wanted)
    if (text.strip() in passage.heading_path and not told) or stems(text) <= stems(title):
        return True
    return question.wanted not in ("date", "person") and is_front_matter(text, passage)


def _of_message_answered(passage: Passage, start: int, record: DocumentRecord) -> bool:
    """Is it quoted in an e-mail? Elsewhere “>” may begin a line that says “more than”."""
    return record.source.lower().endswith(MESSAGES) and is_quoted(passage, start)


def _beside(question: Question, text: str) -> bool:
    """Does the kind of thing asked for stand beside what it is asked of: a count, or a judgement?"""
    if question.wanted != "judgement":
        return counts(text, question.counted)
    cues = load_data("vocabulary/question-words.yaml")["wants"]["judgement"]
    # A body's short name beside its place ("Harrow LSCB") is what is judged; the place alone is not.
    places = " ".join(question.subjects).lower()
    things = [term for term in question.terms if term not in cues and term not in places]
    return graded(text, things, question.others)


def _judge(
    question: Question,
    sentence: Evidence,
    covered: float,
    behind: float,
    record: DocumentRecord,
    weights: SentenceWeights,
    above: str,
) -> Evidence:
    passage, text = sentence.found.passage, sentence.quote
    missing = unmet(question, text, passage, record, above)
    beside = _beside(question, text)
    told = weights.graded if question.wanted == "judgement" else weights.beside
    quoted = _of_message_answered(passage, sentence.start, record)
    nothing = _tells_nothing(question, text, passage, record.title)
    score = (
        weights.closeness * sentence.closeness
        + weights.coverage * covered
        + weights.passage * sentence.found.score
        - weights.behind * behind * len(text) / len(passage.text)
        + (weights.wanted if question.wanted and holds(text, question.wanted) else 0.0)
        + (told if beside else 0.0)
        + (weights.requests if question.requests and requests(text) else 0.0)
        + (weights.verdict * verdict_share(question, text) if weights.verdict else 0.0)
        - weights.missing * len(missing)
        - (weights.instruction if addresses_software(text) else 0.0)
        - (weights.front if nothing else 0.0)
        - (weights.quoted if quoted else 0.0)
        - weights.short * max(0.0, 1 - len(text.split()) / SENTENCE)
    )
    return replace(sentence, score=round(score, 4), missing=missing, beside=beside)
