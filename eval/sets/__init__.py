"""The question sets: where each comes from and what counts as the right place in it."""
