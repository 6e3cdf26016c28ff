"""Where the docstring of a folder lists its files, it lists them all, and no other."""

import ast
import re
from pathlib import Path

import pytest

import assistant
import ingest

PLACES = [Path(package.__path__[0]) for package in (assistant, ingest)]
FOLDERS = {
    file.parent: set(re.findall(r"\b\w+\.py\b", ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""))
    for place in PLACES
    for file in place.rglob("__init__.py")
}
LISTED = [folder for folder, named in FOLDERS.items() if len(named) > 3]


@pytest.mark.parametrize("folder", LISTED, ids=[folder.name for folder in LISTED])
def test_a_folders_contents_name_each_of_its_files(folder):
    assert FOLDERS[folder] == {file.name for file in folder.glob("*.py")} - {"__init__.py"}
