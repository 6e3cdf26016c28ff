"""The files of words are read as they stand, by whichever of the two YAML parsers there is."""

from pathlib import Path

import pytest
import yaml

import prompts
from prompts import load, load_data

FOLDER = Path(prompts.__file__).parent
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.yaml"))


def test_yes_and_no_are_words_and_true_is_a_truth_value(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "prompts_path", lambda name: tmp_path / name)
    (tmp_path / "w.yaml").write_text("words: [yes, no, on, off, y]\nflag: true\n", "utf-8")
    assert load_data("w.yaml") == {"words": ["yes", "no", "on", "off", "y"], "flag": True}


@pytest.mark.parametrize("name", FILES)
def test_both_parsers_read_a_file_alike(name):
    text = (FOLDER / name).read_text("utf-8")
    plain = yaml.load(text, Loader=yaml.SafeLoader)
    assert plain == yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
