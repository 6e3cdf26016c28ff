"""Retrieval: a question to passages, best first."""
