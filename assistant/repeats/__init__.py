"""Repeats: recommendations that an earlier document had made already, in the same or in other words.

Pure functions of texts; meaning is compared only where vectors are handed in. Rules and words are data:
`prompts/vocabulary/repeats.yaml`, `themes.yaml` and `matters.yaml`, and the plain words of questions.
"""
