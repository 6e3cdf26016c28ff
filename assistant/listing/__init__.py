"""Listing: questions for all of something: the papers or places that mention it, the recommendations on it."""
