"""Dated claims about the same thing that disagree, both quoted."""
