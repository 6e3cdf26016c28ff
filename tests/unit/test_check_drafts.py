"""A draft beside a library's papers: what they had asked before, cited; never its own paper or another's."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from unit.test_check_sarif import SCHEMA

from assistant.check.baseline import write_baseline
from assistant.check.check import check_paths
from assistant.check.config import CheckConfig
from assistant.check.formats import FORMATS, renderer
from assistant.facade import ScrutinyAssistant
from assistant.machine.text import schema_of
from assistant.register.draft import requests_before
from assistant.settings import Settings
from corpus import documents_path
from eval import drafts

AGAIN = "Exmoor Council should record the reflective supervision of all its social workers."
OTHER = "Exmoor Council should repair the roof of its \x1b[31moffice <b>today</b>."
DAY = "2026-01-02"


@pytest.fixture
def draft(tmp_path):
    """Writes a text to be checked."""

    def written(*lines, name="draft.txt"):
        file = tmp_path / name
        file.write_text("\n".join(lines), "utf-8")
        return file

    return written


def checked(library, file, *, nearest=0, as_of=DAY, **options):
    before = requests_before(library, nearest=nearest, as_of=as_of)
    return check_paths([file], before=before, **options)


def told(report):
    """(words, file of the earlier paper, whether it is sure) of each earlier request that is told of."""
    return [
        (item.recommendation.text, finding.earlier.citation.document, finding.earlier.sure)
        for item in report.recommendations
        for finding in item.findings
        if finding.earlier
    ]


def test_what_papers_had_asked_is_told_in_their_words_with_what_became_of_it(filled, draft):
    report = checked(filled, draft(AGAIN, OTHER), each_line=True)
    findings = [finding for finding in report.recommendations[0].findings if finding.code == "SM705"]
    assert [one.earlier.citation.document for one in findings] == ["audit-2023.md", "review-2025.md"]
    for finding in findings:
        cited = finding.earlier.citation
        assert filled.text(cited.document_id)[cited.start : cited.end] == cited.quote
        assert all(words in finding.message for words in (cited.quote, cited.document, cited.published))
        assert finding.earlier.since in finding.message
    assert findings[0].earlier.since == "Since then, by the papers: open, due, and not reported since."
    assert findings[1].earlier.since == "No plan and no report on it is in the library."
    assert [bool(one.suggestion) for one in findings] == [True, False]
    assert {words for words, _, _ in told(report)} == {AGAIN}


def test_the_nearest_are_told_only_where_no_repeat_is(filled, draft):
    found = told(checked(filled, draft(AGAIN, OTHER), nearest=1, each_line=True))
    assert [(words == AGAIN, sure) for words, _, sure in found] == [
        (True, True),
        (True, True),
        (False, False),
    ]


def test_only_papers_that_came_out_before_are_compared(filled, draft):
    lines = ("# Audit in Exmoor", "Published 3 May 2024", "## Recommendations", f"1. {AGAIN}")
    dated = checked(filled, draft(*lines, name="audit.md"))
    assert [document for _, document, _ in told(dated)] == ["audit-2023.md"]
    undated = checked(filled, draft(AGAIN), as_of="2023-01-01", each_line=True)
    assert told(undated) == []
    assert [one.papers for one in (*dated.compared, *undated.compared)] == [1, 0]
    assert "Compared with no earlier paper about Exmoor" in renderer("text")(undated)


def test_the_papers_of_another_area_are_not_compared(filled, draft):
    lines = ("# Dartmoor Safeguarding Children Partnership: audit", "## Recommendations")
    report = checked(
        filled, draft(*lines, "1. Dartmoor Council" + AGAIN.removeprefix("Exmoor Council"), name="a.md")
    )
    assert (told(report), report.compared[0].area, report.compared[0].papers) == ([], "Dartmoor", 0)


def test_a_paper_of_the_library_repeats_nothing_of_itself_in_whatever_file(filled, draft):
    original = Path("review-2025.md")
    copy = draft(original.read_text("utf-8").replace("3 March 2025", "3 May 2025"), name="review 2.md")
    for file in (original, copy):
        assert [document for _, document, _ in told(checked(filled, file))] == ["audit-2023.md"]


def test_a_reworded_version_of_a_paper_is_that_paper_and_else_told_as_the_register_tells_it(sample, draft):
    library = sample._open()
    for name in ("re-audit-neglect-2025.docx", "lcspr-ivy-2024.pdf"):
        register = sample.recommendations(repeats=True)
        wanted = {
            (one.later.text, one.earlier.document) for one in register.repeats if one.later.document == name
        }
        found = told(checked(library, documents_path() / name))
        assert {(words, document) for words, document, _ in found} == wanted != set()
        lines = library.text(library.record(name).id).replace("July", "August").splitlines()
        undated = [line.replace(" should ", " must ") for line in lines if "20" not in line[-4:]]
        again = told(checked(library, draft(*undated, name="version 2.md")))
        assert {document for _, document, _ in again} >= {document for _, document in wanted}
        assert name not in {document for _, document, _ in again}


def test_what_a_label_hides_is_not_told(filled, draft):
    hidden = next(record for record in filled.documents() if record.source == "audit-2023.md")
    filled.edit(hidden.id, label="police")
    assistant = ScrutinyAssistant(Settings(filled.folder))
    assistant._library = filled
    seen = assistant.restricted(["standard"])
    report = seen.check([draft(AGAIN, OTHER)], nearest=5, as_of=date(2026, 1, 2), each_line=True)
    assert {document for _, document, _ in told(report)} == {"review-2025.md"}
    assert report.compared[0].papers == 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_it_and_passes_nothing_raw(filled, draft, name):
    printed = renderer(name)(checked(filled, draft(AGAIN, OTHER), nearest=1, each_line=True))
    assert all(
        said in printed for said in ("SM705", "SM706", "audit-2023.md", "reflective supervision of every")
    )
    assert "\x1b" not in printed
    assert name != "markdown" or "<b>" not in printed


def test_the_json_and_the_sarif_fit_their_schemas_and_tell_two_papers_apart(filled, draft):
    report = checked(filled, draft(AGAIN, OTHER), nearest=1, each_line=True)
    jsonschema.Draft202012Validator(schema_of("check")).validate(json.loads(renderer("json")(report)))
    log = json.loads(renderer("sarif")(report))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    marks = [result["partialFingerprints"]["recommendation/v1"] for result in log["runs"][0]["results"]]
    assert len(set(marks)) == len(marks)


def test_a_baseline_knows_what_one_paper_asked_and_not_what_another_did(filled, draft, tmp_path):
    file, known = draft(AGAIN), tmp_path / "known.json"
    report = checked(filled, file, each_line=True)
    write_baseline(known, [entry for entry in report.raw if "each social worker" not in entry[1]])
    config = CheckConfig(baseline=str(known))
    assert [document for _, document, _ in told(checked(filled, file, each_line=True, config=config))] == [
        "review-2025.md"
    ]


def test_the_hand_made_truth_is_measured(sample, capsys):
    assert drafts.main(["--library", f"sample={sample.settings.library}"]) == 0
    assert "re-audit: 3 told of 3, 0 more among the nearest, 0 wrongly told" in capsys.readouterr().out
    assert drafts.main([]) == 2
