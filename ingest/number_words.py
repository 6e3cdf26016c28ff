"""Number words: numbers written as words, for patterns that match them and for whoever wants their values."""

from __future__ import annotations

from prompts import load_data

VALUES: dict[str, int] = load_data("vocabulary/numbers.yaml")
"""By the word, from one to ninety; "forty-two" is two of them."""
ONE_OR_MORE = "|".join(sorted(VALUES, key=len, reverse=True))
"""The words as alternatives of a pattern, longest first, so that no "six" is taken out of "sixteen"."""
TWO_OR_MORE = "|".join(word for word in ONE_OR_MORE.split("|") if word != "one")
