"""Processes killed, starved and lied to while they write a library, and the judge of what is left."""
