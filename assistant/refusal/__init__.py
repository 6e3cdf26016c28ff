"""Refusal: whether to answer, and which fact, theme or part of a question is missing."""
