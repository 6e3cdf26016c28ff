"""A report and the minutes that disagree with it, for tests of what is made of that."""

from __future__ import annotations

from pathlib import Path

REPORT = """# Annual report of the Exmoor Safeguarding Children Partnership

Published 4 September 2024

The briefing has reached every front-line team in the Partnership.
"""
MINUTES = """# Exmoor Safeguarding Children Partnership: minutes of the meeting held on 11 December 2024

Of 31 front-line teams 9 had returned the form to say that they had discussed the briefing.
"""


def write_papers(folder: Path) -> None:
    """Write both into the folder."""
    (folder / "report.md").write_text(REPORT)
    (folder / "minutes.md").write_text(MINUTES)
