import random

import pytest

from ingest.document import Page
from ingest.near_copies import same_source
from ingest.sentences import sentences

FIELD = """
children workers assessments plans families visits records meetings police schools health nurses housing
referrals thresholds strategy reviews chronology supervision managers neglect attendance advocacy fathers
siblings placements carers courts evidence training audits partners boards agencies decisions actions delays
quality practice findings themes history context voices wishes feelings recording analysis
"""


def prose(seed, count):
    """Sentences of the field's words in an order of their own, one a line."""
    order = random.Random(seed)
    lines = (
        " ".join(order.choices(FIELD.split(), k=order.randint(9, 16))).capitalize() for _ in range(count)
    )
    return "\n".join(f"{line}." for line in lines)


def typed(text, rate, seed=7):
    """The text as recognition might read it: letters mistaken and spaces lost at this rate."""
    chance = random.Random(seed)
    letters = [chance.choice("abcdehilnost") if c.isalpha() and chance.random() < rate else c for c in text]
    return "".join(c for c in letters if c != " " or chance.random() > rate)


def slices(library, document_id, holding):
    """The sentences of a document that hold a word, as arguments for `source_of`."""
    text = library.document(document_id).text
    return [(document_id, start, end) for start, end in sentences(text) if holding in text[start:end]]


def source(library, near, document_id, holding):
    (found,) = slices(library, document_id, holding)
    return near.source_of(*found)


STUDY = (
    prose(1, 30)
    + "\nIn Harrow the neglect panel met each month and read 14 of the 20 cases in full.\n"
    + prose(2, 9)
)


def test_a_draft_and_its_final_are_one_source(library, put):
    draft = put("draft.txt", STUDY + "\nThis is a draft.", kind="audit", published="2024-01")
    final = put("final.txt", prose(3, 2) + "\n" + STUDY, kind="audit", published="2024-03")
    near = same_source(library)
    assert source(library, near, draft, "neglect panel") == source(library, near, final, "neglect panel")
    assert near.copy_of(final) == (draft,)
    assert near.copies_of(draft) == (final,)


def test_a_study_and_the_collection_it_was_printed_in_are_one_source(library, put):
    study = put("study.txt", STUDY, kind="review", subject="Harrow", published="2010-10")
    whole = put("all.txt", f"{prose(4, 300)}\n{STUDY}\n{prose(5, 300)}", kind="review", published="2011")
    near = same_source(library)
    assert source(library, near, study, "neglect panel") == source(library, near, whole, "neglect panel")
    assert near.copy_of(study) == (whole,)
    assert near.copy_of(whole) == ()


@pytest.mark.parametrize("rate", [0.01, 0.02])
def test_a_scan_with_typing_noise_is_the_same_source_as_its_twin(library, put, rate):
    text = put("study.txt", STUDY, published="2010-10")
    noisy = typed(STUDY, rate)
    scan = put("scan.txt", noisy, published="2010", pages=(Page(0, "1", 0, len(noisy), "ocr"),))
    near = same_source(library)
    own = {near.source_of(text, start, end) for start, end in sentences(STUDY)}
    found = [near.source_of(scan, start, end) in own for start, end in sentences(noisy)]
    assert near.copy_of(scan) == (text,)
    assert sum(found) / len(found) >= 0.9


def test_running_heads_in_one_copy_do_not_part_it_from_the_other(library, put):
    lines = STUDY.split("\n")
    pages = ["\n".join(lines[at : at + 8]) for at in range(0, len(lines), 8)]
    one = put("one.txt", STUDY)
    two = put("two.txt", "\nOFFICIAL-SENSITIVE Board papers, not for circulation, page 3\n".join(pages))
    near = same_source(library)
    own = {near.source_of(one, start, end) for start, end in sentences(STUDY)}
    text = library.document(two).text
    found = [near.source_of(two, start, end) in own for start, end in sentences(text)]
    assert found.count(False) == len(pages) - 1


