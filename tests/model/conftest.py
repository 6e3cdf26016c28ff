"""The sample corpus in a library with the real weights, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus import documents_path


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """An assistant over the sample corpus."""
    assistant = build_assistant(Settings(tmp_path_factory.mktemp("sample") / "library"))
    assistant.first_report = assistant.ingest([documents_path()])
    yield assistant
    assistant.close()
