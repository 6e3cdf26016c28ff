"""Characters that must never reach a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a\x1b]52;c;eA==\x07b", "control"),
        ("a\x9bb", "control"),
        ("a\u202eb", "bidi"),
        ("a\U000e0041b", "tag"),
        ("a\u200bb", "invisible"),
        ("a\ud800b", "surrogate"),
    ],
)
def test_what_is_dropped_is_counted_by_kind(text, kind):
    cleaned, counts = clean(text)
    assert counts[kind] >= 1
    assert text not in cleaned
    cleaned.encode()


def test_words_in_any_script_newlines_and_tabs_stay():
    text = "Cyngor Gwynedd\tŵ é\nहिन्दी עברית 🙂"
    assert clean(text) == (text, {})


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once, _ = clean(text)
    assert clean(once) == (once, {})
