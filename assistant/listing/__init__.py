"""Listing: questions for all of something: papers or places that mention it, recommendations on it."""
