"""A library's folder on the disk: one writer, what is written lasts, and nothing is left behind."""
