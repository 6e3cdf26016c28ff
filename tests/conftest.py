"""The sample corpus in a library with the real weights, made once for all tests that want it."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus import documents_path

settings.register_profile("shared machine", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("shared machine")
"""How long a machine that others use takes to draw an example tells nothing of the example."""

SLOW = ("test_torture.py", "real", "model", "browser", "app")
"""What takes longest, begun first: else one test process is left with it while the other has nothing."""


def pytest_collection_modifyitems(items):
    items.sort(key=_turn)


def _turn(item):
    parts = item.path.relative_to(Path(__file__).parent).parts
    return next((at for at, name in enumerate(SLOW) if name in parts), len(SLOW))


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup():
    _forget_the_test()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call():
    _forget_the_test()


def _forget_the_test():
    """pytest names the test in the environment; in another one every test starts reading processes anew."""
    os.environ.pop("PYTEST_CURRENT_TEST", None)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """An assistant over the sample corpus; test processes that run side by side share one library."""
    base = tmp_path_factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    assistant = build_assistant(Settings(root / "sample-library"))
    with FileLock(root / "sample.lock"):
        assistant.first_report = _made_once(assistant, root / "sample-report")
    yield assistant
    assistant.close()


def _made_once(assistant, kept):
    """The report of the ingest that made the library, this process's or another's."""
    if not kept.exists():
        kept.write_bytes(pickle.dumps(assistant.ingest([documents_path()])))
    return pickle.loads(kept.read_bytes())


@pytest.fixture
def through_chroma(monkeypatch):
    """Small libraries are searched through the vector index too."""
    monkeypatch.setattr("ingest.index.index.NARROW", 0)
