"""What the settings, suppressions and baselines of a check do, and how wrong ones are told."""

import json
import tomllib
from pathlib import Path

import outlook
import pytest

from assistant.check import check_paths
from assistant.check.baseline import read_baseline, write_baseline
from assistant.check.config import CheckConfig, find_config, read_config
from assistant.check.gather import files_of
from assistant.check.show_config import show_config
from assistant.check.suppress import Suppression, comments
from ingest.discover import DOCUMENTS
from ingest.errors import NotFoundError, SettingsError

LINES = "The board should publish the plan.\nStrengthen supervision.\n"


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text(LINES, "utf-8")
    return path


def codes(path, **settings):
    report = check_paths([path], each_line=True, config=CheckConfig(**settings))
    return [finding.code for _, _, finding in report.all_findings()]


def test_only_selected_codes_are_reported_and_ignored_ones_are_not(lines):
    assert set(codes(lines, select=("SM5",))) == {"SM501"}
    assert "SM501" not in codes(lines, ignore=("SM501",))
    assert codes(lines, select=("SM5",), ignore=("SM501",)) == []


def test_a_code_can_be_ignored_in_some_files(lines):
    assert "SM501" not in codes(lines, per_file_ignores={"*.txt": ("SM5",)})
    assert "SM501" in codes(lines, per_file_ignores={"*.md": ("SM5",)})


def test_a_severity_can_be_set(lines):
    report = check_paths(
        [lines], each_line=True, config=CheckConfig(select=("SM501",), severity={"SM501": "error"})
    )
    assert set(report.severities()) == {"error"}


def test_a_suppression_with_a_reason_sets_findings_aside(lines):
    entry = Suppression("SM501", "the plan has the dates", words="The board should publish")
    report = check_paths([lines], each_line=True, config=CheckConfig(select=("SM501",), suppress=(entry,)))
    assert report.suppressed == 1
    assert [where.line for where, _, _ in report.all_findings()] == [2]


@pytest.mark.parametrize(("until", "suppressed"), [("2999-12-31", 1), ("2020-12-31", 0)])
def test_a_suppression_holds_until_its_last_day(tmp_path, until, suppressed):
    settings = (
        f'[[suppress]]\ncode = "SM501"\nreason = "dates follow"\nwords = "Strengthen"\nuntil = {until}\n'
    )
    path = tmp_path / "lines.md"
    path.write_text(f"{LINES}<!-- scrutiny: ignore SM601 until {until} a measure follows -->\n", "utf-8")
    config = read_config(tomllib.loads(settings), tmp_path / "scrutiny.toml")
    report = check_paths([path], each_line=True, config=config)
    assert report.suppressed == suppressed
    told = [finding.message for _, _, finding in report.all_findings() if finding.code == "SM905"]
    assert any("ended on 31 December 2020" in one for one in told) is not bool(suppressed)
    assert [one.until for one in comments(path.read_text("utf-8"))] == [until]


def test_a_comment_in_the_text_suppresses_and_is_no_part_of_the_recommendation(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("Publish the plan. # scrutiny: ignore SM501, SM601 the plan has them\n", "utf-8")
    report = check_paths([path], each_line=True)
    assert report.recommendations[0].recommendation.text == "Publish the plan."
    assert report.suppressed == 2


def test_a_suppression_without_a_reason_or_without_effect_is_reported(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text(
        "Publish the plan. # scrutiny: ignore SM501\nReview it now. # scrutiny: ignore SM503 why not\n",
        "utf-8",
    )
    report = check_paths([path], each_line=True)
    problems = [item.finding for item in report.findings if item.finding.code == "SM905"]
    assert ["without a reason" in one.message or "suppresses nothing" in one.message for one in problems] == [
        True,
        True,
    ]
    assert report.suppressed == 0


def test_comments_of_several_styles_are_read():
    found = list(comments("<!-- scrutiny: ignore SM501 later -->\n# scrutiny: ignore SM601,SM201 known\n"))
    assert [(one.code, one.reason, one.line) for one in found] == [
        ("SM501", "later", 1),
        ("SM601", "known", 2),
        ("SM201", "known", 2),
    ]


def test_a_baseline_sets_known_findings_aside_and_reports_stale_ones(lines, tmp_path):
    path = tmp_path / "baseline.json"
    first = check_paths([lines], each_line=True)
    assert write_baseline(path, first.raw) == len(first.all_findings())
    again = check_paths([lines], each_line=True, config=CheckConfig(baseline=str(path)))
    assert (again.all_findings(), again.baselined) == ([], len(first.all_findings()))
    lines.write_text("A new line should publish it.\nStrengthen   supervision.\n", "utf-8")
    moved = check_paths([lines], each_line=True, config=CheckConfig(baseline=str(path)))
    assert "SM906" in {finding.code for _, _, finding in moved.all_findings()}
    assert not [one for one in moved.recommendations[1].findings if one.code == "SM501"]


def test_a_baseline_holds_no_words_of_the_documents(lines, tmp_path):
    path = tmp_path / "baseline.json"
    write_baseline(path, check_paths([lines], each_line=True).raw)
    assert "supervision" not in path.read_text("utf-8").lower()
    assert sum(read_baseline(path).values()) == sum(
        one["count"] for one in json.loads(path.read_text("utf-8"))["findings"]
    )


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, NotFoundError),
        ("{", SettingsError),
        ("[]", SettingsError),
        ('{"schema_version": 9, "findings": []}', SettingsError),
    ],
)
def test_a_bad_baseline_is_a_clear_error(tmp_path, content, error):
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(error, match="baseline"):
        read_baseline(path)


