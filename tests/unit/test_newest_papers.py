"""Where it is asked how something is: the newest papers answer first, and older ones show their year."""

from dataclasses import replace

import pytest

from assistant.asked.present import asks_for_present, asks_of_today
from assistant.composition.age import by_age, told_of_age, years_of
from assistant.evidence import Evidence
from assistant.ordering.by_newest import newer_verdicts_first, newest_paper_first, newest_report_first
from assistant.retrieval.found import Found
from assistant.retrieval.newest import newest_papers, sentences_of_newest, with_newest, with_verdicts
from assistant.sentences.faults import list_of_faults
from assistant.understanding.understand import understand
from ingest.passage import Passage
from ingest.records import DocumentRecord

ASKED = understand("How good are audits in Melford?", {"Melford"})


def paper(id_, published, kind="inspection", place="Melford"):
    return DocumentRecord(
        id_, f"Report on {place}", kind, None, place, published, None, "", id_, "", "", 1, 1, 0, (), None, ""
    )


RECORDS = {
    one.id: one
    for one in (
        paper("old", "2015-01-01"),
        paper("mid", "2019-01-01"),
        paper("new", "2024-01-01"),
        paper("minutes", "2025-01-01", "minutes"),
        paper("other", "2025-01-01", place="Ashby"),
    )
}


def found(name, text="Something else.", fit=1.0):
    return Found(Passage(f"{name}-{text}", name, 0, len(text), text), 1.0, 0.5, fit, 1.0)


def sentence(name, text="Audits are good.", own=0.5, cross=5.0, score=0.8):
    item = Evidence(found(name, text), 0, len(text), score, own, own_closeness=own, cross=cross)
    return replace(item, published=RECORDS[name].published)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("How good are audits in Melford?", True),
        ("What did inspectors say about audits in Melford?", True),
        ("How good were audits in Melford in 2019?", False),
        ("How were audits in Melford before?", False),
        ("How good are audits?", False),
        ("How many audits are there in Melford?", False),
    ],
)
def test_the_present_is_asked_of_a_place_without_a_year(text, present):
    assert asks_for_present(understand(text, {"Melford"})) is present


def test_a_figure_of_today_is_still_asked_of_today():
    assert asks_of_today(understand("How many audits are there in Melford?", {"Melford"}))


def test_the_newest_papers_of_the_kinds_that_answer_are_read_whatever_the_longest_says():
    ranked = [found("old", f"Audits {n}.") for n in range(9)] + [found("new"), found("mid")]
    assert newest_papers(ASKED, ranked, RECORDS) == ["new", "mid"]
    head = [item.passage.document_id for item in with_newest(ASKED, ranked, RECORDS, 6)[:6]]
    assert head == ["old", "old", "old", "old", "new", "mid"]
    assert with_newest(understand("How good are audits?"), ranked, RECORDS, 6) == ranked


def test_a_verdict_is_read_before_what_is_only_alike():
    ranked = [found("new", f"Audits are held in May {n}.") for n in range(9)]
    ranked.append(found("new", "Audits are poor."))
    assert "Audits are poor." in [item.passage.text for item in with_verdicts(ASKED, ranked, RECORDS, 6)[:6]]


def test_the_sentences_of_the_newest_paper_are_read_too():
    evidence = [sentence("old", f"Audits {n} are good.") for n in range(9)] + [sentence("new")]
    ranked = [item.found for item in evidence]
    read = sentences_of_newest(ASKED, evidence, ranked, RECORDS, 6)[:6]
    assert "new" in [item.found.passage.document_id for item in read]


def test_the_newest_paper_that_speaks_of_it_goes_first():
    old, new = sentence("old", own=0.6, cross=8.0, score=1.0), sentence("new", "Audits are weak.")
    aside = sentence("mid", own=0.1)
    assert newest_paper_first(ASKED, [old, aside, new]) == [new, old, aside]
    assert newest_paper_first(ASKED, [old, replace(new, cross=-3.0)])[0] is old
    assert newest_paper_first(understand("How good were audits in 2015?"), [old, new])[0] is old


