"""The register over a small library: every recommendation with its place, groups, repeats, trend."""

import json
import os
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from assistant.machine.recommendations import register_object
from assistant.machine.text import schema_of, to_json
from assistant.register.register import chains, register_of
from assistant.register.selection import Selection
from assistant.render.register import register_paragraphs
from ingest.errors import NotFoundError, UsageError
from ingest.filters import Filters

GOLDEN = Path(__file__).parent / "golden" / "register"


def listed(library, **fields):
    return [(entry.document, entry.number) for entry in register_of(library, Selection(**fields)).entries]


def test_every_recommendation_is_a_slice_of_its_document(filled):
    for entry in register_of(filled).entries:
        assert filled.document(entry.document_id).text[entry.start : entry.end] == entry.text


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"owners": ("integrated care board",)}, [("review-2025.md", "2")]),
        ({"owners": ("exmoor council",)}, [("audit-2023.md", "1"), ("review-2025.md", "1")]),
        ({"themes": ("missing",)}, [("audit-2023.md", "2")]),
        ({"years": ("2023",), "missing": ("time-bound", "owner")}, [("audit-2023.md", "2")]),
        ({"source": "superseded"}, []),
    ],
)
def test_recommendations_are_chosen_by_owner_theme_year_and_what_they_lack(filled, fields, wanted):
    assert listed(filled, **fields) == wanted


def test_recommendations_are_those_of_one_area_or_an_error_that_names_the_nearest(filled):
    assert listed(filled, subject="Exmoor Safeguarding Children Partnership") == listed(filled)
    with pytest.raises(NotFoundError) as caught:
        listed(filled, subject="Exmor")
    assert "Did you mean Exmoor?" in caught.value.next_step
    with pytest.raises(NotFoundError) as caught:
        listed(filled, subject="Harrow")
    assert caught.value.next_step == "There are documents about Exmoor."


@pytest.mark.parametrize("fields", [{"themes": ("nonsense",)}, {"missing": ("smartness",)}])
def test_a_theme_or_letter_that_there_is_none_of_is_an_error(fields):
    with pytest.raises(UsageError):
        Selection(**fields)


def test_a_former_name_is_grouped_with_the_present_one(filled):
    groups = register_of(filled, by="owner").groups
    assert [(group.name, len(group.entries)) for group in groups] == [
        ("Exmoor Council", 2),
        ("Exmoor Integrated Care Board", 1),
        ("nobody named", 1),
    ]


def test_a_repeat_cites_both_quotations(filled):
    register = register_of(filled, repeats=True)
    (repeat,) = register.repeats
    quotes = [register.citations[n - 1].quote for n in (repeat.earlier_citation, repeat.later_citation)]
    assert [quote.split()[:2] for quote in quotes] == [["Exmoor", "Council"], ["The", "local"]]


def test_what_several_papers_asked_is_one_chain_the_latest_first(filled):
    (pair,) = register_of(filled, repeats=True).repeats
    third = replace(pair.later, id="third", published="2026")
    again = replace(pair, later=third, earlier=pair.later)
    ((first, held),) = chains([pair, again])
    assert first.later == third
    assert [one.earlier for one in held] == [pair.later, pair.earlier]


def test_a_choice_of_papers_changes_no_score(filled):
    (pair,) = register_of(filled, repeats=True).repeats
    assert register_of(filled, Selection(years=("2025",)), repeats=True).repeats[0].score == pair.score


def test_the_earlier_paper_may_be_any_that_the_asker_may_read(filled):
    (pair,) = register_of(filled, repeats=True).repeats
    alone = Filters(documents=(pair.later.document_id,))
    assert register_of(filled, Selection(alone), repeats=True).repeats[0].earlier == pair.earlier
    filled.edit(pair.later.document_id, label="open")
    reader = Selection(Filters(labels=("open",)))
    assert register_of(filled, reader, repeats=True, nearest=2).repeats == ()
    assert register_of(filled, reader, repeats=True, nearest=2).nearest == ()


def test_where_no_repeat_is_told_the_nearest_earlier_ones_are_given_to_be_read(filled):
    (told,) = register_of(filled, repeats=True).repeats
    for count in (1, 2):
        register = register_of(filled, nearest=count)
        assert register.repeats is None
        assert [one.later.number for one in register.nearest] == ["2"] * count
        assert told.later not in [one.later for one in register.nearest]
        scores = [one.score for one in register.nearest]
        assert scores == sorted(scores, reverse=True)
        assert (
            register.citations[register.nearest[0].earlier_citation - 1].quote
            == register.nearest[0].earlier.text
        )


def test_the_trend_counts_each_year(filled):
    trend = register_of(filled).trend
    assert [(year.year, year.count, year.shares["time_bound"]) for year in trend] == [
        ("2023", 2, 0.5),
        ("2025", 2, 0.5),
    ]


def test_what_was_worked_out_is_kept_until_the_document_changes(filled, monkeypatch):
    first = register_of(filled).entries
    monkeypatch.setattr("assistant.register.collect.found_in", lambda document: 1 / 0)
    assert register_of(filled).entries == first
    filled.edit(first[0].document_id, published="2022")
    with pytest.raises(ZeroDivisionError):
        register_of(filled)


def test_the_json_fits_its_schema_and_is_the_same_every_time(filled):
    printed = to_json(register_object(register_of(filled, by="theme", repeats=True, nearest=1)))
    jsonschema.Draft202012Validator(schema_of("recommendations")).validate(json.loads(printed))
    assert len(json.loads(printed)["nearest"]) == 1
    assert printed == to_json(register_object(register_of(filled, by="theme", repeats=True, nearest=1)))


def test_the_listing_reads_as_its_golden_file(filled):
    lines = [f"{one.lead}{one.text}" for one in register_paragraphs(register_of(filled, repeats=True))]
    golden = GOLDEN / "listing.golden"
    if os.environ.get("SCRUTINY_WRITE_GOLDEN"):
        golden.write_text("\n".join(lines[:-1]) + "\n", "utf-8", newline="\n")
    assert lines[:-1] == golden.read_text("utf-8").splitlines()


def test_a_draft_of_the_same_document_repeats_nothing(filled, monkeypatch):
    class Copies:
        def copies_of(self, document_id):
            return tuple(record.id for record in filled.documents() if record.id != document_id)

    monkeypatch.setattr("assistant.register.asked_before.same_source", lambda library: Copies())
    assert register_of(filled, repeats=True).repeats == ()


def test_a_draft_beside_its_final_repeats_nothing_and_is_not_repeated(filled, monkeypatch):
    draft, final = filled.documents()
    monkeypatch.setattr("assistant.register.asked_before.earlier_versions", lambda records: {draft.id: final})
    assert register_of(filled, repeats=True).repeats == ()
