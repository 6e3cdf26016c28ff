"""Makes the pictures of the web pages in docs/pictures, from the sample corpus: `make screens`.

Needs a Chromium (see `tests/chromium.py`). Each page is taken as on a desk, some as on a phone too.
"""

from __future__ import annotations

import io
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from chromium import Chromium, Tab
from serving import served

from assistant.bootstrap import build_assistant
from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings
from corpus import documents_path

FOLDER = Path(__file__).parent / "pictures"
SIZES = {"desk": (1280, 1200), "phone": (390, 1100)}
COLOURS = 48
DAY = "as_of=2025-06-30"
ANSWER = f"/answers?question=How+often+did+health+practitioners+take+part+in+strategy+discussions%3F&{DAY}"
PAGES = {
    "ask": "/",
    "answer": ANSWER,
    "refusal": f"/answers?question=What+was+spent+on+recruiting+foster+carers+in+Scotland%3F&{DAY}",
    "board": f"/questions?{DAY}",
    "ledger": f"/questions/feedback?{DAY}",
    "recommendations": "/recommendations?sort=lacking",
    "actions": f"/actions?{DAY}",
    "contradictions": f"/contradictions?{DAY}",
    "challenges": f"/challenges?{DAY}",
    "documents": "/documents",
    "check": "/check",
}
ON_PHONES = ("ask", "answer", "ledger")
"""Of which pages a picture is kept as on a phone too, beside that of a source."""


def main() -> None:
    """Indexes the sample corpus and takes every page at both widths."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        assistant = build_assistant(Settings(Path(folder) / "library"))
        assistant.ingest([documents_path()])
        _challenges(assistant)
        browser = Chromium()
        with served(assistant) as site:
            for size, (width, height) in SIZES.items():
                tab = browser.tab(width, height)
                for name, address in PAGES.items():
                    if size == "desk" or name in ON_PHONES:
                        _take(tab.open(site + address), f"{name}-{size}")
                _source(tab, site, size)
                tab.close()
        browser.close()
        assistant.close()


def _source(tab: Tab, site: str, size: str) -> None:
    """The page that a mark in the answer leads to."""
    tab.open(site + ANSWER)
    tab.leave("[...document.querySelectorAll('.mark')].find(one => /page 5/.test(one.ariaLabel)).click()")
    _take(tab, f"source-{size}")


def _challenges(assistant: ScrutinyAssistant) -> None:
    """So that the log is not empty."""
    put, answered, due = date(2025, 5, 12), date(2025, 6, 2), date(2025, 6, 20)
    assistant.put_challenge(copied="impact:1", owner="Partnership Executive", due=due, on=put, judge="Chair")
    assistant.put_challenge(copied="feedback:1", owner="Business manager", due=due, on=put, judge="Chair")
    assistant.add_to_challenge("C2", [("response", "The Sounding Board meets on 9 July.")], on=answered)


def _take(tab: Tab, name: str) -> None:
    """What is in the window, with few colours, which a page of words does not need."""
    picture = Image.open(io.BytesIO(tab.picture(whole=False))).convert("RGB")
    small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
