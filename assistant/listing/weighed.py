"""Weighed: what is claimed of a matter and what others found, what nobody knows of it, how old it all is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from assistant.answer import Answer, Gap
from assistant.areas.of_papers import areas_of
from assistant.areas.subjects import core_name, own_area
from assistant.in_words import day_in_words, filled, short_title
from assistant.listing.dated import last_asked
from assistant.listing.listed import Listed, Row, answer_of
from assistant.listing.pool import Pool, apart
from assistant.listing.recommended import without_places
from assistant.listing.said_on import RULES, Group, Matter, SaidOn, said_on
from assistant.listing.weighed_asked import weighed_asked
from assistant.slices import Slice
from assistant.understanding.papers_called import papers_called
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

FIRST, OTHERS = 5, 3
"""So many statements of those whose word is asked for, and of any others."""
OTHER_GROUPS: tuple[Group, ...] = ("found", "counted", "told", "minuted")
"""Who else speaks of a matter, in the order in which they are shown."""
MONTHS = 12
_rules = partial(load_data, RULES)
_unlooked = worded(RULES, "{unlooked}")


def weighed_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer to a question of the evidence on a matter; None where the text asks for anything else.

    Of the papers of the area that is named, or of the library's own. Refused where none names the matter.
    """
    every = library.documents(filters)
    places, rest = without_places(text, every)
    asked = weighed_asked(rest)
    if asked is None or (asked.what == "age" and last_asked(text, every)):
        return None  # the newest paper that is called so gives its own day
    known = [one for one in every if (one.published or "")[: len(as_of)] <= as_of]
    topic, records = _of_papers(asked.topic, _of_areas(places or [own_area(every)], library, known))
    matter = Matter.of(topic, library, filters)
    within = replace(filters, documents=tuple(one.id for one in records))
    pool = Pool(topic, matter, said_on(matter, library, records, within), library, records, within, as_of)
    if not pool.named:
        none, absent = (_say(form, topic=topic) for form in ("none", "absent"))
        listed = Listed([], "", none, absent)
    else:
        listed = {"claims": _claims, "held": _held, "missing": _missing, "age": _age}[asked.what](pool)
    return answer_of(listed, text, library, len(records), as_of)


def _claims(pool: Pool) -> Listed:
    """The partnership's own statements, then those of others, and where papers disagree."""
    own = pool.of("claimed", FIRST) or pool.of("promised", OTHERS)
    told = _say("claims" if own else "no_claims", topic=pool.topic, claimed=len(own))
    missing = () if own else tuple(_gaps(pool, "claimed"))
    rows = [*map(_row, (*own, *_of_others(pool))), *_disagreeing(pool)]
    return Listed(rows, told, joint=_rules()["joint"], gaps=missing)


def _held(pool: Pool) -> Listed:
    """What others found, counted or were told, then the partnership's own; what kinds there are none of."""
    told = _say("held", topic=pool.topic, papers=pool.papers)
    rows = [*map(_row, (*_of_others(pool), *pool.of("claimed", OTHERS))), *_disagreeing(pool)]
    return Listed(rows or _newest(pool), told, joint=_rules()["joint"], gaps=tuple(_gaps(pool)))


def _of_others(pool: Pool) -> list[SaidOn]:
    return [one for group in OTHER_GROUPS for one in pool.of(group, OTHERS)]


def _disagreeing(pool: Pool) -> list[Row]:
    head = _rules()["heads"]["disagree"]
    return [(head, *sides) for sides in pool.disagreements()]


def _missing(pool: Pool) -> Listed:
    """What papers say is not known, actions without a report, and the kinds of evidence that are not there.

    Where there is nothing of the first two, the newest statement of each group: what there is.
    """
    held = sorted((one for one in pool.said if _is_unknown(pool, one)), key=lambda one: not one.named)
    unknown = apart(held)
    silent = [_unknown(one) for one in unknown[:FIRST]]
    still_open = [_silent(due, piece, pool.library) for due, piece in pool.silent_actions()]
    if pool.topic == _rules()["any_matter"]:
        listed = [*map(_unknown, unknown), *still_open]
        return Listed(listed, _say("unlooked", count=len(listed)), _say("all_looked"), _say("not_looked_at"))
    told = _say("missing", topic=pool.topic, papers=pool.papers)
    counts = (("unknown", len(unknown)), ("open", len(still_open)), ("lacking", len(list(_gaps(pool)))))
    told = " ".join((told, *(_say(name, count=count) for name, count in counts if count), _last_looked(pool)))
    rows = [*silent, *still_open[:OTHERS]] or _newest(pool)
    left = len(unknown) - len(silent) + max(len(still_open) - OTHERS, 0)
    more = (Gap(_say("more", count=left), "", searched=False),) if left else ()
    return Listed(rows, told, gaps=(*_gaps(pool), *more))


