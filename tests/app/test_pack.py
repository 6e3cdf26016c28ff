"""`scrutiny pack`: what is asked of the façade, and what is printed."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from assistant.machine.text import schema_of
from assistant.pack.verify.check import PackCheck
from assistant.pack.verify.fault import Fault
from assistant.pack.write import WrittenFile

FAULTS = (Fault("shows another word", 3, "audit.pdf"), Fault("it is gone", None, "b.pdf"), Fault("short"))


@dataclass
class FakeDesk:
    """Stands in for the façade."""

    calls: list = field(default_factory=list)
    faults: tuple = ()

    def pack(self, **options):
        self.calls.append(options)
        return "the pack"

    def write_pack(self, pack, paths):
        self.calls.append((pack, list(paths)))
        return [WrittenFile(path, "docx", "ab" * 32, 12345) for path in paths]

    def verify_pack(self, path):
        self.calls.append(path)
        return PackCheck(path.name, "docx", 4, 5, self.faults)

    def close(self):
        pass


@pytest.fixture
def assistant():
    return FakeDesk()


def test_a_pack_is_made_with_all_that_was_given_and_written(scrutiny, assistant):
    run = scrutiny(
        *("pack", "-o", "a.docx", "-o", "a.pdf", "--subject", "Harrow", "--period", "2024"),
        *("--as-of", "2025-06-30", "--marking", "OFFICIAL", "--framework", "own"),
    )
    asked = {"subject": "Harrow", "period": "2024", "framework": "own", "marking": "OFFICIAL"}
    assert assistant.calls[0] == {**asked, "as_of": date(2025, 6, 30)}
    assert assistant.calls[1] == ("the pack", [Path("a.docx"), Path("a.pdf")])
    assert run.out.startswith(f"a.docx (12,345 bytes, SHA-256 {'ab' * 32})\n")


def test_a_good_pack_is_exit_0_and_a_faulty_one_exit_1_with_each_fault_named(scrutiny, assistant):
    assert scrutiny("pack", "--verify", "a.docx").code == 0
    assistant.faults = FAULTS
    run = scrutiny("pack", "--verify", "a.docx")
    assert run.code == 1
    assert run.out.splitlines() == [
        "a.docx: 5 quotations in 4 notes compared, 3 faults.",
        "- note 3 (audit.pdf): shows another word.",
        "- b.pdf: it is gone.",
        "- short.",
    ]


def test_an_edit_is_counted_apart_and_its_section_named(scrutiny, assistant):
    edit = Fault("this paragraph was added: “Hm.”", section="1. Impact", kind="edited")
    assistant.faults = (FAULTS[0], edit)
    run = scrutiny("pack", "--verify", "a.docx")
    assert run.code == 1
    assert run.out.splitlines()[0].endswith(" compared, 1 fault, 1 edit.")
    assert run.out.splitlines()[2] == "- section “1. Impact”: this paragraph was added: “Hm.”."


def test_the_folder_of_a_pack_is_made_where_missing_and_named(scrutiny, assistant, tmp_path):
    run = scrutiny("pack", "-o", str(tmp_path / "new" / "a.docx"))
    assert (run.code, (tmp_path / "new").is_dir()) == (0, True)
    assert f"Made the folder {tmp_path / 'new'}." in run.err


@pytest.mark.parametrize("words", [["pack"], ["pack", "-o", "a.md", "--verify", "b.md"]])
def test_writing_and_checking_are_one_or_the_other(scrutiny, assistant, words):
    assert scrutiny(*words).code == 2
    assert assistant.calls == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("pack", ["pack", "-o", "a.docx", "--json"]), ("pack-verify", ["pack", "--verify", "a.docx", "--json"])],
)
def test_output_fits_its_schema(scrutiny, assistant, name, words):
    assistant.faults = FAULTS
    jsonschema.Draft202012Validator(schema_of(name)).validate(json.loads(scrutiny(*words).out))