def test_what_a_much_newer_paper_judges_of_the_one_area_goes_first_however_it_is_worded():
    here = replace(understand("Are audits any good?"), home=("Melford",))
    records = {id_: replace(one, title=f"Inspection of services in {id_}") for id_, one in RECORDS.items()}
    records["send"] = replace(records["new"], id="send", title="Area SEND inspection")
    old, new = sentence("old", own=0.6, cross=8.0, score=1.0), sentence("new", "Audits are weak.", cross=-3.0)

    def first(*items, asked=here):
        return newer_verdicts_first(asked, items, records)[0]

    assert first(old, new) is new
    assert first(old, new, asked=ASKED) is old
    assert first(old, sentence("new", "Audits are held in May.")) is old
    assert first(old, sentence("new", "Training is weak.")) is old
    assert first(replace(old, published="2022-01-01"), new).published == "2022-01-01"
    of_send = replace(new, found=replace(new.found, passage=replace(new.found.passage, document_id="send")))
    assert first(old, of_send) is old
    good = sentence("new", "Audits of homes are good.", own=0.6, cross=-3.0)
    worse, middle = (
        sentence("new", "Some audits of plans are poor.", own=0.4),
        sentence("mid", "Audits are good."),
    )
    assert newer_verdicts_first(here, [old, worse, middle, new, good], records)[:3] == [good, new, old]


def test_whether_something_was_done_is_told_by_the_newest_report_of_it():
    here = replace(understand("Did the fostering leaflet go out?"), home=("Melford",))
    not_yet = sentence("mid", "The fostering leaflet has not gone out.", own=0.55, score=0.9)
    sent, asked = (
        sentence("new", "Fostering leaflet: sent."),
        "Action: Ann Lee to send the fostering leaflet.",
    )
    assert newest_report_first(here, [not_yet, sent])[0] is sent
    assert newest_report_first(here, [not_yet, sentence("new", asked)])[0] is not_yet
    assert newest_report_first(here, [not_yet, sentence("new", "The leaflet is blue.")])[0] is not_yet
    assert newest_report_first(here, [not_yet, replace(sent, closeness=0.4)])[0] is not_yet
    past = replace(understand("Did the fostering leaflet go out in 2019?"), home=("Melford",))
    assert newest_report_first(past, [not_yet, sent])[0] is not_yet
    assert newest_report_first(replace(here, home=()), [not_yet, sent])[0] is not_yet


@pytest.mark.parametrize(("published", "first"), [("2022", True), ("2021-02", True), ("2021-01", False)])
def test_a_paper_of_the_last_three_years_is_not_put_behind_a_newer_one(published, first):
    earlier, new = replace(sentence("mid"), published=published), sentence("new", cross=3.0)
    assert (newest_paper_first(ASKED, [earlier, new])[0] is earlier) is first


def test_what_is_of_an_older_paper_is_told_with_its_year_and_last():
    groups = [[sentence("old")], [sentence("new")]]
    years = years_of(ASKED, groups, RECORDS)
    assert years == ["2015", ""]
    assert by_age(groups, ["for", "against"], years) == (
        [groups[1], groups[0]],
        ["against", "for"],
        ["", "2015"],
    )
    assert "2015 is told with its year" in told_of_age(years)
    assert "newest paper found to speak of this is of 2015" in told_of_age(["2015"])
    assert told_of_age(["", ""]) == ""


def test_a_year_that_is_asked_for_is_not_told_again():
    asked = understand("How good were audits in Melford in 2015?", {"Melford"})
    assert years_of(asked, [[sentence("old")]], RECORDS) == [""]


@pytest.mark.parametrize(
    ("text", "start", "heading"),
    [
        ("◼ The recording of risk.", 2, "What needs to improve"),
        ("12. Risk is recorded.", 0, ""),
    ],
)
def test_a_point_of_what_needs_to_improve_is_told_as_one(text, start, heading):
    passage = Passage("p", "d", 0, len(text), text, ("Report", "What needs to improve?"))
    assert list_of_faults(passage, start) == heading


def test_without_a_place_the_papers_of_the_area_whose_library_it_is_are_the_newest():
    asked = replace(understand("How good are audits?"), home=("Melford",))
    assert newest_papers(asked, [found("old")], RECORDS) == ["new", "mid"]
    assert newest_papers(understand("How good are audits?"), [found("old")], RECORDS) == []


def test_without_a_place_only_an_inspection_is_out_of_date_for_a_newer_one():
    records = {**RECORDS, "first": paper("first", "2020-01-01", "minutes")}
    groups = [[sentence("old")], [replace(sentence("old"), found=found("first"))]]
    here = replace(understand("How good are audits?"), home=("Melford",))
    assert years_of(here, groups, records) == ["2015", ""]
    assert years_of(ASKED, groups, records) == ["2015", "2020"]