def test_the_nearest_settings_win_and_scrutiny_toml_goes_before_pyproject(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "scrutiny.toml").write_text('select = ["SM5"]\nbaseline = "known.json"\n', "utf-8")
    assert find_config(inner).select == ("SM5",)
    assert find_config(inner).baseline == str(tmp_path.resolve() / "known.json")
    (inner / "pyproject.toml").write_text(
        '[tool.scrutiny.check]\nignore = ["SM501"]\nfail-on = "note"\n', "utf-8"
    )
    assert (find_config(inner).select, find_config(inner).ignore, find_config(inner).fail_on) == (
        (),
        ("SM501",),
        "note",
    )
    (inner / "scrutiny.toml").write_text("[check]\nmax-recommendations = 5\n", "utf-8")
    assert find_config(inner / "none.txt").max_recommendations == 5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "Did you mean 'select'"),
        ('select = ["SM999"]', "no rule 'SM999'"),
        ('select = "SM5"', "a list of codes"),
        ('fail-on = "always"', "not one of"),
        ("max-recommendations = 0", "whole number"),
        ('severity = {SM501 = "grave"}', "not one of"),
        ('[[suppress]]\ncode = "SM501"', "code and a reason"),
        ('[[suppress]]\ncode = "SM501"\nreason = "a"\nuntil = "soon"', "until wants a day"),
        ("select = [", "not valid TOML"),
    ],
)
def test_a_wrong_setting_names_file_and_key(tmp_path, text, message):
    (tmp_path / "scrutiny.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=message) as raised:
        find_config(tmp_path)
    assert "scrutiny.toml" in str(raised.value)


def test_a_missing_path_is_an_error_and_an_unreadable_file_a_finding(tmp_path):
    with pytest.raises(NotFoundError):
        check_paths([Path("nowhere.pdf")])
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    report = check_paths([tmp_path / "broken.pdf"])
    assert [item.finding.code for item in report.findings] == ["SM903"]
    assert set(report.severities()) == {"error"}


def test_nothing_found_and_too_many_are_findings(tmp_path):
    (tmp_path / "a.md").write_text("# Minutes\n\nThe weather was fine.\n", "utf-8")
    (tmp_path / "b.md").write_text(
        "## Recommendations\n\n- Publish the plan.\n- Review the list of cases.\n", "utf-8"
    )
    report = check_paths([tmp_path], config=CheckConfig(max_recommendations=1))
    assert [item.finding.code for item in report.findings] == ["SM907", "SM704"]
    by_name = check_paths([tmp_path / "a.md"])
    assert [item.finding.code for item in by_name.findings] == ["SM901"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("scorecard.md", "# Performance scorecard\n\nIt was 41 %.\n", "SM907"),
        ("numbers.csv", "Audit,Cases\nA01,25\n", "SM907"),
        ("note.eml", "From: a@b.example\nSubject: Audit report\n\nIt is attached.\n", "SM907"),
        ("review.md", "# Local child safeguarding practice review\n\nIt rained.\n", "SM901"),
        ("broken.pdf", "%PDF-1.7 broken", "SM903"),
    ],
)
def test_in_a_folder_a_paper_that_holds_no_recommendations_is_named_as_skipped(tmp_path, name, text, code):
    (tmp_path / "0.md").write_text("## Recommendations\n\n- Publish the plan.\n", "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    report = check_paths([tmp_path], config=CheckConfig(select=("SM5",)))
    assert [(item.where.document, item.finding.code) for item in report.findings] == [(name, code)]
    assert report.failed is (code != "SM907")


def test_in_a_folder_a_link_that_leads_nowhere_is_a_finding_and_the_others_are_checked(tmp_path):
    (tmp_path / "0.md").write_text("## Recommendations\n\n- Publish the plan.\n", "utf-8")
    (tmp_path / "1.md").symlink_to(tmp_path / "gone.md")
    report = check_paths([tmp_path], config=CheckConfig(select=("SM5",)))
    assert [(item.where.document, item.finding.code) for item in report.findings] == [("1.md", "SM903")]


def test_a_message_of_outlook_without_recommendations_is_named_as_skipped_too(tmp_path):
    (tmp_path / "0.md").write_text("## Recommendations\n\n- Publish the plan.\n", "utf-8")
    letter = {outlook.SUBJECT: "Audit report", outlook.BODY: "It is attached."}
    (tmp_path / "note.msg").write_bytes(outlook.outlook(letter))
    report = check_paths([tmp_path], config=CheckConfig(select=("SM5",)))
    assert [(item.where.document, item.finding.code) for item in report.findings] == [("note.msg", "SM907")]


def test_a_folder_in_which_nothing_was_checked_never_passes(tmp_path):
    (tmp_path / "minutes.txt").write_text("Minutes of the meeting\n\nIt rained.\n", "utf-8")
    report = check_paths([tmp_path])
    assert [item.finding.code for item in report.findings] == ["SM901"]
    assert report.failed


def test_the_settings_shown_are_settings_that_read_the_same(tmp_path):
    text = (
        'select = ["SM5"]\nignore = ["SM502"]\nfail-on = "note"\nmax-recommendations = 7\n'
        'baseline = "known.json"\n'
        '[severity]\nSM501 = "error"\n[per-file-ignores]\n"a \\"b\\"/*.md" = ["SM4"]\n'
        '[[suppress]]\ncode = "SM6"\nreason = "dates are in “B”"\nwords = "Publish"\n'
    )
    wanted = read_config(tomllib.loads(text), tmp_path / "scrutiny.toml")
    shown = show_config(wanted)
    assert str(tmp_path / "scrutiny.toml") in shown.splitlines()[0]
    assert read_config(tomllib.loads(shown), tmp_path / "scrutiny.toml") == wanted
    assert "the defaults" in show_config(CheckConfig())


def test_a_narrower_choice_never_makes_a_pass_of_what_could_not_be_read(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "minutes.txt").write_text("It rained.\n", "utf-8")
    paths = [tmp_path / "broken.pdf", tmp_path / "minutes.txt"]
    chosen = check_paths(paths, config=CheckConfig(select=("SM5",)))
    assert [item.finding.code for item in chosen.findings] == ["SM903", "SM901"]
    ignored = check_paths(paths, config=CheckConfig(select=("SM5",), ignore=("SM9",)))
    assert ignored.findings == ()


def test_what_is_not_looked_for_is_neither_stale_nor_suppressed_in_vain(lines, tmp_path):
    path = tmp_path / "baseline.json"
    write_baseline(path, check_paths([lines], each_line=True).raw)
    lines.write_text("Strengthen supervision. # scrutiny: ignore SM601 known\n", "utf-8")
    narrow = check_paths(
        [lines], each_line=True, config=CheckConfig(select=("SM5", "SM9"), baseline=str(path))
    )
    messages = {item.finding.code: item.finding.message for item in narrow.findings}
    assert "SM905" not in messages
    assert "SM5" in messages["SM906"]
    assert "SM1" not in messages["SM906"]


def test_a_numbered_item_that_could_not_be_read_is_a_finding_with_its_line_whatever_is_selected(tmp_path):
    text = "# Review\n\n## Recommendations\n\n1. Publish the plan.\n2. The board was told of three cases.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    (item,) = check_paths([tmp_path / "a.md"], config=CheckConfig(select=("SM5",))).findings
    assert (item.finding.code, item.where.line) == ("SM908", 6)
    assert "Item 2" in item.finding.message
    assert "told of three cases" in item.finding.message


def test_a_folder_is_checked_file_by_file_as_it_would_be_ingested(tmp_path):
    for name in DOCUMENTS:
        (tmp_path / f"a{name}").write_bytes(b"x")
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "~$lock.docx").write_bytes(b"x")
    taken = [path.relative_to(tmp_path).as_posix() for path, _ in files_of([tmp_path])]
    assert taken == sorted(f"a{name}" for name in DOCUMENTS)
