"""Whose a paper is: the area that a document is about, told by its subject, author, letterhead or names."""
