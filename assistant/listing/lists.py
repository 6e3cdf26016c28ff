"""Lists: a question that wants all of something, answered with all there is, each once."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer
from assistant.areas.subjects import about_places
from assistant.comparison.split import grade_asked
from assistant.in_words import day_in_words, filled
from assistant.listing.challenges import challenges, challenges_asked
from assistant.listing.dated import dated_asked, dates_told, days_told, end_asked, last_asked
from assistant.listing.graded import graded, graded_asked, grades_of_whole
from assistant.listing.led import leads_told, led_asked, who_led
from assistant.listing.listed import Listed, answer_of, wording
from assistant.listing.mentions import mentions, mentions_asked, named
from assistant.listing.next_meeting import meeting_asked, next_meeting
from assistant.listing.of_paper import PAPERS, asked_of_paper, how_many, numbers_in, of_paper
from assistant.listing.outlined import outline, outline_asked
from assistant.listing.own_priorities import own_priorities, priorities_asked
from assistant.listing.place import place_told
from assistant.listing.recommended import recommended, recommended_asked
from assistant.listing.section_asked import SectionAsked, lists_of, section_asked
from assistant.words import YEAR
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord


def list_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer to a question for all of something; None where it asks for anything else.

    What a paper asks for, and a grade, is searched for where no list of it was found.
    """
    records = library.documents(filters)
    listed = _led(text, library, records) or _dates(text, library, records, bound=bool(filters.documents))
    listed = listed or _grades(text, library, records)
    listed = listed or place_told(text, library, records, filters, as_of)
    listed = listed or next_meeting(meeting_asked(text, records), library, filters, as_of)
    listed = listed or _outlined(text, library, records, bound=bool(filters.documents))
    listed = listed or _challenges(text, library, records)
    listed = listed or _priorities(text, library, records, as_of)
    listed = listed or _section(text, library, records)
    listed = listed or _listed(text, library, records, filters)
    listed = listed or _graded(text, library, records, filters)
    listed = listed or _of_paper(text, library, records, filters, as_of)
    if not listed:
        return None
    return answer_of(listed, text, library, len(records), as_of)


def _led(text: str, library: Library, records: Sequence[DocumentRecord]) -> Listed | None:
    """Who led an inspection; of a place's several each under its paper."""
    papers = led_asked(text, records)
    rows = who_led(papers, library)
    if rows:
        several = len(papers) > 1
        told = _say("led", count=len(rows))
        return Listed([(named(paper) if several else "", piece) for paper, piece in rows], told)
    if not papers or leads_told(papers, library):
        return None
    words = {"paper": papers[0].title, "published": _dated(papers[0])}
    return Listed([], "", _say("led_none", **words), _say("led_missing"))


def _dates(text: str, library: Library, records: Sequence[DocumentRecord], *, bound: bool) -> Listed | None:
    """When a paper came out; of several so called each under its name."""
    if (end := end_asked(text, records)) and (days := days_told(end[1], library)):
        rank, paper = end
        count = sum(one.published is not None for one in records)
        told = _say("at_end", count=count, rank=rank, title=paper.title, published=_dated(paper))
        return Listed([("", piece) for piece in days], told)
    newest = last_asked(text, records, bound=bound)
    if newest and (days := days_told(newest, library)):
        told = _say("newest", title=newest.title, published=_dated(newest))
        return Listed([("", piece) for piece in days], told)
    rows = dates_told(dated_asked(text, records, bound=bound), library)
    heads = [named(paper) if len(rows) > 1 else "" for paper, _ in rows]
    lines = [(head, piece) for head, (_, piece) in zip(heads, rows, strict=True)]
    return Listed(lines, _say("own_date", count=len(rows))) if rows else None


def _grades(text: str, library: Library, records: Sequence[DocumentRecord]) -> Listed | None:
    """The grade of a place as a whole: of the years named, or of each, the newest first."""
    place, years = grade_asked(text, records), YEAR.findall(text)
    rows = grades_of_whole(about_places(records, [place]), library) if place else []
    rows = [row for row in rows if not years or row[0] in years]
    return Listed(rows, _say("grades", count=len(rows))) if rows else None


def _challenges(text: str, library: Library, records: Sequence[DocumentRecord]) -> Listed | None:
    """The rows of the newest challenge log."""
    asked = challenges_asked(text)
    found = challenges(asked, library, records) if asked else None
    if not asked or not found:
        return None
    paper, rows, count = found
    words = {"paper": paper.title, "published": _dated(paper), "count": count}
    state = wording()["challenges_states"][asked.state or "any"]
    told = _say("challenges", found=len(rows), state=state, **words)
    none = _say("challenges_none", **words)
    return Listed([("", piece) for piece in rows], told, none, _say("challenges_missing"))


