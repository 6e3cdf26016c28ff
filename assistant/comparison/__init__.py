"""Comparison: a question of several places or years, answered for each of them and set side by side."""
