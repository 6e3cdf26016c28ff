"""Actions followed through plans, minutes and later papers: who, by when, how far, with what effect."""
