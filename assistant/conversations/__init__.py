"""Conversations that are kept: questions as they were asked, and where their answers stood."""
