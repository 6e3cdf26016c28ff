"""A fictional safeguarding partnership's documents, shipped so that an installed demonstration works."""

from __future__ import annotations

from pathlib import Path


def documents_path() -> Path:
    """The folder of the shipped sample documents."""
    return Path(__file__).parent / "documents"


def truths_path() -> Path:
    """The file that says what was planted in the sample, and the questions with their answers."""
    return Path(__file__).parent / "truths.yaml"
