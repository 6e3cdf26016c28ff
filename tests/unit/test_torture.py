"""The quick part of `make torture`: kills, failing calls, places that fail, and seeded faults."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@pytest.fixture(scope="module")
def rows():
    """The table's rows: name → [tried, what was wrong by try]."""
    command = [sys.executable, "-m", "eval", "torture", "--quick", "--json"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("kills", 40),
        ("null controls", 6),
        ("failing calls", 20),
        ("places that fail", 6),
        ("faults found", 40),
        ("faults mended", 35),
        ("false alarms", 1),
    ],
)
def test_nothing_is_lost_left_half_done_or_not_found(rows, name, at_least):
    tried, wrong = rows[name]
    assert wrong == {}
    assert tried >= at_least