def test_a_short_quotation_in_another_kind_of_document_is_the_quoted_source(library, put):
    quoted = (
        "The audit found that supervision notes were missing, late or copied from one month to the next "
        "in every team that it looked at that year."
    )
    audit = put("audit.txt", f"{prose(1, 40)}\n{quoted}\n{prose(2, 40)}", kind="audit", subject="Harrow")
    report = put("annual.txt", f"{prose(3, 40)}\n{quoted}\n{prose(4, 40)}", kind="annual_report")
    near = same_source(library)
    assert source(library, near, audit, "supervision notes") == source(
        library, near, report, "supervision notes"
    )
    assert near.copy_of(report) == near.copy_of(audit) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"subject": "Harrow"}, {"subject": "Kent"}),
        ({"subject": "Kent", "published": "2017-03-31"}, {"subject": "Kent", "published": "2020-02-14"}),
        ({"organisation": "Kent Police"}, {"organisation": "Kent County Council"}),
    ],
)
def test_the_standard_words_of_two_occasions_are_two_sources(library, put, one, other):
    form = prose(9, 30) + "\nManagement oversight is not yet strong enough to make sure that plans progress."
    first = put("first.txt", prose(1, 60) + "\n" + form, kind="inspection", **one)
    second = put("second.txt", prose(2, 60) + "\n" + form, kind="inspection", **other)
    near = same_source(library)
    assert source(library, near, first, "oversight") != source(library, near, second, "oversight")
    assert near.copy_of(first) == near.copy_of(second) == ()


@pytest.mark.parametrize(
    "changed", ["read 11 of the 20 cases in full", "read 14 of the 20 cases, but none in full"]
)
def test_a_changed_figure_or_a_denial_is_another_statement(library, put, changed):
    draft = put("draft.txt", STUDY)
    final = put("final.txt", STUDY.replace("read 14 of the 20 cases in full", changed))
    near = same_source(library)
    assert near.copy_of(final) == (draft,)
    assert source(library, near, draft, "neglect panel") != source(library, near, final, "neglect panel")


def test_different_sentences_of_one_document_are_different_sources(library, put):
    one = put("one.txt", STUDY)
    put("two.txt", STUDY + "\nA last word.")
    near = same_source(library)
    places = sentences(STUDY)
    assert len({near.source_of(one, start, end) for start, end in places}) == len(places)


def test_the_origin_is_no_scan_not_superseded_and_the_earliest(library, put):
    old = put("study.txt", STUDY + "\nFirst edition.", published="2009")
    put("study.txt", STUDY + "\nSecond edition.", published="2012")
    scan = put("scan.txt", STUDY + "\nScanned.", published="2008", pages=(Page(0, "1", 0, 9, "ocr"),))
    kept = put("kept.txt", STUDY + "\nKept.", published="2011")
    near = same_source(library)
    for document_id in (old, scan, kept):
        (found,) = slices(library, document_id, "neglect panel")
        assert near.origin(*found).document_id == kept


def test_a_slice_without_words_and_a_document_without_kin_are_their_own_sources(library, put):
    alone, empty = put("alone.txt", prose(1, 5)), put("empty.txt", "")
    near = same_source(library)
    assert near.source_of(alone, 0, 9) == f"{alone}:0-9"
    assert near.source_of(empty, 0, 0) == f"{empty}:0-0"


def test_a_change_of_the_library_is_seen_and_nothing_else_is_worked_out_again(library, put):
    draft = put("draft.txt", STUDY)
    assert same_source(library) is same_source(library)
    final = put("final.txt", STUDY + "\nSigned off.")
    assert same_source(library).copies_of(draft) == (final,)


def test_documents_that_may_not_be_seen_are_no_one_s_source(library, put):
    from ingest.filters import Filters

    secret = put("secret.txt", STUDY, published="2001", label="restricted")
    open_ = put("open.txt", STUDY + "\nOpen.", published="2002")
    (found,) = slices(library, open_, "neglect panel")
    assert same_source(library).origin(*found).document_id == secret
    assert same_source(library, Filters(labels=("standard",))).origin(*found).document_id == open_


def test_an_alignment_is_worked_out_once_and_erased_with_either_document(library, put, monkeypatch):
    text = "\n".join(f"Finding {n}: the {word} was late and nobody asked the family why." for n, word in TOLD)
    old, new = put("draft.txt", text), put("final.txt", text + "\nAn end.")
    assert same_source(library).copy_of(new) or same_source(library).copies_of(new)
    monkeypatch.setattr("ingest.copies.shared.aligned", lambda *_: 1 / 0)
    put("other.txt", "Nothing of the kind is said here, nor was it ever.")
    assert same_source(library).copies_of(old) + same_source(library).copies_of(new)
    library.erase(old)
    assert old not in " ".join(file.name for file in (library.folder / "derived").iterdir())


WORDS = ("plan", "visit", "report", "review", "chronology", "referral", "audit", "letter", "call", "meeting")
TOLD = list(enumerate(WORDS * 3))
