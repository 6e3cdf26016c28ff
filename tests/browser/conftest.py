"""One browser for all tests of this folder; a tab, the rules of axe, and what every page has to keep to."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import Chromium

AXE = Path(__file__).with_name("axe.min.js")
FOUND = """
axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "incomplete"],
}).then(told => [...told.violations, ...told.incomplete].flatMap(rule => rule.nodes
  .filter(node => rule.id !== "color-contrast" || !document.querySelector(node.target[0]).closest("svg"))
  .map(node => `${rule.id}: ${node.target} ${node.failureSummary || ""}`)))
"""


@pytest.fixture(scope="session")
def chromium():
    browser = Chromium()
    yield browser
    browser.close()


@pytest.fixture
def tab(chromium):
    tab = chromium.tab()
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def axe():
    """What axe finds wrong in a tab, or cannot decide.

    It cannot decide the contrast of words in a drawing, whose ground is drawn too; a test of its own does.
    """
    source = AXE.read_text("utf-8")

    def found(tab):
        if not tab.run("Boolean(window.axe)"):
            tab.run(source)
        return tab.run(FOUND)

    return found


@pytest.fixture(scope="session")
def sound(axe):
    """Asserts what holds for every page and state: axe finds nothing, nothing foreign, no sideways scroll."""

    def check(tab, site):
        assert axe(tab) == []
        assert {address.split("/")[2] for address in tab.requested()} == {site.split("/")[2]}
        assert tab.complaints() == []
        for width in (320, 640, 1280):  # a phone, or 400 % zoom; 200 % zoom; a desk
            tab.resize(width, 900)
            assert tab.run("document.documentElement.scrollWidth") <= width

    return check