def _age(pool: Pool) -> Listed:
    """The newest statement of each group, the newest first, and when somebody last looked."""
    dated = [one for one in pool.named if one.record.published]
    if not dated:
        return Listed(_newest(pool), _say("undated", topic=pool.topic))
    newest, oldest = dated[0].record, dated[-1].record
    values = {
        "topic": pool.topic,
        "papers": pool.papers,
        "oldest": day_in_words(oldest.published),
        "looked": _say("looked_same") if _looked(pool) == newest else _last_looked(pool),
        "newest": short_title(newest.title),
        **_when(newest, pool.as_of),
    }
    return Listed(_newest(pool), _say("age", **values))


def _last_looked(pool: Pool) -> str:
    """When inspectors, auditors or reviewers last spoke of the matter."""
    last = _looked(pool)
    if last is None:
        return _say("not_looked", count=len(pool.records))
    return _say("looked", **_when(last, pool.as_of))


def _looked(pool: Pool) -> DocumentRecord | None:
    """Their newest paper that names it."""
    looked = (one.record for one in pool.named if one.record.kind in _rules()["looking"])
    return next((record for record in looked if record.published), None)


def _is_unknown(pool: Pool, one: SaidOn) -> bool:
    """Does it say that something is not known; where no matter is named, that nobody looked at it?"""
    if pool.topic != _rules()["any_matter"]:
        return one.unknown
    return _unlooked().search(one.words) is not None


def _gaps(pool: Pool, group: str = "") -> Iterator[Gap]:
    """The kinds of evidence of which the papers have none; of one group alone where it is given."""
    where = filled(load_data("answer.yaml")["where"]["searched"], documents=len(pool.records))
    for kind in _rules()["kinds"]:
        if group in ("", *kind.get("groups", ())) and not any(_is_of(kind, one) for one in pool.said):
            yield Gap(filled(kind["what"], topic=pool.topic), where)


def _newest(pool: Pool) -> list[Row]:
    """What there is: the newest statement of each group."""
    return list(map(_row, pool.newest_of(("claimed", *OTHER_GROUPS))))


def _is_of(kind: dict[str, Any], one: SaidOn) -> bool:
    concepts = frozenset(kind.get("any", ()))
    worded = re.search(kind["words"], one.words, re.IGNORECASE) if "words" in kind else None
    return (
        one.group in kind.get("groups", (one.group,))
        and (one.figure or not kind.get("figures"))
        and (not concepts or bool(concepts & one.concepts) or worded is not None)
        and not (one.unknown and "groups" not in kind)
    )


def _of_areas(
    places: Sequence[str], library: Library, records: Sequence[DocumentRecord]
) -> list[DocumentRecord]:
    """The papers of these areas; all where none is of one of them."""
    wanted = {(core_name(place) or place).lower() for place in places if place}
    areas = areas_of(library, records)
    return [one for one in records if areas[one.id] in wanted] or list(records)


def _of_papers(topic: str, records: list[DocumentRecord]) -> tuple[str, list[DocumentRecord]]:
    """The topic without the papers that it names at its end ("neglect in the minutes"), and those alone."""
    found = re.fullmatch(_rules()["in_papers"], topic, re.IGNORECASE)
    papers = papers_called(found["papers"], records) if found else ()
    return (found["topic"], list(papers)) if found and papers else (topic, records)


def _row(one: SaidOn, head: str = "") -> Row:
    return _head(head or one.group, paper=_paper(one.record)), one.piece


def _silent(due: str, piece: Slice, library: Library) -> Row:
    paper = _paper(library.record(piece.document_id))
    return _head("open", paper=paper, due=day_in_words(due)), piece


def _unknown(one: SaidOn) -> Row:
    return _row(one, "unknown")


def _head(name: str, **words: object) -> str:
    return filled(_rules()["heads"][name], **words)


def _paper(record: DocumentRecord) -> str:
    form = _rules()["paper" if record.published else "undated"]
    return filled(form, title=short_title(record.title), day=day_in_words(record.published))


def _when(record: DocumentRecord, as_of: str) -> dict[str, object]:
    """A paper's title and day, and how long ago that was."""
    day = record.published or ""
    year, month = (int(part) for part in f"{day}-01".split("-")[:2])
    now = [int(part) for part in as_of.split("-")[:2]]
    months = (now[0] - year) * MONTHS + now[1] - month
    told = ("years", months // MONTHS) if months > 2 * MONTHS else ("months", months)
    ago = _say(told[0], count=told[1], today=day_in_words(as_of))
    return {"title": short_title(record.title), "day": day_in_words(day), "ago": ago}


def _say(form: str, **words: object) -> str:
    return filled(_rules()["answer"][form], **words)
