"""The framework's key questions, each answered with a ledger: for, against, silent, and what to ask."""
