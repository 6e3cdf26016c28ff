"""`scrutiny recommendations` from the outside: what is asked of the façade, and what is printed and drawn."""

import pytest


def test_recommendations_are_listed_with_owner_page_and_what_is_missing(scrutiny):
    lines = scrutiny("recommendations").out.splitlines()
    assert lines[0] == "Multi-agency audit: voice of the child (voice-audit.pdf), 2024-03-01"
    assert lines[1].startswith("  4. “Exmoor Council should see every child alone.")
    assert lines[2] == "    page i; owner: Exmoor Council; missing: time-bound; children's voice"
    assert "\x1b" not in "".join(lines)


def test_the_options_become_the_selection(scrutiny, assistant):
    scrutiny(
        "recommendations", "--owner", "council", "--theme", "neglect", "--year", "2024", "--kind", "audit"
    )
    scrutiny("recommendations", "--missing", "time-bound", "--missing", "owner", "--source", "all")
    scrutiny("recommendations", "--subject", "Exmoor")
    assert assistant.listed.pop()[0].subject == "Exmoor"
    first, second = (selection for selection, _ in assistant.listed)
    assert (first.owners, first.themes, first.years) == (("council",), ("neglect",), ("2024",))
    assert first.filters.kinds == ("audit",)
    assert (second.missing, second.source) == (("time-bound", "owner"), "all")


def test_groups_are_a_table(scrutiny):
    heading, row, footer = scrutiny("recommendations", "--by", "owner").out.splitlines()
    assert heading.split()[:3] == ["Name", "Asked", "SMART"]
    assert row.split() == ["Exmoor", "Council", "1", "0", "0", "0", "1", "0"]
    assert footer.startswith("1 recommendation, 0 SMART with context")


def test_the_trend_is_drawn_in_the_terminal_and_as_a_picture(scrutiny, tmp_path):
    for name, opening in (("trend.svg", b"<svg"), ("trend.png", b"\x89PNG")):
        run = scrutiny("recommendations", "--plot", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(opening)
        assert "  specific    100 %  ██" in run.out


def test_the_folder_of_a_picture_is_made_where_missing_and_named(scrutiny, tmp_path):
    run = scrutiny("recommendations", "--plot", str(tmp_path / "new" / "trend.svg"))
    assert (run.code, (tmp_path / "new" / "trend.svg").exists()) == (0, True)
    assert f"Made the folder {tmp_path / 'new'}." in run.err


def test_those_to_be_read_follow_those_that_are_told(scrutiny, assistant):
    out = scrutiny("recommendations", "--nearest", "2").out
    assert (assistant.listed[-1][1]["repeats"], assistant.listed[-1][1]["nearest"]) == (True, 2)
    assert out.index("an earlier paper had made") < out.index("Made before in other words?")
    assert scrutiny("recommendations", "--repeats").out.splitlines()[-1].count("--nearest 2") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--by", "colour"],
        ["--nearest", "0"],
        ["--source", "lost"],
        ["--theme", "nonsense"],
        ["--missing", "smartness"],
        ["--plot", "trend.gif"],
        ["--plot", f"{__file__}/trend.svg"],
    ],
)
def test_a_wrong_request_is_exit_code_two_with_a_reason(scrutiny, arguments):
    run = scrutiny("recommendations", *arguments)
    assert run.code == 2
    assert run.err.startswith("Error: ")


def test_what_can_be_missing_is_offered_as_it_is_typed(scrutiny):
    refused = scrutiny("recommendations", "--missing", "timely")
    assert refused.code == 2
    assert "time-bound" in refused.err
    assert "time_bound" not in refused.err
