"""An optional language model words an answer; every sentence of it is checked against what it cites."""