def _priorities(text: str, library: Library, records: Sequence[DocumentRecord], as_of: str) -> Listed | None:
    """The priorities of a year."""
    found = own_priorities(text, library, records, as_of) if priorities_asked(text) else None
    if not found:
        return None
    paper, year, rows = found
    told = _say("priorities", year=year, paper=paper.title, published=_dated(paper))
    return Listed([("", piece) for piece in rows], told)


def _outlined(
    text: str, library: Library, records: Sequence[DocumentRecord], *, bound: bool
) -> Listed | None:
    """The newest paper so called in short; older ones are named beside it."""
    papers = outline_asked(text, records, bound=bound)
    rows = outline(papers[0], library) if papers else []
    if not rows:
        return None
    count = sum(head == wording()["outline_recommended"] for head, _ in rows)
    asked = _say("outline_asked", count=count) if count else ""
    told = _say("outline", asked=asked, paper=papers[0].title, published=_dated(papers[0]))
    if older := "; ".join(named(one) for one in papers[1 : PAPERS + 1]):
        told += _say("outline_older", papers=older)
    return Listed(rows, told)


def _section(text: str, library: Library, records: Sequence[DocumentRecord]) -> Listed | None:
    """What the newest paper to have such a list sets down under a heading of its own."""
    asked = section_asked(text, records)
    if not asked:
        return None
    every = [(paper, found) for paper in asked.papers if (found := lists_of(asked, paper, library))]
    if not every:
        return _no_section(asked, library)
    paper, found = every[0]
    heads = wording()["section_heads"] if len(found) > 1 else {}
    rows = [(heads.get(one.body, ""), piece) for one in found for piece in one.items]
    words = {"heading": found[0].heading, "paper": paper.title, "published": _dated(paper)}
    told = _say("section", count=len(rows), **words)
    if older := "; ".join(named(one) for one, _ in every[1:]):
        told += _say("section_older", papers=older)
    return Listed(rows, told)


def _no_section(asked: SectionAsked, library: Library) -> Listed | None:
    """That the paper has no list of that kind, where it does not speak of such things at all."""
    paper = asked.papers[0]
    if not asked.told_by_heading_alone(library.document(paper.id).text):
        return None
    words = {"paper": paper.title, "published": _dated(paper)}
    return Listed([], "", _say("section_none", **words), _say("section_missing", **words))


def _dated(paper: DocumentRecord) -> str:
    return f", {day_in_words(paper.published)}" if paper.published else ""


def _listed(
    text: str, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> Listed | None:
    """Mentions, or the recommendations on something or to somebody, of all papers."""
    if asked := mentions_asked(text):
        rows, thing = mentions(asked, library, records, filters), asked.thing
        forms = ("places" if asked.places else "papers", "no_mention", "missing")
    elif wanted := recommended_asked(text, records):
        rows, thing = recommended(wanted, library, records, filters), wanted.thing
        forms = ("recommendations", "no_recommendation", "missing_recommendation")
    else:
        return None
    told, reason, missing = (
        _say(form, count=len(rows), searched=len(records), thing=thing) for form in forms
    )
    return Listed(rows, told, reason, missing)


def _graded(
    text: str, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> Listed | None:
    """The papers that give the grade asked for."""
    asked = graded_asked(text)
    rows = graded(asked, library, records, filters) if asked else []
    return Listed(rows, _say("graded", count=len(rows), thing=asked.grade)) if asked and rows else None


def _of_paper(
    text: str, library: Library, records: Sequence[DocumentRecord], filters: Filters, as_of: str
) -> Listed | None:
    """What one paper, or the few called so, ask for; each headed by its paper where there are several."""
    asked = asked_of_paper(text, records, bound=bool(filters.documents))
    found = of_paper(asked, library, filters, as_of) if asked else []
    if asked and asked.number and not found and (numbers := numbers_in(asked.papers[0], library)):
        told = _say("no_number", paper=asked.papers[0].title, numbers=", ".join(numbers))
        return Listed([], "", told, _say("missing_number"))
    if not asked or not found:
        return None
    papers = {record.id for record, _ in found}
    rows = [(named(record) if asked.after or len(papers) > 1 else "", piece) for record, piece in found]
    form = "after_paper" if asked.after else "numbered" if asked.number else "of_paper"
    form += "s" if len(asked.papers) > 1 else ""
    words = {
        "of": how_many(asked.papers, library) if asked.number else 0,
        "counted": filled(wording()["counted"][asked.noun], count=len(rows)),
        "to": filled(wording()["to"], owner=asked.owner) if asked.owner else "",
        "paper": asked.papers[0].title,
        "papers": len(asked.papers),
    }
    return Listed(rows, filled(wording()[form], **words))


def _say(name: str, **words: object) -> str:
    return filled(wording()[name], **words)
