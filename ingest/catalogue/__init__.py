"""The catalogue: one SQLite file that holds the truth; the other parts can be rebuilt from it."""
