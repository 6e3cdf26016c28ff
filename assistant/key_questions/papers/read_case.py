"""Read a case: a document → what was asked, done, found, achieved and is to follow, each cited."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Gap, Statement
from assistant.key_questions.papers.case_study import PARTS, CaseStudy
from assistant.slices import Citations, Slice
from assistant.statements.concepts import lists_of, words_of
from ingest.document import Block, Document
from ingest.library import Library
from ingest.recognition.bodies import area_of
from ingest.recommendations.find import find_recommendations
from ingest.records import DocumentRecord
from ingest.sentences import sentences_within
from prompts import load_data

RULES = "evidence/case-study.yaml"
NOT_MISSED = "found"
DONE = ("done", "already_done")
PLAN, MINUTES = "action_plan", "minutes"
LEAST_WORDS = 5
LEAST_ASKED = 3
"""Of what is to follow so few words are enough in a sentence or an item: "Answer each letter."."""

_Case = tuple[str, str, dict[str, list[Slice]]]


def read_case(library: Library, document: str) -> list[CaseStudy]:
    """The cases of one document (by id, name or path), in order. NotFoundError."""
    record = library.record(document)
    cases = list(_cases(library.document(record.id)))
    asked = _set_down(library, record) if record.kind == MINUTES else _in_tables(library, record)
    if asked and len(cases) == 1:
        cases[0][2]["next"][:0] = asked
    if record.kind == PLAN and (rows := _by_rows(library, record)):
        title, area, parts = cases[0]
        cases = [(title, area, parts | rows)]
    return [_study(library, record.source, case) for case in cases if any(case[2].values())]


def _in_tables(library: Library, record: DocumentRecord) -> list[Slice]:
    """The recommendations that stand in the rows of a table, where no sentence is read."""
    if record.kind == PLAN:
        return []
    found = find_recommendations(library.document(record.id))
    return [Slice(record.id, one.start, one.end) for one in found if one.origin == "table"]


def _set_down(library: Library, record: DocumentRecord) -> list[Slice]:
    """The actions that minutes set."""
    from assistant.actions.extract import account_of

    return [Slice(record.id, *item.span) for item in account_of(library, record).set_down]


def _by_rows(library: Library, record: DocumentRecord) -> dict[str, list[Slice]]:
    """What an action plan's rows say was done and is to follow; nothing where it has none."""
    from assistant.actions.extract import account_of

    rows = [item for item in account_of(library, record).set_down if item.origin == "plan"]
    told: dict[str, list[Slice]] = {"done": [], "next": []}
    for row in rows:
        states = [report.state for report in row.reports if report.state != "none"]
        if "rejected" not in states:
            done = bool(states) and states[-1] in DONE
            told["done" if done else "next"].append(Slice(record.id, *row.span))
    return told if rows else {}


def _cases(document: Document) -> Iterator[_Case]:
    """A new case begins where a heading is the name of an area; a part where a heading says so."""
    case: _Case = (document.title, "", {part: [] for part in PARTS})
    part, level, story = "", 0, False
    is_review = _names("case_review", document.title)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "heading":
            if area := area_of(text.strip(" :.")):
                yield case
                case, part = (text.strip(), area, {name: [] for name in PARTS}), ""
            elif part == "found" and block.level > level:
                continue  # what stands below a heading of findings is found
            elif named := _part_of(text, is_review):
                part, level, story = named, block.level, is_review and _names("narrative", text)
            elif block.level <= level:
                part = ""
        elif part and block.kind in ("paragraph", "list_item"):
            whole = part == "next" and (block.kind == "list_item" or text.rstrip().endswith("."))
            told = _slices(document, block, LEAST_ASKED if whole else LEAST_WORDS)
            case[2][part] += [piece for piece in told if not story or _is_of_the_review(document, piece)]
    yield case


def is_narrative(heading: str) -> bool:
    """Does a review tell the child's story under the last of these headings?"""
    return _names("narrative", heading.rpartition(" › ")[2])


def _slices(document: Document, block: Block, least: int) -> list[Slice]:
    spans = sentences_within(document.text, block.start, block.end)
    return [Slice(document.id, *span) for span in spans if len(document.text[slice(*span)].split()) >= least]


def _is_of_the_review(document: Document, piece: Slice) -> bool:
    """Does a sentence tell of the review, rather than of the child?"""
    return _names("of_the_review", document.text[piece.start : piece.end])


def _part_of(heading: str, is_review: bool) -> str:
    """The part that a heading opens, "" for none; a heading of two parts opens the later one."""
    if is_review and _names("praise", heading):
        return "found"
    found = lists_of(RULES, *PARTS, "no_part").find(words_of(heading))
    if any(hit.concept == "no_part" for hit in found):
        return ""
    return max((hit.concept for hit in found), key=PARTS.index, default="")


def _study(library: Library, source: str, case: _Case) -> CaseStudy:
    title, area, parts = case
    citations = Citations(library)
    shown = int(load_data(RULES)["shown"])
    text = library.text(next(pieces[0].document_id for pieces in parts.values() if pieces))
    told = {
        part: tuple(
            Statement(text[piece.start : piece.end], (citations.number(piece),)) for piece in pieces[:shown]
        )
        for part, pieces in parts.items()
    }
    missing = tuple(
        Gap(f"What was {part}" if part != "next" else "What follows", source)
        for part in PARTS
        if not told[part] and part != NOT_MISSED
    )
    return CaseStudy(
        document=source, title=title, area=area, missing=missing, citations=citations.all(),
        asked=told["asked"], done=told["done"], found=told["found"],
        achieved=told["achieved"], next=told["next"],
    )  # fmt: skip


def _names(name: str, text: str) -> bool:
    """Does the text hold a phrase of the list?"""
    return bool(lists_of(RULES, name).names(text))
